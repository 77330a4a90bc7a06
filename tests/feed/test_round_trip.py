"""Any valid show and any valid episode can be read back from the feed, whatever their texts hold."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from feedpub.feed.rss import build_item
from feedpub.model import Enclosure, Episode, Show
from tests.feed.samples import (
    ENCLOSURE,
    EPISODE,
    GUID,
    SHOW,
    attributes_of,
    parse_channel,
    parse_item,
    texts_of,
    whole_feed,
)
from tests.feed.strategies import any_texts, enclosures, episodes, plain_texts, shows


def read_channel(channel: etree._Element) -> dict[str, object]:
    """What a channel says, in the words of the model."""

    def one(name: str) -> str:
        return "".join(texts_of(channel, name))

    return {
        "title": one("title"),
        "link": one("link"),
        "description": one("description"),
        "language": one("language"),
        "copyright": one("copyright"),
        "author": one("itunes:author"),
        "artwork": attributes_of(channel, "itunes:image"),
        "explicit": one("itunes:explicit"),
        "type": one("itunes:type"),
        "guid": one("podcast:guid"),
        "locked": texts_of(channel, "podcast:locked"),
        "new_feed_url": one("itunes:new-feed-url"),
        "block": texts_of(channel, "itunes:block"),
        "complete": texts_of(channel, "itunes:complete"),
        "verify": one("itunes:applepodcastsverify"),
        "links": [link["href"] for link in attributes_of(channel, "atom:link")],
        "people": texts_of(channel, "podcast:person"),
        "categories": [category["text"] for category in attributes_of(channel, "itunes:category")],
    }


def expected_channel(show: Show) -> dict[str, object]:
    """What the channel of this show must say."""
    same = (
        "title",
        "link",
        "description",
        "language",
        "copyright",
        "author",
        "guid",
        "new_feed_url",
        "verify",
    )
    return {name: getattr(show, name) for name in same} | {
        "type": show.type.value,
        "artwork": [{"href": show.artwork}],
        "explicit": "true" if show.explicit else "false",
        "locked": [] if show.locked is None else ["yes" if show.locked else "no"],
        "block": ["Yes"] if show.block else [],
        "complete": ["Yes"] if show.complete else [],
        "links": [show.feed_url, *show.hubs],
        "people": [person.name for person in show.people],
        "categories": [category.name for category in show.categories],
    }


def read_item(item: etree._Element) -> dict[str, object]:
    """What an item says, in the words of the model."""

    def one(name: str) -> str:
        return "".join(texts_of(item, name))

    return {
        "title": one("title"),
        "link": one("link"),
        "summary": one("description"),
        "notes": one("content:encoded"),
        "published": [parsedate_to_datetime(text) for text in texts_of(item, "pubDate")],
        "number": one("itunes:episode"),
        "season": one("itunes:season"),
        "type": one("itunes:episodeType"),
        "author": one("itunes:author"),
        "tags": texts_of(item, "category"),
        "people": texts_of(item, "podcast:person"),
        "explicit": one("itunes:explicit"),
        "block": texts_of(item, "itunes:block"),
        "artwork": [image["href"] for image in attributes_of(item, "itunes:image")],
        "enclosures": attributes_of(item, "enclosure"),
        "duration": one("itunes:duration"),
    }


def expected_item(show: Show, episode: Episode, enclosure: Enclosure | None, notes: str) -> dict[str, object]:
    """What the item of this episode must say."""
    duration = enclosure.duration if enclosure else None
    return {
        "title": episode.title,
        "link": episode.link,
        "summary": episode.summary or notes,
        "notes": notes if episode.summary else "",
        "published": [episode.published] if episode.published else [],
        "number": str(episode.number or ""),
        "season": str(episode.season or ""),
        "type": episode.type.value,
        "author": episode.author if episode.author != show.author else "",
        "tags": list(episode.tags),
        "people": [person.name for person in episode.people],
        "explicit": "" if episode.explicit is None else str(episode.explicit).lower(),
        "block": ["Yes"] if episode.block else [],
        "artwork": [episode.artwork] if episode.artwork else [],
        "enclosures": [{"url": enclosure.url, "length": str(enclosure.length_bytes), "type": enclosure.type}]
        if enclosure
        else [],
        "duration": str(duration // timedelta(seconds=1)) if duration else "",
    }


@settings(max_examples=40)
@given(shows)
def test_any_show_can_be_read_back(show: Show) -> None:
    """Every field of any valid show is found again in its channel."""
    assert read_channel(parse_channel(whole_feed(show))) == expected_channel(show)


@settings(max_examples=40)
@given(shows, episodes, st.none() | enclosures, plain_texts)
def test_any_episode_can_be_read_back(
    show: Show, episode: Episode, enclosure: Enclosure | None, notes: str
) -> None:
    """Every field of any valid episode is found again in its item."""
    notes = notes.replace("]]>", "]]&gt;")
    item = parse_item(build_item(show, episode, enclosure, GUID, notes))
    assert read_item(item) == expected_item(show, episode, enclosure, notes)


@settings(max_examples=40)
@given(shows, episodes, st.none() | enclosures, plain_texts)
def test_no_element_is_ever_empty(
    show: Show, episode: Episode, enclosure: Enclosure | None, notes: str
) -> None:
    """An element that says nothing is not written."""
    feed = whole_feed(show, (build_item(show, episode, enclosure, GUID, notes),))
    for element in etree.fromstring(feed).iter():
        assert element.text or element.attrib or len(element)


@settings(max_examples=40)
@given(any_texts, any_texts, any_texts)
def test_any_text_gives_a_well_formed_feed(title: str, attribute: str, notes: str) -> None:
    """Control characters and broken surrogates, which XML cannot hold, vanish; nothing is raised."""
    show = SHOW._replace(title="T" + title, artwork="https://a.example/" + attribute)
    episode = EPISODE._replace(title="T" + title, artwork=attribute, tags=(title,))
    feed = whole_feed(show, (build_item(show, episode, ENCLOSURE, GUID, notes),))
    assert parse_channel(feed).find("item") is not None
