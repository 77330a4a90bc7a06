"""YAML between ``---`` lines, as Jekyll, Hugo, Eleventy and Astro read it.

PyYAML only splits the text into events. Values are built here, because people mean by `1:29:56` and
`no` what YAML 1.2's core schema (section 10.3.2) says and not YAML 1.1, and because keys need places.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from feedpub.kinds.quoting import quote
from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry, duplicate_key
from feedpub.sources.header.yaml_faults import YamlFault, explain_yaml_error, quoted_value

_DEPTH = 32
_NODES = 10_000

#: The C parser where PyYAML has it; both give the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
#: Only what reads the same when it is written again: `007`, `1.10` and `1e3` stay text, so that a
#: slug or a title is what its author wrote.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_COMMENT = re.compile(r"[ \t]+#")


def parse_yaml(block: str, first_line: int, path: str) -> tuple[tuple[Entry, ...], list[Finding]]:
    """The top-level keys of a YAML document that begins in line ``first_line`` of the file.

    Nothing is ever constructed but plain values: tags are errors, and so is what is nested deeper
    than 32 levels or has more than 10,000 nodes, aliases counted as often as they are used.
    """
    document = _Document(block, first_line, path)
    try:
        return document.read_entries(), document.findings
    except yaml.YAMLError as error:
        fault = explain_yaml_error(error, block)
    except YamlFault as error:
        fault = error
    return (), [*document.findings, document.finding(fault)]


class _Document:
    """The events of one document, and what was found on the way."""

    def __init__(self, block: str, first_line: int, path: str) -> None:
        self.findings: list[Finding] = []
        self._block = block
        self._first_line = first_line
        self._path = path
        self._events: Iterator[Any] = yaml.parse(block, Loader=_LOADER)
        self._nodes = 0
        self._anchors: dict[str, tuple[object, int]] = {}
        self._has_comments = _COMMENT.search(block) is not None

    def finding(self, fault: YamlFault) -> Finding:
        place = Place(self._path, fault.line + self._first_line, fault.column + 1)
        return Finding(fault.severity, fault.name, place, fault.message, fault.fix)

    def read_entries(self) -> tuple[Entry, ...]:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return ()
        root = next(self._events)
        if not isinstance(root, yaml.MappingStartEvent):
            if _CONSTANTS.get(getattr(root, "value", "-"), False) is None:
                return ()
            raise _no_mapping(root)
        return tuple(
            Entry(key, value, mark.line + self._first_line, mark.column + 1)
            for key, value, mark in self._pairs(1)
        )

    def _pairs(self, depth: int) -> Iterator[tuple[str, object, Any]]:
        """The pairs of the mapping that has just begun, without those whose key was there before."""
        seen: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _no_key(event)
            key: str = event.value
            mark: Any = event.start_mark
            self._count(event, 1)
            value = self._value(next(self._events), depth, key)
            if key in seen:
                line = mark.line + self._first_line
                self.findings.append(duplicate_key(self._path, line, mark.column + 1, key, seen[key]))
            else:
                seen[key] = mark.line + self._first_line
                yield key, value, mark

    def _value(self, event: Any, depth: int, key: str) -> object:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._nodes
        self._count(event, 1)
        if event.tag not in (None, "!"):
            raise _tagged(event, self._block)
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, key)
        else:
            if depth >= _DEPTH:
                raise _fault(event, "front-matter-too-deep", f"more than {_DEPTH} levels are nested here")
            value = self._collection(event, depth + 1, key)
        if event.anchor:
            self._anchors[event.anchor] = value, self._nodes - before
        return value

    def _collection(self, event: Any, depth: int, key: str) -> object:
        if isinstance(event, yaml.MappingStartEvent):
            return {name: value for name, value, _ in self._pairs(depth)}
        items = []
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(item, depth, key))
        return items

    def _scalar(self, event: Any, key: str) -> object:
        text: str = event.value
        if event.style:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if self._has_comments:
            self._check_comment(event, key)
        return text

    def _check_comment(self, event: Any, key: str) -> None:
        """Say that ` #` begins a comment where it cuts off a text."""
        end = event.end_mark.index
        rest = self._block[end : self._block.find("\n", end) % (len(self._block) + 1)]
        if not _COMMENT.match(rest) or not any(map(str.isalpha, event.value)):
            return
        message = f"the text after # is a comment, so `{key}` is only {quote(event.value)}"
        fix = f"if it belongs to the value, {quoted_value(key, event.value + rest.rstrip())}"
        mark = event.end_mark
        column = mark.column + len(rest) - len(rest.lstrip())
        fault = YamlFault("comment-in-value", mark.line, column, message, fix, Severity.WARNING)
        self.findings.append(self.finding(fault))

    def _alias(self, event: Any) -> object:
        if event.anchor not in self._anchors:
            message = f"`*{event.anchor}` refers to a value that nothing above is named after"
            raise _fault(event, "yaml-syntax", message, "quote the value if the `*` belongs to it")
        value, nodes = self._anchors[event.anchor]
        self._count(event, nodes)
        return value

    def _count(self, event: Any, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > _NODES:
            raise _fault(event, "front-matter-too-large", f"the front matter has more than {_NODES:,} values")


def _fault(event: Any, name: str, message: str, fix: str = "") -> YamlFault:
    return YamlFault(name, event.start_mark.line, event.start_mark.column, message, fix)


def _no_mapping(event: Any) -> YamlFault:
    what = "a list" if isinstance(event, yaml.SequenceStartEvent) else "a text"
    message = f"the front matter is {what}, but it must be lines of `key: value`"
    fix = "write for example `title: My episode`, with a blank behind the colon"
    return _fault(event, "front-matter-not-a-mapping", message, fix)


def _no_key(event: Any) -> YamlFault:
    message = "a list or a mapping stands where a key must be"
    return _fault(event, "yaml-syntax", message, "quote the value if it begins with `{` or `[`")


def _tagged(event: Any, block: str) -> YamlFault:
    written = re.split(r"\s", block[event.start_mark.index :], maxsplit=1)[0]
    message = f"{quote(written)} is a YAML tag, and only plain values are read"
    return _fault(event, "yaml-tag", message, "remove the tag, or quote the value if the `!` belongs to it")
