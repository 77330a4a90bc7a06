"""What stands ahead of the show notes: a Pelican header, YAML, TOML or JSON.

Which of them it is, its first line tells: ``---`` opens YAML (closed by ``---`` or ``...``), ``+++``
opens TOML, ``{`` opens JSON, and ``Key: value`` lines up to the first blank line are Pelican's.
"""

import re
from typing import NamedTuple

from feedpub.kinds.quoting import quote
from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry
from feedpub.sources.header.pelican_header import parse_pelican_header

__all__ = ["Entry", "FrontMatter", "parse_front_matter"]

#: Real ones have up to 8,000 characters; the parsers take quadratic time on some hostile text.
_LIMIT = 65_536

_ENDS = {"yaml": r"^(?:---|\.\.\.)[ \t]*$", "toml": r"^\+\+\+[ \t]*$"}


class FrontMatter(NamedTuple):
    """The entries in the order of the file, and the show notes behind them."""

    #: ``pelican``, ``yaml``, ``toml`` or ``json``
    kind: str
    entries: tuple[Entry, ...]
    body: str
    #: the line of the file that the body begins with
    body_line: int


def parse_front_matter(text: str, path: str) -> tuple[FrontMatter, list[Finding]]:
    """The front matter and the body of an episode file.

    A front matter that cannot be read gives no entries and at least one error.
    """
    start = len(text) - len(text.lstrip("\n")) if text.startswith("\n") else 0
    first_line = text[start : text.find("\n", start) + 1 or len(text)].rstrip()
    if first_line == "---":
        return _parse_fenced(text, start, "yaml", path)
    if first_line == "+++":
        return _parse_fenced(text, start, "toml", path)
    if first_line.startswith("{"):
        return _parse_json(text, start, path)
    entries, end, findings = parse_pelican_header(text, start, path)
    return FrontMatter("pelican", entries, text[end:], text.count("\n", 0, end) + 1), findings


def _parse_fenced(text: str, start: int, kind: str, path: str) -> tuple[FrontMatter, list[Finding]]:
    line = text.count("\n", 0, start) + 1
    begin = text.find("\n", start) + 1 or len(text)
    end = re.compile(_ENDS[kind], re.MULTILINE).search(text, begin)
    if end is None:
        return FrontMatter(kind, (), "", line), [_not_closed(kind, path, line)]
    block, body = text[begin : end.start()], text[end.end() + 1 :]
    body_line = text.count("\n", 0, end.end()) + 2
    if len(block) > _LIMIT:
        return FrontMatter(kind, (), body, body_line), [_too_large(path, line)]
    if kind == "yaml":
        from feedpub.sources.header.yaml_front_matter import parse_yaml as parse
    else:
        from feedpub.sources.header.toml_front_matter import parse_toml as parse
    entries, findings = parse(block, line + 1, path)
    return FrontMatter(kind, entries, body, body_line), findings


def _parse_json(text: str, start: int, path: str) -> tuple[FrontMatter, list[Finding]]:
    from feedpub.sources.header.json_front_matter import parse_json

    entries, end, findings = parse_json(text, start, path)
    after = text.find("\n", end) + 1 or len(text)
    rest = text[end:after].strip()
    if rest and entries:
        message = f"{quote(rest)} stands behind the closing `}}`"
        place = Place(path, text.count("\n", 0, end) + 1)
        findings.append(
            Finding(
                Severity.ERROR, "text-after-front-matter", place, message, "begin the notes on a new line"
            )
        )
    return FrontMatter("json", entries, text[after:], text.count("\n", 0, after) + 1), findings


def _not_closed(kind: str, path: str, line: int) -> Finding:
    fence = "---" if kind == "yaml" else "+++"
    message = f"no closing {fence}: the front matter that begins here never ends"
    fix = f"put a line with {fence} between the last key and the show notes"
    return Finding(Severity.ERROR, "front-matter-not-closed", Place(path, line, 1), message, fix)


def _too_large(path: str, line: int) -> Finding:
    message = f"the front matter has more than {_LIMIT:,} characters"
    fix = "is the closing line missing? Texts of that size belong into the show notes"
    return Finding(Severity.ERROR, "front-matter-too-large", Place(path, line, 1), message, fix)
