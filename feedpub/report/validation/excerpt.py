"""The line of a file that a finding is about, and a mark below the place."""

import re
import unicodedata
from array import array
from bisect import bisect_right

from feedpub import log
from feedpub.model import Place
from feedpub.report.text import escape
from feedpub.report.validation.outcome import Contents

#: bytes of a long line between the places whose column is known
_STEP = 1 << 16
#: characters before and behind the place that are looked at, so that a secret is hidden even if it is cut
_AROUND = 1000
_NARROWEST = 20
_LINE_END = re.compile(rb"\r\n?|\n")


class Excerpts:
    """Shows lines of files, also of one that is a single line of 20 MB."""

    def __init__(self, contents: Contents, width: int) -> None:
        self._contents = contents
        self._width = width
        self._lines: dict[str, _Lines | None] = {}

    def at(self, place: Place) -> list[str]:
        """The line with its number, and a caret below the place; nothing where the file is not at hand."""
        if place.path not in self._lines:
            data = self._contents(place.path)
            self._lines[place.path] = None if data is None else _Lines(data)
        lines = self._lines[place.path]
        if lines is None or not place.line or not place.column:
            return []
        found = lines.around(place.line, place.column)
        if found is None:
            return []
        before, behind, is_start = found
        number = str(place.line)
        before, behind, cut = _fit(before, behind, is_start, max(self._width - len(number) - 7, _NARROWEST))
        margin = f"    {number} | "
        below = f"    {' ' * len(number)} | "
        return [margin + cut + before + behind, below + " " * _width(cut + before) + "^"]


def _fit(before: str, behind: str, is_start: bool, width: int) -> tuple[str, str, str]:
    """What fits into so many columns, all of it harmless, and what says that something was cut off ahead."""
    line = log.redact(before + behind)
    at = len(before) if line.startswith(before) else _common(before, line)
    before, behind = _plain(line[:at]), _plain(line[at:].rstrip())
    if is_start:
        indented = len(before)
        before = before.lstrip()
        if not before and indented:
            behind = behind.lstrip()
    cut = ""
    wanted = max(width // 3, width - _width(behind) - 1)
    if not is_start or _width(before) > wanted:
        before, cut = _last(before, wanted - 1), "…"
    left = width - _width(cut + before)
    if _width(behind) > left:
        behind = _first(behind, left - 1) + "…"
    return before, behind, cut


def _plain(text: str) -> str:
    return escape(text.replace("\t", " "))


def _common(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _width(text: str) -> int:
    """Columns of a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _first(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    for count, char in enumerate(text):
        width -= _columns(char)
        if width < 0:
            return text[:count]
    return text


def _last(text: str, width: int) -> str:
    """As much of the end as fits."""
    return _first(text[::-1], width)[::-1]


class _Lines:
    """Lines and columns of a file in UTF-8, by bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = array("Q", [0])
        self._starts.extend(found.end() for found in _LINE_END.finditer(data))
        #: of the long line that was asked for last: its number, places in it, and their columns
        self._known: tuple[int, list[int], list[int]] = (0, [], [])

    def around(self, line: int, column: int) -> tuple[str, str, bool] | None:
        """What stands before and behind a place, and whether that begins with the line."""
        if line > len(self._starts):
            return None
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._data)
        at = self._byte_of(line, start, end, column)
        # A character has at most four bytes; what is cut in half is replaced, and then cut off.
        first, last = max(start, at - 4 * _AROUND), min(end, at + 4 * _AROUND)
        before = self._data[first:at].decode("utf-8", "replace")
        behind = self._data[at:last].decode("utf-8", "replace")
        is_start = first == start and len(before) <= _AROUND
        return before[-_AROUND:], behind[:_AROUND].rstrip("\r\n"), is_start

    def _byte_of(self, line: int, start: int, end: int, column: int) -> int:
        if end - start > _STEP:
            if self._known[0] != line:
                self._known = (line, *self._walk(start, end))
            index = bisect_right(self._known[2], column) - 1
            start, known = self._known[1][index], self._known[2][index]
            column -= known - 1
        text = self._data[start : min(end, start + _STEP + 4)].decode("utf-8", "replace")
        return min(end, start + len(text[: column - 1].encode()))

    def _walk(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """Places in a long line, and their columns."""
        places, columns = [start], [1]
        while places[-1] + _STEP < end:
            stop = places[-1] + _STEP
            while stop < end and self._data[stop] & 0xC0 == 0x80:
                stop += 1
            block = self._data[places[-1] : stop]
            columns.append(
                columns[-1] + (len(block) if block.isascii() else len(block.decode("utf-8", "replace")))
            )
            places.append(stop)
        return places, columns
