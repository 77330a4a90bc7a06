"""Numbers and lengths of time as feeds write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.feed.numbers import format_decimal, format_seconds


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (13, "13"),
        (13.0, "13"),
        (13.5, "13.5"),
        (0, "0"),
        (1e22, "10000000000000000000000"),
        (0.00001, "0.00001"),
        (1.5e-7, "0.00000015"),
        (-0.5, "-0.5"),
    ],
)
def test_decimal_has_no_exponent_and_no_needless_zeros(number: float, text: str) -> None:
    """What XML Schema calls a decimal."""
    assert format_decimal(number) == text


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(number: float) -> None:
    """A feed cannot say it."""
    with pytest.raises((ValueError, OverflowError)):
        format_decimal(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_decimal_can_be_read_back(number: float) -> None:
    """Exactly, however small or large."""
    assert "e" not in format_decimal(number)
    assert float(format_decimal(number)) == number


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=73), "73"),
        (timedelta(seconds=1234.5), "1234.5"),
        (timedelta(microseconds=1), "0.000001"),
        (timedelta(hours=100, milliseconds=20), "360000.02"),
        (timedelta(), "0"),
    ],
)
def test_seconds_are_plain_decimals(length: timedelta, text: str) -> None:
    """No clock, no sign for thousands, no needless zeros."""
    assert format_seconds(length) == text
