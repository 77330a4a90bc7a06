"""Times as transcripts write them."""

import re

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?", re.ASCII)


def parse_clock(text: str) -> int | None:
    """Milliseconds of `1:02:03.500`, `62:03` or `0:09`; None for anything else."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    return seconds * 1000 + int((found[4] or "0").ljust(3, "0")[:3])


def render_clock(ms: int, mark: str = ".") -> str:
    """`00:01:02.345`, with `mark` before the milliseconds."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{ms:03}"


def render_time(ms: int) -> str:
    """`1:02` or `1:02:03`, as people write it; parts of seconds are dropped."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
