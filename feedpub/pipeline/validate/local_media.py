"""The audio and the pictures behind a built feed, measured."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urljoin

from feedpub.files import PathFault, read_head
from feedpub.model import AudioFile
from feedpub.pipeline.run import Run
from feedpub.sources.artwork.density import read_density
from feedpub.sources.artwork.facts import PictureFacts, measure_picture
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.worker import Limits, Overrun, run_limited
from feedpub.validate.document.element import Element
from feedpub.validate.facts import LocalArtwork, LocalAudio

_HEAD = 1 << 16


def find_audio(
    channels: Iterable[Element], files: Mapping[str, tuple[str, AudioFile]]
) -> Iterator[LocalAudio]:
    """The audio of each item whose address is among `files` (address -> path and what was measured)."""
    for channel in channels:
        for item in channel.items:
            enclosure = item.first("enclosure")
            found = files.get(enclosure.attribute("url")) if enclosure is not None else None
            if enclosure is not None and found:
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


def find_artwork(run: Run, channels: Iterable[Element], feed_url: str, limits: Limits) -> list[LocalArtwork]:
    """The pictures that the feed names and that were built beside it."""
    named: dict[str, list[tuple[Element, str, bool]]] = {}
    for element, url, is_show in _pictures(channels):
        if path := _built(run, url, feed_url):
            named.setdefault(path, []).append((element, url, is_show))

    def work(path: str) -> tuple[object, ...] | None:
        try:
            return tuple(measure_picture(run.absolute(path)))
        except PictureFault:
            return None  # the build has told what is wrong with it

    found = []
    for path, answer in run_limited(list(named), work, limits, run.options.jobs):
        if isinstance(answer, Overrun) or answer is None:
            continue
        facts = PictureFacts(*answer)
        found += [_artwork(run, path, facts, *one) for one in named[path]]
    return sorted(found, key=lambda one: one.element.offset)


def _pictures(channels: Iterable[Element]) -> Iterator[tuple[Element, str, bool]]:
    """Elements that name artwork, its address, and whether it is the show's."""
    for channel in channels:
        for element in channel.all("itunes:image"):
            yield element, element.attribute("href"), True
        for item in channel.items:
            for element in item.all("itunes:image"):
                yield element, element.attribute("href"), False


def _built(run: Run, url: str, feed_url: str) -> str:
    """The path, relative to the workspace, of a file beside the feed that has this address; else empty."""
    beginning = urljoin(feed_url, ".")
    if not beginning or not url.startswith(beginning):
        return ""
    rest = unquote(url[len(beginning) :].partition("?")[0])
    path = f"build/{run.show}/{rest}"
    if ".." in rest.split("/") or "\0" in rest:
        return ""
    try:
        read_head(run.absolute(path), 1)
    except (OSError, PathFault):
        return ""
    return path


def _artwork(
    run: Run, path: str, facts: PictureFacts, element: Element, url: str, is_show: bool
) -> LocalArtwork:
    try:
        density = read_density(read_head(run.absolute(path), _HEAD))
    except (OSError, PathFault):
        density = 0
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
