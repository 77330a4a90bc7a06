"""Other feeds that a show speaks of: whose it is, what its makers recommend, what it lists."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.tag import Channel, Tag, Value, Values, given
from feedpub.model import RemoteItem

_REMOTE_ITEM = podcast("remoteItem")


def elements(items: Iterable[RemoteItem]) -> Iterator[tuple[str, Value]]:
    """These references as children of another element. One without the feed's guid is left out."""
    for value in _remote_items(items):
        yield _REMOTE_ITEM, value


def _remote_items(items: Iterable[RemoteItem]) -> Iterator[Value]:
    for item in items:
        if item.feed_guid:
            attributes = {
                "feedGuid": item.feed_guid,
                "feedUrl": item.feed_url,
                "itemGuid": item.item_guid,
                "medium": item.medium,
                "title": item.title,
            }
            yield Value(attributes=given(attributes))


def _publisher(channel: Channel) -> Values:
    """The namespace wants exactly one feed in it, of the medium `publisher`."""
    publisher = channel.show.publisher
    children = tuple(elements([publisher._replace(medium="publisher")])) if publisher else ()
    return (Value(children=children),) if children else ()


def _podroll(channel: Channel) -> Values:
    children = tuple(elements(channel.show.podroll))
    return (Value(children=children),) if children else ()


TAGS = (
    Tag(podcast("publisher"), channel=_publisher),
    Tag(podcast("podroll"), channel=_podroll),
    Tag(_REMOTE_ITEM, channel=lambda channel: _remote_items(channel.show.remote_items)),
)
