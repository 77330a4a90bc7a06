"""The tables of tags as extensions of feedgen."""

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement, _Element

from feedpub.feed.namespaces import namespaces_of
from feedpub.feed.tag import Channel, Item, Value, Values
from feedpub.feed.tags import TAGS
from feedpub.model import Episode

_CHANNEL_ROWS = tuple((tag.name, tag.channel) for tag in TAGS if tag.channel)
_Row = tuple[str, Callable[[Item], Values]]
_ITEM_ROWS: tuple[_Row, ...] = tuple((tag.name, tag.item) for tag in TAGS if tag.item)
_USUAL_ROWS: tuple[_Row, ...] = tuple((tag.name, tag.item) for tag in TAGS if tag.item and not tag.rare)
_RARE = sorted({tag.rare for tag in TAGS if tag.rare})
#: Most episodes give nothing of what most rows are about: one question spares them all the others.
_rare_fields = itemgetter(*map(Episode._fields.index, _RARE))
_NOTHING_RARE = tuple(Episode._field_defaults[name] for name in _RARE)


class ChannelTags(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Writes the channel's part of the tables. feedgen makes the instance; ``channel`` is set afterwards."""

    channel: Channel

    def extend_ns(self) -> Mapping[str, str]:
        """The namespaces to declare on the root."""
        return namespaces_of(self.channel.show)

    def extend_rss(self, feed: _Element) -> _Element:
        """Append the elements to the channel, in the order of the tables."""
        channel = self.channel
        write_elements(
            feed[0], ((name, value) for name, values in _CHANNEL_ROWS for value in values(channel))
        )
        return feed


class ItemTags(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Writes the items' part of the tables. feedgen makes the instance; ``item`` is set afterwards."""

    item: Item

    def extend_rss(self, feed: _Element) -> _Element:
        """Append the elements to the item, in the order of the tables."""
        item = self.item
        rows = _USUAL_ROWS if _rare_fields(item.episode) == _NOTHING_RARE else _ITEM_ROWS
        write_elements(feed, ((name, value) for name, values in rows for value in values(item)))
        return feed


def write_elements(parent: _Element, elements: Iterable[tuple[str, Value]]) -> None:
    """Append an element for each name and value."""
    for name, (text, attributes, children) in elements:
        element = SubElement(parent, name, dict(attributes)) if attributes else SubElement(parent, name)
        if text:
            element.text = text
        if children:
            write_elements(element, children)
