"""Which rule stands behind a declaration of the schemas: what their `xs:appinfo` says.

Read only when something was refused. The sources of `xs:appinfo` are told at the top of rss.xsd.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

#: beside the package in a checkout, inside of it when installed
_PLACES = (Path(__file__).parents[1] / "schemas", Path(__file__).parents[2] / "schemas")
_XS = "{http://www.w3.org/2001/XMLSchema}"
_SOURCE = "urn:feedpub:rule"

Node = etree._Element


class Reason(NamedTuple):
    """What was refused."""

    rule: str
    #: what the schema says there ought to be, as a sentence; may be empty
    wanted: str


def schema_file() -> Path:
    """The schema that a feed is held against."""
    return next(place for place in _PLACES if place.is_dir()) / "rss.xsd"


def reason(owner: str, name: str, kind: str, attribute: str = "", constraint: str = "") -> Reason:
    """What a violation breaks.

    `owner` and `name` are the element around and the element itself in the form `{uri}local`, `kind` is what
    follows the `#` in the source of an `xs:appinfo`, `constraint` the name of an `xs:key` or `xs:unique`.
    """
    declarations = _declarations()
    if constraint:
        chain = [declarations.constraints[constraint]]
    else:
        chain = list(declarations.chain(owner, name, attribute, kind))
    sources = [f"{_SOURCE}#{kind}"] if kind else []
    if kind in ("", "missing", "again", "blank"):
        sources.append(_SOURCE)
    for source in sources:
        for node in chain:
            for note in node.iterfind(f"{_XS}annotation/{_XS}appinfo"):
                if note.get("source") == source:
                    return Reason(note.text or "", _wanted(chain))
    return Reason("", "")


def rule_ids() -> frozenset[str]:
    """The ids of all rules that the schemas name."""
    return frozenset(
        note.text or ""
        for root in _declarations().roots.values()
        for note in root.iter(f"{_XS}appinfo")
        if note.get("source", "").startswith(_SOURCE)
    )


def _wanted(chain: list[Node]) -> str:
    """The documentation of the type nearest to what was refused."""
    for node in chain:
        if node.tag == f"{_XS}simpleType":
            text = node.findtext(f"{_XS}annotation/{_XS}documentation", "")
            return " ".join(text.split()).split(". ")[0].rstrip(".")
    return ""


class _Declarations:
    """All schema files: declarations by name, and what they are made of."""

    def __init__(self, directory: Path) -> None:
        #: target namespace -> file
        self.roots: dict[str, Node] = {}
        #: (element around it or nothing, element) -> its declaration
        self.elements: dict[tuple[str, str], Node] = {}
        self.types: dict[str, Node] = {}
        #: by their names, which are unique
        self.constraints: dict[str, Node] = {}
        for path in sorted(directory.glob("*.xsd")):
            root = etree.parse(path).getroot()
            self.roots[root.get("targetNamespace", "")] = root
            for node in root.iter(f"{_XS}element"):
                if "name" in node.attrib:
                    around = next(node.iterancestors(f"{_XS}element"), None)
                    owner = "" if around is None else self.qualified(around)
                    self.elements[owner, self.qualified(node)] = node
            for node in root.iter(f"{_XS}simpleType", f"{_XS}complexType"):
                if "name" in node.attrib:
                    self.types[self.qualified(node)] = node
            for node in root.iter(f"{_XS}key", f"{_XS}unique"):
                self.constraints[node.get("name", "")] = node

    @staticmethod
    def qualified(node: Node) -> str:
        """The name that is declared, in the form `{uri}local`."""
        uri = node.getroottree().getroot().get("targetNamespace")
        return f"{{{uri}}}{node.get('name')}" if uri else node.get("name", "")

    def chain(self, owner: str, name: str, attribute: str, kind: str) -> Iterator[Node]:
        """What is declared of an element or its attribute, from the most to the least particular."""
        declared = self.elements.get((owner, name))
        if declared is None:
            declared = self.elements.get(("", name))
        if declared is not None:
            types = list(self._types(declared))
            if attribute:
                yield from self._attribute(types, attribute, kind)
            yield declared
            yield from types
            yield declared.getroottree().getroot()
        elif kind == "again":
            return
        else:
            uri = name[1:].partition("}")[0] if name.startswith("{") else ""
            if uri in self.roots:
                yield self.roots[uri]

    def _attribute(self, types: list[Node], attribute: str, kind: str) -> Iterator[Node]:
        """The declaration of an attribute, and its type; of one that is missing the type comes last."""
        for node in types:
            for declared in node.iter(f"{_XS}attribute"):
                if declared.get("name") == attribute:
                    yield declared
                    if kind != "missing":
                        yield from self._named(declared, declared.get("type", ""))
                    return

    def _types(self, declared: Node) -> Iterator[Node]:
        """The type of an element, and those that it is derived from."""
        inline = declared.find(f"{_XS}complexType")
        if inline is None:
            yield from self._named(declared, declared.get("type", ""))
            return
        yield inline
        extended = inline.find(f"{_XS}simpleContent/{_XS}extension")
        if extended is not None:
            yield from self._named(declared, extended.get("base", ""))

    def _named(self, where: Node, name: str) -> Iterator[Node]:
        """A type by its name as it is written at a place in a schema."""
        prefix, _, local = name.rpartition(":")
        uri = where.nsmap.get(prefix or None)
        found = self.types.get(f"{{{uri}}}{local}" if uri else local)
        if found is not None:
            yield found
            restricted = found.find(f"{_XS}simpleContent/{_XS}extension")
            if restricted is not None:
                yield from self._named(found, restricted.get("base", ""))


@cache
def _declarations() -> _Declarations:
    return _Declarations(schema_file().parent)
