"""SRT, as the podcast namespace wants it (docs/examples/transcripts/transcripts.md)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from feedpub.kinds.fault import Fault, quote
from feedpub.model import Cue, Severity
from feedpub.model.duration import render_clock
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.cards import LINES, WIDTH, split_cards
from feedpub.sources.transcripts.forms import MOST_CUES
from feedpub.sources.transcripts.labels import pick_names, split_label, write_labels
from feedpub.sources.transcripts.timing import Grammar, Times, TimingReader
from feedpub.sources.transcripts.wrapping import unwrap

_TIME = r"(\d{2,4}):([0-5]\d):([0-5]\d),(\d{3})"
_GRAMMAR = Grammar(
    "srt-invalid-cue",
    re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}[ \t]*", re.ASCII),
    ",",
    ".",
    "00:01:02,500 --> 00:01:05,000",
)
#: how a text looks, as players of films know it
_LOOKS = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]{1,60}\}", re.IGNORECASE)
_SCRIPT = re.compile(r"<(/?)(script|style)\b[^<>]*>", re.IGNORECASE)


class _Block(NamedTuple):
    """A cue, before its speaker is known."""

    times: Times
    lines: tuple[str, ...]


# -- reading -------------------------------------------------------------------------------------


def read_srt(text: str, complaints: Complaints) -> list[Cue]:
    """The cues of a file with LF line ends. A speaker is named when it changes, and goes on until then."""
    lines = [line.strip() for line in text.split("\n")]
    timed = [index for index, line in enumerate(lines) if "-->" in line][: MOST_CUES + 1]
    _check_beginning(lines, timed, complaints)
    timing = TimingReader(_GRAMMAR, complaints)
    blocks = []
    for index, at in enumerate(timed):
        end = timed[index + 1] if index + 1 < len(timed) else len(lines)
        times = timing.read(lines[at], at + 1)
        blocks.append(_Block(times, _read_text(lines, at + 1, end, complaints)))
    _tell_limits(blocks, timed, complaints)
    return _name_speakers(blocks)


def _check_beginning(lines: Sequence[str], timed: Sequence[int], complaints: Complaints) -> None:
    """The first cue begins with the number 1, and nothing stands before it."""
    first = next((index for index, line in enumerate(lines) if line), 0)
    if not timed:
        if lines[first]:
            message = f"there are no times in the file, which begins with {quote(lines[first])}"
            complaints.add(Fault(_GRAMMAR.name, message, f"write them like {_GRAMMAR.example}"), first + 1)
    elif timed[0] == first:
        _complain_of_number(first, complaints)
    elif first < timed[0] - 1 or not _is_number(lines[first]):
        message = f"{quote(lines[first])} stands before the first cue"
        complaints.add(
            Fault(_GRAMMAR.name, message, "remove it: the file begins with the number 1"), first + 1
        )


def _read_text(lines: Sequence[str], at: int, end: int, complaints: Complaints) -> tuple[str, ...]:
    """The text between two lines of times, without the number and the empty line before the second."""
    last = end
    if end < len(lines):
        if _is_number(lines[end - 1]) and end - 1 >= at:
            last = end - 1
        else:
            _complain_of_number(end, complaints)
        if last > at and lines[last - 1]:
            message, fix = "there is no empty line above this cue", "put one between two cues"
            complaints.add(Fault(_GRAMMAR.name, message, fix), last + 1)
    while last > at and not lines[last - 1]:
        last -= 1
    texts = tuple(lines[at:last])
    for index, line in enumerate(texts):
        if not line:
            message = "there is an empty line in the text of a cue, at which apps end it"
            complaints.add(
                Fault(_GRAMMAR.name, message, "remove it, or write times below it"), at + index + 1
            )
            break
    return _without_looks(texts, at + 1, complaints)


def _complain_of_number(index: int, complaints: Complaints) -> None:
    message = "the cue has no number above its times"
    complaints.add(Fault(_GRAMMAR.name, message, "number the cues from 1"), index + 1)


def _is_number(line: str) -> bool:
    return line.isdigit() and line.isascii()


def _without_looks(lines: tuple[str, ...], number: int, complaints: Complaints) -> tuple[str, ...]:
    if not any("<" in line or "{" in line for line in lines):
        return lines
    text = "\n".join(lines)
    if _SCRIPT.search(text):
        message, fix = "the cue holds a tag `<script>` or `<style>`, which is no speech", "remove it"
        complaints.add(Fault("script-in-transcript", message, fix, Severity.WARNING), number)
        text = _without_scripts(text)
    return tuple(_LOOKS.sub("", text).split("\n"))


def _without_scripts(text: str) -> str:
    parts, last, inside = [], 0, False
    for tag in _SCRIPT.finditer(text):
        if not inside:
            parts.append(text[last : tag.start()])
        inside, last = not tag[1], tag.end()
    return "".join(parts) if inside else "".join([*parts, text[last:]])


def _tell_limits(blocks: Sequence[_Block], timed: Sequence[int], complaints: Complaints) -> None:
    """One finding for all cards that are larger than the namespace wants."""
    large = [
        at
        for at, block in zip(timed, blocks, strict=True)
        if sum(map(bool, block.lines)) > LINES or any(len(line) > WIDTH for line in block.lines)
    ]
    if large:
        message = f"{len(large):,} cues have more than {LINES} lines of {WIDTH} characters, this is the first"
        fix = "`feedpub transcripts convert` splits them"
        complaints.add(Fault("srt-line-limits", message, fix, Severity.INFO), large[0] + 1)


def _name_speakers(blocks: Sequence[_Block]) -> list[Cue]:
    names = pick_names(block.lines[0] for block in blocks if block.lines)
    cues: list[Cue] = []
    speaker = ""
    for block in blocks:
        parts: list[str] = []
        for index, line in enumerate(block.lines):
            name, text = split_label(line)
            known = name in names or name == ""
            # A line within a cue that begins like `Then: ...` is most often the end of a sentence.
            if name is None or not known:
                parts.append(line)
                continue
            if index:
                cues += _cue(parts, block.times, speaker)
            speaker, parts = name, [text]
        cues += _cue(parts, block.times, speaker)
    return cues


def _cue(lines: Sequence[str], times: Times, speaker: str) -> list[Cue]:
    text = unwrap(lines)
    return [Cue(text, times.start, times.end, speaker)] if text else []


# -- writing -------------------------------------------------------------------------------------


def render_srt(cues: Sequence[Cue]) -> str:
    """The file; each cue has both times. Long cues are split, and a speaker is named when it changes."""
    blocks: list[str] = []
    for cue, label in zip(cues, write_labels([cue.speaker for cue in cues]), strict=True):
        # There is no way to write an arrow of times as text.
        text = f"{label}{cue.text.replace('-->', '->')}"
        for card in split_cards(cue._replace(text=text)):
            times = f"{render_clock(card.start_ms, ',')} --> {render_clock(card.end_ms, ',')}"
            lines = "\n".join(card.lines)
            blocks.append(f"{len(blocks) + 1}\n{times}\n{lines}\n")
    return "\n".join(blocks)
