"""WebVTT (W3C, webvtt1, section 4): what browsers and Apple Podcasts read."""

import html
import re
from collections.abc import Iterator, Sequence

from feedpub.kinds.fault import Fault, quote
from feedpub.model import Cue, Severity
from feedpub.model.duration import render_clock
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.forms import MOST_CUES
from feedpub.sources.transcripts.timing import Grammar, Times, TimingReader
from feedpub.sources.transcripts.wrapping import squeeze, unwrap, wrap

#: characters of a line that captions have room for (podcast namespace, transcripts.md)
_WIDTH = 65

_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_GRAMMAR = Grammar(
    "vtt-invalid-cue-timing",
    re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?", re.ASCII),
    ".",
    ",",
    "00:01:02.500 --> 00:01:05.000",
)
#: a tag, or what only looks like one
_TAG = re.compile(r"<(/?)([A-Za-z]*)([^<>]*)>")
_STAMP = re.compile(r"[\d:.]+", re.ASCII)
#: the mark of captions that YouTube makes: each word has its time, and lines roll up
_WORD_TIME = re.compile(r"<\d{2}:\d{2}:\d{2}\.\d{3}><c>", re.ASCII)
#: tags that say how a text looks
_LOOKS = frozenset(("c", "i", "b", "u", "ruby", "rt", "lang", "font"))
_SCRIPTS = frozenset(("script", "style"))


# -- reading -------------------------------------------------------------------------------------


def read_vtt(text: str, complaints: Complaints) -> list[Cue]:
    """The cues of a file with LF line ends; a cue with several voices becomes one for each."""
    reader = _Reader(complaints)
    lines = text.split("\n")
    at = reader.skip_header(lines)
    while at < len(lines) and len(reader.cues) <= MOST_CUES:
        end = at
        while end < len(lines) and lines[end]:
            end += 1
        if end > at:
            reader.read_block(lines[at:end], at + 1)
        at = end + 1
    reader.tell_long_lines()
    return reader.cues


class _Reader:
    def __init__(self, complaints: Complaints) -> None:
        self.cues: list[Cue] = []
        self._complaints = complaints
        self._timing = TimingReader(_GRAMMAR, complaints)
        self._long_lines = 0
        self._first_long = 0
        #: whether lines roll up, and the last one
        self._rolls = False
        self._last_line = ""

    def skip_header(self, lines: Sequence[str]) -> int:
        """The index of the line after `WEBVTT` and what belongs to it."""
        fix = "let the file begin with a line WEBVTT and an empty line"
        if lines[0] != "WEBVTT" and not lines[0].startswith(("WEBVTT ", "WEBVTT\t")):
            message = f"the file begins with {quote(lines[0].strip())}, not with `WEBVTT`"
            self._complaints.add(Fault("vtt-missing-header", message, fix), 1)
            return 0
        at = 1
        # Old files have lines such as `Kind: captions` here, which everybody passes over.
        while at < len(lines) and lines[at]:
            if "-->" in lines[at]:
                message = "there is no empty line after `WEBVTT`"
                self._complaints.add(Fault("vtt-missing-header", message, fix), at + 1)
                return at
            at += 1
        return at

    def read_block(self, block: Sequence[str], number: int) -> None:
        """Lines without an empty one between them; `number` is that of the first."""
        first = block[0]
        if first == "NOTE" or first.startswith(("NOTE ", "NOTE\t")):
            return
        if first.rstrip() in ("STYLE", "REGION") and not self.cues:
            return
        timed = [index for index, line in enumerate(block) if "-->" in line][: MOST_CUES + 1]
        if not timed or timed[0] > 1:
            message = f"there are no times above {quote(squeeze(first[:200]))}"
            fix = "remove the empty line above it, or write its times"
            self._complaints.add(Fault(_GRAMMAR.name, message, fix), number)
        for index, at in enumerate(timed):
            end = timed[index + 1] if index + 1 < len(timed) else len(block)
            if index:
                message, fix = "there is no empty line above these times", "put one between two cues"
                self._complaints.add(Fault(_GRAMMAR.name, message, fix), number + at)
            self._read_cue(block[at:end], number + at)

    def _read_cue(self, lines: Sequence[str], number: int) -> None:
        times = self._timing.read(lines[0], number)
        for index, line in enumerate(lines[1:], 1):
            if len(line) > _WIDTH and len(html.unescape(_TAG.sub("", line))) > _WIDTH:
                self._long_lines += 1
                self._first_long = self._first_long or number + index
        self.cues += self._voices("\n".join(self._rolled(lines[1:])), times, number)

    def _rolled(self, lines: Sequence[str]) -> Sequence[str]:
        """The lines without the first, where captions roll up and the cue before has said it."""
        self._rolls = self._rolls or any(_WORD_TIME.search(line) for line in lines)
        if not self._rolls:
            return lines
        said = [line for line in lines if squeeze(line)]
        repeats = bool(said) and _plain(said[0]) == self._last_line
        self._last_line = _plain(said[-1]) if said else self._last_line
        return said[repeats:]

    def _voices(self, text: str, times: Times, number: int) -> Iterator[Cue]:
        speaker = ""
        parts: list[str] = []
        for name, chunk in self._tokens(text, number):
            if name is not None:
                yield from _cue(parts, times, speaker)
                speaker, parts = name, []
            else:
                parts.append(chunk)
        yield from _cue(parts, times, speaker)

    def _tokens(self, text: str, number: int) -> Iterator[tuple[str | None, str]]:
        """Texts (None before them), and the voices that begin between them (empty where one ends)."""
        last, script = 0, False
        for tag in _TAG.finditer(text) if "<" in text else ():
            closing, name, rest = tag.groups()
            name = name.lower()
            known = name in _LOOKS or name in _SCRIPTS or name == "v"
            if not known and (name or not _STAMP.fullmatch(rest)):
                continue  # `<3`, or `List<int>`
            if not script:
                yield None, html.unescape(text[last : tag.start()])
            last = tag.end()
            if name == "v":
                yield "" if closing else _annotation(rest), ""
            elif name in _SCRIPTS:
                script = not closing
                self._complain_of_script(name, number, bool(closing))
        if not script:
            yield None, html.unescape(text[last:])

    def _complain_of_script(self, name: str, number: int, closing: bool) -> None:
        if not closing:
            message = f"the cue holds a tag `<{name}>`, which is no speech"
            fix = "remove it with what is in it"
            self._complaints.add(Fault("script-in-transcript", message, fix, Severity.WARNING), number)

    def tell_long_lines(self) -> None:
        """One finding for all lines that captions have no room for."""
        if self._long_lines:
            message = f"{self._long_lines:,} lines are longer than {_WIDTH} characters, this is the first"
            fix = "break them where the file is meant for captions"
            self._complaints.add(Fault("vtt-line-too-long", message, fix, Severity.INFO), self._first_long)


def _plain(line: str) -> str:
    return squeeze(_TAG.sub("", line))


def _annotation(rest: str) -> str:
    """The name in `<v.loud Mary>`, of which `rest` is what follows the v."""
    _, _, name = rest.replace("\n", " ").replace("\t", " ").partition(" ")
    return squeeze(html.unescape(name))


def _cue(parts: Sequence[str], times: Times, speaker: str) -> Iterator[Cue]:
    if text := unwrap("".join(parts).split("\n")):
        yield Cue(text, times.start, times.end, speaker)


# -- writing -------------------------------------------------------------------------------------


def render_vtt(cues: Sequence[Cue]) -> str:
    """The file; each cue has both times, and names its speaker."""
    return "WEBVTT\n" + "".join(_render(cue) for cue in cues)


def _render(cue: Cue) -> str:
    assert cue.start_ms is not None
    assert cue.end_ms is not None
    voice = f"<v {_escape(cue.speaker)}>" if cue.speaker else ""
    text = "\n".join(_escape(line) for line in wrap(cue.text, _WIDTH))
    return f"\n{render_clock(cue.start_ms)} --> {render_clock(cue.end_ms)}\n{voice}{text}\n"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
