"""The items of a feed: rendered when they have changed, else taken from the cache, and joined."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedpub import log
from feedpub.config.settings import Settings
from feedpub.feed.rss import build_channel, build_item, build_live_item
from feedpub.model import Episode, Show
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.alternates import merge_alternates
from feedpub.pipeline.beside.beside import Beside
from feedpub.pipeline.entries import Entry
from feedpub.pipeline.remote_items import complete_value
from feedpub.pipeline.run import Run

#: how many items are rendered and stored in one go
_TOGETHER = 100


class Dressed(NamedTuple):
    """An episode with all that its item says."""

    entry: Entry
    episode: Episode
    #: HTML
    notes: str
    beside: Beside


def render_items(run: Run, key: bytes, show: Show, entries: Sequence[Entry], settings: Settings) -> None:
    """Leaves the item of each entry in the cache. `key` changes with `settings` and how episodes are read."""
    known = run.cache.item_keys()
    # Of the show itself, an item holds nothing but its author and hosts, and the settings are in the key.
    base = key + show.author.encode() + b"\0"
    stale = [
        (entry, key) for entry in entries if known.get(entry.brief.id) != (key := base + made_from(entry))
    ]
    for start in range(0, len(stale), _TOGETHER):
        part = stale[start : start + _TOGETHER]
        dressed = dress(run, [entry for entry, _ in part])
        items = [
            (one.entry.brief.id, key, _render(show, one, settings))
            for one, (_, key) in zip(dressed, part, strict=True)
        ]
        run.cache.keep_items(items)
        run.options.progress("items", min(start + _TOGETHER, len(stale)), len(stale))
    log.event("build.rendered", show=run.show, items=len(stale))


def made_from(entry: Entry) -> bytes:
    """What an item is made from, beside what all items are made from."""
    url, length, media_type, duration = entry.enclosure or ("", 0, "", None)
    facts = f"{entry.guid}\0{url}\0{length}\0{media_type}\0{duration}\0{entry.status}\0"
    alternates = to_json(entry.alternates).encode() if entry.alternates else b""
    paid = to_json(entry.paid).encode() if entry.paid else b""
    return facts.encode() + alternates + paid + entry.beside + entry.brief.digest


def dress(run: Run, entries: Sequence[Entry]) -> Iterator[Dressed]:
    """The episodes of some entries, with what stands beside them."""
    records = run.cache.records([entry.brief.id for entry in entries])
    facts = run.cache.beside_facts(run.show, [entry.brief.id for entry in entries if entry.beside])
    for entry, (record, notes) in zip(entries, records, strict=True):
        beside = from_json(Beside, facts[entry.brief.id]) if entry.beside else Beside()
        episode = from_json(Episode, record)
        episode = episode._replace(
            artwork=beside.artwork,
            chapters=beside.chapters,
            chapters_url=beside.chapters_url,
            transcripts=beside.transcripts,
            images=beside.images,
        )
        if entry.alternates or episode.alternates:
            episode = episode._replace(alternates=merge_alternates(episode, entry.alternates))
        if entry.paid:
            feeds = {feed.show: feed for feed in entry.paid}
            episode = episode._replace(value=complete_value(episode.value, feeds))
        yield Dressed(entry, episode, notes, beside)


def _render(show: Show, dressed: Dressed, settings: Settings) -> bytes:
    entry, episode, notes, _ = dressed
    if settings.chapters.in_notes and episode.chapters:
        from feedpub.sources.notes.chapter_list import append_chapter_list

        page = episode.link if settings.notes.timestamps == "page" else None
        notes = append_chapter_list(notes, episode.chapters, page)
    if entry.status:
        return build_live_item(show, episode, entry.enclosure, entry.guid, notes, entry.status)
    return build_item(show, episode, entry.enclosure, entry.guid, notes)


def stream_feed(run: Run, show: Show, entries: Sequence[Entry]) -> Iterator[bytes]:
    """The bytes of the feed, piece by piece: however long it is, it never stands in memory whole.

    Live items come first, as the entries do.
    """
    briefs = [entry.brief for entry in entries if not entry.status]
    published = max((one.published for one in briefs if one.published), default=None)
    changed = max((date for one in briefs for date in (one.published, one.modified) if date), default=None)
    head, tail = build_channel(show, published, changed)
    yield head
    yield from run.cache.items([entry.brief.id for entry in entries])
    yield tail
