"""The items of a feed: rendered when they have changed, else taken from the cache, and joined."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedpub import log
from feedpub.feed.rss import build_channel, build_item
from feedpub.model import Enclosure, Episode, Show
from feedpub.model.plain import from_json
from feedpub.pipeline.reading import Brief
from feedpub.pipeline.run import Run


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
    base = hashlib.blake2b(show.author.encode() + b"\0" + key, digest_size=16)
    stale = []
    for entry in entries:
        made_from = base.copy()
        made_from.update(f"{entry.guid}\0{entry.artwork}\0{entry.enclosure}".encode() + entry.brief.digest)
        if known.get(entry.brief.id) != made_from.digest():
            stale.append((entry, made_from.digest()))
    for done, (entry, digest) in enumerate(stale, 1):
        record, notes = run.cache.record(entry.brief.id)
        episode = from_json(Episode, record)._replace(artwork=entry.artwork)
        item = build_item(show, episode, entry.enclosure, entry.guid, notes)
        run.cache.keep_item(entry.brief.id, digest, item)
        run.options.progress("items", done, len(stale))
    log.event("build.rendered", show=run.show, items=len(stale))


def stream_feed(run: Run, show: Show, entries: Sequence[Entry]) -> Iterator[bytes]:
    """The bytes of the feed, piece by piece: however long it is, it never stands in memory whole."""
    briefs = [entry.brief for entry in entries]
    published = max((one.published for one in briefs if one.published), default=None)
    changed = max((date for one in briefs for date in (one.published, one.modified) if date), default=None)
    head, tail = build_channel(show, published, changed)
    yield head
    yield from run.cache.items([one.id for one in briefs])
    yield tail
