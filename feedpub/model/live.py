"""An episode that is streamed while it happens."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class LiveStatus(StrEnum):
    """How far a live stream is (podcast namespace, docs/tags/live-item.md)."""

    PENDING = "pending"
    LIVE = "live"
    ENDED = "ended"


class Live(NamedTuple):
    """What makes an episode a live item. It begins at the episode's date."""

    #: None: told by the clock
    status: LiveStatus | None = None
    end: datetime | None = None
