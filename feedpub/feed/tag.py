"""How a tag of the feed is described: its name, and what it says on a channel and on an item.

A namespace is a table of these (``itunes.TAGS``, ``podcast.TAGS``, …); a new tag is one new row.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from feedpub.model import Enclosure, Episode, Show


class Channel(NamedTuple):
    """What the tags of a channel may speak of."""

    show: Show
    #: the newest ``pubDate`` of the feed
    published: datetime | None
    #: when the feed last changed
    changed: datetime | None


class Item(NamedTuple):
    """What the tags of an item may speak of."""

    show: Show
    episode: Episode
    enclosure: Enclosure | None
    guid: str
    #: show notes, HTML
    notes: str


class Value(NamedTuple):
    """One element without its name: text, attributes in their order, child elements by name."""

    text: str = ""
    attributes: Mapping[str, str] = {}
    children: tuple[tuple[str, "Value"], ...] = ()


Values = Iterable[Value]


class Tag(NamedTuple):
    """A row of a table of tags. A level at which a tag does not stand has no function."""

    #: with its namespace in braces, as lxml takes it
    name: str
    #: the elements to write into a channel, one for each value
    channel: Callable[[Channel], Values] | None = None
    #: the elements to write into an item, one for each value
    item: Callable[[Item], Values] | None = None
    #: the field of an episode without which an item has no such element, where few episodes give it:
    #: those that give none of these fields are written faster
    rare: str = ""


def text(value: str) -> Values:
    """One element with this text, or none: an empty element is never written."""
    return (Value(value),) if value else ()


def flag(value: bool, word: str) -> Values:
    """One element with this word where the value is true, else none."""
    return (Value(word),) if value else ()


def positive(number: float | None) -> Values:
    """One element with this number, or none where it is not given, not whole or not above 0."""
    return (Value(str(int(number))),) if number is not None and number > 0 and number == int(number) else ()


def truth(value: bool) -> str:
    """``true`` or ``false``, as XML Schema writes them."""
    return "true" if value else "false"


def given(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that have a value: an empty one is never written."""
    return {name: value for name, value in attributes.items() if value}
