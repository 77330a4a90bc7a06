"""Lengths of time, with their fractions."""

from datetime import timedelta

import pytest

from feedpub.kinds.times import check_time, parse_time


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(73, 73), (73.5, 73.5), ("73", 73), ("73.25", 73.25), ("1:13", 73), ("62:03", 3723), ("1:02:03.5", 3723.5),
     ("00:00:00.1234", 0.1234), ("73.123456789", 73.123456), (1234.567891, 1234.567891), (" 1:13 ", 73), ("1:13,5", 73.5), (0, 0)],
)  # fmt: skip
def test_what_is_read(value: str | float, seconds: float) -> None:
    assert parse_time(value) == timedelta(seconds=seconds)
    assert check_time(value) is None


@pytest.mark.parametrize(
    "value",
    ["", "1:75", "1:60:00", "an hour", "-5", -1, True, None, [], {}, float("nan"), float("inf"), 1e300, "٣"],
)
def test_what_is_no_length_of_time(value: object) -> None:
    fault = check_time(value)
    assert fault is not None
    assert fault.name == "bad-time"
