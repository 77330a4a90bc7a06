"""Values in elements of RSS itself: roots, versions, languages, e-mail addresses, numbers, white space."""

import pytest

from feedpub.model import Severity
from tests.validate.rules.core_findings import findings, messages, severities

CHANNEL = "<channel><title>Tides</title></channel>"


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ('<?xml version="1.0"?><html><body/></html>', "a web page"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "an Atom feed"),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "an RSS 1.0 feed"),
        (CHANNEL, "a bare channel"),
        ('<rss version="2.0" xmlns="http://backend.userland.com/rss2"/>', "in the namespace"),
        ("<feeed/>", "`feeed`"),
    ],
)
def test_another_document_is_told_by_what_it_is(document: str, what: str) -> None:
    told = messages(document, "RSS001", "document")
    assert len(told) == 1
    assert what in told[0]


@pytest.mark.parametrize(("version", "severity"), [("0.92", "warning"), ("2.1", "error"), ("", "error")])
def test_an_old_version_is_a_warning_to_news_readers_only(version: str, severity: str) -> None:
    found = severities(f'<rss version="{version}">{CHANNEL}</rss>', "RSS003", "document")
    assert found["rss"] == severity
    assert found["apple"] == "error"


@pytest.mark.parametrize(
    "tag", ["en", "en-us", "pt-BR", "zh-Hant", "es-419", "eng", "iw", "zh-cmn-Hans-CN", "mul"]
)
def test_a_language_that_there_is_is_not_told(tag: str) -> None:
    assert messages(f"<language>{tag}</language>", "RSS026") == []


@pytest.mark.parametrize(
    "tag", ["", "English", "en_US", "xx", "e", "en-", "x-klingon", "United States", "en us"]
)
def test_a_language_that_there_is_not_is_told(tag: str) -> None:
    assert len(messages(f"<language>{tag}</language>", "RSS026")) == 1


def test_the_language_of_an_element_is_looked_at() -> None:
    assert len(messages('<title xml:lang="Englisch">Tides</title>', "RSS026")) == 1
    assert messages('<title xml:lang="">Tides</title>', "RSS026") == []


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.com (Ada)",
        "mailto:ada%40example.com%20(Ada)",
        "P.O'Neill@example.ie (P)",
        "~@example.ie (T)",
    ],
)
def test_a_good_address_with_a_name_is_not_told(text: str) -> None:
    found = {one.rule for one in findings(f"<managingEditor>{text}</managingEditor>")}
    assert found.isdisjoint({"RSS027", "RSS028"})


@pytest.mark.parametrize("text", ["ada@example.com", "Ada &lt;ada@example.com&gt;", "Ada, ada@example.com"])
def test_an_address_in_another_form_is_a_warning(text: str) -> None:
    found = {one.rule for one in findings(f"<webMaster>{text}</webMaster>")}
    assert "RSS028" in found
    assert "RSS027" not in found


@pytest.mark.parametrize(
    "text", ["", "Ada", "Ada (ada@example.com)", "ada@localhost", "ada at example.com", "@"]
)
def test_no_address_is_an_error(text: str) -> None:
    assert len(messages(f"<webMaster>{text}</webMaster>", "RSS027")) == 1


@pytest.mark.parametrize("text", ["", "0", "00", "-1", "1.5", "1e3", "an hour", "٦٠"])
def test_a_ttl_that_is_no_number_of_minutes_is_told(text: str) -> None:
    assert len(messages(f"<ttl>{text}</ttl>", "RSS029")) == 1


def image(**children: str) -> str:
    return "<image>" + "".join(f"<{name}>{text}</{name}>" for name, text in children.items()) + "</image>"


@pytest.mark.parametrize(
    ("width", "count"), [("1", 0), ("144", 0), ("145", 1), ("0", 1), ("-1", 1), ("", 1), ("a", 1)]
)
def test_the_width_of_an_image_has_bounds(width: str, count: int) -> None:
    assert len(messages(image(width=width), "RSS034")) == count


@pytest.mark.parametrize(("height", "count"), [("1", 0), ("400", 0), ("401", 1), ("0", 1), ("12px", 1)])
def test_the_height_of_an_image_has_bounds(height: str, count: int) -> None:
    assert len(messages(image(height=height), "RSS035")) == count


@pytest.mark.parametrize(
    ("url", "count"),
    [
        ("https://example.com/a.JPG", 0),
        ("https://example.com/a.png?size=2", 0),
        ("https://example.com/pictures/7", 0),
        ("https://example.com", 0),
        ("https://example.com/a.webp", 1),
        ("https://example.com/a.php?b=c", 1),
        ("https://[", 0),
    ],
)
def test_only_a_known_other_format_is_told(url: str, count: int) -> None:
    assert len(messages(image(url=url), "RSS036")) == count


def test_the_slash_behind_a_host_and_the_case_of_a_host_make_no_difference() -> None:
    channel = "<link>https://EXAMPLE.com</link>" + image(link="https://example.com/")
    assert messages(channel, "RSS032") == []


@pytest.mark.parametrize("url", ["", "feed.xml", "/feed.xml", "example.com/feed.xml", "http://"])
def test_a_source_needs_an_absolute_address(url: str) -> None:
    assert len(messages(f'<source url="{url}">Ebb</source>', "RSS048", "item")) == 1


def test_a_blank_title_of_an_episode_is_an_error_to_directories_only() -> None:
    found = severities("<title/><description>a</description>", "RSS023", "item")
    assert found == {
        "rss": "warning",
        "apple": "error",
        "spotify": "error",
        "psp1": "error",
        "podcasting2": "warning",
    }


def test_html_may_have_white_space_around_it() -> None:
    assert messages("<description>\n <p>a</p>\n</description>", "RSS055", "item") == []


def test_white_space_around_attributes_is_told() -> None:
    told = messages(
        '<enclosure url=" https://example.com/a.mp3" length="1" type="audio/mpeg"/>', "RSS055", "item"
    )
    assert told == ["`url` of `enclosure` has white space before its value"]


@pytest.mark.parametrize("medium", ["publisher", "musicL"])
def test_a_list_needs_no_episode(medium: str) -> None:
    assert messages(f"<podcast:medium>{medium}</podcast:medium>", "RSS018") == []


def test_a_language_is_wanted_more_of_a_podcast_than_of_news() -> None:
    assert severities("<title>Tides</title>", "RSS025")["rss"] == "info"
    assert severities("<itunes:author>Ada</itunes:author>", "RSS025")["rss"] == "warning"
    assert severities("<item><itunes:author>Ada</itunes:author></item>", "RSS025")["rss"] == "warning"


def test_a_language_may_be_given_in_other_ways() -> None:
    assert messages("<dc:language>en</dc:language>", "RSS025") == []
    document = '<rss version="2.0"><channel xml:lang="en"/></rss>'
    assert messages(document, "RSS025", "document") == []


def test_an_extension_attribute_is_a_warning_to_those_who_follow_harvard() -> None:
    channel = "<docs>http://cyber.harvard.edu/rss/rss.html</docs><title media:hint='a'>Tides</title>"
    (told,) = [one for one in findings(channel) if one.rule == "RSS015"]
    assert told.severity is Severity.WARNING
