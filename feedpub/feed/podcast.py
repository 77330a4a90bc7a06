"""Tags of the podcast namespace (https://podcasting2.org/docs/podcast-namespace), one row each."""

from collections.abc import Iterable, Iterator

from feedpub.feed.extension import ChannelExtension, ItemExtension
from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Channel, Tag, Value, Values, text
from feedpub.model import Person


def _name(name: str) -> str:
    return qualified("podcast", name)


def _locked(channel: Channel) -> Values:
    locked, owner = channel.show.locked, channel.show.owner
    if locked is None:
        return ()
    attributes = {"owner": owner.email} if owner and owner.email else {}
    return (Value("yes" if locked else "no", attributes),)


def _people(people: Iterable[Person]) -> Iterator[Value]:
    """The group is left out where it is the one that readers assume; the role is always said."""
    for person in people:
        if not person.name:
            continue
        group = "" if person.group == "cast" else person.group
        attributes = {"role": person.role, "group": group, "href": person.url, "img": person.image}
        yield Value(person.name, {name: value for name, value in attributes.items() if value})


TAGS = (
    Tag(_name("guid"), channel=lambda channel: text(channel.show.guid)),
    Tag(_name("locked"), channel=_locked),
    Tag(
        _name("person"),
        channel=lambda channel: _people(channel.show.people),
        item=lambda item: _people(item.episode.people),
    ),
)


class PodcastChannel(ChannelExtension):
    """The podcast namespace's tags of a channel."""

    prefix = "podcast"
    tags = TAGS


class PodcastItem(ItemExtension):
    """The podcast namespace's tags of an item."""

    tags = TAGS
