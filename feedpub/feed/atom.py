"""``atom:link`` on a channel: where the feed is, and who tells of its changes (RFC 4287; W3C WebSub).

feedgen itself writes one self link and no hub.
"""

from collections.abc import Iterator

from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Channel, Tag, Value


def _links(channel: Channel) -> Iterator[Value]:
    if channel.show.feed_url:
        yield Value(attributes={"href": channel.show.feed_url, "rel": "self", "type": "application/rss+xml"})
    for hub in channel.show.hubs:
        if hub:
            yield Value(attributes={"href": hub, "rel": "hub"})


TAGS = (Tag(qualified("atom", "link"), channel=_links),)
