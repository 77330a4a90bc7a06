"""``dc:creator``: who made an episode, for readers that know of no other tag (Dublin Core, Elements 1.1)."""

from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Item, Tag, Value, Values, text


def _creators(item: Item) -> Values:
    """The author, or else the hosts, one element each; or else whoever makes the show."""
    show, episode = item.show, item.episode
    if not show.creators:
        return ()
    hosts = () if episode.author else (person.name for person in episode.people if person.role == "host")
    names = [name for name in dict.fromkeys(hosts) if name]
    return [Value(name) for name in names] if names else text(episode.author or show.author)


TAGS = (Tag(qualified("dc", "creator"), item=_creators),)
