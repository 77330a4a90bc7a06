"""From byte offsets to lines and columns.

Offsets are what expat gives for nothing. Lines and columns are only reckoned for what is reported, in one
sweep over the document, so a feed of one line of 20 MB costs no more than any other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

_ATTRIBUTE = re.compile(rb"\s*([^\s=/>\"'<]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NAME = re.compile(rb"<[^\s/>]+")
_TAG_END = re.compile(rb"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_CONTENT = re.compile(
    rb"(?P<cdata><!\[CDATA\[)|<!--|<\?|(?P<tag></?)|&(?P<reference>#?\w+);|(?P<text>[^<&]+)"
)
#: how what is no element ends
_ENDS = {b"<![CDATA[": b"]]>", b"<!--": b"-->", b"<?": b"?>"}


class Shifts:
    """Where offsets in a mended document were in the one that came.

    Each entry of `ends` is an offset in the mended one, from which on what came is `by` bytes further on.
    """

    def __init__(self, ends: Sequence[int] = (), by: Sequence[int] = ()) -> None:
        self._ends, self._by = ends, by

    def original(self, offset: int) -> int:
        """The offset in the document that came."""
        index = bisect_right(self._ends, offset) - 1
        original = offset + self._by[index] if index >= 0 else offset
        if index + 1 < len(self._ends):
            # Inside of what was put in: it stands for what ends there.
            original = min(original, self._ends[index + 1] + self._by[index + 1])
        return original

    def mended(self, offset: int) -> int:
        """The offset in the mended document of what stood at `offset` in the one that came."""
        origins = [end + by for end, by in zip(self._ends, self._by, strict=True)]
        index = bisect_right(origins, offset) - 1
        return offset - self._by[index] if index >= 0 else offset


def locate(data: bytes, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Line and column, from 1 and in characters, of each of `offsets` in `data`, which is in UTF-8."""
    places: dict[int, tuple[int, int]] = {}
    line, column, last = 1, 1, 0
    has_returns = b"\r" in data
    for offset in sorted(set(offsets)):
        passed = data[last:offset]
        if has_returns:
            passed = passed.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = passed.count(b"\n")
        if lines:
            line += lines
            passed = passed[passed.rfind(b"\n") + 1 :]
            column = 1
        column += len(passed) if passed.isascii() else len(passed.decode("utf-8", "replace"))
        places[offset] = (line, column)
        last = offset
    return places


def offset_of_attribute(data: bytes, offset: int, name: str) -> int:
    """Where an attribute stands in the start tag at `offset`; that of the tag when it has none such.

    `name` may be canonical: its prefix need not be the one that the document uses.
    """
    local = name.rsplit(":", 1)[-1].rsplit("}", 1)[-1].encode()
    found = _NAME.match(data, offset)
    at = found.end() if found else offset
    while match := _ATTRIBUTE.match(data, at):
        if match[1].rsplit(b":", 1)[-1] == local:
            return match.start(1)
        at = match.end()
    return offset


def offset_of_text(data: bytes, offset: int, characters: int) -> int:
    """Where so many characters into the text of the element at `offset` stand; else that of the tag."""
    tag = _TAG_END.match(data, offset)
    if not tag:
        return offset
    at, left, depth = tag.end(), characters, 0
    while match := _CONTENT.match(data, at):
        if match["tag"]:
            tag = _TAG_END.match(data, at)
            depth += -1 if match["tag"] == b"</" else not (tag and tag[0].endswith(b"/>"))
            if not tag or depth < 0:
                return offset
            at = tag.end()
            continue
        start, end = match.span()
        if closing := _ENDS.get(match[0]):
            start, end = end, data.find(closing, end)
            if end < 0:
                return offset
        at = end + len(closing or b"")
        group = match.lastgroup
        if group == "reference" and not depth:
            if not left:
                return start
            left -= 1
        elif group in ("cdata", "text") and not depth:
            length, bytes_in = _measure(data[start:end], left)
            if length > left:
                return start + bytes_in
            left -= length
    return offset


def _measure(raw: bytes, wanted: int) -> tuple[int, int]:
    """How many characters `raw` stands for, and where the one numbered `wanted` begins in it."""
    if raw.isascii() and b"\r" not in raw:
        return len(raw), min(wanted, len(raw))
    text = raw.decode("utf-8", "replace")
    if "\r\n" not in text:
        return len(text), len(text[:wanted].encode())
    before = 0
    for index, line in enumerate(text.split("\r\n")):
        if before + len(line) + 1 > wanted:
            written = before + index + (wanted - before)
            return wanted + 1, len(text[:written].encode())
        before += len(line) + 1
    return before - 1, len(raw)
