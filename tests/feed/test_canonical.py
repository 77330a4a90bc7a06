"""The one way in which feeds are written down."""

from datetime import timedelta
from html import unescape

import pytest
from lxml import etree

from feedpub.feed.canonical import without_controls
from feedpub.feed.rss import build_channel
from feedpub.model import EpisodeType, ForeignTag, Value, ValueRecipient, ValueTimeSplit
from tests.feed.samples import BARE_SHOW, EPISODE, SHOW, sample_item, whole_feed

ITEM = b"""\
    <item>
      <title>Fog &amp; signals</title>
      <link>https://lighthouse.example/fog-signals.html</link>
      <description>One
  two</description>
      <content:encoded><![CDATA[<p>One</p>
<p>two</p>]]></content:encoded>
      <guid isPermaLink="false">g</guid>
      <enclosure url="https://lighthouse.example/audio/fog-signals.mp3" length="12345678" type="audio/mpeg"/>
      <pubDate>Mon, 06 Jul 2026 06:30:00 +0100</pubDate>
      <itunes:title>Fog &amp; signals</itunes:title>
      <itunes:author>Grace Hopper</itunes:author>
      <itunes:season>2</itunes:season>
      <itunes:episode>7</itunes:episode>
      <itunes:episodeType>full</itunes:episodeType>
      <itunes:duration>1862</itunes:duration>
      <podcast:season>2</podcast:season>
      <podcast:episode>7</podcast:episode>
      <podcast:person role="host">Ada Lovelace</podcast:person>
    </item>
"""
CHANNEL = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
version="2.0">
  <channel>
    <title>The Lighthouse Hour</title>
    <link>https://lighthouse.example/</link>
    <description>Talks about the sea.</description>
    <generator>feedpub</generator>
    <image>
      <url>https://lighthouse.example/cover.jpg?v=2</url>
      <title>The Lighthouse Hour</title>
      <link>https://lighthouse.example/</link>
    </image>
    <language>en-GB</language>
    <atom:link href="https://lighthouse.example/feed.xml" rel="self" type="application/rss+xml"/>
    <itunes:author>Ada Lovelace</itunes:author>
    <itunes:image href="https://lighthouse.example/cover.jpg?v=2"/>
    <itunes:explicit>false</itunes:explicit>
    <itunes:type>episodic</itunes:type>
"""


def test_item_is_written_so() -> None:
    """Byte for byte: a change of this form changes every feed that was ever published."""
    episode = EPISODE._replace(
        title="Fog & signals",
        summary="One\n  two",
        type=EpisodeType.FULL,
        tags=(),
        people=EPISODE.people[:1],
        explicit=None,
        block=False,
        artwork="",
    )
    assert sample_item(episode=episode, guid="g", notes="<p>One</p>\n<p>two</p>") == ITEM


def test_channel_is_written_so() -> None:
    """Byte for byte: a change of this form changes every feed that was ever published."""
    assert build_channel(BARE_SHOW, None, None) == (CHANNEL, b"  </channel>\n</rss>\n")


def test_feed_has_no_carriage_return() -> None:
    """Line ends of notes that were written on Windows become LF."""
    assert b"\r" not in whole_feed(items=(sample_item(notes="<p>One</p>\r\n<p>two</p>\r"),))


def test_namespaces_are_declared_on_the_root_alone() -> None:
    """Items that were kept from earlier runs fit into every feed, and add nothing to its size."""
    feed = whole_feed(items=(sample_item(), sample_item()))
    assert feed.count(b"xmlns:") == feed[: feed.index(b"<channel>")].count(b"xmlns:") == 4


@pytest.mark.parametrize("name", ["feed.css", "a&b.css", 'a"b.css', "a?>b.css"])
def test_stylesheet_is_named_ahead_of_the_root(name: str) -> None:
    """The address survives whatever the name of the file."""
    instruction = etree.fromstring(whole_feed(SHOW._replace(stylesheet=name))).getprevious()
    assert instruction is not None
    assert instruction.target == "xml-stylesheet"
    # lxml hands out what stands in an instruction without resolving its references.
    assert {key: unescape(value) for key, value in instruction.attrib.items()} == {
        "type": "text/css",
        "href": name,
    }


def test_no_stylesheet_no_instruction() -> None:
    """A browser is not sent to look for nothing."""
    assert b"xml-stylesheet" not in whole_feed(BARE_SHOW)


def test_control_characters_vanish_and_the_rest_stays() -> None:
    """Only what XML cannot hold is taken away; enumerations stay what they are."""
    episode = EPISODE._replace(title="a\x00b\ud800c\ufffed\te", tags=("\x1b", "ok"))
    cleaned = without_controls(episode)
    assert cleaned == EPISODE._replace(title="abcd\te", tags=("", "ok"))
    assert cleaned.type is EpisodeType.BONUS


def test_control_characters_vanish_however_deep_they_are() -> None:
    """In nouns within nouns, and in tables; what is no text is left alone."""
    split = ValueTimeSplit(timedelta(seconds=1.5), timedelta(1), (ValueRecipient("A\x00da", "a@b\x1b", 1),))
    tag = ForeignTag("x:y", "\x01z", {"n": "\x02v"}, (ForeignTag("x:in", "\x03w"),))
    episode = EPISODE._replace(value=(Value((), time_splits=(split,)),), extra=(tag,))
    cleaned = without_controls(episode)
    assert cleaned.value == (
        Value((), time_splits=(split._replace(recipients=(ValueRecipient("Ada", "a@b", 1),)),)),
    )
    assert cleaned.extra == (ForeignTag("x:y", "z", {"n": "v"}, (ForeignTag("x:in", "w"),)),)
    assert cleaned.published is EPISODE.published
