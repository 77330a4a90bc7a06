"""Blocks of notes that are for the site or for the feed only, between HTML comments on lines of their own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.model import Finding, Place, Severity
from feedpub.sources.notes.link_targets import Fault

SITE, FEED = "site", "feed"


class Split(NamedTuple):
    """Notes as the feed and as the site tell them.

    Both texts have as many lines as the notes: what is left out is replaced by empty lines.
    """

    feed: str
    site: str
    findings: tuple[Finding, ...] = ()
    #: the lines that only the site shows, in the file
    site_lines: frozenset[int] = frozenset()


class _Open(NamedTuple):
    """A block that has not ended yet."""

    audience: str
    #: as written
    mark: str
    #: in the notes, from 0
    line: int


_MAYBE = re.compile(r"(?i)\bonly\s*-->")
_MARK = re.compile(r"(?i) {0,3}(<!--\s*(?:(site|feed)\s+only|end|/\s*(site|feed)\s+only)\s*-->)[ \t\r]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
#: a mark that the renderer took for a comment like any other
_PASSED_OVER = re.compile(r"(?i)<!--\s*(?:/\s*)?(?:site|feed)\s+only\s*-->")


def split_notes(markdown: str, path: str, first_line: int) -> Split:
    """The two texts of notes. ``path`` and ``first_line`` say where they stand.

    In code that is fenced, or indented by four blanks, a mark is text.
    """
    if "-->" not in markdown or not _MAYBE.search(markdown):
        return Split(markdown, markdown)
    splitter = _Splitter(path, first_line)
    for number, line in enumerate(markdown.split("\n")):
        splitter.take(number, line)
    return splitter.finish()


def check_marks(html: str) -> Iterator[Fault]:
    """Marks that are still there in raw HTML made from one of the texts: they have marked nothing."""
    for match in _PASSED_OVER.finditer(html):
        message = f"the mark `{_shown(match[0])}` stands within other text, where it marks nothing"
        fix = "put it on a line of its own, with at most three blanks before it"
        yield Fault("misplaced-block-mark", message, fix, match[0], severity=Severity.ERROR)


class _Splitter:
    """Takes the lines of notes in order."""

    def __init__(self, path: str, first_line: int) -> None:
        self._path, self._first_line = path, first_line
        self._feed: list[str] = []
        self._site: list[str] = []
        self._findings: list[Finding] = []
        self._site_lines: set[int] = set()
        self._open: list[_Open] = []
        #: how many of them are for whom
        self._depths = {SITE: 0, FEED: 0}
        #: blocks about which nothing more needs to be said
        self._reported: set[_Open] = set()
        self._fence = ""

    def take(self, number: int, line: str) -> None:
        mark = None if self._in_fence(line) else _MARK.fullmatch(line)
        if mark is None:
            self._keep(number, line)
            return
        self._feed.append("")
        self._site.append("")
        if mark[2]:
            self._begin(_Open(mark[2].lower(), mark[1], number))
        else:
            self._end((mark[3] or "").lower(), mark[1], number)

    def finish(self) -> Split:
        for block in self._open:
            if block not in self._reported:
                message = f"the block that begins with `{_shown(block.mark)}` never ends"
                fix = f"put <!-- end --> after what is for the {block.audience} only"
                self._report("unclosed-block", block.line, message, fix)
        findings = tuple(sorted(self._findings, key=lambda finding: finding.place))
        return Split("\n".join(self._feed), "\n".join(self._site), findings, frozenset(self._site_lines))

    def _in_fence(self, line: str) -> bool:
        """Whether a line belongs to fenced code; to be asked of each line once."""
        match = _FENCE.match(line)
        if not self._fence:
            self._fence = match[1] if match else ""
            return bool(match)
        if match and match[1].startswith(self._fence) and not line[match.end() :].strip():
            self._fence = ""
        return True

    def _keep(self, number: int, line: str) -> None:
        for_site, for_feed = self._depths[SITE], self._depths[FEED]
        self._feed.append("" if for_site else line)
        self._site.append("" if for_feed else line)
        if for_site and not for_feed:
            self._site_lines.add(self._first_line + number)

    def _begin(self, block: _Open) -> None:
        if self._open:
            around = self._open[-1]
            line = self._first_line + around.line
            message = f"`{_shown(block.mark)}` stands in the block that line {line} begins"
            self._report("nested-block", block.line, message, "end that block with <!-- end --> first")
            self._reported.add(around)
        self._open.append(block)
        self._depths[block.audience] += 1

    def _end(self, audience: str, mark: str, number: int) -> None:
        block = self._open.pop() if self._open else None
        if block is None:
            fix = "remove it, or begin the block with <!-- site only --> or <!-- feed only -->"
            self._report("stray-block-end", number, f"`{_shown(mark)}` ends no block", fix)
            return
        self._depths[block.audience] -= 1
        if audience and audience != block.audience:
            message = f"`{_shown(mark)}` ends a block that begins with `{_shown(block.mark)}`"
            self._report("stray-block-end", number, message, "write <!-- end -->")

    def _report(self, name: str, number: int, message: str, fix: str) -> None:
        place = Place(self._path, self._first_line + number, 1)
        self._findings.append(Finding(Severity.ERROR, name, place, message, fix))


def _shown(mark: str) -> str:
    """A mark in one line."""
    return " ".join(mark.split())
