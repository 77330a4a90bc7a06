"""Where in the Markdown something stands that was found wrong in the HTML made from it."""

import re
from collections.abc import Callable, Iterator

from feedpub.model import Finding, Place
from feedpub.sources.notes.link_targets import Fault

#: how many findings of one kind an episode gets; more would bury the rest
_AT_MOST = 10
_FENCE = r" {0,3}(`{3,}|~{3,})"
_CODE_SPAN = r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)"
_EMPTY_ADDRESS = r"(?<=\]\()\s*\)|(?<==)(?:\"\s*\"|'\s*')"
#: what stands before the address of a link, in Markdown and in HTML
_ADDRESS_LEADS = ("](", "](<", '="', "='", "]: ", "")


class SourceLines:
    """The lines of one Markdown source; looked at only when something is to be reported."""

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self._markdown, self._path, self._first_line = markdown, path, first_line
        self._masked = ""
        self._searched: dict[str, int] = {}

    def findings(self, faults: list[Fault]) -> tuple[Finding, ...]:
        """A finding for each fault in the order of their places, but no more than a few of one kind."""
        return tuple(sorted(self._findings(faults), key=lambda finding: finding.place)) if faults else ()

    def line(self, written: str) -> int:
        """The line in the file of the next ``written``."""
        return self._place(written, False).line

    def without_code(self) -> str:
        """The Markdown with blanks in place of code blocks and spans; every place stays the same."""
        if not self._masked:
            has_code = "`" in self._markdown or "~~~" in self._markdown
            self._masked = _mask_code(self._markdown) if has_code else self._markdown
        return self._masked

    def _may_be_code(self, start: int, end: int) -> bool:
        """Whether there is a fence ahead of a place, or a mark of a code span in its lines."""
        text = self._markdown
        # One character is found much faster than three.
        tick, wave = text.find("`", 0, end), text.find("~", 0, end)
        if (tick >= 0 and text.find("```", tick, end) >= 0) or (
            wave >= 0 and text.find("~~~", wave, end) >= 0
        ):
            return True
        line_end = text.find("\n", end)
        return text.find("`", text.rfind("\n", 0, start) + 1, line_end if line_end >= 0 else len(text)) >= 0

    def _findings(self, faults: list[Fault]) -> Iterator[Finding]:
        names = [fault.name for fault in faults]
        seen: dict[str, int] = {}
        for fault in faults:
            number = seen[fault.name] = seen.get(fault.name, 0) + 1
            if number > _AT_MOST:
                continue
            rest = names.count(fault.name) - _AT_MOST if number == _AT_MOST else 0
            more = f" (and {rest} more like it)" if rest > 0 else ""
            place = self._place(fault.needle, fault.is_address)
            yield Finding(fault.severity, fault.name, place, fault.message + more, fault.fix)

    def _place(self, needle: str, is_address: bool) -> Place:
        index = self._find(needle, _find_address if is_address else str.find)
        if index < 0:
            return Place(self._path, self._first_line)
        line = self._first_line + self._markdown.count("\n", 0, index)
        return Place(self._path, line, index - self._markdown.rfind("\n", 0, index))

    def _find(self, needle: str, find: Callable[[str, str, int], int]) -> int:
        """Each time the next occurrence, and one that is shown as code only where there is no other."""
        start = self._searched.get(needle, 0)
        index = find(self._markdown, needle, start)
        if index >= 0 and self._may_be_code(index, index + len(needle)):
            index = find(self.without_code(), needle, start)
        if index < 0:
            index = find(self._markdown, needle, 0)
        self._searched[needle] = index + 1
        return index


def _find_address(text: str, needle: str, start: int) -> int:
    if not needle.strip():
        match = re.compile(_EMPTY_ADDRESS).search(text, start)
        return match.start() if match else -1
    from html import escape
    from urllib.parse import unquote

    for written in dict.fromkeys((needle, unquote(needle), escape(needle), escape(unquote(needle)))):
        for lead in _ADDRESS_LEADS:
            index = text.find(lead + written, start)
            if index >= 0:
                return index + len(lead)
    return -1


def _mask_code(markdown: str) -> str:
    lines = []
    fence = ""
    for line in markdown.split("\n"):
        match = re.match(_FENCE, line) if "```" in line or "~~~" in line else None
        if match and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
            line = " " * len(line)
        elif fence:
            line = " " * len(line)
        elif "`" in line:
            line = re.sub(_CODE_SPAN, lambda span: " " * len(span[0]), line)
        lines.append(line)
    return "\n".join(lines)
