"""Lengths of time as people write them."""

from datetime import timedelta

import pytest

from feedpub.model.duration import parse_duration


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
