"""When an episode is due. A date ahead is a schedule: at that instant the episode enters the feed."""

from collections.abc import Iterable
from datetime import datetime


def is_due(published: datetime, now: datetime) -> bool:
    """Whether an episode of that date belongs into a feed that is made at `now`."""
    return published <= now


def next_due(dates: Iterable[datetime], now: datetime) -> datetime | None:
    """The first instant after `now` at which the feed changes by itself; None when nothing waits."""
    return min((date for date in dates if date > now), default=None)


def last_due(dates: Iterable[datetime], now: datetime) -> datetime | None:
    """The last instant up to `now` at which the feed changed by itself; None when it never did."""
    return max((date for date in dates if date <= now), default=None)
