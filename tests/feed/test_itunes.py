"""Apple's tags."""

from datetime import timedelta

import pytest
from lxml import etree

from feedpub.feed.namespaces import NAMESPACES
from feedpub.model import Category, Owner
from tests.feed.samples import (
    BARE_SHOW,
    ENCLOSURE,
    EPISODE,
    SHOW,
    attributes_of,
    parse_channel,
    parse_item,
    sample_item,
    texts_of,
    whole_feed,
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("author", "Ada Lovelace"),
        ("explicit", "true"),
        ("type", "serial"),
        ("block", "Yes"),
        ("complete", "Yes"),
        ("new-feed-url", "https://lighthouse.example/new.xml"),
        ("applepodcastsverify", "1a2b3c"),
    ],
)
def test_channel_says(name: str, text: str) -> None:
    """Every living tag of a channel, in the words that have an effect at Apple."""
    assert texts_of(parse_channel(whole_feed()), f"itunes:{name}") == [text]


@pytest.mark.parametrize(
    "name", ["block", "complete", "new-feed-url", "applepodcastsverify", "owner", "category"]
)
def test_channel_leaves_out(name: str) -> None:
    """A tag with nothing to say is not written: Apple reads even `no` in places as a mistake."""
    assert parse_channel(whole_feed(BARE_SHOW)).find(f"itunes:{name}", NAMESPACES) is None


def test_channel_says_that_it_is_not_explicit() -> None:
    """Apple requires the tag, so that it always stands there."""
    assert texts_of(parse_channel(whole_feed(BARE_SHOW)), "itunes:explicit") == ["false"]


def test_channel_image_may_end_in_anything() -> None:
    """An address with a query is written as it is."""
    images = attributes_of(parse_channel(whole_feed()), "itunes:image")
    assert images == [{"href": "https://lighthouse.example/cover.jpg?v=2"}]


def test_subcategories_stand_in_their_category() -> None:
    """One element for each category, however many subcategories were given."""
    categories = parse_channel(whole_feed()).findall("itunes:category", NAMESPACES)
    assert [(it.get("text"), [inner.get("text") for inner in it]) for it in categories] == [
        ("Society & Culture", ["Documentary", "Philosophy"]),
        ("Technology", []),
    ]


def test_category_given_twice_is_written_once() -> None:
    """Repeating a category does not repeat the element."""
    show = BARE_SHOW._replace(
        categories=(Category("Arts", "Food"), Category("Arts"), Category("Arts", "Food"))
    )
    categories = parse_channel(whole_feed(show)).findall(".//itunes:category", NAMESPACES)
    assert [category.get("text") for category in categories] == ["Arts", "Food"]


def test_owner_has_name_and_address() -> None:
    """Directories write to the owner by name."""
    owner = parse_channel(whole_feed()).find("itunes:owner", NAMESPACES)
    assert owner is not None
    assert texts_of(owner, "itunes:name") == ["Ada Lovelace"]
    assert texts_of(owner, "itunes:email") == ["ada@lighthouse.example"]


def test_owner_may_lack_a_name() -> None:
    """The address is what counts."""
    owner = parse_channel(whole_feed(SHOW._replace(owner=Owner("", "a@b.example")))).find(
        "itunes:owner", NAMESPACES
    )
    assert owner is not None
    assert [etree.QName(child).localname for child in owner] == ["email"]


def test_owner_without_address_is_left_out() -> None:
    """An owner whom nobody can write to is an error in directories."""
    channel = parse_channel(whole_feed(SHOW._replace(owner=Owner("Ada Lovelace", ""))))
    assert channel.find("itunes:owner", NAMESPACES) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "Fog signals"),
        ("author", "Grace Hopper"),
        ("explicit", "false"),
        ("season", "2"),
        ("episode", "7"),
        ("episodeType", "bonus"),
        ("block", "Yes"),
    ],
)
def test_item_says(name: str, text: str) -> None:
    """Every living tag of an item."""
    assert texts_of(parse_item(sample_item()), f"itunes:{name}") == [text]


def test_item_image_is_the_episodes_own() -> None:
    """A picture in another format is no less one."""
    assert attributes_of(parse_item(sample_item()), "itunes:image") == [{"href": EPISODE.artwork}]


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("title", "", "title"),
        ("author", "", "author"),
        ("author", SHOW.author, "author"),
        ("explicit", None, "explicit"),
        ("season", None, "season"),
        ("season", 0, "season"),
        ("number", None, "episode"),
        ("number", 0, "episode"),
        ("number", -1, "episode"),
        ("block", False, "block"),
        ("artwork", "", "image"),
    ],
)
def test_item_leaves_out(field: str, value: object, name: str) -> None:
    """What is not given, repeats the show, or is no positive number is not written."""
    item = parse_item(sample_item(episode=EPISODE._replace(**{field: value})))
    assert item.find(f"itunes:{name}", NAMESPACES) is None


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [
        (61.4, ["61"]),
        (61.5, ["62"]),
        (62.5, ["63"]),
        (36_000, ["36000"]),
        (0.5, ["1"]),
        (0.2, []),
        (None, []),
    ],
)
def test_duration_is_whole_seconds(seconds: float | None, texts: list[str]) -> None:
    """Rounded as people round; nothing where nothing would be left."""
    duration = None if seconds is None else timedelta(seconds=seconds)
    item = parse_item(sample_item(enclosure=ENCLOSURE._replace(duration=duration)))
    assert texts_of(item, "itunes:duration") == texts


@pytest.mark.parametrize("name", ["summary", "subtitle", "keywords", "order", "isClosedCaptioned"])
def test_dead_tags_are_not_written(name: str) -> None:
    """What Apple's guide no longer knows stays out of the feed."""
    assert b"itunes:" + name.encode() not in whole_feed(items=(sample_item(),))
