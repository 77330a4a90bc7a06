"""Attributes of the elements of RSS 2.0 itself."""

from feedpub.kinds.misspelling import nearest_word
from feedpub.validate.core import ALL, ATTRIBUTES, is_core
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, RSS, WARNING, Problem, Problems, everywhere, rule

_NOTHING: Problems = iter(())


@rule(
    id="RSS014",
    name="unexpected-attribute",
    each=ALL,
    profiles=everywhere(ERROR),
    what="An element of RSS has an attribute that RSS does not give it.",
    why="No reader looks at it. When it is misspelt, as `isPermalink` is, the element means something else "
    "than it "
    "should.",
    fix="Correct the name of the attribute, or remove it.",
    spec="RSS2 Extending RSS; w3c:UnexpectedAttribute",
    bad='<guid isPermalink="false">one</guid>',
    good='<guid isPermaLink="false">one</guid>',
    within="item",
)
def unexpected_attribute(element: Element) -> Problems:
    attributes = element.attributes
    if not attributes or not (element.name == "rss" or is_core(element)):
        return _NOTHING
    known = ATTRIBUTES.get(element.name, frozenset())
    if attributes.keys() <= known:
        return _NOTHING
    return _tell(element, known)


def _tell(element: Element, known: frozenset[str]) -> Problems:
    for name in element.attributes:
        if name in known or ":" in name or name.startswith("{"):
            continue
        near = nearest_word(name, known) or next((one for one in known if one.lower() == name.lower()), "")
        yield Problem(
            element,
            f"`{element.name}` has the unknown attribute `{name}`" + f", not `{near}`" * bool(near),
            attribute=name,
            fix=f"Write `{near}` if that is meant." if near else "",
        )


@rule(
    id="RSS015",
    name="extension-attribute-on-core-element",
    each=ALL,
    profiles={RSS: INFO},
    what="An element of RSS has an attribute of an extension.",
    why="The RSS Board allows it; the older text of the specification at Harvard speaks of elements only, "
    "so to a "
    "feed that names that one in its `docs` it is a warning.",
    fix="Nothing, if something is known to read it.",
    spec="RSS2 Extending RSS; w3c:UseOfExtensionAttr",
    bad='<title media:hint="x">One</title>',
    good='<title xml:lang="en">One</title>',
    within="item",
)
def extension_attribute(element: Element) -> Problems:
    attributes = element.attributes
    if not attributes or not (element.name == "rss" or is_core(element)):
        return _NOTHING
    return _tell_extensions(element)


def _tell_extensions(element: Element) -> Problems:
    for name in element.attributes:
        if (":" in name or name.startswith("{")) and not name.startswith("xml:"):
            severity = WARNING if _follows_harvard(element) else None
            local = name.rpartition("}")[2]
            message = f"`{element.name}` has the attribute `{local}` of an extension"
            yield Problem(element, message, attribute=local, severity=severity)


def _follows_harvard(element: Element) -> bool:
    """Whether the feed says that it follows the text of the specification at Harvard.

    Of elements in items that is not asked: an item is judged without regard to the rest of the channel.
    """
    top: Element | None = element.first("channel") if element.name == "rss" else element
    while top is not None and top.name != "channel":
        top = None if top.is_item else top.parent
    return top is not None and "harvard.edu" in top.get("docs")
