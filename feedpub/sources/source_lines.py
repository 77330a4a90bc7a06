"""Where in the Markdown something stands that was found wrong in the HTML made from it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from feedpub.model import Finding, Place, Severity
from feedpub.sources.link_targets import Fault

#: how many findings of one kind an episode gets; more would bury the rest
_AT_MOST = 10
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+\1(?!`)")
_EMPTY_ADDRESS = re.compile(r"(?<=\]\()\s*\)|(?<==)(?:\"\s*\"|'\s*')")
#: what stands before the address of a link, in Markdown and in HTML
_ADDRESS_LEADS = ("](", "](<", '="', "='", "]: ", "")


class SourceLines:
    """The lines of one Markdown source; looked at only when something is to be reported."""

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self._markdown, self._path, self._first_line = markdown, path, first_line
        self._masked = ""
        self._searched: dict[str, int] = {}

    def findings(self, faults: list[Fault]) -> tuple[Finding, ...]:
        """A warning for each fault in the order of their places, but no more than a few of one kind."""
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

    def _findings(self, faults: list[Fault]) -> Iterator[Finding]:
        totals = Counter(fault.name for fault in faults)
        seen: Counter[str] = Counter()
        for fault in faults:
            seen[fault.name] += 1
            if seen[fault.name] > _AT_MOST:
                continue
            rest = totals[fault.name] - _AT_MOST
            more = f" (and {rest} more like it)" if rest > 0 and seen[fault.name] == _AT_MOST else ""
            place = self._place(fault.needle, fault.is_address)
            yield Finding(Severity.WARNING, fault.name, place, fault.message + more, fault.fix)

    def _place(self, needle: str, is_address: bool) -> Place:
        index = self._find(needle, _find_address if is_address else str.find)
        if index < 0:
            return Place(self._path, self._first_line)
        line = self._first_line + self._markdown.count("\n", 0, index)
        return Place(self._path, line, index - self._markdown.rfind("\n", 0, index))

    def _find(self, needle: str, find: Callable[[str, str, int], int]) -> int:
        """Each time the next occurrence, and one that is shown as code only where there is no other."""
        start = self._searched.get(needle, 0)
        index = find(self.without_code(), needle, start)
        if index < 0:
            index = find(self._markdown, needle, 0)
        self._searched[needle] = index + 1
        return index


def _find_address(text: str, needle: str, start: int) -> int:
    if not needle.strip():
        match = _EMPTY_ADDRESS.search(text, start)
        return match.start() if match else -1
    from html import escape

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
        match = _FENCE.match(line)
        if match and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
            line = " " * len(line)
        elif fence:
            line = " " * len(line)
        elif "`" in line:
            line = _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
        lines.append(line)
    return "\n".join(lines)
