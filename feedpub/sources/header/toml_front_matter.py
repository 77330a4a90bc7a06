"""TOML between ``+++`` lines, as Hugo reads it."""

import re
import tomllib

from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry, duplicate_key

_KEY = re.compile(
    r"""^[ \t]*(?:\[{1,2}[ \t]*)?(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*[.=\]]""", re.MULTILINE
)
_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)


def parse_toml(block: str, first_line: int, path: str) -> tuple[tuple[Entry, ...], list[Finding]]:
    """The top-level keys of a TOML document (TOML 1.0) that begins in line ``first_line`` of the file."""
    try:
        values = tomllib.loads(block)
    except ValueError as error:
        return (), [_explain(str(error), block, first_line, path)]
    except RecursionError:
        message = "the TOML front matter is nested too deeply"
        place = Place(path, first_line, 1)
        return (), [Finding(Severity.ERROR, "front-matter-too-deep", place, message)]
    places = _key_places(block, first_line)
    return tuple(Entry(key, value, *places.get(key, (first_line, 1))) for key, value in values.items()), []


def _key_places(block: str, first_line: int) -> dict[str, tuple[int, int]]:
    """Line and column of the first line that looks like each key: tomllib does not tell."""
    places: dict[str, tuple[int, int]] = {}
    line, done = first_line, 0
    for match in _KEY.finditer(block):
        start = match.start(match.lastindex or 0)
        line += block.count("\n", done, start)
        done = start
        places.setdefault(match[match.lastindex or 0], (line, start - block.rfind("\n", 0, start)))
    return places


def _explain(error: str, block: str, first_line: int, path: str) -> Finding:
    match = _AT.match(error)
    # What tomllib gives no place for is a number that Python refuses to convert.
    what = match[1] if match else "a number has too many digits"
    line, column = (int(match[2]), int(match[3])) if match and match[2] else (block.count("\n") or 1, 1)
    source = block.split("\n")[line - 1]
    place = Place(path, first_line + line - 1, column)
    key = re.match(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*(.*)", source)
    if what == "Cannot overwrite a value" and key:
        first = _key_places(block, first_line).get(key[1], (first_line, 1))[0]
        return duplicate_key(path, place.line, 1, key[1], first)
    message = f"the TOML front matter cannot be read here: {what[:1].lower()}{what[1:]}"
    return Finding(Severity.ERROR, "toml-syntax", place, message, _hint(source, key))


def _hint(source: str, key: re.Match[str] | None) -> str:
    if key is None:
        yaml = re.match(r"[ \t]*([\w-]+):[ \t]", source)
        return f"in TOML it is `{yaml[1]} = ...`, with an equals sign" if yaml else ""
    if key[2][:1] not in ('"', "'", "[", "{"):
        return f'quote the value: {key[1]} = "{key[2]}"' if len(key[2]) <= 200 else "quote the value"
    return "is a quote or a bracket left open?"
