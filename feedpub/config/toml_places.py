"""Where keys and values stand in a TOML file (TOML 1.0), which no TOML reader of Python tells.

A light scan beside ``tomllib``: it takes for granted that the text is valid TOML, and it runs only
when there is a place to name.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

#: keys and array positions from the top of the file, as ``("people", "ada", "name")``
TomlPath = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_BLANK = re.compile(r"[ \t]*")
_SCALAR = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^']|'{1,2}(?!'))*'{3,5}'''
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^,\]}#\n]*""",
    re.DOTALL,
)


class TomlPlaces(NamedTuple):
    """Line and column, from 1 and in characters, of every key and of every value."""

    keys: dict[TomlPath, tuple[int, int]]
    values: dict[TomlPath, tuple[int, int]]


def find_toml_places(text: str) -> TomlPlaces:
    """The places of everything in ``text``, which must be TOML that ``tomllib`` has read.

    A table is placed at its header. Of a key that stands several times (a table that several
    headers extend) the first place counts.
    """
    scan = _Scan(text)
    try:
        scan.run()
    except RecursionError:  # arrays in arrays without end: what was found so far is what there is to name
        pass
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return TomlPlaces(
        {path: place(offset) for path, offset in scan.keys.items()},
        {path: place(offset) for path, offset in scan.values.items()},
    )


class _Scan:
    """One walk over a text; notes the offset of each key and value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.keys: dict[TomlPath, int] = {}
        self.values: dict[TomlPath, int] = {}
        #: how many tables an array of tables has so far
        self.counts: dict[TomlPath, int] = {}

    def run(self) -> None:
        table: TomlPath = ()
        self._skip(_SPACE)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_SPACE)

    def _header(self) -> TomlPath:
        start = self.at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.at += brackets
        self._skip(_BLANK)
        *outer, last = (part for part, _ in self._key())
        self._skip(_BLANK)
        self.at += brackets
        path: TomlPath = ()
        for part in outer:
            path = self._last_table((*path, part), start)
        path = (*path, last)
        if brackets == 2:
            self.counts[path] = self.counts.get(path, 0) + 1
        return self._last_table(path, start)

    def _last_table(self, path: TomlPath, start: int) -> TomlPath:
        """Notes ``path``, and returns it or, where it is an array of tables, the last of them."""
        self.keys.setdefault(path, start)
        if path in self.counts:
            path = (*path, self.counts[path] - 1)
            self.keys.setdefault(path, start)
        return path

    def _pair(self, table: TomlPath) -> None:
        path = table
        for part, offset in self._key():
            path = (*path, part)
            self.keys.setdefault(path, offset)
        self._skip(_BLANK)
        self.at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _key(self) -> list[tuple[str, int]]:
        parts = []
        while match := _KEY_PART.match(self.text, self.at):
            parts.append((_plain_key(match[0]), self.at))
            self.at = match.end()
            if not (dot := _DOT.match(self.text, self.at)):
                break
            self.at = dot.end()
        return parts

    def _value(self, path: TomlPath) -> None:
        self.values.setdefault(path, self.at)
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._items(path, "]")
        elif opening == "{":
            self._items(path, "}")
        else:
            self._skip(_SCALAR)

    def _items(self, path: TomlPath, closing: str) -> None:
        self.at += 1
        self._skip(_SPACE)
        index = 0
        while self.at < len(self.text) and self.text[self.at] != closing:
            if closing == "]":
                self._value((*path, index))
                index += 1
            else:
                self._pair(path)
            self._skip(_SPACE)
            if self.text[self.at : self.at + 1] == ",":
                self.at += 1
                self._skip(_SPACE)
        self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self.text, self.at):
            self.at = match.end()


def _plain_key(text: str) -> str:
    if text[0] == "'":
        return text[1:-1]
    if text[0] == '"':
        import tomllib

        return str(tomllib.loads(f"key = {text}")["key"])
    return text
