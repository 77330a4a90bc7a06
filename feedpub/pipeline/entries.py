"""What stands in a feed: its live streams, and the episodes that are due."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from feedpub.model import AlternateEnclosure, Enclosure, LiveStatus, RemoteItem
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.matches import Matches
from feedpub.pipeline.run import Run
from feedpub.release.identity import new_guid
from feedpub.release.live import live_status
from feedpub.release.schedule import is_due


class Entry(NamedTuple):
    """An episode that stands in the feed."""

    brief: Brief
    #: None only for a live stream that is told by alternate enclosures alone
    enclosure: Enclosure | None
    guid: str
    #: what was measured of its audio in other forms
    alternates: tuple[AlternateEnclosure, ...] = ()
    #: changes with what stands beside the episode; empty where nothing does
    beside: bytes = b""
    #: None for an episode that is no live stream
    status: LiveStatus | None = None
    #: the feeds of the shows that it pays, with the shows' names
    paid: tuple[RemoteItem, ...] = ()


class Parts(NamedTuple):
    """What entries are put together from."""

    #: these by the brief's id
    enclosures: Mapping[int, Enclosure]
    alternates: Mapping[int, tuple[AlternateEnclosure, ...]]
    beside: Mapping[int, bytes]
    #: name of a show that an episode pays -> its feed
    paid: Mapping[str, RemoteItem]

    def of(self, brief: Brief, guid: str) -> Entry:
        """The entry of an episode that is no live stream."""
        return Entry(
            brief,
            self.enclosures.get(brief.id),
            guid,
            self.alternates.get(brief.id, ()),
            self.beside.get(brief.id, b""),
            paid=tuple(self.paid[name]._replace(show=name) for name in brief.shows),
        )


def list_entries(run: Run, gathered: Gathered, matches: Matches, parts: Parts) -> list[Entry]:
    """The entries of a feed in its order: live streams first, then episodes, the newest first."""
    due = _due(gathered, parts, run.options.now)
    return [*_streams(run, gathered, matches, parts), *(parts.of(one, matches.guids[one.id]) for one in due)]


def _streams(run: Run, gathered: Gathered, matches: Matches, parts: Parts) -> Iterator[Entry]:
    """A stream has the guid that its episode will have: it is never in the feed as both."""
    for brief in gathered.briefs:
        if brief.ready and brief.live:
            assert brief.published
            source = brief.source.removeprefix(f"{run.base}/")
            guid = brief.guid or new_guid(matches.known.ledger.guid, source)
            status = live_status(brief.live, brief.published, run.options.now)
            yield parts.of(brief, guid)._replace(status=status)


def _due(gathered: Gathered, parts: Parts, now: datetime) -> list[Brief]:
    due = [
        one
        for one in gathered.briefs
        if one.id in parts.enclosures and one.published and not one.live and is_due(one.published, now)
    ]
    due.sort(key=lambda one: (one.published, one.season or 0, one.number or 0, one.source), reverse=True)
    return due[: gathered.settings.feed.limit or None]
