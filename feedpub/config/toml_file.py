"""Reading a settings file, and saying in plain words why it cannot be read."""

import re
from typing import Any

from feedpub.config.layers import FileLayer
from feedpub.kinds.fault import quote
from feedpub.model import Finding, Place, Severity

#: bytes; nobody writes more by hand
LARGEST = 1 << 20
#: tags of other namespaces hold each other; no such thing is deeper
DEEPEST = 40

_TOO_DEEP = "arrays or tables stand in one another too deeply"

_POSITION = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

#: how a message of tomllib begins -> what is the matter, how to mend it
_SYNTAX = (
    (
        "Invalid value",
        "what follows `=` is no value",
        "put text into quotes; write true, false and numbers without",
    ),
    ("Expected '='", "there is no `=`", 'a setting is written `key = "value"`'),
    ("Invalid statement", "this is neither a setting nor a [table]", 'a setting is written `key = "value"`'),
    (
        "Invalid initial character",
        "a key must stand here",
        "put keys with other characters than A-Z a-z 0-9 _ - into quotes",
    ),
    (
        "Expected newline",
        "something follows the value",
        "write one setting on a line, and a comment after `#`",
    ),
    ("Cannot overwrite a value", "the key stands twice", "remove one of the two"),
    ("Duplicate inline table key", "the key stands twice in { }", "remove one of the two"),
    ("Cannot declare", "the table stands twice", "put all its settings below one header"),
    ("Cannot mutate", "the table was finished before", "put all its settings in one place"),
    ("Cannot redefine", "the table was finished before", "put all its settings in one place"),
    ("Unclosed array", "a list has no closing `]`", "close it with `]`, with commas between its values"),
    ("Unclosed inline table", "a `{` has no closing `}`", "close it on the same line"),
    ("Unterminated string", "a text has no closing quote", "close it with the quote that opens it"),
    (
        "Illegal character '\\n'",
        "a text has no closing quote",
        'close it on the same line, or write long text in """ """',
    ),
    ("Illegal character", "a character that no settings file may hold", "remove it, or write it as \\uXXXX"),
    (
        "Found invalid character",
        "a character that no settings file may hold",
        "remove it, or write it as \\uXXXX",
    ),
    (
        "Unescaped",
        "a backslash begins an escape",
        "write \\\\ for a backslash, or put the text into 'single quotes'",
    ),
    (
        "Invalid hex value",
        "a backslash begins an escape",
        "write \\\\ for a backslash, or put the text into 'single quotes'",
    ),
    ("Escaped character", "the escape means no character", "write the character itself"),
    ("Invalid date", "there is no such date or time", "put it into quotes if it is meant as text"),
    (
        "Expected ']",
        "the header has no closing bracket",
        "a table begins with its name in brackets: [audio]",
    ),
)


def read_layer(file: str, path: str) -> tuple[FileLayer, list[Finding]]:
    """The settings file ``file``, which findings call ``path``. With faults the layer is empty."""
    from feedpub.files import PathFault, read_regular, reason_of

    try:
        data = read_regular(file, LARGEST)
    except PathFault as fault:
        return _no_layer(path, "unreadable-file", f"`{path}` {fault}")
    except (OSError, ValueError) as error:
        return _no_layer(path, "unreadable-file", f"`{path}` cannot be read: {reason_of(error)}")
    return parse_layer(data, path)


def parse_layer(data: bytes, path: str) -> tuple[FileLayer, list[Finding]]:
    """The bytes of a settings file as a layer. With faults the layer is empty."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    text = text.replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
    except ValueError as error:
        return FileLayer(path, "", {}), [_syntax_fault(str(error), text, path)]
    except RecursionError:
        return _no_layer(path, "bad-toml", _TOO_DEEP)
    if not _is_shallow(table):
        return _no_layer(path, "bad-toml", _TOO_DEEP)
    return FileLayer(path, text, table), []


def _is_shallow(table: dict[str, Any]) -> bool:
    """Whether tables and lists stand in one another no more than DEEPEST times: who reads them recurs."""
    level: list[Any] = [table]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    return not level


def _no_layer(path: str, name: str, message: str) -> tuple[FileLayer, list[Finding]]:
    return FileLayer(path, "", {}), [Finding(Severity.ERROR, name, Place(path), message)]


def _not_utf8(data: bytes, offset: int, path: str) -> tuple[FileLayer, list[Finding]]:
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    message = f"the byte {data[offset]:#04x} is no UTF-8"
    fix = "save the file as UTF-8 (in the editor: Save with encoding)"
    return FileLayer(path, "", {}), [
        Finding(Severity.ERROR, "not-utf-8", Place(path, line, column), message, fix)
    ]


def _syntax_fault(problem: str, text: str, path: str) -> Finding:
    match = _POSITION.search(problem)
    reason = problem[: match.start()] if match else problem
    place = _syntax_place(match, text, path)
    what, fix = next((words for start, *words in _SYNTAX if reason.startswith(start)), (reason, ""))
    quoted = text.split("\n")[place.line - 1].strip() if place.line else ""
    message = f"{quote(quoted)} is not TOML: {what}" if quoted else f"not TOML: {what}"
    return Finding(Severity.ERROR, "bad-toml", place, message, fix)


def _syntax_place(match: re.Match[str] | None, text: str, path: str) -> Place:
    if not match:
        return Place(path)
    if match[1]:
        return Place(path, int(match[1]), int(match[2]))
    written = text.rstrip().split("\n")  # the end of the document: the last line with something on it
    return Place(path, len(written), len(written[-1]) + 1)
