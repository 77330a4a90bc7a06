"""Money: where listeners can give it, and who gets which share of it."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_count, format_seconds
from feedpub.feed.podcast import other_feeds
from feedpub.feed.tag import Tag, Value, given
from feedpub.model import Funding, ValueRecipient, ValueTimeSplit
from feedpub.model import Value as Scheme

_RECIPIENT, _SPLIT = podcast("valueRecipient"), podcast("valueTimeSplit")


def _funding(funding: Iterable[Funding]) -> Iterator[Value]:
    for url, label in funding:
        if url:
            yield Value(label, {"url": url})


def _schemes(schemes: Iterable[Scheme]) -> Iterator[Value]:
    """A scheme in which nobody is paid is left out."""
    for scheme in schemes:
        if recipients := tuple(_recipients(scheme.recipients)):
            attributes = given({"type": scheme.type, "method": scheme.method, "suggested": scheme.suggested})
            yield Value(attributes=attributes, children=(*recipients, *_splits(scheme.time_splits)))


def _recipients(recipients: Iterable[ValueRecipient]) -> Iterator[tuple[str, Value]]:
    """That somebody is no fee is what readers assume."""
    for recipient in recipients:
        if recipient.address:
            attributes = {
                "name": recipient.name,
                "type": recipient.type,
                "address": recipient.address,
                "customKey": recipient.custom_key,
                "customValue": recipient.custom_value,
                "split": str(recipient.split),
                "fee": "true" if recipient.fee else "",
            }
            yield _RECIPIENT, Value(attributes=given(attributes))


def _splits(splits: Iterable[ValueTimeSplit]) -> Iterator[tuple[str, Value]]:
    """Either another feed is paid, or recipients are: never both, as the namespace has it."""
    for split in splits:
        remote = tuple(other_feeds.elements([split.remote_item])) if split.remote_item else ()
        children = remote or tuple(_recipients(split.recipients))
        attributes = {
            "startTime": format_seconds(split.start),
            "duration": format_seconds(split.duration),
        }
        if remote:
            start = split.remote_start
            attributes["remoteStartTime"] = "" if start is None else format_seconds(start)
            attributes["remotePercentage"] = format_count(split.remote_percentage)
        if children:
            yield _SPLIT, Value(attributes=given(attributes), children=children)


TAGS = (
    Tag(
        podcast("funding"),
        channel=lambda channel: _funding(channel.show.funding),
        item=lambda item: _funding(item.episode.funding),
        rare="funding",
    ),
    Tag(
        podcast("value"),
        channel=lambda channel: _schemes(channel.show.value),
        item=lambda item: _schemes(item.episode.value),
        rare="value",
    ),
)
