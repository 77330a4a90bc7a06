"""Elements in no namespace: those that RSS 2.0 does not have, or not there, and those that come twice."""

from feedpub.validate.core import CHILDREN, PARENTS, meant_by, right_case, standing, standing_of
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule

_NOTHING: Problems = iter(())
_SINGLE_IN_CHANNEL = CHILDREN["channel"] - {"category", "item"}
_SINGLE_IN_ITEM = CHILDREN["item"] - {"category", "enclosure"} | {"content:encoded"}


def _find_repeated(parent: Element, single: frozenset[str]) -> Problems:
    """Those of the `single` children that came before; the message names the line of the first."""
    if len({child.name for child in parent.children}) == len(parent.children):
        return
    first: dict[str, Element] = {}
    for child in parent.children:
        name = child.name
        if name in single and first.setdefault(name, child) is not child:
            yield Problem(
                child,
                f"`{name}` stands in `{parent.name}` more than once: it is already given on line {{line}}",
                also=first[name],
            )


@rule(
    id="RSS009",
    name="duplicate-channel-element",
    each="channel",
    profiles=everywhere(ERROR),
    what="An element that a channel may have once is there again.",
    why="Some apps take the first, some the last, so listeners see different podcasts.",
    fix="Keep the one that is right and remove the other.",
    spec="RSS2 required channel elements; w3c:DuplicateElement",
    bad="<title>Tides</title><title>Ebb and flow</title>",
    good="<title>Tides</title><category>Sea</category><category>Science</category>",
)
def duplicate_in_channel(channel: Element) -> Problems:
    yield from _find_repeated(channel, _SINGLE_IN_CHANNEL)


@rule(
    id="RSS010",
    name="duplicate-item-element",
    each="item",
    profiles=everywhere(ERROR),
    what="An element that an item may have once is there again.",
    why="Some apps take the first, some the last, so listeners see different episodes.",
    fix="Keep the one that is right and remove the other.",
    spec="RSS2 elements of item; w3c:DuplicateElement",
    bad="<title>One</title><title>The first</title>",
    good="<title>One</title><category>Sea</category><category>Science</category>",
)
def duplicate_in_item(item: Element) -> Problems:
    return _find_repeated(item, _SINGLE_IN_ITEM)


@rule(
    id="RSS011",
    name="unknown-core-element",
    each="*",
    profiles=everywhere(ERROR),
    what="An element without a namespace is none that RSS 2.0 knows.",
    why="RSS grows by namespaces only. No reader looks at such an element, and what it says is lost.",
    fix="Correct its name, put it into the namespace that it belongs to, or remove it. HTML inside of a "
    "text has "
    "to be escaped or in CDATA.",
    spec="RSS2 Extending RSS; w3c:UndefinedElement; w3c:NoBlink",
    bad="<summary>About tides.</summary>",
    good="<description>About tides.</description><itunes:summary>About tides.</itunes:summary>",
    where=lambda parent, name: standing_of(parent, name) == "unknown",
)
def unknown_element(element: Element) -> Problems:
    return _tell_unknown(element)


def _tell_unknown(element: Element) -> Problems:
    parent = element.parent
    assert parent is not None
    message = f"`{element.name}` in `{parent.name}` is an unknown element: RSS 2.0 has none of that name"
    if parent.name not in CHILDREN:
        # A text with tags in it. One that is broken once is broken all the way.
        if element is next((one for one in parent.children if standing(one) == "unknown"), None):
            message = (
                f"`{element.name}` in `{parent.name}` is an unknown element: a tag in a text, not escaped"
            )
            yield Problem(element, message, fix=f"Escape the tags in `{parent.name}`, or use CDATA.")
        return
    meant = meant_by(parent.name, element.name)
    yield Problem(element, message, fix=f"Write `<{meant}>` if that is meant." if meant else "")


@rule(
    id="RSS012",
    name="wrong-case-element",
    each="*",
    profiles=everywhere(ERROR),
    what="The name of an element is right but for its capital letters.",
    why="XML tells `pubdate` from `pubDate`, and so do apps: the element is as good as missing.",
    fix="Write the name as RSS has it.",
    spec="XML §2.3; APPLE-823; w3c:UndefinedElement",
    bad="<pubdate>Thu, 01 Jan 2026 06:00:00 GMT</pubdate>",
    good="<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>",
    where=lambda parent, name: standing_of(parent, name) == "case",
)
def wrong_case(element: Element) -> Problems:
    return _tell_case(element)


def _tell_case(element: Element) -> Problems:
    right = right_case(element.name)
    message = f"`{element.name}` is an unknown element in the wrong case: it is written `{right}`"
    yield Problem(element, message, fix=f"Write `<{right}>`.")


@rule(
    id="RSS013",
    name="misplaced-core-element",
    each="*",
    profiles=everywhere(ERROR),
    what="An element of RSS stands where RSS does not have it.",
    why="Readers look for it at its place only: here it is as good as missing.",
    fix="Move it to where it belongs.",
    spec="RSS2 Extending RSS; w3c:UndefinedElement",
    bad="<ttl>60</ttl>",
    good="<guid>https://example.com/one</guid>",
    where=lambda parent, name: standing_of(parent, name) == "misplaced",
)
def misplaced(element: Element) -> Problems:
    return _tell_misplaced(element)


def _tell_misplaced(element: Element) -> Problems:
    assert element.parent is not None
    name = right_case(element.name)
    places = " or ".join(f"`{parent}`" for parent in PARENTS.get(name, ())) or "nothing"
    message = f"`{element.name}` does not belong in `{element.parent.name}`, only in {places}"
    yield Problem(element, message, fix=f"Move it into {places}, or remove it.")


@rule(
    id="RSS016",
    name="extension-child-without-namespace",
    each="*",
    profiles=everywhere(ERROR),
    what="Inside an element of an extension stands one without a namespace.",
    why="Extensions consist of elements in their namespace. Others inside of them mean nothing to anybody; "
    "when they "
    "are HTML, the text was not escaped, and apps show it without them or not at all.",
    fix="Give it the prefix of the extension; HTML has to be escaped or in CDATA.",
    spec="RSS2 Extending RSS; w3c:NotInANamespace",
    bad="<itunes:summary>All <b>about</b> tides.</itunes:summary>",
    good="<itunes:summary>All about tides.</itunes:summary>",
    where=lambda parent, name: standing_of(parent, name) == "foreign",
)
def without_namespace(element: Element) -> Problems:
    return _tell_foreign(element)


def _tell_foreign(element: Element) -> Problems:
    parent = element.parent
    assert parent is not None
    # An item is never among the children.
    fellows = [one for one in parent.children if standing(one) == "foreign"] or [element]
    if element is fellows[0] or element.name == "item":
        more = f", as are {len(fellows) - 1:,} more" if len(fellows) > 1 else ""
        outer = parent.name.rpartition("}")[2]
        yield Problem(element, f"`{element.name}` in `{outer}` is an element in no namespace{more}")


@rule(
    id="RSS017",
    name="stray-text",
    each=(*CHILDREN, "cloud", "enclosure"),
    profiles=everywhere(ERROR),
    what="Text stands directly inside an element that holds other elements only, or nothing.",
    why="No app shows it. Mostly it is what is left of a tag that was broken while the feed was edited.",
    fix="Remove the text, or put it into the element that it belongs to.",
    spec="RSS2 elements of item; w3c:UnexpectedText",
    bad="<title>One</title> The first one.",
    good="<title>One</title>",
    within="item",
)
def stray_text(element: Element) -> Problems:
    text = element.text
    if not text or text.isspace() or standing(element) == "misplaced":
        return _NOTHING
    return _tell_stray(element, text)


def _tell_stray(element: Element, text: str) -> Problems:
    start = len(text) - len(text.lstrip())
    line = text.strip().split("\n")[0]
    yield Problem(element, f"there is text directly in `{element.name}`: {quote(line)}", offset=start)
