"""What is due when, for people and for programs."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from feedpub.report.text import escape, render_instant, render_until


class Coming(Protocol):
    """An episode that waits for its date."""

    @property
    def show(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def published(self) -> datetime: ...
    @property
    def source(self) -> str: ...


def render_agenda(coming: Sequence[Coming], now: datetime) -> str:
    """A line for each episode, the nearest first."""
    if not coming:
        return "nothing is scheduled\n"
    return "".join(_line(due, now) for due in _sorted(coming))


def render_agenda_json(coming: Sequence[Coming], now: datetime) -> str:
    """An array of objects: show, title, source, published (with the show's offset), utc, seconds from now."""
    import json

    rows = [
        {
            "show": due.show,
            "title": due.title,
            "source": due.source,
            "published": due.published.isoformat(),
            "utc": due.published.astimezone(UTC).isoformat(),
            "seconds": int((due.published - now).total_seconds()),
        }
        for due in _sorted(coming)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _line(due: Coming, now: datetime) -> str:
    when = f"{render_instant(due.published)} ({render_until(due.published, now)})"
    return f"{when}  {due.show}: {escape(due.title)}\n"


def _sorted(coming: Sequence[Coming]) -> list[Coming]:
    return sorted(coming, key=lambda due: (due.published, due.show, due.source))
