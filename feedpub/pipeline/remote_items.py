"""References to shows of the workspace, completed with what the feeds of these shows say of themselves."""

from collections.abc import Iterable, Mapping

from feedpub.model import RemoteItem, Value, ValueTimeSplit


def complete_item(item: RemoteItem, feed: RemoteItem) -> RemoteItem:
    """A reference with guid, address, medium and title of a feed; what it says itself counts more."""
    return RemoteItem(
        "",
        item.feed_guid or feed.feed_guid,
        item.feed_url or feed.feed_url,
        item.item_guid,
        item.medium or feed.medium,
        item.title or feed.title,
    )


def complete_value(value: Iterable[Value], feeds: Mapping[str, RemoteItem]) -> tuple[Value, ...]:
    """Payment schemes with the feeds of the shows that they name; `feeds` are by these names."""

    def complete(split: ValueTimeSplit) -> ValueTimeSplit:
        item = split.remote_item
        if item is None or item.show not in feeds:
            return split
        return split._replace(remote_item=complete_item(item, feeds[item.show]))

    return tuple(scheme._replace(time_splits=tuple(map(complete, scheme.time_splits))) for scheme in value)


def list_paid_shows(value: Iterable[Value]) -> tuple[str, ...]:
    """The shows of the workspace that payment schemes name, each once."""
    splits = (split for scheme in value for split in scheme.time_splits)
    items = (split.remote_item for split in splits if split.remote_item)
    return tuple(dict.fromkeys(item.show for item in items if item.show))
