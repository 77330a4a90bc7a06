"""Whether a list of chapters can be right: order, ends, titles, and the length of the recording."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from feedpub.kinds.fault import Fault
from feedpub.kinds.quoting import quote
from feedpub.model import Chapter, Severity
from feedpub.model.duration import render_short_clock

#: the beginning of one more chapter than this is no podcast, but an attempt to fill memory
MOST = 10_000
#: what rounding and the delay of encoders explain, in ms
_TOLERANCE_MS = 1000


class ChapterFault(NamedTuple):
    """A fault, and which chapter has it: ``at`` is its place in the list, from 0."""

    fault: Fault
    at: int


def check_chapters(chapters: Sequence[Chapter], duration: timedelta | None = None) -> list[ChapterFault]:
    """What is wrong with a list, in its order; beyond the recording only where its ``duration`` is known."""
    faults = [*_check_order(chapters), *_check_ends(chapters), *_check_titles(chapters)]
    if duration is not None:
        faults += _check_duration(chapters, round(duration.total_seconds() * 1000))
    return sorted(faults, key=lambda fault: fault.at)


def check_chosen(source: str, chapters: Sequence[Chapter], duration: timedelta | None) -> list[ChapterFault]:
    """What is wrong with the list that counts, and has not been said when its ``source`` was read.

    Whoever wrote a header or a file of chapters was told of order and ends then. What is in an audio file or
    in notes was perhaps never meant to be judged: nothing there is worse than a warning.
    """
    if source in ("header", "file"):
        told = check_chapters(chapters)
        return [fault for fault in check_chapters(chapters, duration) if fault not in told]
    return [
        found._replace(fault=found.fault._replace(severity=min(found.fault.severity, Severity.WARNING)))
        for found in check_chapters(chapters, duration)
    ]


def _check_order(chapters: Sequence[Chapter]) -> Iterator[ChapterFault]:
    for index, (before, chapter) in enumerate(pairwise(chapters), 1):
        if chapter.start_ms < before.start_ms:
            message = f"{_name(chapter)} starts before {_name(before)}, which stands ahead of it"
            fix = "put the chapters in the order of their times, or correct the time"
            yield ChapterFault(Fault("chapters-out-of-order", message, fix), index)
        elif chapter.start_ms == before.start_ms:
            message = f"{_name(chapter)} starts with {_name(before)}: apps show one of the two"
            fix = "correct one of the times, or remove one of the chapters"
            yield ChapterFault(Fault("chapters-equal-start", message, fix, Severity.WARNING), index)


def _check_ends(chapters: Sequence[Chapter]) -> Iterator[ChapterFault]:
    for index, chapter in enumerate(chapters):
        if chapter.end_ms is not None and chapter.end_ms < chapter.start_ms:
            message = f"{_name(chapter)} ends at {render_short_clock(chapter.end_ms)}, before it starts"
            fault = Fault("chapter-invalid-end", message, "correct the end, or leave it out")
            yield ChapterFault(fault, index)


def _check_titles(chapters: Sequence[Chapter]) -> Iterator[ChapterFault]:
    for index, chapter in enumerate(chapters):
        if chapter.toc and not chapter.title:
            message = f"the chapter at {render_short_clock(chapter.start_ms)} has no title"
            fix = "give it one, or say with `toc: false` that it only changes the picture or the link"
            yield ChapterFault(Fault("chapter-without-title", message, fix, Severity.INFO), index)


def _check_duration(chapters: Sequence[Chapter], duration_ms: int) -> Iterator[ChapterFault]:
    lasts = render_short_clock(duration_ms)
    fix = "correct the time, or see whether the audio file is the right one"
    for index, chapter in enumerate(chapters):
        if chapter.start_ms >= duration_ms:
            message = f"{_name(chapter)} starts when the audio is over, which lasts {lasts}"
            yield ChapterFault(Fault("chapter-beyond-duration", message, fix, Severity.WARNING), index)
        elif chapter.end_ms is not None and chapter.end_ms > duration_ms + _TOLERANCE_MS:
            end = render_short_clock(chapter.end_ms)
            message = f"{_name(chapter)} ends at {end}, the audio lasts {lasts}"
            yield ChapterFault(Fault("chapter-beyond-duration", message, fix, Severity.WARNING), index)


def _name(chapter: Chapter) -> str:
    start = render_short_clock(chapter.start_ms)
    return f"the chapter {quote(chapter.title)} ({start})" if chapter.title else f"the chapter at {start}"
