"""``podcast:updateFrequency``: when listeners may expect episodes."""

from feedpub.feed.namespaces import podcast
from feedpub.feed.tag import Channel, Tag, Value, Values, given
from feedpub.model import UpdateFrequency


def _updates(channel: Channel) -> Values:
    """A show that is complete says so here as it does in Apple's tag."""
    updates = channel.show.updates or UpdateFrequency("")
    complete = updates.complete or channel.show.complete
    attributes = given(
        {"complete": "true" if complete else "", "dtstart": updates.start, "rrule": updates.rrule}
    )
    text = updates.text or ("Complete" if complete else "")
    return (Value(text, attributes),) if text or attributes else ()


TAGS = (Tag(podcast("updateFrequency"), channel=_updates),)
