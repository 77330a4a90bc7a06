"""Findings and results for people, on a terminal or in a log."""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TextIO

from feedpub import log
from feedpub.errors import FeedpubError
from feedpub.model import Finding, Severity

#: how many findings of one kind are shown before the rest is only counted
_SHOWN = 5

_DIRECTIONS = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

#: how each severity looks on a terminal (SGR)
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream` (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def escape(text: str) -> str:
    """`text` with control characters made visible: no input can take over a terminal or begin a line."""
    if text.isprintable():
        return text
    return "".join(f"\\x{ord(char):02x}" if _is_control(char) else char for char in text)


def render_findings(
    findings: Iterable[Finding], *, colour: bool = False, everything: bool = False
) -> list[str]:
    """The lines that say what was found: worst first, then by place; many of one kind are counted.

    Each is `path:line:column: severity: what is there [name]`, and below it how to mend it.
    """
    ordered = sorted(set(findings), key=lambda one: (-one.severity, one.place, one.name, one.message))
    lines: list[str] = []
    counts: dict[tuple[Severity, str], int] = {}
    for finding in ordered:
        kind = (finding.severity, finding.name)
        counts[kind] = counts.get(kind, 0) + 1
        if everything or finding.severity is Severity.ERROR or counts[kind] <= _SHOWN:
            lines += _lines(finding, colour)
    for (severity, name), count in counts.items():
        if not everything and severity is not Severity.ERROR and count > _SHOWN:
            lines.append(f"... and {count - _SHOWN} more of {name} (all of them with -v)")
    return lines


def render_error(error: FeedpubError, *, colour: bool = False) -> list[str]:
    """The lines that say what stopped a command, and how to mend it."""
    lines = render_findings(error.findings, colour=colour, everything=True)
    lines.append(f"feedpub: {escape(log.redact(str(error)))}")
    return [*lines, f"    {escape(error.fix)}"] if error.fix else lines


def render_counts(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`; empty when there is nothing to count."""
    kinds = dict.fromkeys((Severity.ERROR, Severity.WARNING), 0)
    for finding in set(findings):
        if finding.severity in kinds:
            kinds[finding.severity] += 1
    return ", ".join(count_of(count, severity.name.lower()) for severity, count in kinds.items() if count)


def count_of(count: int, noun: str) -> str:
    """`1 episode`, `2 episodes`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def render_instant(instant: datetime) -> str:
    """A time of a show: `Fri 2 Jan 2099, 06:00 +01:00`."""
    return f"{instant:%a} {instant.day} {instant:%b %Y, %H:%M} {instant.isoformat()[-6:]}"


def render_until(instant: datetime, now: datetime) -> str:
    """How long until `instant`: `in 3 days`, `in 2 h 5 min`."""
    minutes = int((instant - now).total_seconds() // 60)
    if minutes >= 48 * 60:
        return f"in {minutes // 1440:,} days"
    if minutes >= 60:
        return f"in {minutes // 60} h {minutes % 60} min"
    return f"in {minutes} min"


def _lines(finding: Finding, colour: bool) -> list[str]:
    severity = finding.severity.name.lower()
    if colour:
        severity = f"\x1b[{COLOURS[finding.severity]}m{severity}\x1b[0m"
    # The severity may hold our own colours; what comes from outside is escaped on its own.
    message, fix = escape(log.redact(finding.message)), escape(log.redact(finding.fix))
    first = f"{escape(str(finding.place))}: {severity}: {message} [{finding.name}]"
    return [first, f"    {fix}"] if fix else [first]


def _is_control(char: str) -> bool:
    code = ord(char)
    # C0, DEL and C1, lone surrogates, and the marks that turn the direction of a line around
    return code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code in _DIRECTIONS
