"""Times as transcripts write them, right or wrong."""

import re
from typing import Any

from feedpub.model.duration import seconds_ms

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?", re.ASCII)


def parse_clock(text: str) -> int | None:
    """Milliseconds of `1:02:03.500`, `62:03` or `0:09`, and of `0:75`, which is wrong and told elsewhere.

    None for anything else.
    """
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    return seconds * 1000 + int((found[4] or "0").ljust(3, "0")[:3])


def parse_seconds(value: Any) -> int | None:
    """Milliseconds of a number of seconds, or of a text that holds one; None for anything else."""
    number = _number(value)
    return None if number is None else seconds_ms(number)


def parse_milliseconds(value: Any) -> int | None:
    """The same where the number is one of milliseconds."""
    number = _number(value)
    return None if number is None else seconds_ms(number / 1000)


def _number(value: Any) -> float | None:
    if isinstance(value, str) and len(value) < 20:
        try:
            return float(value)
        except ValueError:
            return None
    # bool is an int, for Python
    return value if type(value) in (int, float) else None
