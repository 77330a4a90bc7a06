"""Files beside the enclosure: trailers, transcripts, chapters, and the episode in other forms."""

from collections.abc import Iterable, Iterator

from feedpub.feed.dates import format_date
from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_count, format_seconds
from feedpub.feed.tag import Channel, Item, Tag, Value, Values, given
from feedpub.model import AlternateEnclosure, ContentLink, Soundbite, TranscriptFile

_SOURCE, _INTEGRITY = podcast("source"), podcast("integrity")
#: JSON Chapters 1.2
_CHAPTERS_TYPE = "application/json+chapters"


def _trailers(channel: Channel) -> Iterator[Value]:
    for trailer in channel.show.trailers:
        if trailer.title and trailer.url:
            attributes = {
                "pubdate": format_date(trailer.published),
                "url": trailer.url,
                "length": format_count(trailer.length_bytes),
                "type": trailer.type,
                "season": format_count(trailer.season),
            }
            yield Value(trailer.title, given(attributes))


def _transcripts(files: Iterable[TranscriptFile]) -> Iterator[Value]:
    for file in files:
        if file.url:
            attributes = {"url": file.url, "type": file.type, "language": file.language, "rel": file.rel}
            yield Value(attributes=given(attributes))


def _chapters(item: Item) -> Values:
    url = item.episode.chapters_url
    return (Value(attributes={"url": url, "type": _CHAPTERS_TYPE}),) if url else ()


def _soundbites(soundbites: Iterable[Soundbite]) -> Iterator[Value]:
    """One without a title has that of the episode, as apps show it."""
    for start, duration, title in soundbites:
        yield Value(title, {"startTime": format_seconds(start), "duration": format_seconds(duration)})


def _alternates(alternates: Iterable[AlternateEnclosure]) -> Iterator[Value]:
    """One that can be fetched nowhere is left out."""
    for alternate in alternates:
        if children := tuple(_parts(alternate)):
            attributes = {
                "type": alternate.type,
                "length": format_count(alternate.length_bytes),
                "bitrate": alternate.bitrate,
                "height": format_count(alternate.height),
                "lang": alternate.language,
                "title": alternate.title,
                "rel": alternate.rel,
                "codecs": alternate.codecs,
                "default": "true" if alternate.default else "",
            }
            yield Value(attributes=given(attributes), children=children)


def _parts(alternate: AlternateEnclosure) -> Iterator[tuple[str, Value]]:
    sources = [source for source in alternate.sources if source.uri]
    for uri, content_type in sources:
        yield _SOURCE, Value(attributes=given({"uri": uri, "contentType": content_type}))
    proof = alternate.integrity
    if proof and proof.value and sources:
        yield _INTEGRITY, Value(attributes={"type": proof.type, "value": proof.value})


def _links(links: Iterable[ContentLink]) -> Iterator[Value]:
    for url, text in links:
        if url:
            yield Value(text, {"href": url})


TAGS = (
    Tag(podcast("trailer"), channel=_trailers),
    Tag(
        podcast("transcript"),
        item=lambda item: _transcripts(item.episode.transcripts),
        rare="transcripts",
    ),
    Tag(podcast("chapters"), item=_chapters, rare="chapters_url"),
    Tag(podcast("soundbite"), item=lambda item: _soundbites(item.episode.soundbites), rare="soundbites"),
    Tag(
        podcast("alternateEnclosure"),
        item=lambda item: _alternates(item.episode.alternates),
        rare="alternates",
    ),
    Tag(podcast("contentLink"), item=lambda item: _links(item.episode.content_links), rare="content_links"),
)
