"""One line of show notes: does it begin, or end, with the time at which something is spoken of?

Times that are none: of the clock (9:00 am, 20:00 UTC), verses (John 3:16), shapes (16:9), dates, and whatever
stands in the middle of a sentence.
"""

import re
from typing import NamedTuple

from feedpub.model.duration import CLOCK, clock_ms
from feedpub.sources.chapters.plain_title import plain_piece, skip_ornaments, trim_title

#: characters of a line that are looked at; no title is longer
_ENOUGH = 1000
#: list markers, quotes, headings and cells ahead of a line
_MARKERS = re.compile(r"[ \t]*(?:(?:[-*+•·–>|]|\d{1,3}[.)])[ \t]+|#{1,6}[ \t]*|\|)*[ \t]*")
_HEADING = re.compile(r"[ \t]*#|<h[1-6]\b", re.IGNORECASE)
_LIST = re.compile(r"[ \t]*(?:[-*+•·–|]|\d{1,3}[.)])[ \t]|<(?:li|td)\b", re.IGNORECASE)
_TIMING = re.compile(r"\bdata-(?:timing|time|start|timestamp)\s*=\s*[\"']([\d:.,]{1,20})[\"']")
_NOT_A_TIME = (
    r"(?!:?\d)(?!\s?(?:[ap]\.?m\b|uhr\b|h\b|utc\b|gmt\b|[ce][es]?t\b|p[sd]?t\b|o.?clock\b|часов\b|%))"
)
_TO = r"\s{0,3}(?:-{1,3}|–|—|→|to\b|bis\b|до\b)\s{0,3}"
_LEADS = re.compile(
    rf"[(\[]?\s?@?\s?(?P<first>{CLOCK}){_NOT_A_TIME}(?:{_TO}(?P<last>\d{{1,3}}(?::\d{{2}}){{1,2}}){_NOT_A_TIME})?\s?[)\]]?",
    re.ASCII | re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?P<joint>[-–—|:(\[@]\s?|\s)(?P<first>{CLOCK})(?:{_TO}(?P<last>\d{{1,3}}(?::\d{{2}}){{1,2}}))?\s?[)\].]?",
    re.ASCII,
)
#: where a time at the end of a piece may begin
_TAIL = 40
#: books that are quoted by chapter and verse
_BOOK = re.compile(
    r"\b(?:gen(?:esis)?|ex(?:odus)?|lev(?:iticus)?|num(?:bers)?|deut(?:eronomy)?|joshua|judges|ruth|samuel|kings|"
    r"chronicles|ezra|nehemiah|esther|job|ps(?:alms?)?|prov(?:erbs)?|ecclesiastes|songs?|isa(?:iah)?|jer(?:emiah)?|"
    r"lamentations|ezek(?:iel)?|dan(?:iel)?|hosea|joel|amos|obadiah|jonah|micah|nahum|habakkuk|zephaniah|haggai|"
    r"zechariah|malachi|matt(?:hew)?|mark|luke|john|acts|rom(?:ans)?|cor(?:inthians)?|gal(?:atians)?|"
    r"eph(?:esians)?|phil(?:ippians|emon)?|col(?:ossians)?|thess(?:alonians)?|tim(?:othy)?|titus|heb(?:rews)?|"
    r"james|peter|jude|rev(?:elation)?|surah?|quran|koran)\.?$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{4}-\d\d?-\d\d?$|\d\d?[./]\d\d?[./]\d{2,4}$|\bat$|\bum$|\bfrom$|\bscore[sd]?$", re.IGNORECASE
)


class TimedLine(NamedTuple):
    """A line that begins or ends with a time, and the title beside it."""

    line: int
    #: at the beginning of the line
    leads: bool
    start_ms: int
    title: str
    #: where the title links to
    url: str = ""
    #: where the line tells a stretch, as in `1:10-7:03`
    end_ms: int | None = None


def parse_timed_line(line: int, markdown: str) -> TimedLine | None:
    """The time that a line (or an item of HTML) begins or ends with; None where it does neither."""
    if ":" not in markdown:
        return None
    markdown = markdown[:_ENOUGH]
    plain = plain_piece(_MARKERS.sub("", markdown, count=1))
    text = skip_ornaments(plain.text)
    if (match := _LEADS.match(text)) is not None and (start := clock_ms(match)) is not None:
        title = trim_title(text[match.end() :])
        return TimedLine(line, True, start, title, plain.url, _end(match["last"]))
    if timing := _TIMING.search(markdown):
        match = re.fullmatch(CLOCK, timing[1], re.ASCII)
        if match and (start := clock_ms(match)) is not None:
            return TimedLine(line, True, start, trim_title(text), plain.url)
    return _find_at_end(line, markdown, text, plain.url)


def _find_at_end(line: int, markdown: str, text: str, url: str) -> TimedLine | None:
    cut = max(len(text) - _TAIL, 0)
    match = next((found for found in _ENDS.finditer(text, cut) if found.end() == len(text)), None)
    start = clock_ms(match) if match else None
    if match is None or start is None:
        return None
    title, heading = trim_title(text[: match.start()]), _HEADING.match(markdown) is not None
    joined = match["joint"].strip() != ""
    # In running text only what is set off counts, and behind a bare blank only the time of a heading.
    if not heading and not (joined and (_LIST.match(markdown) or match["joint"][0] in "([")):
        return None
    if not title or (not joined and (_BOOK.search(title) or _DATE.search(title))):
        return None
    return TimedLine(line, False, start, title, url, _end(match["last"]))


def _end(text: str | None) -> int | None:
    match = re.fullmatch(CLOCK, text, re.ASCII) if text else None
    return clock_ms(match) if match else None
