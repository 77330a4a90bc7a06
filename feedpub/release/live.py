"""How far a live stream is, by the clock (podcast namespace, docs/tags/live-item.md)."""

from datetime import datetime, timedelta

from feedpub.model import Live, LiveStatus

#: how long a stream is taken to be of which nobody says when it ends
_LONGEST = timedelta(hours=24)


def live_status(live: Live, start: datetime, now: datetime) -> LiveStatus:
    """What its author says, else what the clock says."""
    if live.status:
        return live.status
    if now < start:
        return LiveStatus.PENDING
    return LiveStatus.LIVE if now < _end(live, start) else LiveStatus.ENDED


def live_moments(live: Live, start: datetime) -> tuple[datetime, ...]:
    """The instants at which the status changes by itself."""
    return () if live.status else (start, _end(live, start))


def _end(live: Live, start: datetime) -> datetime:
    return live.end or start + _LONGEST
