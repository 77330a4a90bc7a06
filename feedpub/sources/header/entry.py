"""One entry of a front matter, whatever its format."""

from typing import NamedTuple

from feedpub.model import Finding, Place, Severity


class Entry(NamedTuple):
    """A key, its value, and where the key stands in the file (both counted from 1).

    Values are text, numbers, booleans, None, lists and dicts of these; TOML also has dates and times.
    """

    key: str
    value: object
    line: int
    column: int = 1


def duplicate_key(path: str, line: int, column: int, key: str, first_line: int) -> Finding:
    """The finding for a key that a front matter has twice."""
    from feedpub.kinds.quoting import quote

    message = f"{quote(key)} stands here for the second time; the first is in line {first_line}"
    fix = "keep one of the two lines"
    return Finding(Severity.ERROR, "duplicate-key", Place(path, line, column), message, fix)
