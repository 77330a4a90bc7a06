"""Cards: as much text as a screen has room for."""

from collections.abc import Iterator
from typing import NamedTuple

from feedpub.model import Cue
from feedpub.sources.transcripts.wrapping import wrap

#: lines of a card, and characters of a line (podcast namespace, transcripts.md, SRT)
LINES = 2
WIDTH = 32


class Card(NamedTuple):
    """What is shown at once."""

    lines: tuple[str, ...]
    start_ms: int
    end_ms: int


def split_cards(cue: Cue) -> Iterator[Card]:
    """The cards of a cue that has both times; each gets of them what its text is of the whole.

    A cue that is shorter than a millisecond a card stays whole, and so does a word longer than a line.
    """
    assert cue.start_ms is not None
    assert cue.end_ms is not None
    lines = wrap(cue.text, WIDTH)
    length = cue.end_ms - cue.start_ms
    groups = [tuple(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]
    if len(groups) == 1 or length < len(groups):
        yield Card(tuple(lines), cue.start_ms, cue.end_ms)
        return
    total = sum(map(len, lines))
    start, said = cue.start_ms, 0
    for index, group in enumerate(groups):
        said += sum(map(len, group))
        rest = len(groups) - index - 1
        end = min(max(cue.start_ms + length * said // total, start + 1), cue.end_ms - rest)
        yield Card(group, start, end)
        start = end
