"""Chapters that an author has put into the show notes as a list of times.

One time in a text is none. Chapters are at least two times that rise, and that begin (or else end) their
lines. Lists of appointments, of speakers and of verses look alike, and are told apart by how their times and
titles go.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from feedpub.model import Chapter
from feedpub.sources.chapters.check import MOST
from feedpub.sources.chapters.plain_title import plain_piece, trim_title
from feedpub.sources.chapters.timed_line import TimedLine, parse_timed_line

_FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
#: HTML puts a whole list into one line
_ITEM = re.compile(r"(?=<(?:li|p|br|div|tr|dt|dd|h[1-6])\b)", re.IGNORECASE)
_TIME_LIKE = re.compile(r"\d:\d\d")
#: list markers, ahead of the line below a time that has a line to itself
_MARKER = re.compile(r"[ \t]*(?:[-*+•>][ \t]+|#{1,6}[ \t]*|\d{1,3}[.)][ \t]+)*")
_SPEAKER = re.compile(r"([^:]{1,40}):\s")
#: ms; chapters that follow each other faster are lines of a transcript, or verses
_SHORTEST = 5_000
#: ms; the first chapter starts within this, a day at a conference does not
_EARLY = 300_000
_QUARTER = 15_000
_LONGEST_TITLE = 300


class NoteChapter(NamedTuple):
    """A chapter, and its line in the notes (the first is 1)."""

    line: int
    chapter: Chapter


def find_note_chapters(markdown: str) -> tuple[NoteChapter, ...]:
    """The chapters that the notes list; none where their times are no chapters.

    Two lines whose times rise are enough, in any of the ways in which podcasters write them. Titles are
    plain text. A time out of order stays in its place, for the author to mend. Pure, and never raises.
    """
    if not _TIME_LIKE.search(markdown):
        return ()
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = list(_timed_lines(_without_comments(lines)))
    for leads in (True, False):
        runs = _rising([one for one in found if one.leads is leads])
        for run in runs:
            titled = [_with_title(one, lines) for one in run]
            if _are_chapters(titled):
                return tuple(_as_chapter(one) for one in titled[:MOST])
    return ()


def _without_comments(lines: Sequence[str]) -> list[str]:
    text = "\n".join(lines)
    if "<!--" not in text:
        return list(lines)
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")


def _timed_lines(lines: Sequence[str]) -> Iterator[TimedLine]:
    fence = ""
    for number, line in enumerate(lines, 1):
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        if fence or ":" not in line:
            continue
        for piece in _ITEM.split(line) if "<" in line else (line,):
            if (found := parse_timed_line(number, piece)) is not None:
                yield found


def _rising(stamps: Sequence[TimedLine]) -> list[list[TimedLine]]:
    """The stretches in which times only rise, in their order. A time that stands twice counts once.

    One time that is far ahead of those around it is a slip of the keyboard, and ends no stretch.
    """
    runs: list[list[TimedLine]] = []
    slips = 0  # the number of the last stretch that has had its slip
    for stamp in stamps:
        if runs and stamp.start_ms > runs[-1][-1].start_ms:
            runs[-1].append(stamp)
        elif runs and len(runs[-1]) == 1 and stamp.start_ms == runs[-1][0].start_ms and stamp.end_ms:
            # "Intro (1:10), Topic (1:10-7:03)": of the first one the end is told.
            runs[-1] = [runs[-1][0]._replace(start_ms=0, end_ms=stamp.start_ms), stamp]
        elif runs and len(runs[-1]) > 1 and stamp.start_ms > runs[-1][-2].start_ms and len(runs) > slips:
            runs[-1].append(stamp)
            slips = len(runs)
        elif not (runs and stamp.start_ms == runs[-1][-1].start_ms):
            runs.append([stamp])
    return [run for run in runs if len(run) > 1]


def _with_title(stamp: TimedLine, lines: Sequence[str]) -> TimedLine:
    """A time alone in its line has the next line that says something for a title, if that has no time."""
    if stamp.title:
        return stamp._replace(title=_shorten(stamp.title))
    for line in lines[stamp.line : stamp.line + 3]:
        if line.strip():
            if _TIME_LIKE.match(line.lstrip(" \t*-+[(@#")):
                break
            plain = plain_piece(_MARKER.sub("", line[:1000], count=1))
            return stamp._replace(title=_shorten(trim_title(plain.text)), url=plain.url)
    return stamp


def _shorten(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:-") + "…"


def _are_chapters(run: Sequence[TimedLine]) -> bool:
    titles = [one.title for one in run]
    if sum(map(bool, titles)) * 2 < len(run):
        return False
    gaps = [after.start_ms - before.start_ms for before, after in pairwise(run)]
    if sum(gap < _SHORTEST for gap in gaps) * 2 > len(gaps):
        return False
    return not (_are_speakers(titles) or _are_appointments(run))


def _are_speakers(titles: Sequence[str]) -> bool:
    """Whether a few names return again and again, as in a transcript."""
    if len(set(titles)) * 3 <= len(titles) * 2:
        return True
    names = Counter(match[1] for title in titles if (match := _SPEAKER.match(title)))
    return (
        len(names) > 1 and sum(names.values()) >= 4 * len(names) and sum(names.values()) * 5 > len(titles) * 4
    )


def _are_appointments(run: Sequence[TimedLine]) -> bool:
    """Whether all times are quarters of an hour and begin late, as in the schedule of a day."""
    late = run[0].start_ms >= _EARLY and run[-1].start_ms < 86_400_000 // 60
    return late and all(one.start_ms % _QUARTER == 0 for one in run)


def _as_chapter(stamp: TimedLine) -> NoteChapter:
    end = stamp.end_ms if stamp.end_ms and stamp.end_ms > stamp.start_ms else None
    return NoteChapter(stamp.line, Chapter(stamp.start_ms, stamp.title, stamp.url, end_ms=end))
