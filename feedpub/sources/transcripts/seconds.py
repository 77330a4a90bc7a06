"""Times as JSON has them."""

from typing import Any

#: hours; no episode lasts longer, and larger numbers are no times
_LONGEST = 9_999


def parse_seconds(value: Any) -> int | None:
    """Milliseconds of a number of seconds, or of a text that holds one; None for anything else."""
    if isinstance(value, str) and len(value) < 20:
        try:
            value = float(value)
        except ValueError:
            return None
    if type(value) not in (int, float):
        return None
    # Infinity and what is not a number fail here, too.
    return round(value * 1000) if 0 <= value <= _LONGEST * 3600 else None
