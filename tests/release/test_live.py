"""A live stream is pending, live or ended, by the clock or by its author's word."""

from datetime import UTC, datetime, timedelta

import pytest

from feedpub.model import Live, LiveStatus
from feedpub.release.live import live_moments, live_status

START = datetime(2026, 1, 5, 18, tzinfo=UTC)
END = START + timedelta(hours=2)


@pytest.mark.parametrize(
    ("hours", "status"),
    [(-1, "pending"), (0, "live"), (1.99, "live"), (2, "ended"), (100, "ended")],
)
def test_the_clock_tells(hours: float, status: str) -> None:
    assert live_status(Live(end=END), START, START + timedelta(hours=hours)) == status


def test_a_stream_without_an_end_ends_after_a_day() -> None:
    assert live_status(Live(), START, START + timedelta(hours=23)) is LiveStatus.LIVE
    assert live_status(Live(), START, START + timedelta(hours=24)) is LiveStatus.ENDED


@pytest.mark.parametrize("status", LiveStatus)
def test_the_authors_word_counts_more(status: LiveStatus) -> None:
    assert live_status(Live(status, END), START, START - timedelta(days=1)) is status
    assert live_moments(Live(status, END), START) == ()


def test_the_moments_are_those_at_which_the_status_changes() -> None:
    assert live_moments(Live(end=END), START) == (START, END)
    for moment in live_moments(Live(end=END), START):
        before = live_status(Live(end=END), START, moment - timedelta(seconds=1))
        assert live_status(Live(end=END), START, moment) is not before
