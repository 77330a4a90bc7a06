"""What a build did, in one line."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from feedpub.model import Finding
from feedpub.report.text import count_of, render_counts, render_instant


class Outcome(Protocol):
    """What there is to say of a build."""

    @property
    def show(self) -> str: ...
    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def written(self) -> Sequence[str]: ...
    @property
    def episodes(self) -> int: ...
    @property
    def live(self) -> int: ...
    @property
    def scheduled(self) -> int: ...
    @property
    def drafts(self) -> int: ...
    @property
    def hidden(self) -> int: ...
    @property
    def next_due(self) -> datetime | None: ...
    @property
    def bytes(self) -> int: ...
    @property
    def failed(self) -> bool: ...


def render_built(outcome: Outcome) -> str:
    """`demo: 6 episodes in build/demo/feed.xml (48,102 bytes), 1 scheduled (next: ...), 1 warning`."""
    if outcome.failed:
        counts = render_counts(outcome.findings)
        return f"{outcome.show}: not built, {counts}; the feed that was there is untouched"
    facts = [
        f"{count_of(outcome.episodes, 'episode')} in build/{outcome.show}/feed.xml ({outcome.bytes:,} bytes)"
    ]
    if outcome.live:
        facts.append(f"{outcome.live:,} live")
    if outcome.next_due:
        facts.append(f"{outcome.scheduled} scheduled (next: {render_instant(outcome.next_due)})")
    if outcome.drafts:
        facts.append(count_of(outcome.drafts, "draft"))
    if outcome.hidden:
        facts.append(f"{outcome.hidden:,} hidden")
    counts = render_counts(outcome.findings)
    if counts:
        facts.append(counts)
    return f"{outcome.show}: {', '.join(facts)}" + ("" if outcome.written else "; nothing has changed")
