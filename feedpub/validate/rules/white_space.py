"""Elements that are blank, and values with white space around them."""

from feedpub.validate.core import CHILDREN, standing_of
from feedpub.validate.document.element import Element
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    rule,
)

_NOTHING: Problems = iter(())
#: HTML, in which white space says nothing
_HTML = frozenset(
    "description content:encoded itunes:summary atom:summary atom:content media:description "
    "media:text".split()
)
#: what has a rule of its own when it is blank: dates, languages, numbers, addresses of persons, guids
_OTHERS = frozenset(
    "guid pubDate lastBuildDate language ttl managingEditor webMaster author width height name hour day "
    "channel item image textInput skipHours skipDays enclosure cloud source".split()
)
_TEXTS = tuple(sorted(frozenset().union(*CHILDREN.values()) - _OTHERS))
_STRICTER = {**everywhere(WARNING), APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR}


@rule(
    id="RSS023",
    name="blank-element",
    each=_TEXTS,
    profiles=everywhere(WARNING),
    what="An element is there, but has no text.",
    why="It says nothing, and some apps show it all the same, as an episode without a name for one.",
    fix="Fill it in, or leave it out.",
    spec="RSS2 elements of item; w3c:NotBlank",
    bad="<title> </title>",
    good="<title>One</title>",
    within="item",
)
def blank_element(element: Element) -> Problems:
    text = element.text
    if (text and not text.isspace()) or element.children:
        return _NOTHING
    return _tell_blank(element)


def _tell_blank(element: Element) -> Problems:
    parent = element.parent
    if parent is None or element.name not in CHILDREN.get(parent.name, ()):
        return
    if parent.name == "channel" and element.name == "title":
        # It is as good as missing, which is an error.
        return
    stricter = _STRICTER if parent.is_item and element.name == "title" else None
    yield Problem(element, f"`{element.name}` in `{parent.name}` is empty", profiles=stricter)


@rule(
    id="RSS055",
    name="value-has-outer-whitespace",
    each="*",
    profiles=everywhere(INFO, apple=WARNING, psp1=WARNING),
    what="There is white space around a value.",
    why="Apple and PSP-1 ask for values without. Not every program strips it, and then an address is none, "
    "and two "
    "guids differ that should be the same.",
    fix="Remove the spaces and line breaks at both ends.",
    spec="APPLE-G closing notes; PSP1",
    bad="<title>\n  One\n</title>",
    good="<title>One</title>",
    # What is unknown nobody reads, with white space or without.
    where=lambda parent, name: standing_of(parent, name) != "unknown",
)
def outer_white_space(element: Element) -> Problems:
    text = element.text
    if text and (text[0].isspace() or text[-1].isspace()):
        return _tell_outer(element)
    if element.attributes:
        return _tell_attributes(element)
    return _NOTHING


def _tell_outer(element: Element) -> Problems:
    if not element.children and element.value and element.name not in _HTML:
        name = element.name.rpartition("}")[2]
        yield Problem(
            element,
            f"`{name}` has white space {_where(element.text)} its text",
            severity=None if _is_read_by_apple(element.name) else INFO,
        )
    yield from _tell_attributes(element)


def _tell_attributes(element: Element) -> Problems:
    for name, value in element.attributes.items():
        if value and (value[0].isspace() or value[-1].isspace()) and not value.isspace():
            of = element.name.rpartition("}")[2]
            attribute = name.rpartition("}")[2]
            message = f"`{attribute}` of `{of}` has white space {_where(value)} its value"
            yield Problem(element, message, attribute=attribute)


def _is_read_by_apple(name: str) -> bool:
    return name.startswith(("itunes:", "podcast:")) or not (":" in name or name.startswith("{"))


def _where(text: str) -> str:
    if text[0].isspace():
        return "around" if text[-1].isspace() else "before"
    return "behind"
