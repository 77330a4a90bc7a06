"""The audio and the pictures behind a feed, measured."""

from collections.abc import Iterable, Iterator, Mapping

from feedpub.files import PathFault, read_head
from feedpub.model import AudioFile
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.validate.local_site import LocalSite
from feedpub.sources.artwork.density import read_density
from feedpub.sources.artwork.facts import PictureFacts, measure_picture
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.audio.fault import AudioFault
from feedpub.sources.audio.file import read_audio
from feedpub.sources.worker import Limits, Overrun, run_limited
from feedpub.validate.document.element import Element
from feedpub.validate.facts import LocalArtwork, LocalAudio

#: bytes at the beginning of a picture in which it tells its density
_HEAD = 1 << 16

#: address -> path and what was measured
Measured = Mapping[str, tuple[str, AudioFile]]


def join_audio(channels: Iterable[Element], files: Measured) -> Iterator[LocalAudio]:
    """The audio of each item whose address is among `files`."""
    for enclosure in _enclosures(channels):
        if found := files.get(enclosure.attribute("url")):
            path, audio = found
            yield LocalAudio(
                path,
                enclosure,
                audio.length_bytes,
                audio.duration.total_seconds(),
                audio.type,
                audio.bitrate,
                audio.channels,
                audio.sample_rate,
                audio.fast_start,
                not audio.seekable,
                audio.title,
                audio.artist,
                audio.has_cover,
                True,
            )


def measure_enclosures(site: LocalSite, channels: Iterable[Element], limits: Limits, jobs: int) -> Measured:
    """What is in the files of `site` that enclosures name. Files that are no audio at all are left out."""
    named = {url: site.find(url) for one in _enclosures(channels) if (url := one.attribute("url"))}

    def work(path: str) -> str:
        try:
            return to_json(read_audio(site.absolute(path))[0])
        except AudioFault:
            return ""

    paths = sorted({path for path in named.values() if path})
    measured = {
        path: from_json(AudioFile, answer)
        for path, answer in run_limited(paths, work, limits, jobs)
        if not isinstance(answer, Overrun) and answer
    }
    return {url: (path, measured[path]) for url, path in named.items() if path in measured}


def find_artwork(
    site: LocalSite, channels: Iterable[Element], limits: Limits, jobs: int
) -> list[LocalArtwork]:
    """The pictures of `site` that the feed names as artwork; what is no picture at all is left out."""
    named: dict[str, list[tuple[Element, str, bool]]] = {}
    for element, url, is_show in _pictures(channels):
        if path := site.find(url):
            named.setdefault(path, []).append((element, url, is_show))

    def work(path: str) -> tuple[object, ...] | None:
        try:
            return tuple(measure_picture(site.absolute(path)))
        except PictureFault:
            return None

    found = []
    for path, answer in run_limited(list(named), work, limits, jobs):
        if not isinstance(answer, Overrun) and answer is not None:
            facts = PictureFacts(*answer)
            density = _density(site.absolute(path))
            found += [_artwork(path, facts, density, *one) for one in named[path]]
    return sorted(found, key=lambda one: one.element.offset)


def _enclosures(channels: Iterable[Element]) -> Iterator[Element]:
    for channel in channels:
        for item in channel.items:
            yield from item.all("enclosure")


def _pictures(channels: Iterable[Element]) -> Iterator[tuple[Element, str, bool]]:
    """Elements that name artwork, its address, and whether it is the show's."""
    for channel in channels:
        for element in channel.all("itunes:image"):
            yield element, element.attribute("href"), True
        for item in channel.items:
            for element in item.all("itunes:image"):
                yield element, element.attribute("href"), False


def _density(path: str) -> int:
    try:
        return read_density(read_head(path, _HEAD))
    except (OSError, PathFault):
        return 0


def _artwork(
    path: str, facts: PictureFacts, density: int, element: Element, url: str, is_show: bool
) -> LocalArtwork:
    return LocalArtwork(
        path,
        element,
        url,
        facts.length_bytes,
        facts.width,
        facts.height,
        facts.format,
        facts.mode,
        facts.has_alpha,
        density,
        is_show,
    )
