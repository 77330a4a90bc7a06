"""The items of a feed: rendered when they have changed, else taken from the cache, and joined."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedpub import log
from feedpub.feed.rss import build_channel, build_item
from feedpub.model import Enclosure, Episode, Show
from feedpub.model.plain import from_json
from feedpub.pipeline.reading import Brief
from feedpub.pipeline.run import Run

#: how many items are rendered and stored in one go
_TOGETHER = 100


class Entry(NamedTuple):
    """An episode that stands in the feed."""

    brief: Brief
    enclosure: Enclosure
    guid: str
    #: address of a picture of its own; empty for none
    artwork: str


def render_items(run: Run, key: bytes, show: Show, entries: Sequence[Entry]) -> None:
    """Leaves the item of each entry in the cache. `key` changes with how episodes are read."""
    known = run.cache.item_keys()
    # Of the show itself, an item holds nothing but its author, and that only to leave it out.
    base = key + show.author.encode() + b"\0"
    stale = []
    for entry in entries:
        url, length, media_type, duration = entry.enclosure
        facts = f"{entry.guid}\0{entry.artwork}\0{url}\0{length}\0{media_type}\0{duration}\0"
        made_from = base + facts.encode() + entry.brief.digest
        if known.get(entry.brief.id) != made_from:
            stale.append((entry, made_from))
    for start in range(0, len(stale), _TOGETHER):
        run.cache.keep_items(list(_render(run, show, stale[start : start + _TOGETHER])))
        run.options.progress("items", min(start + _TOGETHER, len(stale)), len(stale))
    log.event("build.rendered", show=run.show, items=len(stale))


def _render(run: Run, show: Show, stale: Sequence[tuple[Entry, bytes]]) -> Iterator[tuple[int, bytes, bytes]]:
    records = run.cache.records([entry.brief.id for entry, _ in stale])
    for (entry, made_from), (record, notes) in zip(stale, records, strict=True):
        episode = from_json(Episode, record)._replace(artwork=entry.artwork)
        yield entry.brief.id, made_from, build_item(show, episode, entry.enclosure, entry.guid, notes)


def stream_feed(run: Run, show: Show, entries: Sequence[Entry]) -> Iterator[bytes]:
    """The bytes of the feed, piece by piece: however long it is, it never stands in memory whole."""
    briefs = [entry.brief for entry in entries]
    published = max((one.published for one in briefs if one.published), default=None)
    changed = max((date for one in briefs for date in (one.published, one.modified) if date), default=None)
    head, tail = build_channel(show, published, changed)
    yield head
    yield from run.cache.items([one.id for one in briefs])
    yield tail
