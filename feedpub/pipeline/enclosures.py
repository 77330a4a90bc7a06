"""Where listeners fetch an episode's audio, and its other forms."""

from collections.abc import Callable, Iterator, Mapping

from feedpub.config.settings import Settings
from feedpub.kinds.fault import quote
from feedpub.model import AlternateEnclosure, Enclosure, Finding, Place, Severity
from feedpub.pipeline.alternates import describe_alternates
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.listening import Heard
from feedpub.pipeline.run import Run
from feedpub.sources.enclosure import EnclosureAddress


def list_enclosures(run: Run, gathered: Gathered, heard: Heard) -> dict[int, Enclosure]:
    """Brief's id -> its enclosure, for all that have audio."""
    address = _addresser(run, gathered.settings)
    enclosures = {}
    for brief in gathered.briefs:
        if sound := heard.sounds.get(brief.id):
            url, audio = sound.url or address(brief, sound.path), sound.audio
            enclosures[brief.id] = Enclosure(url, audio.length_bytes, audio.type, audio.duration or None)
    return enclosures


def list_alternates(
    run: Run, gathered: Gathered, heard: Heard, enclosures: Mapping[int, Enclosure]
) -> dict[int, tuple[AlternateEnclosure, ...]]:
    """Brief's id -> what was measured of its audio in other forms, for those that have any."""
    local = {
        id: (heard.sounds[id].path, enclosures[id])
        for id in heard.alternates
        if id in enclosures and heard.sounds[id].path
    }
    address = _addresser(run, gathered.settings)
    return describe_alternates(run, gathered.briefs, heard.alternates, heard.rows, local, address)


def check_addresses(
    run: Run, gathered: Gathered, heard: Heard, enclosures: Mapping[int, Enclosure]
) -> Iterator[Finding]:
    """Other forms that would have the address of the episode's audio: apps cannot tell the two apart.

    Told of what was read anew, unless everything is asked for.
    """
    address, told = _addresser(run, gathered.settings), False
    for brief in gathered.briefs:
        if not (run.options.everything or brief.source in gathered.anew) or brief.id not in enclosures:
            continue
        url = enclosures[brief.id].url
        for path, name in heard.alternates.get(brief.id, {}).items():
            if address(brief, path) == url and (name or not told):
                told = told or not name
                yield _same_address(run, brief, name, url)


def _same_address(run: Run, brief: Brief, name: str, url: str) -> Finding:
    place = Place(brief.source if name else f"{run.base}/show.toml")
    what = quote(name) if name else f"another form of the audio of {brief.source}"
    message = f"{what} is left out: it would have the address of the audio itself, {url}"
    fix = "write {file} in `audio.url`, which stands for the file's name with its suffix"
    return Finding(Severity.WARNING, "alternate-same-address", place, message, fix)


def _addresser(run: Run, settings: Settings) -> Callable[[Brief, str], str]:
    """Gives the address of a local audio file of an episode; its path is relative to the workspace."""
    start = f"{run.base}/{settings.audio.folder.strip('/')}/"
    addresses = EnclosureAddress(settings.audio.url, settings.show.feed_url)

    def address(brief: Brief, path: str) -> str:
        file = path[len(start) :] if path.startswith(start) else path.rpartition("/")[2]
        return addresses.fill(file, brief.slug, brief.number, brief.season)

    return address
