"""JSON at the very top of a file, as Hugo reads it."""

import json
import re

from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry, duplicate_key
from feedpub.sources.text import place_in

_BLANKS = re.compile(r"[ \t\n]*")


class _Broken(Exception):
    """Where it breaks, and what is wrong there."""

    def __init__(self, index: int, what: str, fix: str = "") -> None:
        super().__init__(what)
        self.index, self.what, self.fix = index, what, fix


class _Rejected(Exception):
    """A value that the JSON module takes and we do not."""


def parse_json(text: str, start: int, path: str) -> tuple[tuple[Entry, ...], int, list[Finding]]:
    """The entries of the object that begins at ``start``, and the index behind it (RFC 8259)."""
    members: list[tuple[int, str, object]] = []
    try:
        end = _parse_object(text, start, members)
    except _Broken as broken:
        place = place_in(text, broken.index, path)
        message = f"the JSON front matter cannot be read here: {broken.what}"
        return (), len(text), [Finding(Severity.ERROR, "json-syntax", place, message, broken.fix)]
    except RecursionError:
        message = "the JSON front matter is nested too deeply"
        return (), len(text), [Finding(Severity.ERROR, "front-matter-too-deep", Place(path, 1, 1), message)]
    return (*_collect(members, text, path, end),)


def _collect(
    members: list[tuple[int, str, object]], text: str, path: str, end: int
) -> tuple[tuple[Entry, ...], int, list[Finding]]:
    entries: dict[str, Entry] = {}
    findings = []
    for index, key, value in members:
        place = place_in(text, index, path)
        if key in entries:
            findings.append(duplicate_key(path, place.line, place.column, key, entries[key].line))
        else:
            entries[key] = Entry(key, value, place.line, place.column)
    return tuple(entries.values()), end, findings


def _parse_object(text: str, start: int, members: list[tuple[int, str, object]]) -> int:
    decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)
    index = _skip(text, start + 1)
    if text.startswith("}", index):
        return index + 1
    while True:
        if not text.startswith('"', index):
            raise _Broken(*_expected("a key in double quotes", text, index, start))
        at = index
        key, index = _value(decoder, text, index)
        index = _skip(text, index)
        if not text.startswith(":", index):
            raise _Broken(*_expected("`:`", text, index, start))
        value, index = _value(decoder, text, _skip(text, index + 1))
        members.append((at, str(key), value))
        index = _skip(text, index)
        if text.startswith("}", index):
            return index + 1
        if not text.startswith(",", index):
            raise _Broken(*_expected("`,` or `}`", text, index, start))
        index = _skip(text, index + 1)


def _skip(text: str, index: int) -> int:
    match = _BLANKS.match(text, index)
    return match.end() if match else index


def _expected(what: str, text: str, index: int, start: int) -> tuple[int, str, str]:
    if index >= len(text):
        return start, "no closing `}`", "put a line with } between the last key and the show notes"
    if text.startswith("}", index) and text[:index].rstrip().endswith(","):
        return index, "there is a comma ahead of the closing `}`", "remove that comma"
    return index, f"{what} should come next", "check the commas and the quotes around this place"


def _value(decoder: json.JSONDecoder, text: str, index: int) -> tuple[object, int]:
    try:
        return decoder.raw_decode(text, index)
    except json.JSONDecodeError as error:
        fix = "check the commas and the quotes around this place"
        raise _Broken(min(error.pos, len(text)), error.msg[:1].lower() + error.msg[1:], fix) from None
    except _Rejected as error:
        raise _Broken(index, str(error)) from None
    except ValueError:
        raise _Broken(index, "a number has too many digits") from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Rejected(f"`{twice}` stands twice in one object")
    return values


def _no_constant(name: str) -> object:
    raise _Rejected(f"{name} is no number")
