"""Plain text: paragraphs, with the names and times that people and tools put before them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedpub.model import Cue
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.clock import parse_clock
from feedpub.sources.transcripts.joining import Monologue
from feedpub.sources.transcripts.labels import looks_like_name, pick_names, split_label, write_labels
from feedpub.sources.transcripts.wrapping import squeeze, unwrap

_TIME = r"\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
#: editors of films count frames after the seconds
_FRAMES = r"(?:[:;]\d{2}(?!\d))?"
#: [00:12], (1:02:03), 0:09, or from - to as Whisper prints it
_LEADING = re.compile(
    rf"[\[(]?({_TIME}){_FRAMES}(?:[ \t]{{0,4}}(?:-->|[-–])[ \t]{{0,4}}({_TIME}){_FRAMES})?[\])]?"
    r"(?:[ \t]+[-–][ \t]|[ \t:]|$)[ \t]*",
    re.ASCII,
)
_NAME = r"[^\s:\[\]()<>*#\d][^:\[\]()<>*#]{0,59}?"
#: Ada (00:12): text — Ada [00:12] text
_NAME_TIME = re.compile(rf"(?:\*\*)?({_NAME})(?:\*\*)?[ \t]{{1,4}}[\[(]({_TIME})[\])](?:\*\*)?:?(?:[ \t]+|$)")
#: alone on its line: Ada  0:12 — ### Ada 0:12 — **Ada** 0:12
_HEADING = re.compile(
    rf"(?:\#{{1,6}}[ \t]{{1,4}})?(?:\*\*)?({_NAME})(?:\*\*)?[ \t,–-]{{1,8}}[\[(]?({_TIME})[\])]?(?:\*\*)?"
)
#: behind a name and its colon: [00:12] text, or a time and nothing else
_AFTER_NAME = re.compile(rf"[\[(]({_TIME})[\])][ \t]*|({_TIME})$", re.ASCII)
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]")
#: characters; a longer line has its name and time within these
_ENOUGH = 200
_LONGEST_NAME = 60


class Paragraph(NamedTuple):
    """Lines without an empty one between them."""

    lines: Sequence[str]
    #: a heading: no speech, unless it is a name and a time
    heading: bool = False


class _Line(NamedTuple):
    """A line, taken apart; None for what it does not say."""

    text: str
    speaker: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None


# -- reading -------------------------------------------------------------------------------------


def read_txt(text: str, complaints: Complaints) -> list[Cue]:
    """The cues of a file with LF line ends. Nothing that can be written in it is wrong."""
    return read_paragraphs(list(_paragraphs(text)))


def read_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Cue]:
    """The cues of paragraphs; a speaker goes on until another one is named."""
    paragraphs = list(_with_names_above(paragraphs))
    names = pick_names(_beginnings(paragraphs))
    cues: list[Cue] = []
    speaker = ""
    for one in paragraphs:
        pending = _Line("")
        texts: list[str] = []
        for line in one.lines:
            parsed = _parse(line, names)
            if one.heading and parsed.start_ms is None:
                continue
            if parsed.speaker is not None or parsed.start_ms is not None:
                cues += _cue(texts, pending, speaker)
                speaker = speaker if parsed.speaker is None else parsed.speaker
                pending, texts = _keep_time(parsed, pending, texts), []
            texts.append(parsed.text)
        cues += _cue(texts, pending, speaker)
        if pending.start_ms is not None and not unwrap(texts):
            cues.append(Cue("", pending.start_ms, pending.end_ms, speaker))
    return _without_empty(cues)


def _keep_time(parsed: _Line, pending: _Line, texts: Sequence[str]) -> _Line:
    """A time alone on its line belongs to the name below it."""
    if parsed.start_ms is None and not unwrap(texts):
        return parsed._replace(start_ms=pending.start_ms, end_ms=pending.end_ms)
    return parsed


def _without_empty(cues: Sequence[Cue]) -> list[Cue]:
    """A name and a time with an empty line below them belong to the next paragraph."""
    kept: list[Cue] = []
    waiting: Cue | None = None
    for cue in cues:
        if not cue.text:
            waiting = cue
            continue
        if waiting and cue.start_ms is None:
            cue = cue._replace(start_ms=waiting.start_ms, end_ms=waiting.end_ms)
        kept.append(cue)
        waiting = None
    return kept


def _paragraphs(text: str) -> Iterator[Paragraph]:
    lines: list[str] = []
    for raw in text.split("\n"):
        line = squeeze(raw)
        heading = bool(_MARKDOWN_HEADING.match(line))
        if (not line or heading) and lines:
            yield Paragraph(lines)
            lines = []
        if heading and not _HEADING.fullmatch(line[:_ENOUGH]):
            yield Paragraph([line], heading=True)
        elif line:
            lines.append(line)
    if lines:
        yield Paragraph(lines)


def _parse(line: str, names: frozenset[str]) -> _Line:
    found = _HEADING.fullmatch(line) if len(line) < _ENOUGH else None
    if found and looks_like_name(found[1]):
        return _Line("", squeeze(found[1]), parse_clock(found[2]))
    found = _NAME_TIME.match(line)
    if found and looks_like_name(found[1]):
        return _Line(line[found.end() :], squeeze(found[1]), parse_clock(found[2]))
    start = end = None
    if found := _LEADING.match(line):
        start, end = parse_clock(found[1]), parse_clock(found[2] or "")
        line = line[found.end() :]
    name, rest = split_label(line)
    if name is None or (name and name not in names):
        return _Line(line, None, start, end if start is not None and (end or 0) > start else None)
    if start is None and (found := _AFTER_NAME.match(rest)):
        start, rest = parse_clock(found[1] or found[2]), rest[found.end() :]
    return _Line(rest, name, start, end if start is not None and (end or 0) > start else None)


def _beginnings(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What stands, without times, where a speaker may be named: in first lines, and in those with a time."""
    for one in paragraphs:
        for index, line in enumerate(() if one.heading else one.lines):
            found = _LEADING.match(line)
            if found or not index:
                yield line[found.end() :] if found else line


def _with_names_above(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with the names before their texts, where a name stands alone behind or below each time.

    `[00:12] - Ada` and `00:12`, `Ada`, each with the text below: Happy Scribe, Fireflies, Premiere.
    """
    moved = [(one, _with_name_before(one)) for one in paragraphs]
    timed = [better for one, better in moved if one.lines and _LEADING.match(one.lines[0])]
    believed = len(timed) > 1 and None not in timed
    for one, better in moved:
        yield better if better and believed else one


def _with_name_before(one: Paragraph) -> Paragraph | None:
    """`00:12 Ada: text` of such a paragraph; None for any other."""
    found = _LEADING.match(one.lines[0]) if one.lines else None
    if not found:
        return None
    behind = one.lines[0][found.end() :]
    name, *texts = [behind, *one.lines[1:]] if behind else [*one.lines[1:], ""]
    texts = [text for text in texts if text]
    if not texts or len(name) > _LONGEST_NAME or ":" in name or not looks_like_name(name):
        return None
    return one._replace(lines=[f"{found[0].rstrip()} {name}: {texts[0]}", *texts[1:]])


def _cue(texts: Sequence[str], head: _Line, speaker: str) -> list[Cue]:
    text = unwrap(texts)
    return [Cue(text, head.start_ms, head.end_ms, speaker)] if text else []


# -- writing -------------------------------------------------------------------------------------


def render_txt(monologues: Sequence[Monologue]) -> str:
    """A paragraph a monologue, with the name before it where the speaker changes."""
    labels = write_labels([one.speaker for one in monologues])
    return "\n".join(f"{label}{one.text}\n" for label, one in zip(labels, monologues, strict=True))
