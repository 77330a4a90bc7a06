"""Times of the audio that notes speak of, such as `[@01:35]`: found, and made links that a player follows.

A pair of numbers with a colon can be a clock time, a ratio or a verse as well. It is taken for a time of
the audio at the beginning of a line, in brackets of its own, or with hours, minutes and seconds.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Timestamp(NamedTuple):
    """A time of the audio in a text."""

    #: where it stands in the text, with brackets and `@` where these are not for people
    start: int
    end: int
    #: as people read it
    text: str
    #: from the beginning of the audio
    seconds: int


_TIME = r"((?:[0-9]{1,2}:[0-5][0-9]|[0-9]{1,3}):[0-5][0-9])(?:[.,][0-9]{1,3})?"
_TIME_WITH_HOURS = r"([0-9]{1,2}:[0-5][0-9]:[0-5][0-9])(?:[.,][0-9]{1,3})?"
#: what may stand ahead of a time that begins a line
_BULLET = r"[^\w\n<&$€£~-]{0,4}(?:- )?"
#: what follows a number that is no time of the audio: more of it, the unit of a clock time, or of a ratio
_ENDS = (
    r"(?![\w/%]|[.,:-][0-9])"
    r"(?!\s{0,3}(?:[ap]m|[AP]M|[ap]\.m|[AP]\.M|o['’]clock|[Uu]hr|h|UTC|GMT|scale|ratio|odds)\b)"
)
_STAMP = re.compile(
    rf"\[@\s?{_TIME}\s?\]"
    rf"|(?<=[\[(]){_TIME}(?=\s?(?:[\])]|[-–—]))"
    rf"|(?m:^){_BULLET}{_TIME}{_ENDS}"
    rf"|(?<![\w:/.,=+#%&$€£-])(?<![0-9] ){_TIME_WITH_HOURS}{_ENDS}"
)
#: a time at the end of a text
_LAST = re.compile(rf"(?<=[\s(–—-]){_TIME}(?=\)?\s*$)")
#: the name of a speaker, and when they begin; a verse has neither two blanks nor a nought ahead of it
_SPEAKER_ENDS = re.compile(
    r"(?:[ \xa0]{2}[0-9]{1,2}| [-–—] [0-9]{1,2}| 0[0-9]):[0-5][0-9]\s{0,3}</(?:h[1-6]|strong)>"
)
_LEADING = re.compile(rf"{_BULLET}{_TIME}{_ENDS}")
_CHEAP = re.compile(r"[0-9]:[0-5][0-9]")


def find_timestamps(text: str, *, at_line_start: bool = True, last: bool = False) -> Iterator[Timestamp]:
    """The times in a plain text, in order.

    ``at_line_start`` says whether the text begins a line, ``last`` that a time at its end is one whatever
    is ahead of it.
    """
    # With a blank ahead of it a text does not begin a line.
    moved = 0 if at_line_start else 1
    text = " " * moved + text
    end = moved
    for match in _STAMP.finditer(text, moved):
        end = match.end()
        yield _timestamp(match, moved)
    if last and (lone := _LAST.search(text, end)):
        yield _timestamp(lone, moved)


def parse_seconds(text: str) -> int:
    """`1:02:03` or `62:03` in seconds."""
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def leading_seconds(text: str) -> int | None:
    """The time with which a text begins, in seconds, or None."""
    match = _LEADING.match(text)
    return parse_seconds(match[1]) if match else None


def link_timestamps(html: str, page: str = "") -> str:
    """Well-formed ``html`` with links round its times: to a time of the audio on ``page``, an absolute URL.

    What stands in links and in code is left as it is.
    """
    return _Linker(html, page).link() if may_hold_timestamps(html) else html


def may_hold_timestamps(text: str) -> bool:
    """Whether a closer look at a text or HTML is worth it."""
    return _CHEAP.search(text) is not None


_TOKEN = re.compile(r"(<[^>]*>)|[^<]+")
_OPAQUE = re.compile(r"</?(?:a|code|pre|kbd|samp|script|style|title|summary)[ >]")
_TRANSPARENT = re.compile(
    r"</?(?:abbr|b|bdi|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr|img)[ >]"
)
_LEAD = re.compile(_BULLET)
_SPEAKER_TAG = re.compile(r"</(?:h[1-6]|strong)>")


class _Linker:
    """Walks through HTML."""

    def __init__(self, html: str, page: str) -> None:
        from html import escape

        self._html = html
        self._address = escape(page) + "#t="
        self._speakers = _SPEAKER_ENDS.search(html) is not None
        #: how many elements are around in which nothing is to be changed
        self._opaque = 0
        self._at_line_start = True

    def link(self) -> str:
        return _TOKEN.sub(self._token, self._html)

    def _token(self, match: re.Match[str]) -> str:
        written = match[0]
        if match[1]:
            if _OPAQUE.match(written):
                self._opaque += -1 if written[1] == "/" else 1
                self._at_line_start = False
            elif not _TRANSPARENT.match(written):
                self._at_line_start = True
            return written
        if not self._opaque and ":" in written:
            written = self._text(written, match.end())
        lines = match[0].rsplit("\n", 1)
        self._at_line_start = (len(lines) > 1 or self._at_line_start) and bool(_LEAD.fullmatch(lines[-1]))
        return written

    def _text(self, text: str, end: int) -> str:
        last = self._speakers and _SPEAKER_TAG.match(self._html, end) is not None
        pieces, done = [], 0
        for stamp in find_timestamps(text, at_line_start=self._at_line_start, last=last):
            link = f'<a href="{self._address}{stamp.seconds}">{stamp.text}</a>'
            pieces += [text[done : stamp.start], link]
            done = stamp.end
        return "".join([*pieces, text[done:]])


def _timestamp(match: re.Match[str], moved: int) -> Timestamp:
    group = match.lastindex or 0
    # Of what is ahead of the time only `[@` is not for people.
    start = match.start() if match[0].startswith("[@") else match.start(group)
    return Timestamp(start - moved, match.end() - moved, match[group], parse_seconds(match[group]))
