"""Lengths of time as people write them."""

from datetime import timedelta

import pytest

from feedpub.model.duration import (
    parse_duration,
    parse_instant,
    render_clock,
    render_seconds,
    render_short_clock,
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:03:29", 3809),
        ("01:03:29", 3809),
        ("58:12", 3492),
        ("133:13", 7993),
        ("0:20:16.5", 1216),
        ("3809", 3809),
        ("3809.7", 3809),
        ("0", 0),
    ],
)
def test_what_is_read(text: str, seconds: int) -> None:
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text", ["", "1:60", "1:75:00", "1:2:3", "-5", "an hour", "1h", "٣", "1:00\n", "9" * 50]
)
def test_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(ValueError, match="no length of time"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("value", "ms"),
    [
        ("1:02:03.4", 3_723_400),
        ("62:03", 3_723_000),
        ("3723.4", 3_723_400),
        (" 0:09,9999 ", 9_999),
        (73, 73_000),
        (0.0004, 0),
        ("1:60", None),
        ("1:75:00", None),
        (True, None),
        (-1, None),
        (float("nan"), None),
        (3_600_000, None),
        (None, None),
    ],
)
def test_instants_are_read_to_the_millisecond(value: object, ms: int | None) -> None:
    """Further digits are cut off; nobody records for a thousand hours."""
    assert parse_instant(value) == ms


@pytest.mark.parametrize(
    ("ms", "clock", "short"),
    [
        (0, "00:00:00.000", "0:00"),
        (95_999, "00:01:35.999", "1:35"),
        (3_723_004, "01:02:03.004", "1:02:03"),
        (360_000_000, "100:00:00.000", "100:00:00"),
    ],
)
def test_clocks_count_hours_without_end(ms: int, clock: str, short: str) -> None:
    assert render_clock(ms) == clock
    assert render_clock(ms, ",") == clock.replace(".", ",")
    assert render_short_clock(ms) == short


def test_seconds_are_whole_numbers_where_they_are_whole() -> None:
    assert [render_seconds(ms) for ms in (0, 61_000, 61_500)] == [0, 61, 61.5]
