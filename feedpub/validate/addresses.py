"""Which elements and attributes of a feed hold addresses, and what kind of thing is to be found there."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from feedpub.validate.document.element import Element
from feedpub.validate.rule import Problem

Kind = Literal["page", "media", "image", "feed", "file", "name"]

#: element -> the attribute that holds an address (empty: its text does), and what is there
_TABLE: dict[str, tuple[tuple[str, Kind], ...]] = {
    "comments": (("", "page"),),
    "docs": (("", "page"),),
    "enclosure": (("url", "media"),),
    "link": (("", "page"),),
    "source": (("url", "feed"),),
    "url": (("", "image"),),
    "atom:link": (("href", "page"),),
    "cc:license": (("rdf:resource", "page"),),
    "creativeCommons:license": (("", "page"),),
    "googleplay:image": (("href", "image"),),
    "itunes:image": (("href", "image"),),
    "itunes:new-feed-url": (("", "feed"),),
    "media:content": (("url", "media"),),
    "media:copyright": (("url", "page"),),
    "media:player": (("url", "page"),),
    "media:thumbnail": (("url", "image"),),
    "psc:chapter": (("href", "page"), ("image", "image")),
    "wfw:commentRss": (("", "feed"),),
}
#: those of which rules of their own say whether they are complete
_JUDGED_ELSEWHERE = {
    "enclosure",
    "source",
    "itunes:image",
    "itunes:new-feed-url",
    "creativeCommons:license",
    "media:content",
    "media:thumbnail",
}
#: parents in which an element of these names holds an address
_PARENTS = {"url": {"image"}, "link": {"channel", "item", "image", "textInput", "podcast:liveItem"}}
#: what nobody can object to: a name of a host as they mostly are, and of the rest only what RFC 3986 allows
_PLAIN = re.compile(
    # no group is repeated over what may be 10 MB long: each time would be remembered
    r"https?://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?!.*%(?![0-9A-Fa-f]{2}))"
    r"(?:[/?][\w.~!$&'()*+,;=:@/?%-]*+)?(?:#[\w.~!$&'()*+,;=:@/?%-]*+)?",
    re.ASCII,
)
#: an address with a machine to ask, and what stands between the slashes: user, host, port
AUTHORITY = re.compile(r"[a-z][a-z0-9+.-]*://([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"\[[0-9A-Fa-f:.%]+\]|[^\s:\[\]@]+")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")


class Address(NamedTuple):
    """An address, and where it stands."""

    element: Element
    #: empty: it is the text of the element
    attribute: str
    #: as it is written, without white space around it
    text: str
    kind: Kind
    #: whether nothing can be wrong with how it is written
    plain: bool
    #: whether other rules say whether it is an absolute address
    judged_elsewhere: bool
    #: of a plain one: the host
    host: str

    @property
    def offset(self) -> int:
        """Where its element begins."""
        return self.element.offset

    @property
    def name(self) -> str:
        """How messages call it: the element, or the attribute and its element."""
        return f"`{self.attribute}` of `{self.element.name}`" if self.attribute else f"`{self.element.name}`"

    def problem(self, what: str, fix: str = "") -> Problem:
        """What is wrong with it, told of its name."""
        return Problem(self.element, f"{self.name} {what}", attribute=self.attribute, fix=fix)


def host_of(text: str) -> str:
    """The host of an address, without port and name of a user; empty when there is none."""
    found = AUTHORITY.match(text)
    if not found:
        return ""
    inner = _HOST.match(found[1].rpartition("@")[2])
    return inner[0] if inner else ""


def is_windows_path(text: str) -> bool:
    """Whether it is no address but a path, such as ``C:\\Tides``: its drive looks like a scheme."""
    return _WINDOWS_PATH.match(text) is not None


def has_addresses(name: str) -> bool:
    """Whether elements of that name may hold any."""
    return name in _TABLE


def addresses_of(element: Element) -> Iterator[Address]:
    """The addresses that an element holds; blank ones are none."""
    name = element.name
    for attribute, kind in _TABLE.get(name, ()):
        text = (element.attributes.get(attribute, "") if attribute else element.text).strip()
        if not text or (name in _PARENTS and _parent(element) not in _PARENTS[name]):
            continue
        plain = _PLAIN.fullmatch(text) if "/." not in text else None
        host = plain[1] if plain else ""
        elsewhere = name in _JUDGED_ELSEWHERE or element.attributes.get("rel") == "self"
        yield Address(element, attribute, text, kind, bool(plain), elsewhere, host)


def _parent(element: Element) -> str:
    return element.parent.name if element.parent is not None else ""
