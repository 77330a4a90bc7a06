"""Pelican's header: `Key: value` lines up to the first blank line.

The form is that of Python-Markdown's meta-data extension, which Pelican reads with: a key begins
within the first four columns, and a line indented by four blanks or more goes on with the value above.
"""

import re

from feedpub.kinds.quoting import quote
from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry, duplicate_key

_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
#: nearly a key: with a blank in it, or a blank ahead of the colon, or with other letters
_NEARLY_KEY = r" {0,3}(?!https?:)[^\W\d_][\w -]{0,30}?[ \t]*:(?:[ \t]|$)"


def parse_pelican_header(text: str, start: int, path: str) -> tuple[tuple[Entry, ...], int, list[Finding]]:
    """The entries, and where the body begins."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    line_number = text.count("\n", 0, start)
    end = start
    while end < len(text):
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        line = text[end:stop]
        line_number += 1
        if match := _KEY.match(line):
            key = match[1]
            folded = key.lower()
            if folded in seen:
                findings.append(duplicate_key(path, line_number, match.start(1) + 1, key, seen[folded]))
            else:
                seen[folded] = line_number
                value = line[match.end() :].strip(" \t")
                entries.append(Entry(key, value, line_number, match.start(1) + 1))
        elif line.startswith("    ") and entries and line.strip():
            last = entries[-1]
            entries[-1] = last._replace(value=f"{last.value}\n{line.strip()}")
        else:
            break
        end = stop + 1
    if not entries:
        findings.append(_no_header(text[start:].partition("\n")[0], path, line_number))
    elif end < len(text) and line.strip():
        findings.append(_header_runs_on(line, path, line_number))
    return tuple(entries), min(end, len(text)), findings


def _no_header(line: str, path: str, line_number: int) -> Finding:
    what = f"the file begins with {quote(line)}" if line.strip() else "the file is empty"
    message = f"{what}: there is no front matter"
    fix = "begin it with lines such as `Title: My episode` and `Date: 2024-05-13`, then a blank line"
    place = Place(path, max(line_number, 1), 1)
    return Finding(Severity.ERROR, "no-front-matter", place, message, fix)


def _header_runs_on(line: str, path: str, line_number: int) -> Finding:
    place = Place(path, line_number, 1)
    if re.match(_NEARLY_KEY, line):
        message = f"{quote(line.strip())} is no header line, so the header ends above it"
        fix = "keys are one word of English letters, digits, `-` and `_`, directly followed by a colon"
        return Finding(Severity.ERROR, "bad-header-line", place, message, fix)
    message = f"the header runs straight into {quote(line.strip())}"
    fix = "put a blank line between the header and the show notes"
    return Finding(Severity.WARNING, "no-blank-line", place, message, fix)
