"""Dates as RSS writes them."""

from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from feedpub.feed.dates import format_date
from tests.feed.noun_strategies import dates


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2016, 1, 4, tzinfo=ZoneInfo("America/New_York")), "Mon, 04 Jan 2016 00:00:00 -0500"),
        (datetime(2016, 7, 4, tzinfo=ZoneInfo("America/New_York")), "Mon, 04 Jul 2016 00:00:00 -0400"),
        (datetime(2026, 2, 1, 9, 5, 7, tzinfo=ZoneInfo("UTC")), "Sun, 01 Feb 2026 09:05:07 +0000"),
        (datetime(2026, 2, 1, tzinfo=ZoneInfo("Asia/Kathmandu")), "Sun, 01 Feb 2026 00:00:00 +0545"),
        (datetime(2026, 2, 1, tzinfo=ZoneInfo("America/St_Johns")), "Sun, 01 Feb 2026 00:00:00 -0330"),
        (datetime(987, 2, 1, tzinfo=ZoneInfo("UTC")), "Thu, 01 Feb 0987 00:00:00 +0000"),
    ],
)
def test_date_has_english_names_and_a_numeric_offset(moment: datetime, text: str) -> None:
    """The form that every reader takes."""
    assert format_date(moment) == text


def test_offset_with_seconds_is_the_same_instant_in_minutes() -> None:
    """RSS cannot write local mean time: the offset loses its seconds, the instant does not move."""
    moment = datetime(1900, 1, 1, 12, tzinfo=timezone(-timedelta(minutes=36, seconds=45)))
    assert format_date(moment) == "Mon, 01 Jan 1900 11:59:45 -0037"


def test_date_without_offset_is_refused() -> None:
    """It would be another instant for every listener."""
    with pytest.raises(ValueError, match="2026-02-01T00:00:00 has no UTC offset"):
        format_date(datetime(2026, 2, 1))


@given(dates)
def test_any_date_can_be_read_back(moment: datetime) -> None:
    """Instant and offset survive."""
    read = parsedate_to_datetime(format_date(moment))
    assert (read, read.utcoffset() or timedelta()) == (moment, moment.utcoffset())
