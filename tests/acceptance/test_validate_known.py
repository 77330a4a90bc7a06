"""Where other validators of podcast feeds err: what they wrongly tell must not be told, what they miss must be."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from feedpub.cli.commands import feedpub

#: changes a sound feed, and says what is found in it: rule -> severity
Told = Callable[[str, str], dict[str, str]]

CHANNEL = """\
<title>The Tide Table</title><link>https://tides.io/</link><description>What the sea does.</description>
<language>en</language><atom:link href="https://tides.io/feed.xml" rel="self" type="application/rss+xml"/>
<itunes:author>Ada</itunes:author><itunes:owner><itunes:email>ada@tides.io</itunes:email></itunes:owner>
<itunes:image href="https://tides.io/cover.jpg"/>
<itunes:category text="Science"/><itunes:explicit>false</itunes:explicit>
<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid><podcast:locked>no</podcast:locked>
"""
ITEM = """\
<title>Ebb</title><link>https://tides.io/1</link><description>The first one.</description>
<guid isPermaLink="false">5b4c0ba5-7d06-4b7d-8fd9-7d0f2b7a9f43</guid>
<enclosure url="https://tides.io/1.mp3" length="24986239" type="audio/mpeg"/>
<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate><itunes:duration>1823</itunes:duration>
"""


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Puts `new` in place of `old` in a sound feed, and validates it."""

    def validate(old: str, new: str) -> dict[str, str]:
        feed = tmp_path / "feed.xml"
        namespaces = (
            'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
            'xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        )
        text = f"{CHANNEL}<item>{ITEM}</item>"
        assert text.count(old) == 1 or not old
        text = f'<rss version="2.0" {namespaces}><channel>{text.replace(old, new) if old else text}'
        feed.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}</channel></rss>\n', encoding="utf-8")
        arguments = ["validate", "--offline", "--fail-on", "never", "--format", "json", str(feed)]
        found = json.loads(CliRunner().invoke(feedpub, arguments).stdout)["findings"]
        return {one["rule"]: one["severity"] for one in found}

    return validate


def worse_than_advice(found: dict[str, str]) -> set[str]:
    """The rules of errors and warnings."""
    return {rule for rule, severity in found.items() if severity != "info"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("<language>en", "<itunes:complete>yes</itunes:complete><language>en"),
        (
            '<itunes:category text="Science"/>',
            '<itunes:category text="Religion &amp; Spirituality"><itunes:category text="Religion"/></itunes:category>',
        ),
        ("1.mp3", "1.mp3?x=1"),
        ("1.mp3", "1.mp3?x=1.2&amp;y=a.b"),
        ("<language>en", "<itunes:title>The Tide Table</itunes:title><language>en"),
    ],
    ids=["sound", "complete", "religion", "query", "query-with-dots", "title"],
)
def test_what_is_right_is_not_told(told: Told, old: str, new: str) -> None:
    assert worse_than_advice(told(old, new)) == set()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("9b024349-ccf0-5f69-a609-6b82873eab3c", "garbage", "POD240"),
        ('<enclosure url="https://tides.io/1.mp3" length="24986239" type="audio/mpeg"/>', "", "ENC001"),
        ('<itunes:image href="https://tides.io/cover.jpg"/>', "", "ITU003"),
    ],
    ids=["garbage-guid", "no-enclosure", "no-artwork"],
)
def test_what_is_wrong_is_an_error(told: Told, old: str, new: str, rule: str) -> None:
    assert told(old, new)[rule] == "error"
