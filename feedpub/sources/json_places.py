"""JSON in which every value knows where it stands (RFC 8259). Strict: no key twice, no NaN, not too deep."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.kinds.quoting import quote

_BLANKS = re.compile(r"[ \t\r\n]*")
#: lists within lists; what people write by hand needs six
_DEEPEST = 32


class JsonFault(ValueError):
    """Where the text breaks (an index), what is wrong there, and how to mend it."""

    def __init__(self, index: int, what: str, fix: str = "check the commas and the quotes around it") -> None:
        super().__init__(what)
        self.index, self.what, self.fix = index, what, fix


class TooDeep(JsonFault):
    """Lists within lists, more of them than anybody means."""

    def __init__(self, index: int) -> None:
        super().__init__(index, "it is nested too deeply", "take out some of the brackets")


class Node(NamedTuple):
    """A value; a ``dict`` or ``list`` holds nodes again."""

    at: int
    value: object


class Lines:
    """Where the characters of a text stand, quickly for many of them."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of the character at ``index``, both from 1."""
        line = bisect_left(self._ends, index)
        return line + 1, index - (self._ends[line - 1] if line else -1)


def parse_json(text: str) -> Node:
    """The one value in the text. Raises JsonFault."""
    reader = JsonReader(text)
    node = reader.read(reader.skip(0), 0)
    if (end := reader.skip(reader.at)) < len(text):
        raise JsonFault(end, "something follows behind the end of the JSON", "remove what is behind it")
    return node


def value_of(node: Node) -> object:
    """The value without the places within it."""
    if isinstance(node.value, dict):
        return {key: value_of(inner) for key, (_, inner) in node.value.items()}
    return [value_of(inner) for inner in node.value] if isinstance(node.value, list) else node.value


class JsonReader:
    """Reads values from a text, one after the other. All of it raises JsonFault."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = json.JSONDecoder(parse_constant=_no_constant)
        #: behind what was read last
        self.at = 0

    def skip(self, index: int) -> int:
        """Behind the blanks at ``index``."""
        match = _BLANKS.match(self._text, index)
        return match.end() if match else index

    def read(self, index: int, depth: int) -> Node:
        """The value at ``index``, which stands in so many others."""
        if depth > _DEEPEST:
            raise TooDeep(index)
        if self._text.startswith("{", index):
            return Node(index, dict(self._unique_members(index, depth)))
        if self._text.startswith("[", index):
            return Node(index, list(self._items(index, depth)))
        return Node(index, self._scalar(index))

    def _unique_members(self, start: int, depth: int) -> Iterator[tuple[str, tuple[int, Node]]]:
        seen: set[str] = set()
        for key, (index, value) in self.members(start, depth):
            if key in seen:
                raise JsonFault(index, f"the key {quote(key)} stands twice", "remove one of the two")
            seen.add(key)
            yield key, (index, value)

    def members(self, start: int, depth: int = 0) -> Iterator[tuple[str, tuple[int, Node]]]:
        """Key -> where the key stands, and its value, of the object at ``start``; perhaps a key twice."""
        for index in self._parts(start, "}"):
            if not self._text.startswith('"', index):
                raise self._expected("a key in double quotes", index)
            key = str(self._scalar(index))
            colon = self.skip(self.at)
            if not self._text.startswith(":", colon):
                raise self._expected("`:`", colon)
            yield key, (index, self.read(self.skip(colon + 1), depth + 1))

    def _items(self, start: int, depth: int) -> Iterator[Node]:
        for index in self._parts(start, "]"):
            yield self.read(index, depth + 1)

    def _parts(self, start: int, closing: str) -> Iterator[int]:
        """Where each part between brackets begins; the caller reads it, which moves ``at``."""
        index = self.skip(start + 1)
        if self._text.startswith(closing, index):
            self.at = index + 1
            return
        while True:
            yield index
            index = self.skip(self.at)
            if self._text.startswith(closing, index):
                self.at = index + 1
                return
            if not self._text.startswith(",", index):
                raise self._expected(f"`,` or `{closing}`", index)
            comma, index = index, self.skip(index + 1)
            if self._text.startswith(closing, index):
                raise JsonFault(comma, f"there is a comma ahead of the closing `{closing}`", "remove it")

    def _scalar(self, index: int) -> object:
        if self._text.startswith(("{", "["), index):
            raise self._expected("a plain value", index)
        try:
            value, self.at = self._decoder.raw_decode(self._text, index)
        except json.JSONDecodeError as error:
            if index >= len(self._text):
                raise self._expected("a value", index) from None
            what = error.msg[:1].lower() + error.msg[1:]
            raise JsonFault(min(error.pos, len(self._text)), what) from None
        except ValueError as error:
            raise JsonFault(index, str(error) if "NaN" in str(error) else "the number is too long") from None
        return value

    def _expected(self, what: str, index: int) -> JsonFault:
        if index >= len(self._text):
            return JsonFault(index, "it ends too early", "see whether the end of the file was lost")
        return JsonFault(index, f"{what} should come next")


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON (neither are NaN and Infinity)")
