"""Lines of times, such as `00:00:01.000 --> 00:00:04.500`, as WebVTT and SRT have them."""

import re
from typing import NamedTuple

from feedpub.kinds.fault import Fault, quote
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.clock import parse_clock

#: characters; of a longer line no time is looked for
_LONGEST = 200
_BROKEN = re.compile(r"\d{1,4}:(?:[6-9]\d)(?::|[.,]|$)|:[6-9]\d", re.ASCII)


class Grammar(NamedTuple):
    """What a form demands of a line of times."""

    #: of the finding
    name: str
    #: a line that is right: hours, minutes, seconds, milliseconds, twice
    right: re.Pattern[str]
    #: before the milliseconds
    mark: str
    wrong_mark: str
    #: what a wrong line is compared with
    example: str


class Times(NamedTuple):
    """Milliseconds; None for a time that cannot be read."""

    start: int | None
    end: int | None


class TimingReader:
    """Reads the lines of times of one file, one after the other."""

    def __init__(self, grammar: Grammar, complaints: Complaints) -> None:
        self._grammar = grammar
        self._complaints = complaints
        self._latest = 0

    def read(self, line: str, number: int) -> Times:
        """The times of a line; whatever is wrong with it is complained about."""
        found = self._grammar.right.fullmatch(line)
        if found:
            times = _times(found)
        elif (loose := self._read_loosely(line, number)) is None:
            return Times(None, None)
        else:
            times = loose
        return self._check_order(times, number)

    def _read_loosely(self, line: str, number: int) -> Times | None:
        left, _, right = line[:_LONGEST].partition("-->")
        words = right.split()
        start, end = parse_clock(left.strip()), parse_clock(words[0] if words else "")
        self._complain(number, f"{quote(line.strip())} {self._what_is_wrong(line, start, end)}", self._fix())
        return None if start is None else Times(start, end)

    def _what_is_wrong(self, line: str, start: int | None, end: int | None) -> str:
        times = line[:_LONGEST]
        if start is None or end is None:
            return "has no two times"
        if self._grammar.wrong_mark in times:
            wrong = "comma" if self._grammar.wrong_mark == "," else "dot"
            return f"has a {wrong} before the milliseconds"
        if _BROKEN.search(times):
            return "has more than 59 minutes or seconds"
        return "is not written as times are in this form"

    def _check_order(self, times: Times, number: int) -> Times:
        start, end = times
        if start is None:
            return times
        if end is not None and end <= start:
            self._complain(number, "the cue ends before it begins", "correct its times")
            end = None
        if start < self._latest:
            self._complain(number, "the cue begins before the one above it", "sort the cues by their times")
        self._latest = max(start, self._latest)
        return Times(start, end)

    def _fix(self) -> str:
        return f"write it like {self._grammar.example}"

    def _complain(self, number: int, message: str, fix: str) -> None:
        self._complaints.add(Fault(self._grammar.name, message, fix), number)


def _times(found: re.Match[str]) -> Times:
    h, m, s, ms, h2, m2, s2, ms2 = found.groups("0")
    return Times(
        ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms),
        ((int(h2) * 60 + int(m2)) * 60 + int(s2)) * 1000 + int(ms2),
    )
