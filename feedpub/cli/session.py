"""What all commands that work on shows have in common: which shows, when, how loud."""

import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from feedpub import log
from feedpub.cache.freshness import cache_path
from feedpub.config.workspace import find_workspace, list_shows
from feedpub.errors import UsageError


class Session(NamedTuple):
    """A command's answers to: where, which shows, when, how loud."""

    root: str
    shows: tuple[str, ...]
    #: read once, here
    now: datetime
    started_ns: int
    quiet: bool
    verbose: int

    @property
    def cache_file(self) -> str:
        """Where the workspace's cache is."""
        return cache_path(self.root, os.environ.get("FEEDPUB_CACHE_DIR", ""))

    def note(self, text: str) -> None:
        """Says on stderr what a person may want to know."""
        if not self.quiet:
            print(f"feedpub: {text}", file=sys.stderr)


def start_session(
    workspace: str, shows: Sequence[str], now: str | None, quiet: bool, verbose: int
) -> Session:
    """Raises UsageError for a workspace, show or instant that is none."""
    started_ns = time.time_ns()
    log.start(loudness(verbose))
    root = find_workspace(workspace)
    known = list_shows(root)
    unknown = [name for name in shows if name not in known]
    if unknown:
        import difflib

        close = difflib.get_close_matches(unknown[0], known, 1)
        hint = f"did you mean `{close[0]}`?" if close else f"there are: {', '.join(known)}"
        raise UsageError(f"no show `{unknown[0]}` in feeds/", hint)
    return Session(
        root, tuple(dict.fromkeys(shows)) or known, read_instant(now, started_ns), started_ns, quiet, verbose
    )


def loudness(verbose: int) -> int:
    """`-v` shows all findings; from the second on, and with FEEDPUB_LOG=1 or 2, it logs what is done."""
    given = os.environ.get("FEEDPUB_LOG", "")
    return max(verbose - 1, int(given) if given.isdecimal() else 0)


def read_instant(given: str | None, started_ns: int) -> datetime:
    """The instant that a command is told to act at, else $FEEDPUB_NOW, else that of its start.

    Raises UsageError.
    """
    text = given or os.environ.get("FEEDPUB_NOW", "")
    if not text:
        return datetime.fromtimestamp(started_ns // 1_000_000_000, UTC)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"`{text}` is no instant", "write it as 2026-01-31T06:00+01:00") from None
    if instant.tzinfo is None:
        raise UsageError(
            f"`{text}` lacks its offset from UTC", f"write it as {instant.isoformat()}+00:00, say"
        )
    return instant


def count_cores() -> int:
    """Those that this process may use, where the system tells (Linux)."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
