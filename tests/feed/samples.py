"""A show with everything, a show with nothing, and how a feed is put together from them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lxml import etree

from feedpub.feed.namespaces import NAMESPACES
from feedpub.feed.rss import build_channel, build_item
from feedpub.model import Category, Enclosure, Episode, EpisodeType, Owner, Person, Show, ShowType

LISBON = ZoneInfo("Europe/Lisbon")

BARE_SHOW = Show(
    name="demo",
    title="The Lighthouse Hour",
    description="Talks about the sea.",
    link="https://lighthouse.example/",
    feed_url="https://lighthouse.example/feed.xml",
    language="en-GB",
    author="Ada Lovelace",
    artwork="https://lighthouse.example/cover.jpg?v=2",
)
SHOW = BARE_SHOW._replace(
    categories=(
        Category("Society & Culture", "Documentary"),
        Category("Technology"),
        Category("Society & Culture", "Philosophy"),
    ),
    explicit=True,
    type=ShowType.SERIAL,
    owner=Owner("Ada Lovelace", "ada@lighthouse.example"),
    copyright="Ada Lovelace",
    people=(Person("Ada Lovelace", url="https://ada.example/", image="https://ada.example/ada.jpg"),),
    guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
    locked=True,
    hubs=("https://hub.example/", "https://other-hub.example/"),
    new_feed_url="https://lighthouse.example/new.xml",
    block=True,
    complete=True,
    verify="1a2b3c",
    stylesheet="feed.css",
)

BARE_EPISODE = Episode(source="feeds/demo/episodes/1.md", title="Fog signals", slug="fog-signals")
EPISODE = BARE_EPISODE._replace(
    type=EpisodeType.BONUS,
    published=datetime(2026, 7, 6, 6, 30, tzinfo=LISBON),
    number=7,
    season=2,
    link="https://lighthouse.example/fog-signals.html",
    author="Grace Hopper",
    summary="What the horn was for & who heard it last.",
    tags=("sea", "sound"),
    people=(Person("Ada Lovelace"), Person("Grace Hopper", role="guest", url="https://grace.example/")),
    explicit=False,
    block=True,
    artwork="https://lighthouse.example/fog-signals.png",
)
ENCLOSURE = Enclosure(
    url="https://lighthouse.example/audio/fog-signals.mp3",
    length_bytes=12_345_678,
    type="audio/mpeg",
    duration=timedelta(minutes=31, seconds=1.5),
)
GUID = "7e0c3b0e-2f0b-4a55-9f5e-3a2b1c0d9e8f"
NOTES = '<p>With <a href="https://horn.example/">a horn</a> &amp; a lamp.</p>\n<p>The end.</p>'


def sample_item(
    show: Show = SHOW,
    episode: Episode = EPISODE,
    enclosure: Enclosure | None = ENCLOSURE,
    guid: str = GUID,
    notes: str = NOTES,
) -> bytes:
    """An item, by default of the episode that has everything."""
    return build_item(show, episode, enclosure, guid, notes)


def whole_feed(show: Show = SHOW, items: tuple[bytes, ...] = ()) -> bytes:
    """Head, items and tail in one piece, dated by the sample episode."""
    head, tail = build_channel(show, EPISODE.published, EPISODE.published)
    return head + b"".join(items) + tail


def parse_channel(feed: bytes) -> etree._Element:
    """The ``<channel>`` of a feed."""
    return etree.fromstring(feed)[0]


def parse_item(item: bytes) -> etree._Element:
    """The ``<item>`` in the bytes of one item."""
    element = parse_channel(whole_feed(items=(item,))).find("item")
    assert element is not None
    return element


def texts_of(parent: etree._Element, name: str) -> list[str]:
    """The texts of all children of this name, such as ``itunes:author``."""
    return [element.text or "" for element in parent.findall(name, NAMESPACES)]


def attributes_of(parent: etree._Element, name: str) -> list[dict[str, str]]:
    """The attributes of all children of this name."""
    return [dict(element.attrib) for element in parent.findall(name, NAMESPACES)]
