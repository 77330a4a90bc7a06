"""What keeps a document from being well-formed: all of it, found in one pass, and mended.

expat stops at the first fault. This goes over the whole text with its own eyes, says of each fault what it
is, and mends it as its author most likely meant it, so that all else can be judged as well. It runs only
when expat has refused the document, and its result is never published.
"""

import re
from typing import NamedTuple

from feedpub.validate.document.attributes import AttributeReader
from feedpub.validate.document.positions import Shifts
from feedpub.validate.document.references import CLEAN, NAME, SUSPECT, References

#: after so many faults the rest of them is of no interest
_MOST_FAULTS = 500
#: how far an end tag is looked for among the open elements
_REACH = 64

_START = re.compile(rb"<(" + NAME + rb")")
_END = re.compile(rb"</(" + NAME + rb")\s*>")
_DOCTYPE = re.compile(rb"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*(?:\[[^\]]*\]\s*)?>")
_ENTITY = re.compile(rb"<!ENTITY\s+(" + NAME + rb")\s")


class Fault(NamedTuple):
    """One thing that keeps a document from being well-formed."""

    #: ampersand, less-than, entity, character, mismatch, truncated, before-declaration, after-root, tag,
    #: attribute
    kind: str
    #: in the mended document
    offset: int
    #: what is there
    text: str
    #: where the element began that is not closed
    began: int | None = None


class Mended(NamedTuple):
    """A document of which expat has less to complain."""

    data: bytes
    faults: tuple[Fault, ...]
    shifts: Shifts


def mend(data: bytes) -> Mended:
    """Finds and mends what is not well-formed in `data`, which is in UTF-8."""
    return _Mender(data).mend()


class _Mender:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pieces: list[bytes] = []
        #: bytes written
        self.length = 0
        #: how much of `data` has been passed on or replaced
        self.done = 0
        self.faults: list[Fault] = []
        self.ends: list[int] = []
        self.by: list[int] = []
        #: open elements: name, offset in the mended document
        self.open: list[tuple[bytes, int]] = []
        self.had_root = False
        self.references = References()
        self.attributes = AttributeReader(data, self.references)

    def mend(self) -> Mended:
        at = self.skip_prologue()
        data = self.data
        while True:
            less = data.find(b"<", at)
            self.check_text(at, len(data) if less < 0 else less)
            if len(self.faults) >= _MOST_FAULTS:
                self.pass_on(len(data))
                break
            if less < 0:
                self.close_all()
                break
            at = self.markup(less)
        return Mended(b"".join(self.pieces), tuple(self.faults), Shifts(self.ends, self.by))

    # What is done with what came: passed on, or replaced.

    def replace(self, start: int, end: int, text: bytes) -> int:
        """Passes on all up to `start`, and `text` for what is up to `end`; returns where that went."""
        self.pass_on(start)
        at = self.length
        self.pieces.append(text)
        self.length += len(text)
        self.done = max(end, start)
        self.ends.append(self.length)
        self.by.append(self.done - self.length)
        return at

    def pass_on(self, end: int) -> None:
        if end > self.done:
            self.pieces.append(self.data[self.done : end])
            self.length += end - self.done
            self.done = end

    def where(self, at: int) -> int:
        """The offset in the mended document of what stands at `at`, which has not been passed on yet."""
        return self.length + at - self.done

    def fault(self, kind: str, at: int, text: bytes, began: int | None = None) -> None:
        self.faults.append(Fault(kind, self.where(at), text.decode("utf-8", "replace"), began))

    # What stands before the root element.

    def skip_prologue(self) -> int:
        data = self.data
        declaration = data.find(b"<?xml", 0, 100_000)
        if declaration > 0 and data[declaration + 5 : declaration + 6].isspace():
            before = data[:declaration]
            if b"<rss" not in before and b"<channel" not in before:
                self.fault("before-declaration", 0, before.strip()[:200])
                self.replace(0, declaration, b"")
                return declaration
        if declaration < 0 and data[:1] != b"<":
            root = data.find(b"<", 0, 100_000)
            before = data[:root].strip() if root > 0 else b""
            if before and not before.startswith(b"\xef\xbb\xbf"):
                self.fault("before-root", 0, before[:200])
            if root > 0:
                self.replace(0, root, b"")
                return root
        return 0

    # Markup, each kind of it.

    def markup(self, at: int) -> int:
        """Deals with the markup that begins at `at`; returns where it ends."""
        data = self.data
        if data.startswith(b"<!--", at):
            return self.until(at, b"-->", 4)
        if data.startswith(b"<![CDATA[", at):
            if not self.open:
                return self.less_than(at)
            end = self.until(at, b"]]>", 9)
            self.check_characters(at, end)
            return end
        if data.startswith(b"<?", at):
            return self.until(at, b"?>", 2)
        if data.startswith(b"<!DOCTYPE", at):
            found = _DOCTYPE.match(data, at)
            if found:
                self.references.entities.update(match[1] for match in _ENTITY.finditer(found[0]))
                return found.end()
        if data.startswith(b"</", at):
            return self.end_tag(at)
        return self.start_tag(at)

    def until(self, at: int, closing: bytes, skip: int) -> int:
        end = self.data.find(closing, at + skip)
        if end >= 0:
            return end + len(closing)
        self.fault("truncated", at, self.data[at : at + 40])
        end = len(self.data)
        self.check_characters(at, end)
        self.replace(end, end, closing)
        return end

    def less_than(self, at: int) -> int:
        """A `<` that begins nothing."""
        self.fault("less-than", at, self.data[at : at + 30])
        self.replace(at, at + 1, b"&lt;")
        return at + 1

    def start_tag(self, at: int) -> int:
        found = _START.match(self.data, at)
        if not found or (self.had_root and not self.open):
            if found and self.had_root:
                return self.after_root(at)
            return self.less_than(at) if self.open else self.drop(at, at + 1)
        attributes = self.attributes.read(found.end())
        if attributes is None:
            return self.less_than(at)
        for kind, where, text in attributes.faults:
            self.fault(kind, where, text)
        begin = self.where(at)
        changed = b"<" + found[1] + attributes.text
        if changed != self.data[at : attributes.end]:
            self.replace(at, attributes.end, changed)
        self.had_root = True
        if not attributes.is_empty:
            self.open.append((found[1], begin))
        return attributes.end

    def end_tag(self, at: int) -> int:
        found = _END.match(self.data, at)
        if not found:
            return self.less_than(at) if self.open else self.drop(at, at + 2)
        name = found[1]
        if self.open and self.open[-1][0] == name:
            self.open.pop()
            return found.end()
        reach = self.open[-_REACH:]
        if name not in [one for one, _ in reach]:
            self.fault("mismatch", at, found[0], self.open[-1][1] if self.open else None)
            return self.drop(at, found.end())
        closings = b""
        while self.open[-1][0] != name:
            inner, began = self.open.pop()
            self.fault("unclosed", at, inner, began)
            closings += b"</" + inner + b">"
        self.open.pop()
        self.replace(at, at, closings)
        return found.end()

    def after_root(self, at: int) -> int:
        """A second root element, or whatever else comes after the first: cut off."""
        self.fault("after-root", at, self.data[at : at + 60])
        return self.drop(at, len(self.data))

    def drop(self, start: int, end: int) -> int:
        self.replace(start, end, b"")
        return end

    def close_all(self) -> None:
        """Ends what is still open: the document was cut off."""
        end = len(self.data)
        if self.open:
            name, began = self.open[-1]
            self.fault("truncated", end, name, began)
            self.replace(end, end, b"".join(b"</" + name + b">" for name, _ in reversed(self.open)))
        self.pass_on(end)

    # Text.

    def check_text(self, start: int, end: int) -> None:
        """References and characters of the text between two pieces of markup."""
        data = self.data
        if self.had_root and not self.open:
            if data[start:end].strip():
                self.fault("after-root", start, data[start:end].strip()[:60])
                self.drop(start, end)
            return
        if CLEAN.fullmatch(data, start, end):
            return
        for match in SUSPECT.finditer(data, start, end):
            if len(self.faults) >= _MOST_FAULTS:
                return
            kind, text = self.references.judge(match)
            if kind:
                around = data[max(start, match.start() - 10) : min(end, match.end() + 10)]
                self.fault(kind, match.start(), around if kind == "ampersand" else match[0])
                self.replace(match.start(), match.end(), text)

    def check_characters(self, start: int, end: int) -> None:
        """Characters that not even CDATA can hold."""
        for match in SUSPECT.finditer(self.data, start, end):
            if len(self.faults) >= _MOST_FAULTS:
                return
            if match[0][:1] != b"&":
                self.fault("character", match.start(), match[0])
                self.replace(match.start(), match.end(), b"?")
