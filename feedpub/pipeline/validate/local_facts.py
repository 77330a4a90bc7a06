"""The files beside a feed that is a file itself, brought before the rules."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from feedpub.files import PathFault, read_regular
from feedpub.pipeline.validate.local_media import find_artwork, join_audio, measure_enclosures
from feedpub.pipeline.validate.local_site import LocalSite, site_around
from feedpub.pipeline.validate.local_texts import read_chapters_file, read_transcript_file
from feedpub.sources.worker import Limits
from feedpub.validate.document.element import Element
from feedpub.validate.durations import parse_duration
from feedpub.validate.facts import LocalArtwork, LocalAudio, LocalChapters, LocalText, LocalTranscript
from feedpub.validate.runner import Judging

#: what one file may take in a worker: seconds, megabytes
_LIMITS = Limits(60, 768)
#: bytes
_LARGEST = 32 << 20

_Read = Callable[[str, bytes, Element, timedelta | None], LocalText]


def judge_files_beside(judging: Judging, feed: str, feed_url: str, jobs: int) -> None:
    """Brings the audio, pictures, chapters and transcripts of the site that `feed`, a file, lies in.

    Which that is, is told by the feed's address: the one that is given, or the one that it gives itself. What
    the feed names and is not there is left alone: most feeds are checked far from their files.
    """
    channels = judging.channels
    site = site_around(feed, feed_url or _own_address(channels))
    if not site.address:
        return
    audio = list(join_audio(channels, measure_enclosures(site, channels, _LIMITS, jobs)))
    if audio:
        judging.judge_facts(LocalAudio, audio)
    artwork = find_artwork(site, channels, _LIMITS, jobs)
    if artwork:
        judging.judge_facts(LocalArtwork, artwork)
    chapters = list(_texts(site, channels, "podcast:chapters", read_chapters_file))
    if chapters:
        judging.judge_facts(LocalChapters, chapters)
    transcripts = list(_texts(site, channels, "podcast:transcript", read_transcript_file))
    if transcripts:
        judging.judge_facts(LocalTranscript, transcripts)


def _own_address(channels: list[Element]) -> str:
    """Where the feed says that it is."""
    for channel in channels:
        for link in channel.all("atom:link"):
            if link.attribute("rel") == "self":
                return link.attribute("href").strip()
    return ""


def _texts(site: LocalSite, channels: list[Element], name: str, read: _Read) -> Iterator[LocalText]:
    for channel in channels:
        for item in channel.items:
            seconds = parse_duration(item.get("itunes:duration"))
            duration = timedelta(seconds=seconds) if seconds else None
            for element in item.all(name):
                if path := site.find(element.attribute("url")):
                    try:
                        data = read_regular(site.absolute(path), _LARGEST)
                    except (OSError, PathFault):
                        continue
                    yield read(path, data, element, duration)
