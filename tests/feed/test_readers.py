"""The feed as programs of other people read it."""

import io
from datetime import UTC, datetime

import feedparser
import podcastparser

from tests.feed.full_samples import FULL_EPISODE, FULL_SHOW, full_feed
from tests.feed.samples import ENCLOSURE, EPISODE, GUID, NOTES, SHOW, sample_item, whole_feed


def test_feedparser_reads_every_field() -> None:
    """feedparser, which most Python programs use, sees what we meant."""
    feed = feedparser.parse(whole_feed(items=(sample_item(),)))
    assert not feed.bozo
    channel, entry = feed.feed, feed.entries[0]
    assert channel.title == SHOW.title
    assert channel.subtitle == SHOW.description
    assert channel.link == SHOW.link
    assert channel.language == SHOW.language
    assert channel.rights == SHOW.copyright
    assert channel.author == SHOW.author
    assert channel.publisher_detail.email == "ada@lighthouse.example"
    assert channel.image.href == SHOW.artwork
    assert [link.href for link in channel.links if link.rel in ("self", "hub")] == [SHOW.feed_url, *SHOW.hubs]
    assert [tag.term for tag in channel.tags] == [
        "Society & Culture",
        "Documentary",
        "Philosophy",
        "Technology",
    ]
    assert entry.title == EPISODE.title
    assert entry.link == EPISODE.link
    assert entry.id == GUID
    assert not entry.guidislink
    assert entry.summary == EPISODE.summary
    assert entry.content[0].value == NOTES
    assert entry.enclosures[0].href == ENCLOSURE.url
    assert entry.enclosures[0].length == "12345678"
    assert [tag.term for tag in entry.tags] == ["sea", "sound"]
    assert entry.image.href == EPISODE.artwork
    assert entry.author == EPISODE.author
    assert entry.itunes_duration == "1862"
    assert entry.itunes_episode == "7"
    assert entry.itunes_season == "2"
    assert entry.itunes_episodetype == "bonus"
    assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == EPISODE.published


def test_podcastparser_reads_every_field() -> None:
    """podcastparser, gPodder's reader, sees what we meant."""
    feed = podcastparser.parse("https://x.example/feed.xml", io.BytesIO(whole_feed(items=(sample_item(),))))
    episode = feed["episodes"][0]
    assert feed["title"] == SHOW.title
    assert feed["description"] == SHOW.description
    assert feed["link"] == SHOW.link
    assert feed["language"] == SHOW.language
    assert feed["itunes_author"] == SHOW.author
    assert feed["itunes_owner"] == {"name": "Ada Lovelace", "email": "ada@lighthouse.example"}
    assert feed["cover_url"] == SHOW.artwork
    assert feed["explicit"] is True
    assert feed["type"] == "serial"
    assert feed["generator"] == "feedpub"
    assert feed["new_url"] == SHOW.new_feed_url
    assert feed["itunes_categories"] == [["Society & Culture", "Documentary", "Philosophy"], ["Technology"]]
    assert episode["title"] == EPISODE.title
    assert episode["link"] == EPISODE.link
    assert episode["guid"] == GUID
    assert episode["description"] == EPISODE.summary
    assert episode["description_html"] == NOTES
    assert episode["published"] == EPISODE.published.timestamp()
    assert episode["total_time"] == 1862
    assert episode["number"] == 7
    assert episode["season"] == 2
    assert episode["type"] == "bonus"
    assert episode["explicit"] is False
    assert episode["episode_art_url"] == EPISODE.artwork
    assert episode["enclosures"] == [
        {"url": ENCLOSURE.url, "file_size": 12_345_678, "mime_type": "audio/mpeg"}
    ]


def test_feedparser_reads_a_feed_with_every_tag() -> None:
    """The tags that it does not know are in nobody's way; those of Dublin Core and Podlove it knows."""
    feed = feedparser.parse(full_feed())
    assert not feed.bozo
    assert feed.feed.title == FULL_SHOW.title
    assert [entry.title for entry in feed.entries] == [FULL_EPISODE.title]
    entry = feed.entries[0]
    assert entry.summary == FULL_EPISODE.summary
    assert entry.author == FULL_EPISODE.author
    assert [chapter.title for chapter in entry.psc_chapters.chapters] == ["Fog", "Horn"]
    assert entry.psc_chapters.chapters[1].href == "https://horn.example/"
    assert entry.psc_chapters.chapters[1].start_parsed.total_seconds() == 1.5


def test_podcastparser_reads_a_feed_with_every_tag() -> None:
    """It takes the live stream for no episode. Parts of seconds are dropped; the podcast namespace it knows by an old address alone."""
    feed = podcastparser.parse("https://x.example/feed.xml", io.BytesIO(full_feed()))
    (episode,) = feed["episodes"]
    assert (feed["title"], episode["title"]) == (FULL_SHOW.title, FULL_EPISODE.title)
    assert episode["enclosures"][0]["url"] == ENCLOSURE.url
    assert episode["chapters"] == [
        {"start": 0, "title": "Fog"},
        {
            "start": 1,
            "title": "Horn",
            "href": "https://horn.example/",
            "image": "https://lighthouse.example/horn.jpg",
        },
    ]
