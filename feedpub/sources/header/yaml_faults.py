"""YAML's complaints in the words of somebody who writes show notes."""

import re
from typing import Any

from feedpub.kinds.quoting import quote
from feedpub.model import Severity

_KEY_VALUE = re.compile(r"[ \t]*(?:- +)?([^\s:#'\"][^:]*):[ \t]+(.*?)[ \t]*$")
#: what libyaml calls control characters and XML does not forbid
_CONTROL = re.compile("[\x7f-\x84\x86-\x9f]")


class YamlFault(Exception):
    """What is wrong in a YAML text. Line and column count from 0 within it, as YAML's marks do."""

    def __init__(
        self, name: str, line: int, column: int, message: str, fix: str, severity: Severity = Severity.ERROR
    ) -> None:
        super().__init__(message)
        self.name, self.line, self.column = name, line, column
        self.message, self.fix, self.severity = message, fix, severity


def quoted_value(key: str, value: str) -> str:
    """The advice to quote a value, with the line as it should be."""
    if len(value) > 200:
        return "quote the value"
    mark = "'" if '"' in value or "\\" in value else '"'
    written = value.replace("'", "''") if mark == "'" else value
    return f"quote the value: {key}: {mark}{written}{mark}"


def explain_yaml_error(error: Exception, block: str) -> YamlFault:
    """A fault for any exception of the class ``yaml.YAMLError``."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return _control_character(error, block)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    for part, explain in _EXPLANATIONS:
        if part in problem or part in context:
            return explain(error, block.split("\n"))
    return _fault(mark, f"the YAML front matter cannot be read here: {problem}", "")


def _fault(mark: Any, message: str, fix: str) -> YamlFault:
    return YamlFault("yaml-syntax", mark.line, mark.column, message, fix)


def _line(lines: list[str], mark: Any) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _quote_hint(line: str) -> str:
    match = _KEY_VALUE.match(line)
    return quoted_value(match[1], match[2]) if match else "quote the value"


def _control_character(error: Exception, block: str) -> YamlFault:
    match = _CONTROL.search(block)
    index = match.start() if match else 0
    line = block.count("\n", 0, index)
    column = index - block.rfind("\n", 0, index) - 1
    found = f"the control character U+{ord(match[0]):04X}" if match else str(error)
    return YamlFault("yaml-syntax", line, column, f"{found} cannot stand in YAML", "delete it")


def _second_colon(error: Any, lines: list[str]) -> YamlFault:
    mark = error.problem_mark
    line = _line(lines, mark)
    if ":" not in line[: mark.column]:
        message = f"{quote(line.strip())} is indented, so it belongs to the value above"
        return _fault(mark, message, "remove the blanks in front of it")
    return _fault(mark, "there is a second `: ` in this line", _quote_hint(line))


def _bad_start(error: Any, lines: list[str]) -> YamlFault:
    mark = error.problem_mark
    line = _line(lines, mark)
    if line[mark.column : mark.column + 1] == "\t":
        return _tab(error, lines)
    return _fault(
        mark, f"a value cannot begin with {quote(line[mark.column : mark.column + 1])}", _quote_hint(line)
    )


def _tab(error: Any, _lines: list[str]) -> YamlFault:
    return _fault(error.problem_mark, "a tab stands where YAML wants blanks", "replace the tab by blanks")


def _open_quote(error: Any, _lines: list[str]) -> YamlFault:
    mark = error.context_mark
    message = "the quotation mark that opens here is never closed"
    return _fault(mark, message, "close it at the end of the value")


def _alias(error: Any, lines: list[str]) -> YamlFault:
    mark = error.context_mark
    sign = _line(lines, mark)[mark.column : mark.column + 1]
    message = f"a value that begins with `{sign}` means something special in YAML"
    return _fault(mark, message, _quote_hint(_line(lines, mark)))


def _no_colon(error: Any, lines: list[str]) -> YamlFault:
    mark = error.context_mark
    message = f"{quote(_line(lines, mark).strip())} is no `key: value`"
    fix = "put a colon and a blank behind the key, or indent the line if it goes on with the value above"
    return _fault(mark, message, fix)


def _after_quote(error: Any, lines: list[str]) -> YamlFault:
    mark = error.problem_mark
    rest = _line(lines, mark)[mark.column :].strip()
    if not rest or mark.column == 0:
        return _fault(
            mark, "the line above or this one is no `key: value`", "check the colon and the indentation"
        )
    message = f"{quote(rest)} stands behind a value that has ended"
    return _fault(mark, message, "put quotes round the whole value, of a kind that it does not contain")


def _open_bracket(error: Any, lines: list[str]) -> YamlFault:
    mark = error.context_mark
    line = _line(lines, mark)
    if "node" in str(error.context) or mark.column >= len(line):
        return _fault(
            mark, "a list or mapping in brackets ends too early or has a gap here", "close the bracket"
        )
    message = f"the bracket `{line[mark.column]}` that opens here is not closed, or a comma is missing"
    return _fault(mark, message, f"close the bracket, or {_quote_hint(line)}")


#: a part of libyaml's problem or context, and what explains it; the first that fits counts
_EXPLANATIONS = (
    ("mapping values are not allowed", _second_colon),
    ("a tab character", _tab),
    ("cannot start any token", _bad_start),
    ("scanning a quoted scalar", _open_quote),
    ("scanning an alias", _alias),
    ("scanning an anchor", _alias),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _after_quote),
    ("flow", _open_bracket),
)
