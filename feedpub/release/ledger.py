"""`ledger.toml`: the identity of what is published. Committed to git and reviewed like code.

Apps tell episodes apart by their guid and download an episode again when it changes, so a guid is
written here once, when the episode is first built, and from then on is read from here, whatever
becomes of the title, the slug, the file or the audio.

The file is edited line by line, so that notes which people add to it stay.
"""

from datetime import datetime
from typing import Any, NamedTuple

FILE = "ledger.toml"

_HEAD = """\
# The identity of this show and of every episode that listeners have: written by feedpub, kept in
# git, reviewed like code. Apps download an episode again when its guid changes. Never delete this file.

version = 1
"""


#: what an entry begins with
_ENTRY = "\n[[episode]]\n"


class LedgerFault(ValueError):
    """The text is no ledger; ``line`` says where (0: unknown)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class LedgerEntry(NamedTuple):
    """One published or scheduled episode."""

    guid: str
    #: the episode file, relative to the show's folder: follows the file when it is renamed
    source: str
    slug: str
    published: datetime
    enclosure: str = ""
    length_bytes: int = 0
    #: of the audio file, in hexadecimal; empty when it is not here
    sha256: str = ""


class Ledger(NamedTuple):
    """The identity of a show: `podcast:guid`, and the entries in the order of the file."""

    guid: str
    entries: tuple[LedgerEntry, ...] = ()


def parse_ledger(text: str) -> Ledger:
    """The ledger that ``text`` holds. Raises LedgerFault."""
    return _parse_own(text) or _parse_any(text)


def _parse_own(text: str) -> Ledger | None:
    """A ledger just as it is written here, or None.

    Five times quicker than a parser of TOML, and certain: what was read is written again and compared.
    """
    import json

    head, *blocks = text.split(_ENTRY)
    try:
        guid = json.loads(head.rpartition("guid = ")[2])
        if not _is_uuid(guid) or _head(guid) != head:
            return None
        entries = [_entry_of_lines(block.splitlines()) for block in blocks]
        same = all(_lines(entry) == block for entry, block in zip(entries, blocks, strict=True))
        return Ledger(guid, tuple(entries)) if same else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _entry_of_lines(lines: list[str]) -> LedgerEntry:
    import json

    values = dict(line.split(" = ", 1) for line in lines)
    published = datetime.fromisoformat(values.pop("published"))
    # All other values are JSON, too.
    row = json.loads("{" + ",".join(f'"{key}":{value}' for key, value in values.items()) + "}")
    length = row.pop("length", 0)
    if length < 0 or published.tzinfo is None or set(map(type, row.values())) != {str}:
        raise ValueError("wrong, though written alike: for the other parser to complain of")
    return LedgerEntry(published=published, length_bytes=length, **row)


def _parse_any(text: str) -> Ledger:
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LedgerFault(f"is not valid TOML: {error}", _line_of(error)) from None
    if table.get("version") != 1:
        raise LedgerFault("is not of version 1, the only one that this feedpub knows")
    guid = table.get("guid")
    if not isinstance(guid, str) or not _is_uuid(guid):
        raise LedgerFault("lacks the show's `guid`, a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c")
    rows = table.get("episode", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LedgerFault("has an `episode` that is not a [[episode]]")
    return Ledger(guid, tuple(_entry(row, number) for number, row in enumerate(rows, 1)))


def render_ledger(ledger: Ledger, old: str = "", dropped: frozenset[int] = frozenset()) -> str:
    """The text of ``ledger``: ``old`` with only those lines changed that must be, new entries last.

    The entries of ``old`` come first in ``ledger`` and in the same order; those at the positions
    ``dropped`` are left out.
    """
    if not old.strip():
        return _head(ledger.guid) + "".join(map(_block, ledger.entries))
    # Not splitlines(), which also breaks at characters that may stand within a TOML string.
    lines = [line + "\n" for line in old.removesuffix("\n").split("\n")]
    starts = [number for number, line in enumerate(lines) if line.startswith("[[episode]]")]
    known = parse_ledger(old).entries
    if len(starts) != len(known):
        raise LedgerFault("has an entry that does not begin with [[episode]] on a line of its own")
    for position in reversed(range(len(known))):
        if position in dropped:
            del lines[starts[position] : _end_of(lines, starts[position])]
        elif ledger.entries[position] != known[position]:
            _edit(lines, starts[position], known[position], ledger.entries[position])
    return "".join(lines) + "".join(map(_block, ledger.entries[len(known) :]))


def _is_uuid(text: str) -> bool:
    parts = text.split("-")
    return [len(part) for part in parts] == [8, 4, 4, 4, 12] and set("".join(parts).lower()) <= set(
        "0123456789abcdef"
    )


def _entry(row: dict[str, Any], number: int) -> LedgerEntry:
    needed = {"guid": str, "source": str, "slug": str, "published": datetime}
    for key, kind in needed.items():
        if not isinstance(row.get(key), kind):
            raise LedgerFault(f"lacks `{key}` in [[episode]] no. {number}, or it is of the wrong kind")
    if row["published"].tzinfo is None:
        raise LedgerFault(f"has a `published` without an offset in [[episode]] no. {number}")
    length = row.get("length", 0)
    # type(), since true is an int, too
    if type(length) is not int or length < 0:
        raise LedgerFault(f"has a `length` that is no number of bytes in [[episode]] no. {number}")
    for key in ("enclosure", "sha256"):
        if not isinstance(row.get(key, ""), str):
            raise LedgerFault(f"has `{key}` in [[episode]] no. {number} that is not a text")
    known = {key: row[key] for key in LedgerEntry._fields if key in row}
    return LedgerEntry(**known, length_bytes=length)


def _fields(entry: LedgerEntry) -> dict[str, str]:
    fields = {
        "guid": _quoted(entry.guid),
        "source": _quoted(entry.source),
        "slug": _quoted(entry.slug),
        "published": entry.published.isoformat(),
    }
    if entry.enclosure:
        fields |= {"enclosure": _quoted(entry.enclosure), "length": str(entry.length_bytes)}
    if entry.sha256:
        fields["sha256"] = _quoted(entry.sha256)
    return fields


def _head(guid: str) -> str:
    return f"{_HEAD}guid = {_quoted(guid)}\n"


def _block(entry: LedgerEntry) -> str:
    return _ENTRY + _lines(entry)


def _lines(entry: LedgerEntry) -> str:
    return "".join(f"{key} = {value}\n" for key, value in _fields(entry).items())


def _edit(lines: list[str], start: int, before: LedgerEntry, entry: LedgerEntry) -> None:
    """Changes, adds and removes only the lines of the keys that differ."""
    old, new, end = _fields(before), _fields(entry), _end_of(lines, start)
    at = {lines[number].split("=")[0].strip(): number for number in range(start, end)}
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            lines[at[key]] = f"{key} = {new[key]}\n"
    lines[end:end] = [f"{key} = {new[key]}\n" for key in new if key not in old]
    for number in sorted((at[key] for key in old if key not in new), reverse=True):
        del lines[number]


def _end_of(lines: list[str], start: int) -> int:
    """The line after the last `key = value` of the entry that begins at `start`."""
    end = at = start + 1
    while at < len(lines) and not lines[at].startswith("["):
        at += 1
        if "=" in lines[at - 1] and not lines[at - 1].lstrip().startswith("#"):
            end = at
    return end


def _quoted(text: str) -> str:
    import json

    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped (TOML 1.0, "String").
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _line_of(error: ValueError) -> int:
    import re

    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 0
