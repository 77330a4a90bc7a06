"""`itunes:duration`: seconds, or `H:MM:SS`."""

import re
from functools import lru_cache

#: Apple's guide: seconds are recommended, hours may be left out of the other forms
_SECONDS = re.compile(r"\d{1,9}", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})", re.ASCII)


@lru_cache(maxsize=1024)
def parse_duration(text: str) -> float | None:
    """Seconds; None where it is no duration that Apple knows. White space around it does not matter."""
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    found = _CLOCK.fullmatch(text)
    if not found or int(found[3]) > 59 or int(found[2]) > 59:
        return None
    return float(int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]))
