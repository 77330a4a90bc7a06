"""Items and channels: the elements of RSS itself."""

from datetime import datetime

import pytest
from lxml import etree

from feedpub.feed.rss import build_channel
from tests.feed.samples import (
    BARE_EPISODE,
    BARE_SHOW,
    ENCLOSURE,
    EPISODE,
    GUID,
    NOTES,
    SHOW,
    attributes_of,
    parse_channel,
    parse_item,
    sample_item,
    texts_of,
    whole_feed,
)

# -- the channel


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", SHOW.title),
        ("link", SHOW.link),
        ("description", SHOW.description),
        ("language", "en-GB"),
        ("copyright", "Ada Lovelace"),
        ("generator", "feedpub"),
        ("pubDate", "Mon, 06 Jul 2026 06:30:00 +0100"),
        ("lastBuildDate", "Mon, 06 Jul 2026 06:30:00 +0100"),
    ],
)
def test_channel_says(name: str, text: str) -> None:
    """Each element of the channel stands there once, with the show's own text."""
    assert texts_of(parse_channel(whole_feed()), name) == [text]


def test_channel_image_has_url_title_and_link() -> None:
    """RSS wants all three, and addresses without .jpg at their end are no less good."""
    image = parse_channel(whole_feed()).find("image")
    assert image is not None
    assert [(child.tag, child.text) for child in image] == [
        ("url", "https://lighthouse.example/cover.jpg?v=2"),
        ("title", SHOW.title),
        ("link", SHOW.link),
    ]


@pytest.mark.parametrize("name", ["copyright", "pubDate", "lastBuildDate", "docs", "image"])
def test_channel_leaves_out_what_it_does_not_know(name: str) -> None:
    """No dates given, no dates written: above all not the clock's."""
    head, tail = build_channel(BARE_SHOW._replace(artwork=""), None, None)
    assert parse_channel(head + tail).find(name) is None


@pytest.mark.parametrize("field", ["title", "link", "description"])
def test_channel_without_required_text_is_refused(field: str) -> None:
    """RSS 2.0 requires three elements; their absence is ValueError."""
    with pytest.raises(ValueError, match=field):
        build_channel(SHOW._replace(**{field: ""}), None, None)


def test_feed_without_items_is_well_formed() -> None:
    """Head and tail alone are a feed."""
    assert parse_channel(whole_feed()).find("item") is None


def test_channel_may_be_huge() -> None:
    """A text beyond all limits is for a validator to judge, not for the writer to fall over."""
    assert len(whole_feed(SHOW._replace(description="x" * 11_000_000))) > 11_000_000


# -- the item


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "Fog signals"),
        ("link", "https://lighthouse.example/fog-signals.html"),
        ("description", "What the horn was for & who heard it last."),
        ("content:encoded", NOTES),
        ("guid", GUID),
        ("pubDate", "Mon, 06 Jul 2026 06:30:00 +0100"),
    ],
)
def test_item_says(name: str, text: str) -> None:
    """Each element of the item stands there once, with the episode's own text."""
    assert texts_of(parse_item(sample_item()), name) == [text]


def test_item_has_a_category_for_each_tag() -> None:
    """Tags keep their order."""
    assert texts_of(parse_item(sample_item()), "category") == ["sea", "sound"]


def test_item_enclosure_has_url_length_and_type() -> None:
    """The three attributes that RSS requires."""
    assert attributes_of(parse_item(sample_item()), "enclosure") == [
        {"url": ENCLOSURE.url, "length": "12345678", "type": "audio/mpeg"}
    ]


def test_item_without_optional_fields_says_the_least() -> None:
    """An episode that gives nothing but a title has no further elements."""
    item = parse_item(sample_item(BARE_SHOW, BARE_EPISODE, enclosure=None, notes=""))
    assert [etree.QName(child).localname for child in item] == ["title", "guid", "title", "episodeType"]


def test_summary_stands_ahead_of_notes() -> None:
    """Readers that take the first of description and content:encoded take the summary."""
    names = [child.tag for child in parse_item(sample_item())]
    assert names.index("description") < names.index("{http://purl.org/rss/1.0/modules/content/}encoded")


def test_notes_are_the_description_where_there_is_no_summary() -> None:
    """A content:encoded alone would leave the episode without a text in many apps."""
    item = parse_item(sample_item(episode=EPISODE._replace(summary="")))
    assert (texts_of(item, "description"), texts_of(item, "content:encoded")) == ([NOTES], [])


def test_notes_are_written_as_one_cdata_section() -> None:
    """The HTML can be read by people who look at the feed's source."""
    assert b"<content:encoded><![CDATA[" + NOTES.encode() + b"]]></content:encoded>" in sample_item()


def test_end_of_cdata_in_notes_is_the_same_html() -> None:
    """What would end the section becomes a character reference, which means the same in HTML."""
    item = sample_item(notes="<p>a[b[0]]>c</p>")
    assert texts_of(parse_item(item), "content:encoded") == ["<p>a[b[0]]&gt;c</p>"]


@pytest.mark.parametrize(
    ("guid", "link", "permanent"),
    [
        ("https://a.example/1", "https://a.example/1", "true"),
        ("http://a.example/1", "http://a.example/1", "true"),
        ("https://a.example/1", "https://a.example/other", "false"),
        ("https://a.example/1", "", "false"),
        ("tag:a.example,2016:1", "tag:a.example,2016:1", "false"),
        (GUID, "https://a.example/1", "false"),
    ],
)
def test_guid_is_permalink_only_as_the_page_address(guid: str, link: str, permanent: str) -> None:
    """isPermaLink is always said, and true only where a browser would find the episode's page there."""
    item = parse_item(sample_item(episode=EPISODE._replace(link=link), guid=guid))
    assert attributes_of(item, "guid") == [{"isPermaLink": permanent}]


def test_item_with_nothing_to_say_is_refused() -> None:
    """RSS wants a title or a description."""
    with pytest.raises(ValueError, match="Required"):
        sample_item(episode=BARE_EPISODE._replace(title=""), notes="")


def test_date_without_offset_is_refused() -> None:
    """A date that means another instant elsewhere never reaches a feed."""
    with pytest.raises(ValueError, match="no UTC offset"):
        sample_item(episode=EPISODE._replace(published=datetime(2026, 7, 6)))
