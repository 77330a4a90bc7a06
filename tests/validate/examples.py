"""The examples of rules, made into whole feeds and judged.

An example of a rule on elements is the whole content of an item, of a channel, or the whole document. One of a
rule on files is a mapping of what differs from a sound file (its key `item` is the whole content of the item that
names it), or the text of the file. One of a rule on changes is what the channel held before, and holds now.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from feedpub.pipeline.validate.local_texts import read_chapters_file, read_transcript_file
from feedpub.validate import facts
from feedpub.validate.document.element import Element
from feedpub.validate.document.namespaces import PREFIXES
from feedpub.validate.rule import Rule
from feedpub.validate.runner import Judgement, Judging, Run

#: what counts as the present
NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
#: where the feeds are
FEED_URL = "https://example.com/feed.xml"
#: what is declared on the root
NAMESPACES = "itunes podcast atom content dc sy slash media googleplay psc spotify".split()

_URIS = {prefix: uri for uri, prefix in reversed(PREFIXES.items())}
_CHANNEL = """\
<title>Tides</title>
<link>https://example.com/</link>
<description>What the sea does.</description>
<language>en</language>
<atom:link href="https://example.com/feed.xml" rel="self" type="application/rss+xml"/>
<itunes:author>Ada</itunes:author>
<itunes:image href="https://example.com/cover.jpg"/>
<itunes:category text="Science"/>
<itunes:explicit>false</itunes:explicit>
"""
ITEM = """\
<title>One</title>
<link>https://example.com/one</link>
<description>The first one.</description>
<guid isPermaLink="false">one</guid>
<enclosure url="https://example.com/one.mp3" length="1000000" type="audio/mpeg"/>
<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>
<itunes:duration>62</itunes:duration>
<podcast:chapters url="https://example.com/one.json" type="application/json+chapters"/>
<podcast:transcript url="https://example.com/one.vtt" type="text/vtt"/>
"""


def rss(channel: str) -> str:
    """A document whose channel holds this."""
    declared = " ".join(f'xmlns:{prefix}="{_URIS[prefix]}"' for prefix in NAMESPACES)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {declared}>\n'
    return f"{head}<channel>\n{channel}\n</channel>\n</rss>\n"


def document(example: str, within: str) -> bytes:
    """A whole document around an example."""
    if within == "document":
        return example.encode()
    return rss(example if within == "channel" else f"{_CHANNEL}<item>\n{example}\n</item>").encode()


def count_findings(rule: Rule, example: Any) -> int:
    """How often the rule alone is broken by an example."""
    kind = next((one for one in rule.each if isinstance(one, type)), None)
    if kind is None or (isinstance(example, str) and "channel" in rule.each):
        judging = _judging(rule, document(example, rule.within))
    elif isinstance(example, tuple):
        judging = _judging(rule, rss(example[1]).encode())
        judging.judge_facts(kind, [_previous(rule, rss(example[0]).encode(), judging.channels[0])])
    else:
        judging = _judging(rule, document(_item_of(example), "item"))
        judging.judge_facts(kind, [_fact(kind, example, judging.channels[0])])
    return len(_own(judging.finish(), rule))


def _own(judgement: Judgement, rule: Rule) -> list[Any]:
    return [one for one in judgement.findings if one.rule == rule.id]


def _judging(rule: Rule, data: bytes) -> Judging:
    return Judging(data, "feed.xml", Run(NOW, feed_url=FEED_URL), [rule])


def _previous(rule: Rule, before: bytes, now: Element) -> facts.Previous:
    return facts.Previous(_judging(rule, before).channels[0], now)


def _item_of(example: str | Mapping[str, object]) -> str:
    return str(example.get("item", ITEM)) if isinstance(example, Mapping) else ITEM


def _fact(kind: type, example: str | Mapping[str, object], channel: Element) -> Any:
    """A sound file, but for what the example says."""
    given = {} if isinstance(example, str) else {k: v for k, v in example.items() if k != "item"}
    item = channel.items[0]
    sound: dict[str, Any]
    if kind is facts.LocalAudio:
        sound = {
            "path": "audio/one.mp3", "element": item.first("enclosure"), "length_bytes": 1_000_000,
            "duration": 62.0, "type": "audio/mpeg", "bitrate": 128_000, "channels": 2, "sample_rate": 44_100,
        }  # fmt: skip
    elif kind is facts.LocalArtwork:
        sound = {
            "path": "art/cover.jpg", "element": channel.first("itunes:image"), "size_bytes": 300_000,
            "url": "https://example.com/cover.jpg", "width": 3000, "height": 3000, "format": "jpeg",
        }  # fmt: skip
    else:
        return _text_file(kind, item, {"text": example} if isinstance(example, str) else given)
    return kind(**(sound | given))


def _text_file(kind: type, item: Element, given: dict[str, Any]) -> Any:
    is_chapters = kind is facts.LocalChapters
    element = item.first("podcast:chapters" if is_chapters else "podcast:transcript")
    assert element is not None
    path = given.get("path", "one.json" if is_chapters else "one.vtt")
    if "unreadable" in given:
        return kind(path=path, element=element, unreadable=given["unreadable"])
    data = given.get("data", given.get("text", "").encode())
    duration = timedelta(seconds=given["duration"]) if "duration" in given else None
    return (read_chapters_file if is_chapters else read_transcript_file)(path, data, element, duration)
