"""Live streams: items under another name, ahead of the others."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from feedpub.feed.namespaces import NAMESPACES
from feedpub.feed.rss import build_live_item
from feedpub.model import Live, LiveStatus
from tests.feed.full_samples import (
    FULL_EPISODE,
    FULL_SHOW,
    LIVE_ENCLOSURE,
    LIVE_EPISODE,
    full_feed,
    live_item,
)
from tests.feed.samples import BARE_SHOW, EPISODE, SHOW, parse_channel, sample_item, whole_feed

LIVE = b"""\
    <podcast:liveItem status="pending" start="2026-07-06T06:30:00+01:00">
      <title>Fog signals</title>
      <guid isPermaLink="false">g</guid>
      <pubDate>Mon, 06 Jul 2026 06:30:00 +0100</pubDate>
      <itunes:title>Fog signals</itunes:title>
      <itunes:episodeType>full</itunes:episodeType>
      <podcast:contentLink href="https://stream.example/1">Watch the stream</podcast:contentLink>
    </podcast:liveItem>
"""


def test_live_item_is_written_so() -> None:
    """Byte for byte, with the indentation of an item."""
    episode = LIVE_EPISODE._replace(
        **{name: default for name, default in EPISODE._field_defaults.items() if name not in ("published",)}
    )._replace(title="Fog signals", content_links=FULL_EPISODE.content_links[1:])
    assert build_live_item(BARE_SHOW, episode, None, "g", "", LiveStatus.PENDING) == LIVE


@pytest.mark.parametrize("status", LiveStatus)
def test_status_is_the_one_that_was_decided(status: LiveStatus) -> None:
    """Whatever the episode says of itself."""
    (item,) = parse_channel(whole_feed(FULL_SHOW, (live_item(status),))).findall(
        "podcast:liveItem", NAMESPACES
    )
    assert item.get("status") == status


def test_live_item_says_whatever_an_item_says() -> None:
    """All that stands in it stands in the item of the same episode, in the same order."""
    feed = whole_feed(
        FULL_SHOW, (live_item(), sample_item(FULL_SHOW, LIVE_EPISODE, LIVE_ENCLOSURE, "live-7", ""))
    )
    channel = parse_channel(feed)
    live, item = channel.find("podcast:liveItem", NAMESPACES), channel.find("item")
    assert [child.tag for child in live] == [child.tag for child in item]
    assert item.attrib == {}


def test_live_item_stands_ahead_of_the_items() -> None:
    """Apps that do not know of it find the items where they were."""
    feed = full_feed()
    assert feed.index(b"<podcast:liveItem") < feed.index(b"<item>")


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        (timezone(-timedelta(hours=6)), "2021-09-26T07:30:00-06:00"),
        (UTC, "2021-09-26T07:30:00+00:00"),
        (timezone(-timedelta(minutes=36, seconds=45)), "2021-09-26T07:29:45-00:37"),
    ],
)
def test_times_have_an_offset_in_minutes(zone: timezone, start: str) -> None:
    """ISO 8601; an offset with seconds loses them, and the instant does not move."""
    moment = datetime(2021, 9, 26, 7, 30, 0, 999, tzinfo=zone)
    episode = EPISODE._replace(published=moment, live=Live(end=moment))
    item = build_live_item(SHOW, episode, None, "g", "", LiveStatus.LIVE)
    assert f'start="{start}" end="{start}"'.encode() in item


@pytest.mark.parametrize("published", [None, datetime(2026, 7, 6)])
def test_live_stream_without_a_date_is_refused(published: datetime | None) -> None:
    """Nobody would know when to listen."""
    with pytest.raises(ValueError, match="has no"):
        build_live_item(SHOW, EPISODE._replace(published=published), None, "g", "", LiveStatus.LIVE)
