"""What feeds of well-known hosts have, and what is true of it: no false alarms, and nothing told twice."""

import pytest

from feedpub.model.finding import Finding
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Run, validate
from tests.validate.examples import FEED_URL, NOW, document

_ENCLOSURE = '<enclosure url="https://tides.io/{}" length="24986239" type="{}"/>'


def found(example: str, within: str = "item", feed_url: str = FEED_URL) -> list[Finding]:
    """All findings."""
    run = Run(NOW, feed_url=feed_url)
    return list(validate(document(example, within), "feed.xml", run, all_rules()).findings)


def rules(example: str, within: str = "item", feed_url: str = FEED_URL) -> set[str]:
    """The ids of the rules that are broken."""
    return {one.rule for one in found(example, within, feed_url)}


def messages(example: str, rule: str, within: str = "item") -> list[str]:
    """What one rule says."""
    return [one.message for one in found(example, within) if one.rule == rule]


def notes(html: str) -> str:
    """A description."""
    return f"<description><![CDATA[{html}]]></description>"


def test_a_heading_on_javascript_is_no_script() -> None:
    assert "HTML007" not in rules(
        notes('<h2 id="javascript">JavaScript</h2><a href="https://a.io/?a:b">a</a>')
    )
    assert "HTML007" in rules(notes('<a href=" JavaScript :go()">a</a>'))


def test_marks_of_cdata_inside_of_scripts_are_usual() -> None:
    html = "&lt;script&gt;/* &lt;![CDATA[ */ go() /* ]]&gt; */&lt;/script&gt;"
    assert "HTML012" not in rules(f"<description>{html}</description>")


def test_a_misspelt_attribute_is_told_once() -> None:
    told = {
        one for one in rules('<guid isPermalink="false">tides-one</guid>') if one in ("RSS014", "GUID005")
    }
    assert told == {"RSS014"}


def test_a_live_item_without_guid_is_told_by_the_rule_on_live_items() -> None:
    live = (
        '<podcast:liveItem status="live" start="2026-01-15T12:00:00Z"><title>Live</title></podcast:liveItem>'
    )
    assert {"POD303", "GUID001"} & rules(live, "channel") == {"POD303"}


def test_a_misspelt_namespace_of_apple_is_told_once() -> None:
    xml = '<rss version="2.0" xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"><channel/></rss>'
    assert {"XML019", "ITU001"} & rules(xml, "document") == {"XML019"}


def test_the_namespace_of_google_play_may_be_that_of_its_schema() -> None:
    uri = "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"
    xml = f'<rss version="2.0" xmlns:googleplay="{uri}"><channel/></rss>'
    assert not {"XML018", "XML019", "XML020"} & rules(xml, "document")


@pytest.mark.parametrize("guid", ["61170826", "123456789"])
def test_a_number_that_counts_the_episodes_of_a_host_is_no_weak_guid(guid: str) -> None:
    assert "GUID007" not in rules(f'<guid isPermaLink="false">{guid}</guid>')


def test_a_wrong_type_of_a_good_file_is_told_once() -> None:
    told = rules(_ENCLOSURE.format("1.m4a", "application/octet-stream"))
    assert {"ENC008", "ENC010"} & told == {"ENC010"}


def test_the_name_of_a_file_is_judged_where_its_address_is_encoded() -> None:
    assert "ENC015" in rules(_ENCLOSURE.format("ebb%20one.mp3", "audio/mpeg"))
    assert {"ENC015", "URL005"} & rules(_ENCLOSURE.format("ebb one.mp3", "audio/mpeg")) == {"URL005"}


def test_a_blank_type_is_called_blank() -> None:
    assert messages(_ENCLOSURE.format("1.mp3", ""), "ENC007") == [
        "`type` of `enclosure` is blank, not a media type"
    ]


@pytest.mark.parametrize(
    ("element", "told"),
    [("acast:settings", False), ("dc:creator", False), ("copyright", True), ("itunes:title", True)],
)
def test_long_values_are_told_of_what_apple_reads(element: str, told: bool) -> None:
    declared = ' xmlns:acast="https://schema.acast.com/1.0/"' if element.startswith("acast") else ""
    within = "channel" if element == "copyright" else "item"
    assert ("SIZE003" in rules(f"<{element}{declared}>{'x' * 300}</{element}>", within)) == told


def test_white_space_in_what_apple_does_not_read_is_no_warning() -> None:
    example = "<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><title> Tides</title>"
    severities = {one.element: one.severity.name for one in found(example, "channel") if one.rule == "RSS055"}
    assert severities == {"sy:updatePeriod": "INFO", "title": "WARNING"}


def test_the_number_is_looked_for_in_the_title_that_apple_shows() -> None:
    assert "ITU046" not in rules("<title>Episode 12: Ebb</title><itunes:title>Ebb</itunes:title>")
    assert len(messages("<title>#12 Ebb</title><itunes:title>#12 Ebb</itunes:title>", "ITU046")) == 1


def test_over_59_minutes_are_told_with_the_seconds() -> None:
    [finding] = [one for one in found("<itunes:duration>65:32</itunes:duration>") if one.rule == "ITU033"]
    assert "over 59 minutes" in finding.message
    assert "3932" in finding.fix


@pytest.mark.parametrize(
    ("name", "what"),
    [("Careers", "a subcategory of `Business`"), ("Business &gt; Careers", "two names in one text")],
)
def test_what_is_wrong_with_a_category_at_the_top_is_said(name: str, what: str) -> None:
    assert what in messages(f'<itunes:category text="{name}"/>', "ITU012", "channel")[0]


def test_a_feed_that_is_on_a_host_of_its_own_is_not_left_over() -> None:
    channel = (
        '<atom:link rel="self" href="https://feeds.feedburner.com/tides"/><link>https://tides.io/</link>'
        '<item><enclosure url="https://tides.io/1.mp3" length="1" type="audio/mpeg"/></item>'
    )
    assert "MIG011" not in rules(channel, "channel", "https://feeds.feedburner.com/tides")
    unknown = [one.severity.name for one in found(channel, "channel", "") if one.rule == "MIG011"]
    assert unknown == ["INFO"]


def test_html_that_is_not_escaped_is_called_so() -> None:
    assert "not escaped" in messages("<description>All <i>about</i> tides</description>", "RSS011")[0]
