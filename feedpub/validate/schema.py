"""A feed held against the schemas in schemas/, by libxml2.

What is sound is only streamed through: neither a tree nor anything else is kept. When something is refused,
a tree tells where: libxml2 knows no offsets, and of a stream not even lines.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from feedpub.kinds.quoting import quote
from feedpub.validate.document.namespaces import PREFIXES
from feedpub.validate.schema_rules import reason, schema_file

#: so many violations are kept
MOST = 1000

_MESSAGE = re.compile(r"Element '([^']*)'(?:, attribute '([^']*)')?: (.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"The attribute '([^']*)'")
_CONSTRAINT = re.compile(r"identity-constraint '(?:\{[^}]*\})?([^']*)'")
#: libxml2 cuts longer names with a prefix in paths (xmlGetNodePath)
_LONGEST = 98
_STEP = re.compile(r"([^\[]+)(?:\[(\d+)\])?")


class Violation(NamedTuple):
    """Something that the schemas refuse."""

    #: the id of the rule that it breaks
    rule: str
    #: which start tag of the document it is about, from 0
    ordinal: int
    #: the last start tag in it, and that of the element around it
    last: int
    parent: int
    #: canonical names; `attribute` is empty when it is about the element
    element: str
    attribute: str
    message: str


def check_schema(data: bytes) -> list[Violation]:
    """What the schemas refuse in a well-formed document, which is in UTF-8 whatever it declares."""
    if _is_sound(data):
        return []
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError:
        # Such as a prefix that nothing declares, which is told elsewhere.
        return []
    schema = _schema()
    schema.validate(root)
    log: Any = schema.error_log
    found = [
        (element, refused)
        for element, entry in _places(root, islice(log, MOST))
        if (refused := _violation(element, entry.message)) is not None
    ]
    wanted = {one for element, _ in found for one in (element, element.getparent())}
    ordinals = {one: ordinal for ordinal, one in enumerate(root.iter("*")) if one in wanted}
    return list(dict.fromkeys(_placed(refused, element, ordinals) for element, refused in found))


def _placed(refused: Violation, element: etree._Element, ordinals: dict[Any, int]) -> Violation:
    ordinal = ordinals[element]
    inside = sum(1 for _ in element.iterdescendants("*"))
    return refused._replace(
        ordinal=ordinal, last=ordinal + inside, parent=ordinals.get(element.getparent(), 0)
    )


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(schema_file()))


class _Nothing:
    """Keeps nothing of what is parsed."""

    def close(self) -> None:
        """The end of the document."""


def _parser(**more: Any) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, **more
    )


def _is_sound(data: bytes) -> bool:
    parser = _parser(target=_Nothing(), schema=_schema())
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return False
    return len(parser.error_log) == 0


def _places(root: etree._Element, entries: Iterable[Any]) -> Iterator[tuple[etree._Element, Any]]:
    """The elements that entries of the log are about.

    Their paths, such as ``/rss/channel/item[3]/itunes:image``, name prefixes as the document has them, so
    they are followed step by step; children are sorted by name once. Where a path leads
    nowhere, what is said at its end is left out: of another element it would be false.
    """
    children: dict[etree._Element, dict[str, list[etree._Element]]] = {}
    for entry in entries:
        element = _at(entry.path or "", root, children)
        if element is not None:
            yield element, entry


def _at(
    path: str, root: etree._Element, children: dict[etree._Element, dict[str, list[etree._Element]]]
) -> etree._Element | None:
    element = root
    for step in path.split("/")[2:]:
        match = _STEP.fullmatch(step)
        if match is None:
            break
        if element not in children:
            children[element] = _by_name(element)
        named, index = children[element].get(match[1], []), int(match[2] or 1) - 1
        if index >= len(named):
            return None
        element = named[index]
    return element


def _by_name(parent: etree._Element) -> dict[str, list[etree._Element]]:
    """Children by their names as written; ``*`` are all, in the path of a name in a default namespace."""
    found: dict[str, list[etree._Element]] = {"*": []}
    for child in parent.iterchildren("*"):
        found["*"].append(child)
        local = etree.QName(child).localname
        name = f"{child.prefix}:{local}"[:_LONGEST] if child.prefix else local
        found.setdefault(name, []).append(child)
    return found


def _violation(element: etree._Element, message: str) -> Violation | None:
    match = _MESSAGE.match(message)
    if match is None:
        return None
    words = match[3]
    around = element.getparent()
    owner, name = str(around.tag) if around is not None else "", str(element.tag)
    called = _canonical(name)
    if named := _CONSTRAINT.search(words):
        return _of_constraint(element, called, named[1], words)
    if match[2] or words.startswith("The attribute"):
        return _of_attribute(element, owner, match[2] or "", words)
    if "No matching global" in words:
        found, said = reason("", "rss", "root"), f"the root is `{called}`, not `rss`"
    elif "Character content" in words:
        found, said = reason(owner, name, "text"), f"`{called}` has text between the elements inside"
    elif "Missing child" in words:
        found, said = reason(owner, name, "missing-child"), f"`{called}` lacks an element that must be inside"
    elif "Element content is not allowed" in words:
        found, said = reason(owner, name, "child"), f"`{called}` has elements inside, where only text may be"
    elif "not expected" in words:
        outer = around.getparent() if around is not None else None
        found = reason(owner, name, "again")
        if not found.rule or owner != "rss":
            found = reason(str(outer.tag) if outer is not None else "", owner, "child")
        said = f"`{called}` may not be there in `{_canonical(owner)}`"
    else:
        text = element.text or ""
        found = reason(owner, name, "" if text.strip() else "blank")
        there = f"is {quote(text.strip())}" if text.strip() else "is blank"
        said = f"`{called}` {there}{_instead(found.wanted)}"
    return Violation(found.rule, 0, 0, 0, called, "", said)


def _of_attribute(element: etree._Element, owner: str, attribute: str, words: str) -> Violation:
    name = str(element.tag)
    called = _canonical(name)
    if attribute and not words.startswith("The attribute"):
        found = reason(owner, name, "", attribute)
        there = element.get(attribute, "")
        said = f"`{_canonical(attribute)}` of `{called}` is {quote(there)}{_instead(found.wanted)}"
    else:
        attribute = attribute or (named[1] if (named := _ATTRIBUTE.match(words)) else "")
        if "required" in words:
            found, said = (
                reason(owner, name, "missing", attribute),
                f"`{called}` has no `{_canonical(attribute)}`",
            )
            return Violation(found.rule, 0, 0, 0, called, "", said)
        found = reason(owner, name, "attribute")
        said = f"`{called}` has the unknown attribute `{_canonical(attribute)}`"
    return Violation(found.rule, 0, 0, 0, called, _canonical(attribute), said)


def _of_constraint(element: etree._Element, called: str, constraint: str, words: str) -> Violation:
    """A child, or a value, that is there too often, or not at all."""
    again = "more than one" in words
    found = reason("", "", "again" if again else "", constraint=constraint)
    child = constraint.partition("-")[2]
    if again:
        said = f"`{called}` is there more than once"
    elif "Duplicate" in words:
        said = f"`{called}` {quote((element.text or '').strip())} is there more than once"
    else:
        said = f"`{called}` lacks `{child}`"
    return Violation(found.rule, 0, 0, 0, called, "", said)


def _instead(wanted: str) -> str:
    return f", where there should be: {wanted[:1].lower()}{wanted[1:]}" if wanted else ", which is not valid"


def _canonical(name: str) -> str:
    """``{uri}local`` as rules write it."""
    if not name.startswith("{"):
        return name
    uri, _, local = name[1:].partition("}")
    prefix = PREFIXES.get(uri, "")
    return f"{prefix}:{local}" if prefix else name
