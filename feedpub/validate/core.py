"""The elements of RSS 2.0 itself, which are in no namespace: where they may stand, what they may have."""

from functools import lru_cache
from typing import Literal

from feedpub.kinds.misspelling import nearest_word
from feedpub.validate.document.element import Element

_ITEM = frozenset("author category comments description enclosure guid link pubDate source title".split())

#: elements that hold others -> those
CHILDREN = {
    "rss": frozenset({"channel"}),
    "channel": frozenset(
        "category cloud copyright description docs generator image item language lastBuildDate link "
        "managingEditor pubDate rating skipDays skipHours textInput title ttl webMaster".split()
    ),
    "item": _ITEM,
    "podcast:liveItem": _ITEM,
    "image": frozenset("description height link title url width".split()),
    "textInput": frozenset("description link name title".split()),
    "skipHours": frozenset({"hour"}),
    "skipDays": frozenset({"day"}),
}
#: elements that have attributes -> those
ATTRIBUTES = {
    "rss": frozenset({"version"}),
    "category": frozenset({"domain"}),
    "cloud": frozenset("domain path port protocol registerProcedure".split()),
    "enclosure": frozenset("length type url".split()),
    "guid": frozenset({"isPermaLink"}),
    "source": frozenset({"url"}),
}
#: all of them -> where each may stand
PARENTS = {
    name: tuple(parent for parent in CHILDREN if name in CHILDREN[parent] and ":" not in parent)
    for name in sorted(frozenset().union(*CHILDREN.values()))
}
ALL = ("rss", *PARENTS)
_BY_LOWER_CASE = {name.lower(): name for name in ALL}

#: what people write who know other kinds of feeds -> what it is called in RSS
_MEANT = {
    "summary": "description", "subtitle": "itunes:subtitle", "content": "content:encoded",
    "date": "pubDate", "published": "pubDate", "publishdate": "pubDate", "publicationdate": "pubDate",
    "updated": "lastBuildDate", "duration": "itunes:duration", "explicit": "itunes:explicit",
    "keywords": "itunes:keywords", "owner": "itunes:owner", "episode": "itunes:episode",
    "season": "itunes:season", "id": "guid", "uuid": "guid", "url": "link", "media": "enclosure",
    "audio": "enclosure", "logo": "image", "icon": "image", "editor": "managingEditor", "tag": "category",
    "block": "itunes:block",
}  # fmt: skip

Standing = Literal["", "case", "misplaced", "unknown", "foreign"]


def standing(element: Element) -> Standing:
    """What is wrong with an element in no namespace where it stands; empty: nothing.

    ``case``: right but for capital letters. ``misplaced``: it belongs elsewhere. ``unknown``: RSS has no such
    element. ``foreign``: it stands inside an element of an extension.
    """
    parent = element.parent
    return standing_of(parent.name if parent is not None else "", element.name)


@lru_cache(maxsize=4096)
def standing_of(parent: str, name: str) -> Standing:
    """The same by the names of parent (empty: there is none) and element."""
    if not parent:
        return ""
    if ":" in name or name.startswith("{"):
        return ""
    allowed = CHILDREN.get(parent)
    if allowed is None and (":" in parent or parent.startswith("{")):
        return "foreign"
    if allowed is None and parent not in PARENTS:
        # Inside of what is unknown itself.
        return ""
    if name in (allowed or ()):
        return ""
    meant = _BY_LOWER_CASE.get(name.lower(), "")
    if allowed and meant != name and meant in allowed:
        return "case"
    return "misplaced" if meant else "unknown"


def right_case(name: str) -> str:
    """The element of RSS that is written like `name` but for capital letters; empty when there is none."""
    return _BY_LOWER_CASE.get(name.lower(), "")


def meant_by(parent: str, name: str) -> str:
    """The element that `name` probably stands for; empty when none is like it."""
    allowed = CHILDREN.get(parent, frozenset())
    if near := nearest_word(name.lower(), [one.lower() for one in allowed]):
        return _BY_LOWER_CASE[near]
    meant = _MEANT.get(name.lower(), "")
    return meant if ":" in meant or meant in allowed else ""


def is_core(element: Element) -> bool:
    """Whether it is an element of RSS itself, at its place."""
    parent = element.parent
    return parent is not None and element.name in CHILDREN.get(parent.name, ())
