"""One pass over a document with expat: elements with their places, handed over item by item.

An item is judged and let go of as soon as it ends, so what is kept in memory hardly grows with the feed.
"""

from array import array
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from feedpub.validate.document.element import Declaration, Element
from feedpub.validate.document.namespaces import PREFIXES, RESERVED, prefix_of

#: what is nested deeper than any reader goes is not looked at
_DEEPEST = 256
#: entities may not make a document larger than this many times, and characters, its size
_LARGEST_FACTOR, _LARGEST_ANYWAY = 10, 1_000_000

_HANDLERS = """
StartElement EndElement CharacterData StartCdataSection XmlDecl StartDoctypeDecl EntityDecl Comment
ProcessingInstruction
""".split()

_KNOWN_ROOT = {prefix: uri for uri, prefix in reversed(PREFIXES.items())}


class Mark(NamedTuple):
    """A place in the document, and what is to be said of it."""

    offset: int
    #: what is there
    text: str = ""


class DeclaredNamespace(NamedTuple):
    """A namespace as it is declared."""

    prefix: str
    uri: str
    #: the element that declares it
    element: Element
    is_root: bool


class Doctype(NamedTuple):
    """A DOCTYPE, of which nothing is ever fetched."""

    offset: int
    name: str
    system: str
    public: str


class Walked:
    """What one pass over a document found beside its items."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.declaration: Declaration | None = None
        self.doctype: Doctype | None = None
        self.namespaces: list[DeclaredNamespace] = []
        #: prefixes of elements and attributes that were met
        self.used_prefixes: set[str] = set()
        #: prefixes that nothing declares, where each was met first
        self.undeclared: list[Mark] = []
        self.external_entities: list[Mark] = []
        #: comments and processing instructions behind the root element
        self.after_root: list[Mark] = []
        #: where it was broken off, and why; it is not well-formed there
        self.broken: Mark | None = None
        #: whether entities blew it up beyond all measure, and where
        self.blown_up: Mark | None = None
        self.items = 0
        #: the offset of every start tag, in document order
        self.offsets = array("Q")


class _BlownUp(Exception):
    """Entities made more of the document than it can be."""


Take = Callable[[Element, int], None]


def walk(data: bytes, take: Take) -> Walked:
    """Walks through `data` (UTF-8, whatever it declares); `take` gets each item, and the offset of its end.

    A document that is not well-formed is followed to where it breaks (`broken`).
    """
    walker = _Walker(data, take)
    try:
        walker.parser.Parse(data, True)
    except expat.ExpatError as error:
        where = Mark(walker.parser.ErrorByteIndex, expat.ErrorString(error.code) or "")
        # 43: XML_ERROR_AMPLIFICATION_LIMIT_BREACH, which pyexpat has no name for
        if error.code == 43:
            walker.walked.blown_up = where
        walker.walked.broken = where
    except _BlownUp:
        walker.walked.blown_up = Mark(max(walker.parser.CurrentByteIndex, 0))
        walker.walked.broken = walker.walked.blown_up
    walker.finish()
    return walker.walked


class _Walker:
    """The handlers that expat calls."""

    def __init__(self, data: bytes, take: Take) -> None:
        self.walked = Walked()
        self.take = take
        self.current: Element | None = None
        self.item: Element | None = None
        self.depth = 0
        self.too_deep = 0
        self.room = len(data) * _LARGEST_FACTOR + _LARGEST_ANYWAY
        #: what prefixes mean here, and what they meant outside of the elements that declared some
        self.scope: dict[str, str] = {}
        self.outer: list[tuple[int, dict[str, str], dict[str, str]]] = []
        #: names as written -> canonical
        self.names: dict[str, str] = {}
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartCdataSectionHandler = self.cdata
        parser.XmlDeclHandler = self.declare
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.too_deep += 1
            self.walked.offsets.append(self.parser.CurrentByteIndex)
            return
        parent = self.current
        offset = self.parser.CurrentByteIndex
        self.walked.offsets.append(offset)
        element = Element(tag, attributes, parent, offset)
        if attributes:
            self.declare_namespaces(element)
            if any(":" in name or name == "xmlns" for name in attributes):
                element.attributes = {
                    self.canonical(name, element, is_attribute=True): value
                    for name, value in attributes.items()
                    if not name.startswith("xmlns")
                }
        name = element.name = self.names.get(tag) or self.canonical(tag, element)
        self.current = element
        if parent is None:
            if self.walked.root is None:
                self.walked.root = element
        elif self.item is None and name in ("item", "podcast:liveItem"):
            self.item = element
        else:
            parent.children.append(element)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self.too_deep:
            self.too_deep -= 1
            return
        element = self.current
        assert element is not None
        element.end = self.parser.CurrentByteIndex
        self.current = element.parent
        if element is self.item:
            self.item = None
            self.walked.items += 1
            self.take(element, element.end)
            assert element.parent is not None
            element.parent.items.append(element)
        if self.outer and self.outer[-1][0] > self.depth:
            _, self.scope, self.names = self.outer.pop()

    def characters(self, text: str) -> None:
        if self.current is not None:
            self.current.text += text
            self.room -= len(text)
            if self.room < 0:
                raise _BlownUp

    def cdata(self) -> None:
        if self.current is not None:
            self.current.has_cdata = True

    def declare_namespaces(self, element: Element) -> None:
        """Takes note of the namespaces that an element declares."""
        declared = {
            name[6:]: uri
            for name, uri in element.attributes.items()
            if name == "xmlns" or name[:6] == "xmlns:"
        }
        if not declared:
            return
        self.outer.append((self.depth, self.scope, self.names))
        self.scope, self.names = self.scope | declared, {}
        is_root = self.walked.root is None
        self.walked.namespaces += [
            DeclaredNamespace(prefix, uri, element, is_root) for prefix, uri in declared.items()
        ]

    def canonical(self, written: str, element: Element, *, is_attribute: bool = False) -> str:
        """The name by which rules know what is written so here."""
        prefix, _, local = written.rpartition(":")
        if not prefix and is_attribute:
            return written
        uri = self.scope.get(prefix)
        if uri is None:
            name = written if prefix == "xml" or not prefix else self.undeclared(prefix, local, element)
        elif not uri:
            name = local
        else:
            usual = prefix_of(uri)
            name = f"{usual}:{local}" if usual else f"{{{uri}}}{local}"
        if prefix:
            self.walked.used_prefixes.add(prefix)
        elif uri:
            self.walked.used_prefixes.add("")
        if not is_attribute:
            self.names[written] = name
        return name

    def undeclared(self, prefix: str, local: str, element: Element) -> str:
        """The name of what has a prefix that nothing declares: it is taken for what the prefix usually is."""
        if all(mark.text != prefix for mark in self.walked.undeclared):
            self.walked.undeclared.append(Mark(element.offset, prefix))
        return f"{prefix}:{local}" if prefix in _KNOWN_ROOT or prefix in RESERVED else f"{{{prefix}}}{local}"

    def declare(self, version: str, encoding: str | None, standalone: int) -> None:
        offset = self.parser.CurrentByteIndex
        self.walked.declaration = Declaration(
            version, encoding or "", {1: "yes", 0: "no"}.get(standalone, ""), offset
        )

    def doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        self.walked.doctype = Doctype(self.parser.CurrentByteIndex, name, system or "", public or "")

    def entity(
        self,
        name: str,
        is_parameter: int,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if value is None and (system or public):
            self.walked.external_entities.append(Mark(self.parser.CurrentByteIndex, name))

    def comment(self, text: str) -> None:
        if self.depth == 0 and self.walked.root is not None:
            self.walked.after_root.append(Mark(self.parser.CurrentByteIndex, text.strip()))

    def instruction(self, target: str, text: str) -> None:
        if self.depth == 0 and self.walked.root is not None:
            self.walked.after_root.append(Mark(self.parser.CurrentByteIndex, f"{target} {text}".strip()))

    def finish(self) -> None:
        """Closes what a document that breaks off left open."""
        while self.current is not None:
            self.depth = min(self.depth, _DEEPEST)
            self.too_deep = 0
            self.end("")
        # The handlers hold the walker, and it holds the parser: nothing of it is needed any more.
        for handler in _HANDLERS:
            setattr(self.parser, f"{handler}Handler", None)
