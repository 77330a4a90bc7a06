"""Saying on stderr what is wrong."""

import os
import sys
from collections.abc import Iterable

from feedpub.errors import FeedpubError
from feedpub.model import Finding
from feedpub.report.text import render_error, render_findings, wants_colour


def show_error(error: FeedpubError, root: str = "") -> None:
    """What stopped a command, and how to mend it; `root` is the workspace that its findings speak of."""
    error.findings = tuple(_from_here(error.findings, root))
    tell("\n".join(render_error(error, colour=wants_colour(sys.stderr))))


def tell(text: str) -> None:
    """Says something on stderr. Where nothing can be written any more, the exit code has to say it."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        pass


def show_findings(findings: Iterable[Finding], root: str, *, everything: bool = False) -> None:
    """What was found in the workspace `root`; long series are cut short unless everything is asked for."""
    lines = render_findings(
        _from_here(findings, root), colour=wants_colour(sys.stderr), everything=everything
    )
    if lines:
        print("\n".join(lines), file=sys.stderr)


def _from_here(findings: Iterable[Finding], root: str) -> Iterable[Finding]:
    """The findings with paths as they are seen from where the command was called."""
    up = os.path.relpath(root) if root else "."
    if up == ".":
        return findings
    return [
        one
        if one.place.path.startswith("$")
        else one._replace(place=one.place._replace(path=f"{up}/{one.place.path}"))
        for one in findings
    ]
