"""The reference page of the tags in a feed: what a feed that says everything looks like."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from types import ModuleType

from lxml import etree

from feedpub.feed import atom, dates, itunes, podcast
from feedpub.feed.namespaces import NAMESPACES
from feedpub.feed.rss import build_channel, build_item
from feedpub.model import Category, Enclosure, Episode, Owner, Person, Show

_INTRODUCTION = """\
# Tags of the feed

<!-- Written by `make docs` from the code. Do not edit. -->

Every tag that feedpub writes, in its order, as it looks in a feed. A tag whose value nobody gave is left out.
The channel's values come from the [settings](settings.md), those of items from the
[keys of episode files](episode-keys.md).

What the tags mean is written down in:

- tags without a prefix: [RSS 2.0](https://www.rssboard.org/rss-specification)
- `atom:` [RSS Best Practices Profile](https://www.rssboard.org/rss-profile#namespace-elements-atom)
- `content:` [RSS 1.0 content module](https://web.resource.org/rss/1.0/modules/content/)
- `itunes:` [Apple's requirements](https://podcasters.apple.com/support/823-podcast-requirements)
- `podcast:` [the podcast namespace](https://podcasting2.org/docs/podcast-namespace)

"""

_WHEN = datetime(2026, 1, 31, 6, 0, tzinfo=timezone(timedelta(hours=1)))
_HOST = Person("Ada Lovelace", url="https://example.com/ada", image="https://example.com/ada.jpg")
_GUEST = Person("Grace Hopper", "guest")

_SHOW = Show(
    "demo",
    "The Lighthouse Hour",
    "Talks about the sea.",
    "https://example.com/",
    "https://example.com/feed.xml",
    "en-GB",
    "Ada Lovelace",
    "https://example.com/cover.jpg",
    categories=(Category("Society & Culture", "Documentary"),),
    owner=Owner("Ada Lovelace", "ada@example.com"),
    copyright="Ada Lovelace",
    people=(_HOST,),
    guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    locked=True,
    hubs=("https://hub.example.com/",),
    new_feed_url="https://example.org/feed.xml",
    block=True,
    complete=True,
    verify="1a2b3c",
)

_EPISODE = Episode(
    "feeds/demo/episodes/040.md",
    "Fog",
    "fog",
    published=_WHEN,
    number=40,
    season=2,
    link="https://example.com/fog.html",
    author="Grace Hopper",
    summary="What to do when you cannot see.",
    tags=("Weather",),
    people=(_HOST, _GUEST),
    explicit=False,
    block=True,
    artwork="https://example.com/040.jpg",
)


def render_tags() -> str:
    """`docs/reference/tags.md`. Raises ValueError when the example lacks a tag of the tables."""
    channel, item = _example()
    _check_complete(channel, item)
    return _INTRODUCTION + _section("channel", channel) + "\n" + _section("item", item)


def _example() -> tuple[etree._Element, etree._Element]:
    enclosure = Enclosure(
        "https://example.com/audio/040.mp3", 34216300, "audio/mpeg", timedelta(seconds=3723)
    )
    head, tail = build_channel(_SHOW, _WHEN, _WHEN)
    item = build_item(_SHOW, _EPISODE, enclosure, "https://example.com/fog.html", "<p>Fog.</p>")
    channel = etree.fromstring(head + item + tail, etree.XMLParser(strip_cdata=False))[0]
    return channel, channel[-1]


def _check_complete(channel: etree._Element, item: etree._Element) -> None:
    written = {child.tag for child in channel}, {child.tag for child in item}
    for module in (atom, dates, itunes, podcast):
        missing = set(_missing(module, *written))
        if missing:
            raise ValueError(f"the example of the tags' reference lacks {sorted(missing)}: give it a value")


def _missing(module: ModuleType, channel: set[str], item: set[str]) -> Iterator[str]:
    for tag in module.TAGS:
        if (tag.channel and tag.name not in channel) or (tag.item and tag.name not in item):
            yield tag.name


def _section(name: str, parent: etree._Element) -> str:
    lines = [f"## In `<{name}>`\n", "| Tag | Example |", "|---|---|"]
    lines += [_row(child) for child in parent if child.tag != "item"]
    return "\n".join(lines) + "\n"


def _row(element: etree._Element) -> str:
    prefix = {uri: prefix for prefix, uri in NAMESPACES.items()}.get(etree.QName(element).namespace or "", "")
    name = f"{prefix}:{etree.QName(element).localname}" if prefix else element.tag
    return f"| `{name}` | `{_source(element)}` |"


def _source(element: etree._Element) -> str:
    """The element on one line, without the namespaces that stand on the root."""
    source = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in NAMESPACES.items():
        source = source.replace(f' xmlns:{prefix}="{uri}"', "")
    return "".join(line.strip() for line in source.split("\n")).replace("|", "\\|")
