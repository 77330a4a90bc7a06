"""The reference page of the tags in a feed: what a feed that says everything looks like."""

from collections.abc import Iterable, Iterator

from lxml import etree

from feedpub.feed.namespaces import podcast
from feedpub.feed.tags import TAGS
from tools.tags_example import build_example

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
- `psc:` [Podlove Simple Chapters](https://podlove.org/simple-chapters/), where the show asks for them
- `dc:` [Dublin Core](https://www.dublincore.org/specifications/dublin-core/dces/), where the show asks for it

Any other prefix, such as `media:` below, is one that the show declares itself.

"""
_LIVE = """\
Stands ahead of the items and holds whatever an item holds. Its `status` is `pending`, `live` or `ended`.

"""


def render_tags() -> str:
    """`docs/reference/tags.md`. Raises ValueError when the example lacks a tag of the tables."""
    channel = build_example()
    live, item = channel[-2], channel[-1]
    outer = [child for child in channel if child not in (live, item)]
    _check_complete(outer, item)
    return (
        _INTRODUCTION
        + _section("channel", outer)
        + "\n"
        + _section("item", item)
        + f"\n## In `<podcast:liveItem>`\n\n{_LIVE}| Example |\n|---|\n| `{_source(_opened(live))}` |\n"
    )


def _opened(live: etree._Element) -> etree._Element:
    """The live item with the elements alone that make it one."""
    for child in list(live):
        if child.tag not in ("title", "guid", "enclosure", podcast("contentLink")):
            live.remove(child)
    return live


def _check_complete(channel: Iterable[etree._Element], item: Iterable[etree._Element]) -> None:
    missing = sorted(_missing({child.tag for child in channel}, {child.tag for child in item}))
    if missing:
        raise ValueError(f"the example of the tags' reference lacks {missing}: give it a value")


def _missing(channel: set[str], item: set[str]) -> Iterator[str]:
    for tag in TAGS:
        if (tag.channel and tag.name not in channel) or (tag.item and tag.name not in item):
            yield tag.name


def _section(name: str, elements: Iterable[etree._Element]) -> str:
    lines = [f"## In `<{name}>`\n", "| Tag | Example |", "|---|---|"]
    return "\n".join([*lines, *map(_row, elements)]) + "\n"


def _row(element: etree._Element) -> str:
    local = etree.QName(element).localname
    name = f"{element.prefix}:{local}" if element.prefix else local
    return f"| `{name}` | `{_source(element)}` |"


def _source(element: etree._Element) -> str:
    """The element on one line, without the namespaces that stand on the root."""
    source = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in element.nsmap.items():
        source = source.replace(f' xmlns:{prefix}="{uri}"', "")
    return "".join(line.strip() for line in source.split("\n")).replace("|", "\\|")
