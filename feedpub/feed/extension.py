"""Tables of tags as extensions of feedgen."""

from collections.abc import Iterable
from typing import ClassVar

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement, _Element

from feedpub.feed.namespaces import NAMESPACES
from feedpub.feed.tag import Channel, Item, Tag, Value


class ChannelExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Writes the channel's part of one table. feedgen makes the instance; ``channel`` is set afterwards."""

    prefix: ClassVar[str] = ""
    tags: ClassVar[tuple[Tag, ...]]
    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        """The namespace to declare on the root."""
        return {self.prefix: NAMESPACES[self.prefix]} if self.prefix else {}

    def extend_rss(self, feed: _Element) -> _Element:
        """Append the elements to the channel, in the order of the table."""
        for tag in self.tags:
            if tag.channel:
                write_values(feed[0], tag.name, tag.channel(self.channel))
        return feed


class ItemExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Writes the items' part of one table. feedgen makes the instance; ``item`` is set afterwards."""

    tags: ClassVar[tuple[Tag, ...]]
    item: Item

    def extend_rss(self, feed: _Element) -> _Element:
        """Append the elements to the item, in the order of the table."""
        for tag in self.tags:
            if tag.item:
                write_values(feed, tag.name, tag.item(self.item))
        return feed


def write_values(parent: _Element, name: str, values: Iterable[Value]) -> None:
    """Append one element of this name for each value."""
    for value in values:
        element = SubElement(parent, name, dict(value.attributes))
        if value.text:
            element.text = value.text
        for child_name, child in value.children:
            write_values(element, child_name, (child,))
