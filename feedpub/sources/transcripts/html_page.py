"""HTML: `<cite>`, `<time>` and `<p>` (podcast namespace, transcripts.md), and pages that tools write."""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from feedpub.kinds.fault import Fault
from feedpub.model import Cue, Severity
from feedpub.model.duration import render_short_clock
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.clock import parse_clock
from feedpub.sources.transcripts.joining import Monologue
from feedpub.sources.transcripts.plain_text import Paragraph, read_paragraphs
from feedpub.sources.transcripts.wrapping import squeeze

_NAME = "html-transcript-structure"
_TOKEN = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<[!?][^<>]*>")
#: elements that are no speech, with all that is in them
_SILENT = frozenset(("script", "style", "head", "title", "nav", "template", "noscript", "svg"))
_BLOCKS = frozenset(
    "p div li ul ol section article blockquote h1 h2 h3 h4 h5 h6 dt dd tr td table header footer main".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: what tools call the parts that the namespace marks by elements
_CLASS = re.compile(
    r"""class\s*=\s*["']?[^"'>]{0,200}?(speaker|voice|timestamp|timecode|time)""", re.IGNORECASE
)
_CLOCK = re.compile(r"[^\d]{0,3}(\d[\d:.,]{2,14})[^\d]{0,3}", re.ASCII)
_BREAK = "\n"
#: characters of attributes among which a class is looked for
_ENOUGH = 400


class _Part(NamedTuple):
    """A block of text, with what stood before it."""

    text: str
    line: int
    start_ms: int | None
    #: None where no name has been said yet
    speaker: str | None
    heading: bool


# -- reading -------------------------------------------------------------------------------------


def read_html(text: str, complaints: Complaints) -> list[Cue]:
    """The cues of a page. Without `<cite>` names are looked for at the beginning of each paragraph."""
    page = _Page()
    at = line = 0
    for token in _TOKEN.finditer(text):
        if token.start() < at:  # within a comment
            continue
        line += text.count("\n", at, token.start())
        page.text(text[at : token.start()], line + 1)
        at = token.start()
        if token[0] == "<!--":
            end = text.find("-->", at)
            end = len(text) if end < 0 else end + 3
        else:
            end = token.end()
            page.tag(token, line + 1)
        line += text.count("\n", at, end)
        at = end
    page.text(text[at:], line + 1)
    page.end_block()
    _check(page, text, complaints)
    return _cues(page)


class _Page:
    """What has been read so far."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        #: elements met -> the line of the first
        self.seen: dict[str, int] = {}
        self._silent = ""
        self._paragraph = self._heading = False
        self._block: list[str] = []
        self._line = 0
        self._start_ms: int | None = None
        self._speaker: str | None = None
        #: the element that holds a name or time, and what it says
        self._inner = ""
        self._kind = ""
        self._inner_text: list[str] = []

    def text(self, chunk: str, line: int) -> None:
        if self._silent or not chunk:
            return
        if self._inner:
            self._inner_text.append(chunk)
            return
        if not self._line and chunk.strip():
            self._line = line + chunk[: len(chunk) - len(chunk.lstrip())].count("\n")
        self._block.append(html.unescape(chunk))

    def tag(self, token: re.Match[str], line: int) -> None:
        name = (token[2] or "").lower()
        self.seen.setdefault(name or token[0][:9].lower(), line)
        if self._silent:
            if token[1] and name == self._silent:
                self._silent = ""
        elif name in _SILENT and not token[1]:
            self._silent = name
        elif self._inner:
            if token[1] and name == self._inner:
                self._end_inner()
        elif name == "br":
            self._block.append(_BREAK)
        elif name in _BLOCKS:
            self.end_block()
            self._paragraph = name == "p" and not token[1]
            self._heading = name in _HEADINGS and not token[1]
            if name == "dt" and not token[1]:
                self._inner, self._kind = name, "cite"
        elif not token[1] and (kind := _kind(name, token[3])):
            self._begin_inner(name, kind)

    def _begin_inner(self, name: str, kind: str) -> None:
        # In the middle of a paragraph it is the title of a book, or a date that somebody mentions.
        if self._paragraph and "".join(self._block).strip():
            return
        self.end_block(keep=self._paragraph)
        self._inner, self._kind = name, kind

    def _end_inner(self) -> None:
        text = squeeze(html.unescape("".join(self._inner_text)))
        if self._kind == "cite":
            self._speaker = text.rstrip(": ")
        else:
            found = _CLOCK.fullmatch(text)
            self._start_ms = parse_clock(found[1].rstrip(":.,")) if found else None
        self._inner, self._kind, self._inner_text = "", "", []

    def end_block(self, keep: bool = False) -> None:
        """The text up to here is a part; `keep` where the paragraph goes on."""
        text = "".join(self._block)
        if text.strip():
            self.parts.append(_Part(text, self._line, self._start_ms, self._speaker, self._heading))
            self._start_ms = None
        self._block, self._line = [], 0
        if not keep:
            self._paragraph = self._heading = False


def _kind(name: str, attributes: str) -> str:
    """Whether an element names a speaker (`cite`) or a `time`, or neither."""
    if name in ("cite", "time"):
        return name
    found = _CLASS.search(attributes[:_ENOUGH]) if name in ("span", "strong", "b", "a", "em") else None
    if not found:
        return ""
    return "cite" if found[1].lower() in ("speaker", "voice") else "time"


def _cues(page: _Page) -> list[Cue]:
    if any(part.speaker is not None or part.start_ms is not None for part in page.parts):
        return [
            Cue(squeeze(part.text), part.start_ms, None, part.speaker or "")
            for part in page.parts
            if not part.heading
        ]
    return read_paragraphs(
        [
            Paragraph([squeeze(line) for line in part.text.split(_BREAK) if line.strip()], part.heading)
            for part in page.parts
        ]
    )


def _check(page: _Page, text: str, complaints: Complaints) -> None:
    for name in ("script", "style"):
        if name in page.seen:
            message = f"the transcript has `<{name}>`, which apps that show it do not run or heed"
            fault = Fault(_NAME, message, "remove it with what is in it", Severity.WARNING)
            complaints.add(fault, page.seen[name])
    whole = [page.seen[name] for name in ("<!doctype", "html", "body") if name in page.seen]
    if whole:
        message = "the file is a whole page, where apps expect a piece of HTML to put into theirs"
        fix = "keep `<cite>`, `<time>` and `<p>` alone: `feedpub transcripts convert` writes them"
        complaints.add(Fault(_NAME, message, fix, Severity.WARNING), min(whole))
    missing = [f"`<{name}>`" for name in ("cite", "time", "p") if name not in page.seen]
    if missing and page.parts:
        fix = "write <cite>Ada:</cite> <time>0:09</time> <p>What she says.</p>"
        message = f"the transcript has no {' and no '.join(missing)}"
        complaints.add(Fault(_NAME, message, fix, Severity.INFO), 1)


# -- writing -------------------------------------------------------------------------------------


def render_html(monologues: Sequence[Monologue], language: str = "") -> str:
    """A piece of HTML without any script; `language` is a tag that it is marked with."""
    parts: list[str] = []
    speaker = ""
    for one in monologues:
        if one.speaker or speaker:
            # An empty one says that somebody else speaks.
            parts.append(
                f"<cite>{html.escape(one.speaker, quote=False)}{':' if one.speaker else ''}</cite>\n"
            )
        if one.start_ms is not None:
            parts.append(f"<time>{render_short_clock(one.start_ms)}</time>\n")
        parts.append(f"<p>{html.escape(one.text, quote=False)}</p>\n")
        speaker = one.speaker
    body = "".join(parts)
    return f'<div lang="{html.escape(language)}">\n{body}</div>\n' if language else body
