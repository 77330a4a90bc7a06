"""Dates are read, and what is wrong with them is told."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.dates import format_rfc822, parse_rfc822
from feedpub.validate.iso_dates import parse_rfc3339, parse_w3c_date

ZONES = st.sampled_from([0, 60, -300, 330, 345, 840, -720]).map(lambda m: timezone(timedelta(minutes=m)))
DATES = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=ZONES).map(
    lambda date: date.replace(microsecond=0)
)


@given(DATES)
def test_every_date_that_python_writes_is_fine(date: datetime) -> None:
    reading = parse_rfc822(format_datetime(date))
    assert reading.faults == ()
    assert reading.when == date


@given(DATES)
def test_what_is_written_here_is_fine(date: datetime) -> None:
    assert parse_rfc822(format_rfc822(date)) == (date, ())


@given(
    st.text()
    | st.text("0123456789 :,+-TZ.JanFebMonTueGMT()")
    | st.from_regex(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d \S*")
)
def test_junk_never_raises(text: str) -> None:
    assert parse_rfc822(text).when or parse_rfc822(text).faults
    parse_w3c_date(text)
    parse_rfc3339(text)


@given(DATES)
def test_every_iso_date_that_python_writes_is_fine(date: datetime) -> None:
    assert parse_rfc3339(date.isoformat()) == (date, "")
    assert parse_w3c_date(date.isoformat()) == (date, "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Thu, 01 Jan 2026 06:00:00 GMT", []),
        ("1 Jan 2026 06:00 Z", []),
        ("Thu, 31 Dec 2026 23:59:60 GMT", []),
        ("Thu, 01 Jan 2026 06:00:00 -0000", []),
        ("", ["invalid"]),
        ("yesterday", ["invalid"]),
        ("Sat, 31 Jun 2026 06:00:00 GMT", ["invalid"]),
        ("Sun, 29 Feb 2026 06:00:00 GMT", ["invalid"]),
        ("Thu, 01 Jan 2026 24:00:00 GMT", ["invalid"]),
        ("Thu, 01 Jan 2026 06:00:00", ["invalid"]),
        ("Thu, 01 Jan 2026", ["invalid"]),
        ("Thu 01 Jan 2026 06:00:00 GMT", ["invalid"]),
        ("Thu, 01 Jan 2026 6:00 PM GMT", ["invalid"]),
        ("Thu, 01 Jan 2026 06:00:00 +1", ["invalid"]),
        ("Thu, 01 Jan 2026 06:00:00 +0199", ["invalid"]),
        ("Thu, 01 Foo 2026 06:00:00 GMT", ["invalid"]),
        ("Fri, 01 Jan 2026 06:00:00 GMT", ["weekday"]),
        ("2026-01-01T06:00:00Z", ["iso"]),
        ("2026-01-01", ["iso"]),
        ("Thu, 01 January 2026 06:00:00 GMT", ["name"]),
        ("Do, 01 Jan 2026 06:00:00 GMT", ["name"]),
        ("Thu, 01 Sept 2022 06:00:00 GMT", ["name"]),
        ("Thu, 01 Jan 2026 06:00:00 +01:00", ["colon"]),
        ("Thu, 01 Jan 2026 06:00:00 UTC", ["zone"]),
        ("Thu, 01 Jan 2026 06:00:00 GMT+1", ["zone"]),
        ("Thu, 01 Jan 2026 06:00:00 Europe/Berlin", ["zone"]),
        ("Thu, 01 Jan 26 06:00:00 GMT", ["risky"]),
        ("Thu, 01 Jan 2026 06:00:00 +0000 (GMT)", ["risky"]),
        ("Thu,  1 Jan 2026 06:00:00 GMT", ["risky"]),
        ("thu, 01 Jan 2026 06:00:00 GMT", ["risky"]),
        ("Thu, 01 Jan 2026 06:00:00 gmt", ["risky"]),
        ("Thu, 01 Jan 2026 06:00:00 Q", ["risky"]),
        ("Thu, 01 Jan 2026 06:00:00 +0117", ["risky"]),
        ("Thu, 01 Jan 2026 06:00:00 +2300", ["risky"]),
    ],
)
def test_what_is_wrong_with_a_date(text: str, kinds: list[str]) -> None:
    assert [fault.kind for fault in parse_rfc822(text).faults] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Do, 1. Januar 2026 06:00:00 CET",
        "Thu, 01 January 2026 05:00:00 UTC",
        "Thu, 01 Jan 2026 06:00:00 +01:00",
        "2026-01-01T06:00:00+01:00",
        "1 Jan 26 05:00 gmt",
    ],
)
def test_a_date_that_is_plain_to_a_person_is_corrected(text: str) -> None:
    assert parse_rfc822(text).when == datetime(2026, 1, 1, 5, tzinfo=UTC)
    assert parse_rfc822(parse_rfc822(text).corrected).faults == ()


def test_a_date_is_not_corrected_when_it_contradicts_itself() -> None:
    assert parse_rfc822("Fri 01 Jan 2026 06:00:00 GMT").corrected == ""


@pytest.mark.parametrize(
    "text", ["2026", "2026-01", "2026-01-01", "2026-01-01T06:00Z", "2026-01-01T06:00:00.25+01:00"]
)
def test_dates_of_w3cdtf(text: str) -> None:
    assert parse_w3c_date(text).fault == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-13",
        "2026-02-30",
        "2026-01-01T06:00:00",
        "2026-01-01 06:00Z",
        "2026-01-01T06:00:00+0100",
    ],
)
def test_dates_that_w3cdtf_does_not_know(text: str) -> None:
    assert parse_w3c_date(text).fault


def test_the_time_zone_may_be_missing_where_that_is_the_form() -> None:
    assert parse_w3c_date("2026-01-01T06:00", zone_needed=False).fault == ""


@pytest.mark.parametrize("text", ["2026", "2026-01-01", "2026-01-01T06:00Z"])
def test_rfc_3339_wants_all_of_a_date(text: str) -> None:
    assert parse_rfc3339(text).fault
