"""Times that a form wants and another does not have."""

from collections.abc import Sequence
from itertools import pairwise

from feedpub.model import Cue

#: characters a second: about 170 words a minute
_SPEED = 15
#: milliseconds; what is shown for less cannot be read
_SHORTEST_MS = 1000


def fill_starts(cues: Sequence[Cue]) -> list[Cue] | None:
    """All cues with a start, in the order of these; None where not a single one has any.

    Between two times that are known, speech goes on evenly; after the last one, at a usual speed.
    """
    known = [index for index, cue in enumerate(cues) if cue.start_ms is not None]
    if not known:
        return [] if not cues else None
    starts: list[int] = []
    for index, cue in enumerate(cues):
        if cue.start_ms is not None:
            starts.append(cue.start_ms)
        elif index > known[-1]:
            starts.append(starts[-1] + _speaking_ms(cues[index - 1].text))
        else:
            starts.append(-1)
    _spread(starts, [0, *known], cues)
    return sorted((cue._replace(start_ms=start) for cue, start in zip(cues, starts, strict=True)), key=_start)


def fill_ends(cues: Sequence[Cue]) -> list[Cue]:
    """All cues with an end after their start: where the next one begins, or when it has been spoken.

    The cues are those of :func:`fill_starts`.
    """
    filled = []
    for index, cue in enumerate(cues):
        start, end = _start(cue), cue.end_ms
        if end is None or end <= start:
            end = _start(cues[index + 1]) if index + 1 < len(cues) else 0
        filled.append(cue._replace(end_ms=end if end > start else start + _speaking_ms(cue.text)))
    return filled


def _spread(starts: list[int], known: Sequence[int], cues: Sequence[Cue]) -> None:
    """Gives cues between two known ones their share of the time between."""
    for one, other in pairwise(known):
        if starts[one] < 0:  # the beginning of the audio
            starts[one] = min(0, starts[other])
        length = max(starts[other] - starts[one], 0)
        total = sum(len(cue.text) for cue in cues[one:other]) or 1
        said = 0
        for index in range(one + 1, other):
            said += len(cues[index - 1].text)
            starts[index] = starts[one] + length * said // total


def _speaking_ms(text: str) -> int:
    return max(_SHORTEST_MS, len(text) * 1000 // _SPEED)


def _start(cue: Cue) -> int:
    assert cue.start_ms is not None
    return cue.start_ms
