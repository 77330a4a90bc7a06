"""Chapters as lines of text.

- `00:00:00.000 Intro`, as mp4chaps, Podlove and Auphonic write them, with `<https://...>` behind the title
  for a link; lists for people and for YouTube (`0:00 Intro`, `0:00 - Intro`) are the same thing
- `CHAPTER01=00:00:00.000` and `CHAPTER01NAME=Intro`, as OGM tools and mp4chaps write them
- `0.000000	12.500000	Intro`: labels of Audacity, with start and end in seconds
"""

import re
from collections.abc import Callable

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.one_line import one_line
from feedpub.model import Chapter
from feedpub.model.duration import parse_clock
from feedpub.sources.chapters.check import MOST
from feedpub.sources.chapters.rows import Row, bad_link, bad_start, too_many
from feedpub.sources.complaints import Complaints

_LINE = re.compile(
    r"[\[(]?(?P<start>\d[\d:.,]{0,20}?)[\])]?:?(?:[ \t\xa0]+(?:(?:[-–—|:→]|[-=]>)[ \t\xa0]+)?(?P<title>.*))?"
)
#: a list in Markdown
_BULLET = re.compile(r"[-*•][ \t]+(?=[\[(]?\d)")
_LINK = re.compile(r"[ \t]*<(?P<url>[^<> \t]{1,2000})>")
_OGM = re.compile(r"CHAPTER(?P<number>\d{1,5})(?P<what>NAME|URL)?=(?P<value>.*)", re.IGNORECASE)
_LABEL = re.compile(r"(?P<start>\d{1,7}[.,]\d{1,9})\t(?P<end>\d{1,7}[.,]\d{1,9})(?:\t(?P<title>.*))?")
#: Audacity puts the frequencies of a label onto a line of their own
_FREQUENCIES = re.compile(r"\\\t")


def looks_like_text_chapters(text: str) -> bool:
    """Whether the first line that says anything begins like a chapter."""
    first = next((_bare(line) for line in text.split("\n", 50)[:50] if _says_something(line)), "")
    return bool(_OGM.match(first) or _LABEL.match(first) or re.match(r"[\[(]?\d{1,3}:\d\d", first))


def read_text_chapters(text: str, complaints: Complaints) -> list[Row]:
    """The chapters of a text file; every line that is none goes into ``complaints``."""
    lines = [
        (number, _bare(line)) for number, line in enumerate(text.split("\n"), 1) if _says_something(line)
    ]
    if len(lines) > 3 * MOST:
        complaints.add(too_many(len(lines)))
        return []
    first = lines[0][1] if lines else ""
    if _OGM.match(first):
        return _read_ogm(lines, complaints)
    read: Callable[[int, str, Complaints], Row | None] = _read_label if _LABEL.match(first) else _read_line
    rows = [read(number, line, complaints) for number, line in lines]
    return [row for row in rows if row is not None]


def _bare(line: str) -> str:
    return _BULLET.sub("", line.strip(), count=1)


def _says_something(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith(("#", "//")) and not _FREQUENCIES.match(stripped)


def read_one_line(line: str) -> tuple[Chapter | None, list[Fault]]:
    """The chapter of a line such as `00:12:34.500 Questions <https://...>`, and what is wrong with it."""
    match = _LINE.fullmatch(line.strip())
    if match is None:
        message = f"{quote(line)} does not begin with a time"
        fix = "write the time, a blank and the title, as in 00:12:34.500 Questions"
        return None, [Fault("chapters-not-understood", message, fix)]
    ms = parse_clock(match["start"])
    if ms is None or ":" not in match["start"]:
        return None, [bad_start(match["start"])]
    title, url = _split_link(match["title"] or "")
    if fault := bad_link("url", url) if url else None:
        return Chapter(ms, title), [fault]
    return Chapter(ms, title, url), []


def _split_link(title: str) -> tuple[str, str]:
    """The title, and the address that stands in <> at its end."""
    title = title.strip()
    start = title.rfind("<")
    link = _LINK.fullmatch(title, start) if start >= 0 else None
    if link is None or ":" not in link["url"]:
        return one_line(title), ""
    return one_line(title[:start]), link["url"]


def _read_line(number: int, line: str, complaints: Complaints) -> Row | None:
    chapter, faults = read_one_line(line)
    for fault in faults:
        complaints.add(fault, number, 1)
    return Row(chapter, number, 1) if chapter else None


def _read_label(number: int, line: str, complaints: Complaints) -> Row | None:
    match = _LABEL.fullmatch(line)
    if match is None:
        message = f"{quote(line)} is no label"
        fix = "write start, end and title with tabs between them"
        complaints.add(Fault("chapters-not-understood", message, fix), number, 1)
        return None
    start, end = parse_clock(match["start"]), parse_clock(match["end"])
    assert start is not None
    # A label at an instant, not over a stretch, ends where it starts.
    return Row(
        Chapter(start, one_line(match["title"] or ""), end_ms=None if end == start else end),
        number,
        1,
    )


def _read_ogm(lines: list[tuple[int, str]], complaints: Complaints) -> list[Row]:
    rows: dict[int, Row] = {}
    for number, line in lines:
        match = _OGM.fullmatch(line)
        if match is None:
            message, fix = f"{quote(line)} is no line of chapters", "write CHAPTER01=00:12:34.500"
            complaints.add(Fault("chapters-not-understood", message, fix), number, 1)
            continue
        key, what, value = int(match["number"]), (match["what"] or "").upper(), match["value"].strip()
        if not what:
            ms = parse_clock(value)
            if ms is None:
                complaints.add(bad_start(value), number, 1)
            else:
                rows[key] = Row(Chapter(ms), number, 1)
        elif key not in rows:
            message = f"CHAPTER{match['number']} has a {what.lower()}, but no time"
            fault = Fault("chapter-missing-start", message, f"put CHAPTER{match['number']}=... ahead of it")
            complaints.add(fault, number, 1)
        elif what == "NAME":
            rows[key] = rows[key]._replace(chapter=rows[key].chapter._replace(title=one_line(value)))
        elif not (fault_found := bad_link("url", value) if value else None):
            rows[key] = rows[key]._replace(chapter=rows[key].chapter._replace(url=value))
        else:
            complaints.add(fault_found, number, 1)
    return list(rows.values())
