"""Titles that carry the episode's number."""

import re
from functools import lru_cache

_DASHES = "-–—"


def split_title(title: str, patterns: tuple[str, ...]) -> tuple[int | None, str]:
    """Number and title: ``Episode 40 - A Guest`` is 40 and ``A Guest`` with ``Episode {number} - {title}``.

    The first pattern that fits the whole title is taken, without regard to case and to the kind of
    dash. Where none fits, the number is None and the title is returned as it is; it is never empty.
    """
    for pattern in _compile(patterns):
        if match := pattern.fullmatch(title):
            found = match.groupdict()
            number = found.get("number")
            return int(number) if number else None, (found.get("title") or "").strip() or title
    return None, title


@lru_cache(maxsize=32)
def _compile(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_expression(pattern), re.IGNORECASE | re.DOTALL) for pattern in patterns)


def _expression(pattern: str) -> str:
    """A regular expression for a pattern; a blank stands for any, and a dash for any kind of dash."""
    parts = re.split(r"(\{number\}|\{title\}|\s+|[-–—])", pattern.strip())
    return "".join(map(_part, parts))


def _part(text: str) -> str:
    if text == "{number}":
        return "(?P<number>[0-9]{1,9})"
    if text == "{title}":
        return r"(?P<title>\S.*)"
    if text.isspace():
        return r"\s+"
    return f"[{_DASHES}]" if text and text in _DASHES else re.escape(text)
