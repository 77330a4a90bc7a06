"""Lengths of time as people write them: how long a recording is, and how far into it something stands."""

import re
from datetime import timedelta

#: `1:02:03.456`, `62:03`, `133:13`: the normal play time of RFC 2326, section 3.6, and minutes above 59 where no
#: hours are given
CLOCK = r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2})(?:[.,](?P<part>\d{1,9}))?"
_CLOCK = re.compile(CLOCK, re.ASCII)
_SECONDS = re.compile(r"(\d{1,7})(?:[.,](\d{1,9}))?", re.ASCII)
#: a thousand hours; larger numbers are no times
_LONGEST_SECONDS = 3_600_000


def parse_duration(text: str) -> timedelta:
    """`1:02:03`, `62:03` or seconds, as Apple reads `itunes:duration`; parts of seconds are dropped.

    Raises ValueError where the text is none of these.
    """
    ms = parse_clock(text)
    if ms is None:
        raise ValueError(f"no length of time: {text!r}")
    return timedelta(seconds=ms // 1000)


def parse_instant(value: object) -> int | None:
    """Milliseconds of a number of seconds, or of a text as :func:`parse_clock` reads it; None for all else."""
    if isinstance(value, str):
        return parse_clock(value.strip())
    return seconds_ms(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def parse_clock(text: str) -> int | None:
    """Milliseconds of `1:02:03.4`, `62:03` or `3723.4`; None where it is none of these."""
    if match := _CLOCK.fullmatch(text):
        return clock_ms(match)
    if match := _SECONDS.fullmatch(text):
        return int(match[1]) * 1000 + _part_ms(match[2])
    return None


def clock_ms(match: re.Match[str]) -> int | None:
    """Milliseconds of a match of `CLOCK`; None for 61 seconds, or 61 minutes beside hours."""
    hours, minutes, seconds = match["hours"], int(match["minutes"]), int(match["seconds"])
    if seconds > 59 or (hours is not None and minutes > 59):
        return None
    return ((int(hours or 0) * 60 + minutes) * 60 + seconds) * 1000 + _part_ms(match["part"])


def seconds_ms(seconds: float) -> int | None:
    """Milliseconds of a number of seconds; None for one below zero or beyond a thousand hours."""
    return round(seconds * 1000) if 0 <= seconds < _LONGEST_SECONDS else None


def render_clock(ms: int, mark: str = ".") -> str:
    """`01:02:03.456`, with ``mark`` ahead of the milliseconds."""
    seconds, part = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{part:03}"


def render_short_clock(ms: int) -> str:
    """`1:02`, or `1:01:02` from the first hour on: whole seconds, for people."""
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


def render_seconds(ms: int) -> int | float:
    """Seconds, as a whole number where they are whole."""
    return ms // 1000 if ms % 1000 == 0 else ms / 1000


def _part_ms(digits: str | None) -> int:
    """Thousandths; further digits are cut off, so that no instant moves into the next second."""
    return int((digits or "")[:3].ljust(3, "0"))
