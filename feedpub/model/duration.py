"""Lengths of time as people write them."""

import re
from datetime import timedelta

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,6})?", re.ASCII)
_SECONDS = re.compile(r"(\d{1,7})(?:[.,]\d{1,6})?", re.ASCII)


def parse_duration(text: str) -> timedelta:
    """`1:02:03`, `62:03` or seconds, as Apple reads `itunes:duration`; parts of seconds are dropped.

    Raises ValueError where the text is none of these.
    """
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(match[1] or 0), int(match[2]), int(match[3])
        if seconds < 60 and (match[1] is None or minutes < 60):
            return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    elif match := _SECONDS.fullmatch(text):
        return timedelta(seconds=int(match[1]))
    raise ValueError(f"no length of time: {text!r}")
