"""``podcast:person``: who takes part."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.tag import Tag, Value, given
from feedpub.model import Person


def _people(people: Iterable[Person]) -> Iterator[Value]:
    """The group is left out where it is the one that readers assume; the role is always said."""
    for person in people:
        if person.name:
            group = "" if person.group == "cast" else person.group
            yield Value(
                person.name,
                given({"role": person.role, "group": group, "href": person.url, "img": person.image}),
            )


TAGS = (
    Tag(
        podcast("person"),
        channel=lambda channel: _people(channel.show.people),
        item=lambda item: _people(item.episode.people),
    ),
)
