"""Apple's elements as such: which there are, where they stand, how often."""

from feedpub.kinds.misspelling import nearest_word
from feedpub.validate.document.element import Element
from feedpub.validate.rule import APPLE, ERROR, INFO, WARNING, Problem, Problems, everywhere, rule

_BOTH = {"author", "block", "category", "explicit", "image", "keywords", "subtitle", "summary", "title"}
_CHANNEL = {"applepodcastsverify", "category", "complete", "new-feed-url", "owner", "type"}
_ITEM = {"duration", "episode", "episodeType", "isClosedCaptioned", "order", "pubDate", "season"}
#: those that stand in `itunes:owner`
_OWNER = {"email", "name"}
_KNOWN = _BOTH | _CHANNEL | _ITEM | _OWNER
#: what people write for what they mean, beyond slips of the keyboard
_MEANT = {
    "new_feed_url": "new-feed-url", "newfeedurl": "new-feed-url", "new-feed": "new-feed-url",
    "episodetype": "episodeType", "length": "duration", "description": "summary", "isclosedcaptioned":
    "isClosedCaptioned", "url": "new-feed-url", "number": "episode", "tags": "keywords",
}  # fmt: skip
_DEPRECATED = {"subtitle", "summary", "keywords", "order", "isClosedCaptioned", "pubDate"}


def _local(element: Element) -> str:
    return element.name.partition(":")[2]


def _parent(element: Element) -> str:
    name = element.parent.name if element.parent is not None else ""
    return "item" if name == "podcast:liveItem" else name


def _places(name: str) -> tuple[str, ...]:
    """Where an element may stand."""
    if name in _OWNER:
        return ("itunes:owner",)
    if name == "category":
        # Many hosts repeat the category in items, where apps pass over it.
        return ("channel", "itunes:category", "item")
    if name in _BOTH:
        return ("channel", "item")
    return ("channel",) if name in _CHANNEL else ("item",)


def _is_misplaced(parent: str, name: str) -> bool:
    parent = "item" if parent == "podcast:liveItem" else parent
    return name in _KNOWN and parent not in _places(name)


@rule(
    id="ITU043",
    name="deprecated-itunes-tag",
    each="channel",
    profiles={APPLE: INFO},
    what="The feed has elements that Apple no longer reads.",
    why="They do no harm, and some older apps still show them; Spotify does not read `itunes:summary`.",
    fix="Put the text into `description`, and leave them out when you please.",
    spec="APPLE-G; NSREC; PLAT",
    bad="<itunes:keywords>tides, sea</itunes:keywords>",
    good="<description>About tides.</description>",
)
def deprecated(channel: Element) -> Problems:
    for element in channel.children:
        if element.name.startswith("itunes:") and _local(element) in _DEPRECATED:
            yield Problem(element, f"`{element.name}` is no longer in Apple's guide")


@rule(
    id="ITU050",
    name="unknown-itunes-element",
    each="itunes:*",
    profiles=everywhere(WARNING),
    what="Apple has no such element.",
    why="Nobody reads it; often it is a slip of the keyboard, and what was meant is missing.",
    fix="Write the name as Apple does.",
    spec="APPLE-G; w3c:UndefinedElement",
    bad="<itunes:episodetype>full</itunes:episodetype>",
    good="<itunes:episodeType>full</itunes:episodeType>",
    where=lambda parent, name: name.partition(":")[2] not in _KNOWN,
)
def unknown(element: Element) -> Problems:
    name = _local(element)
    by_case = {one.lower(): one for one in _KNOWN}
    meant = by_case.get(name.lower()) or _MEANT.get(name.lower()) or nearest_word(name, _KNOWN)
    fix = f"Did you mean `itunes:{meant}`?" if meant else "Leave it out."
    yield Problem(element, f"`{element.name}` is unknown: not an element of Apple's", fix=fix)


@rule(
    id="ITU051",
    name="duplicate-itunes-element",
    each=("channel", "item"),
    profiles=everywhere(ERROR),
    what="An element of Apple's stands more than once in one place.",
    why="Some apps read the first, some the last.",
    fix="Keep one of them.",
    spec="w3c:DuplicateElement",
    bad="<itunes:author>Ada</itunes:author><itunes:author>Bo</itunes:author>",
    good="<itunes:author>Ada</itunes:author>",
    within="channel",
)
def duplicate(parent: Element) -> Problems:
    seen: dict[str, Element] = {}
    for element in parent.children:
        name = element.name
        if name.startswith("itunes:") and name != "itunes:category":
            first = seen.setdefault(name, element)
            if first is not element:
                yield Problem(element, f"duplicate `{name}`: the first is on line {{line}}", also=first)


@rule(
    id="ITU052",
    name="misplaced-itunes-element",
    each="itunes:*",
    profiles=everywhere(ERROR),
    what="An element of Apple's stands where it says nothing.",
    why="Apps look for it elsewhere. `itunes:complete` and `itunes:title` in a channel are fine, whatever "
    "the W3C "
    "validator says.",
    fix="Move it to where it belongs.",
    spec="APPLE-G; W3C-ISS #183; w3c:UndefinedElement",
    bad="<itunes:duration>3723</itunes:duration>",
    good="<itunes:complete>Yes</itunes:complete><itunes:title>Tides</itunes:title>",
    within="channel",
    where=lambda parent, name: _is_misplaced(parent, name.partition(":")[2]),
)
def misplaced(element: Element) -> Problems:
    parent = _parent(element)
    where = " or ".join(f"`{place}`" for place in _places(_local(element))[:2])
    yield Problem(element, f"`{element.name}` is misplaced in `{parent}`: it belongs in {where}")
