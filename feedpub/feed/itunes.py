"""Apple's tags, all that are alive (https://podcasters.apple.com/support/823-podcast-requirements).

Left out on purpose: ``summary``, ``subtitle``, ``keywords``, ``order`` and ``isClosedCaptioned``, which
Apple's guide no longer knows, and ``title`` on a channel, which would repeat the title.
"""

from datetime import timedelta

from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Channel, Item, Tag, Value, Values, flag, positive, text, truth


def _name(name: str) -> str:
    return qualified("itunes", name)


_CATEGORY, _OWNER_NAME, _OWNER_EMAIL = map(_name, ("category", "name", "email"))


def _categories(channel: Channel) -> Values:
    """Subcategories of one category stand together in it, in the order in which they were given."""
    subcategories: dict[str, list[str]] = {}
    for name, subcategory in channel.show.categories:
        if not name:
            continue
        inner = subcategories.setdefault(name, [])
        if subcategory and subcategory not in inner:
            inner.append(subcategory)
    for name, inner in subcategories.items():
        children = tuple((_CATEGORY, Value(attributes={"text": subcategory})) for subcategory in inner)
        yield Value(attributes={"text": name}, children=children)


def _owner(channel: Channel) -> Values:
    """Without an address the element says nothing: it is there to be written to."""
    owner = channel.show.owner
    if not owner or not owner.email:
        return ()
    name = ((_OWNER_NAME, Value(owner.name)),) if owner.name else ()
    return (Value(children=(*name, (_OWNER_EMAIL, Value(owner.email)))),)


def _picture(url: str) -> Values:
    return (Value(attributes={"href": url}),) if url else ()


def _truth(value: bool | None) -> Values:
    return () if value is None else (Value(truth(value)),)


def _author(item: Item) -> Values:
    """An item without an author has the channel's."""
    return text(item.episode.author) if item.episode.author != item.show.author else ()


def _duration(item: Item) -> Values:
    """Whole seconds, which Apple prefers to clock form; half a second counts as one."""
    duration = item.enclosure.duration if item.enclosure else None
    return positive((duration + timedelta(milliseconds=500)) // timedelta(seconds=1)) if duration else ()


TAGS = (
    Tag(_name("title"), item=lambda item: text(item.episode.title)),
    Tag(_name("author"), channel=lambda channel: text(channel.show.author), item=_author),
    Tag(_name("owner"), channel=_owner),
    Tag(
        _name("image"),
        channel=lambda channel: _picture(channel.show.artwork),
        item=lambda item: _picture(item.episode.artwork),
    ),
    Tag(_CATEGORY, channel=_categories),
    Tag(
        _name("explicit"),
        channel=lambda channel: _truth(channel.show.explicit),
        item=lambda item: _truth(item.episode.explicit),
    ),
    Tag(_name("type"), channel=lambda channel: text(channel.show.type)),
    Tag(_name("season"), item=lambda item: positive(item.episode.season)),
    Tag(_name("episode"), item=lambda item: positive(item.episode.number)),
    Tag(_name("episodeType"), item=lambda item: text(item.episode.type)),
    Tag(_name("duration"), item=_duration),
    Tag(
        _name("block"),
        channel=lambda channel: flag(channel.show.block, "Yes"),
        item=lambda item: flag(item.episode.block, "Yes"),
    ),
    Tag(_name("complete"), channel=lambda channel: flag(channel.show.complete, "Yes")),
    Tag(_name("new-feed-url"), channel=lambda channel: text(channel.show.new_feed_url)),
    Tag(_name("applepodcastsverify"), channel=lambda channel: text(channel.show.verify)),
)
