"""Dates: what is read, what is refused, and what the clocks do to it."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.header.dates import DateFault, parse_date

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2016-01-04", "2016-01-04T00:00:00-05:00"),
        ("2015-10-5", "2015-10-05T00:00:00-04:00"),
        ("2015-06-10 20:00", "2015-06-10T20:00:00-04:00"),
        ("2014-08-27 9:00", "2014-08-27T09:00:00-04:00"),
        ("  2014-08-27T09:00:05 ", "2014-08-27T09:00:05-04:00"),
        ("2016-07-01T10:00:05.123Z", "2016-07-01T10:00:05+00:00"),
        ("2016-07-01 10:00+02:00", "2016-07-01T10:00:00+02:00"),
        ("2016-07-01 10:00:00 +0200", "2016-07-01T10:00:00+02:00"),
        ("2016-07-01 10:00 -03", "2016-07-01T10:00:00-03:00"),
        ("Mon, 13 May 2024 15:00:00 +0200", "2024-05-13T15:00:00+02:00"),
        ("13 May 2024 15:00 GMT", "2024-05-13T15:00:00+00:00"),
        ("13 May 2024 15:00", "2024-05-13T15:00:00-04:00"),
        (date(2015, 10, 5), "2015-10-05T00:00:00-04:00"),
        (datetime(2015, 10, 5, 9, 30, 1, 999), "2015-10-05T09:30:01-04:00"),
        (datetime(2015, 10, 5, 9, tzinfo=UTC), "2015-10-05T09:00:00+00:00"),
    ],
)
def test_forms_that_are_read(written: object, meant: str) -> None:
    found, warning = parse_date(written, NEW_YORK)
    assert (found.isoformat(), warning) == (meant, "")


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        ("10/11/12", "`10/11/12`", "order of day and month"),
        ("25.12.2015", "`25.12.2015`", "year-month-day"),
        ("yesterday", "`yesterday` is no date", "2024-05-13"),
        ("", "is no date", "2024-05-13"),
        ("May 13, 2024", "is no date", "2024-05-13"),
        ("2015-02-30", "day is out of range", "2024-05-13"),
        ("2020-02-19 9:99", "minute must be 0..59", "2024-05-13"),
        ("2020-02-19 24:00", "hour must be 0..23", "2024-05-13"),
        ("2015-13-01", "month must be 1..12", "2024-05-13"),
        ("13 May 2024 15:00 EST", "`EST` may mean several", "-0500"),
        ("2016-07-01 10:00 +25:00", "which no place has", "2024-05-13"),
        ("2016-07-01 10:00 +0275", "which no place has", "2024-05-13"),
        (1629896400488, "as milliseconds since 1970 it would be 2021-08-25 13:00+00:00", "2021-08-25 13:00"),
        ("1629896400", "as seconds since 1970", "2021-08-25 13:00"),
        (20150102, "is no date", "2015-01-02"),
        ("0001-01-01", "the year 1", "correct"),
        ("9999-12-31", "the year 9999", "correct"),
        (time(3), "is no date", "2024-05-13"),
        (None, "is no date", "2024-05-13"),
        (True, "is no date", "2024-05-13"),
        ([1], "is no date", "2024-05-13"),
        ("٢٠١٦-٠١-٠٤", "is no date", "2024-05-13"),
    ],
)
def test_what_is_not_clear_is_refused_with_a_hint(written: object, message: str, fix: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(written, NEW_YORK)
    assert caught.value.name == "bad-date"
    assert message in caught.value.message
    assert fix in caught.value.fix


def test_a_date_without_any_zone_is_refused() -> None:
    with pytest.raises(DateFault) as caught:
        parse_date("2016-01-04", None)
    assert caught.value.name == "date-without-zone"
    assert "timezone =" in caught.value.fix
    assert parse_date("2016-01-04 10:00Z", None)[0].isoformat() == "2016-01-04T10:00:00+00:00"


def test_an_hour_that_the_clocks_skip_is_refused_with_both_neighbours() -> None:
    with pytest.raises(DateFault) as caught:
        parse_date("2016-03-13 02:30", NEW_YORK)
    assert caught.value.name == "date-in-dst-gap"
    assert "2016-03-13 01:30-05:00" in caught.value.fix
    assert "2016-03-13 03:30-04:00" in caught.value.fix


def test_of_an_hour_that_the_clocks_repeat_the_first_is_taken_with_a_warning() -> None:
    found, warning = parse_date("2016-11-06 01:30", NEW_YORK)
    assert found.isoformat() == "2016-11-06T01:30:00-04:00"
    assert "2016-11-06 01:30-04:00 is taken, not 2016-11-06 01:30-05:00" in warning


def test_a_day_that_begins_in_a_gap_begins_behind_it() -> None:
    found, warning = parse_date("2018-11-04", ZoneInfo("America/Sao_Paulo"))
    assert (found.isoformat(), warning) == ("2018-11-04T01:00:00-02:00", "")


def test_a_day_that_a_zone_skipped_is_refused() -> None:
    with pytest.raises(DateFault, match="skip it"):
        parse_date("2011-12-30", ZoneInfo("Pacific/Apia"))


@pytest.mark.parametrize("year", ["1970", "1989", "2101", "9998"])
def test_unlikely_years_are_warned_of(year: str) -> None:
    assert year in parse_date(f"{year}-06-01", NEW_YORK)[1]


def test_a_wrong_weekday_is_warned_of() -> None:
    assert "no Tue but a Mon" in parse_date("Tue, 13 May 2024 15:00:00 +0200", NEW_YORK)[1]


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.sampled_from(sorted(available_timezones()))
)
def test_a_local_time_has_the_offset_of_its_zone_at_that_instant(naive: datetime, zone: str) -> None:
    try:
        found, _ = parse_date(naive.isoformat(), ZoneInfo(zone))
    except DateFault as fault:
        assert fault.name == "date-in-dst-gap"
    else:
        assert found.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == naive.replace(microsecond=0)
        assert datetime.fromisoformat(found.isoformat()) == found
        assert found.utcoffset() == found.astimezone(ZoneInfo(zone)).utcoffset()


@given(
    st.text(max_size=30)
    | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,3}[-/. ][0-9]{1,4}( [0-9:+Z-]{1,12})?", fullmatch=True)
)
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    try:
        found, _ = parse_date(text, NEW_YORK)
    except DateFault as fault:
        assert fault.message
        assert fault.fix
    else:
        assert found.tzinfo is not None
