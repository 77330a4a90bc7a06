"""The table of the podcast namespace's tags, and the rules that go by it."""

import pytest

from feedpub.model.finding import Severity
from feedpub.validate.podcast_tags import ADDRESSES, LONGEST_ATTRIBUTES, PROPOSED, TAGS
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Run, validate
from tests.feed.namespace_examples import OF_BOTH, OF_EPISODES, OF_SHOWS
from tests.validate.examples import FEED_URL, NOW, document
from tests.validate.rules.podcast_findings import findings, severities, told

_GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def live_item(content: str) -> str:
    return f'<podcast:liveItem status="live" start="2026-01-15T11:00:00Z">{content}</podcast:liveItem>'


def test_the_table_is_sound() -> None:
    assert len(TAGS) == 32
    assert all(
        parent in ("channel", "item") or parent[8:] in TAGS for tag in TAGS.values() for parent in tag.parents
    )
    assert all(name in TAGS[tag].attributes for tag, name in LONGEST_ATTRIBUTES)
    assert all(name in TAGS[tag].attributes for tag, pairs in ADDRESSES.items() for name, _ in pairs)
    assert not PROPOSED & TAGS.keys()


def test_a_live_item_may_hold_what_an_item_may() -> None:
    tags = "<podcast:season>1</podcast:season><podcast:chat server='a.example' protocol='irc'/>"
    assert findings(live_item(tags), "POD003", "channel") == []
    assert severities(live_item("<podcast:locked>yes</podcast:locked>"), "POD003", "channel") == ["error"]


def test_a_tag_beside_the_channel_is_misplaced() -> None:
    example = '<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><podcast:locked>yes</podcast:locked></rss>'
    assert "`rss`" in told(example, "POD003", "document")[0][1]


def test_what_stands_in_a_proposed_tag_is_at_home_there() -> None:
    example = f'<podcast:recommendations><podcast:remoteItem feedGuid="{_GUID}"/></podcast:recommendations>'
    assert findings(example, "POD003") == []
    assert severities(example, "POD002") == ["info"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("liveitem", "liveItem"),
        ("transcripts", "transcript"),
        ("Person", "person"),
        ("valueRecipients", "valueRecipient"),
    ],
)
def test_the_tag_that_was_meant_is_named(written: str, meant: str) -> None:
    [finding] = findings(f"<podcast:{written}/>", "POD002")
    assert f"`podcast:{meant}`" in finding.fix


@pytest.mark.parametrize(("written", "meant"), [("starttime", "startTime"), ("Duration", "duration")])
def test_the_attribute_that_was_meant_is_named(written: str, meant: str) -> None:
    [finding] = findings(f'<podcast:soundbite {written}="1"/>', "POD006")
    assert f"`{meant}`" in finding.fix


def test_attributes_of_other_namespaces_are_nobodys_business() -> None:
    example = '<podcast:person xml:lang="en" xmlns:my="https://my.example/" my:id="1">Ada</podcast:person>'
    assert findings(example, "POD006") == []


def test_a_place_may_be_named_twice_and_a_season_may_not() -> None:
    location = "<podcast:location>Paris</podcast:location>"
    assert findings(location * 2, "POD004") == []
    assert severities("<podcast:season>1</podcast:season>" * 3, "POD004") == ["error", "error"]


def test_an_empty_attribute_is_as_good_as_none() -> None:
    assert told('<podcast:chapters url=" " type="application/json+chapters"/>', "POD005") == [
        ("error", "`url` of `podcast:chapters` is empty")
    ]


def test_128_characters_are_enough_for_a_name() -> None:
    assert findings(f"<podcast:person>{'é' * 128}</podcast:person>", "POD007") == []
    assert severities(f"<podcast:person>{'é' * 129}</podcast:person>", "POD007") == ["warning"]


@pytest.mark.parametrize(
    "uri", ["ipfs://abc", "magnet:?xt=urn:btih:abc", "http://abc.onion/1.mp3", "https://a.example/"]
)
def test_a_source_may_be_anywhere(uri: str) -> None:
    example = f'<podcast:alternateEnclosure type="audio/mpeg"><podcast:source uri="{uri}"/></podcast:alternateEnclosure>'
    assert findings(example, "POD009") == findings(example, "POD220") == []


def test_letters_that_want_escaping_are_a_warning() -> None:
    address = '<podcast:person href="{}">Ada</podcast:person>'
    assert severities(address.format("https://a.example/übersee"), "POD010") == ["warning"]
    assert severities(address.format("a.example/ada"), "POD010") == ["error"]


def test_the_standard_wants_its_namespaces_and_nobody_else_does() -> None:
    example = '<rss version="2.0"><channel/></rss>'
    [finding] = findings(example, "POD001", "document")
    assert all(f"xmlns:{prefix}=" in finding.fix for prefix in ("podcast", "atom"))
    assert "xmlns:itunes" not in finding.message  # ITU001
    assert finding.profiles == ("psp1",)


@pytest.mark.parametrize(
    ("within", "xml"),
    [
        *(("channel", one[-1]) for one in (*OF_SHOWS, *OF_BOTH)),
        *(("item", one[-1]) for one in (*OF_EPISODES, *OF_BOTH)),
    ],
)
def test_the_examples_of_the_namespace_have_no_errors(within: str, xml: str) -> None:
    rules = [rule for rule in all_rules() if rule.id.startswith("POD")]
    found = validate(document(xml, within), "feed.xml", Run(NOW, feed_url=FEED_URL), rules).findings
    assert [str(one) for one in found if one.severity is Severity.ERROR] == []
