"""A real show that nobody wrote for this project: half of the episodes of Podcast.__init__."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import feedparser
import podcastparser
import pytest
from lxml import etree

from tests.workspace import Workspace, mp3

CORPUS = Path(__file__).resolve().parents[2] / "../shared/corpus"
SITE = "https://podcastinit.com"
ZONE = ZoneInfo("America/New_York")
SHOW = """\
title = "Podcast.__init__"
description = "A podcast about Python and the people who make it great."
site = "https://podcastinit.com"
feed_url = "https://podcastinit.com/feed.xml"
language = "en"
author = "Tobias Macey"
categories = ["Technology"]
artwork = "cover.png"
timezone = "America/New_York"
hosts = ["tobias", "chris"]

[owner]
name = "Podcast.__init__"
email = "hosts@podcastinit.com"

[people.tobias]
name = "Tobias Macey"

[people.chris]
name = "Chris Patti"
role = "co-host"

[notes]
flavour = "pelican"
"""
#: the ways in which people name audio by number
AUDIO_NAMES = (
    "{0:03}.mp3",
    "{0}.mp3",
    "ep{0}.mp3",
    "Episode {0}.MP3",
    "podcastinit-episode-{0:03}.mp3",
    "{0:02} - final mix.mp3",
)
LISTEN = re.compile(r'<a href="([^"]+)">Listen:')
#: what stands in the address of a link, in Markdown and in HTML
TARGETS = re.compile(r"\]\(\s*<?((?:[^()\s>]|\([^()\s]*\))*)|<(https?://[^>\s]+)>|\bhref=\"([^\"]+)\"")
IFRAME = re.compile(r"<iframe\b[^>]*?src=\"([^\"]+)\"", re.IGNORECASE)


class Source(NamedTuple):
    """An episode as its author wrote it, read without feedpub."""

    header: dict[str, str]
    body: str
    number: int
    title: str

    @property
    def address(self) -> str:
        path = self.header.get("url") or self.header.get("save_as")
        if not path:
            # Pelican: a slug of the whole title, in ASCII, without what is neither letter nor digit
            words = re.sub(r"[^\w\s-]", "", self.header["title"].lower())
            path = re.sub(r"[\s-]+", "-", words).strip("-") + ".html"
        return f"{SITE}/{path}"

    @property
    def published(self) -> datetime:
        date, _, time = self.header["date"].partition(" ")
        return datetime.fromisoformat(f"{date} {time or '00:00'}").replace(tzinfo=ZONE)

    @property
    def tags(self) -> list[str]:
        return [tag.strip() for tag in self.header.get("tags", "").split(",") if tag.strip()]


def read_source(path: Path) -> Source:
    head, _, body = path.read_text(encoding="utf-8-sig").partition("\n\n")
    header = {}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        header[key.strip().lower()] = value.strip()
    found = re.fullmatch(r"Episode (\d+) - (.*)", header["title"])
    assert found, header
    return Source(header, body, int(found[1]), found[2].strip())


def audio_of(number: int) -> bytes:
    return mp3(1000 + 10 * number)


class Built(NamedTuple):
    workspace: Workspace
    said: str
    sources: dict[int, Source]
    items: dict[int, Any]
    podcast: dict[int, Any]
    xml: dict[int, etree._Element]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    content = CORPUS / "podcastinit" / "content"
    if not content.is_dir():
        pytest.skip("shared/corpus/podcastinit is not there")
    workspace = Workspace(tmp_path_factory.mktemp("podcastinit"), SHOW)
    shutil.copytree(content, workspace.show / "episodes", dirs_exist_ok=True)
    sources = {}
    for at, path in enumerate(sorted((workspace.show / "episodes").iterdir())):
        source = read_source(path)
        sources[source.number] = source
        name = AUDIO_NAMES[at % len(AUDIO_NAMES)].format(source.number)
        workspace.write(f"feeds/demo/audio/{name}", audio_of(source.number))
    said = workspace.build("-v")
    parsed = feedparser.parse(workspace.feed.read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    with workspace.feed.open("rb") as file:
        podcast = podcastparser.parse("https://podcastinit.com/feed.xml", file)
    return Built(
        workspace,
        said,
        sources,
        {int(entry.itunes_episode): entry for entry in parsed.entries},
        {one["number"]: one for one in podcast["episodes"]},
        {int(item.findtext("{*}episode", "")): item for item in workspace.items()},
    )


def notes_of(item: etree._Element) -> str:
    """Notes stand in the description when there is no summary to stand there."""
    return item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or item.findtext(
        "description", ""
    )


def test_every_episode_is_in_the_feed_once_and_newest_first(built: Built) -> None:
    assert built.items.keys() == built.podcast.keys() == built.xml.keys() == built.sources.keys()
    assert len(built.workspace.items()) == len(built.sources)
    newest = sorted(built.sources.values(), key=lambda source: source.published, reverse=True)
    assert [int(text) for text in built.workspace.texts("itunes:episode")] == [one.number for one in newest]


def test_titles_are_without_their_number(built: Built) -> None:
    for number, source in built.sources.items():
        assert built.items[number].title == source.title
        assert built.podcast[number]["title"] == source.title
        assert built.xml[number].findtext("{*}title") == source.title


def test_a_date_is_midnight_in_new_york_with_the_offset_of_that_day(built: Built) -> None:
    for number, source in built.sources.items():
        assert built.podcast[number]["published"] == source.published.timestamp()
        assert built.items[number].published == f"{source.published:%a, %d %b %Y %H:%M:%S %z}"
    offsets = {item.published[-5:] for item in built.items.values()}
    assert offsets == {"-0400", "-0500"}


def test_the_link_is_the_site_and_the_authors_path_or_a_slug_of_the_title(built: Built) -> None:
    for number, source in built.sources.items():
        assert built.items[number].link == built.podcast[number]["link"] == source.address


def test_guids_are_unique_and_no_addresses(built: Built) -> None:
    guids = [item.id for item in built.items.values()]
    assert len(set(guids)) == len(guids)
    for item in built.workspace.items():
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"


def test_enclosures_have_the_length_type_and_duration_of_the_file(built: Built) -> None:
    for number in built.sources:
        (enclosure,) = built.items[number].enclosures
        assert int(enclosure.length) == len(audio_of(number))
        assert enclosure.type == "audio/mpeg"
        assert enclosure.href.startswith(f"{SITE}/audio/")
        assert str(number) in enclosure.href
        assert built.podcast[number]["total_time"] == round((1000 + 10 * number) * 1152 / 44_100)
        assert built.podcast[number]["enclosures"][0]["file_size"] == len(audio_of(number))


def test_tags_are_the_authors(built: Built) -> None:
    for number, source in built.sources.items():
        tags = [tag.term for tag in built.items[number].get("tags", [])]
        assert [tag for tag in tags if tag != source.header["category"]] == source.tags


def test_the_summary_is_the_section_of_that_name(built: Built) -> None:
    seen = 0
    for number, source in built.sources.items():
        section = re.search(r"^#+ *Summary *\n(.*?)(?=^#|\Z)", source.body, re.DOTALL | re.MULTILINE)
        if not section:
            continue
        seen += 1
        text = re.sub(r"<[^>]*>|\[([^\]]*)\]\([^)]*\)", r"\1", section[1])
        plain = " ".join(re.sub(r"[*_`\\]", "", text).split())
        summary = built.xml[number].findtext("{http://www.itunes.com/dtds/podcast-1.0.dtd}summary", "")
        said = re.sub(
            r"[*_`\\“”‘’]", "", " ".join((summary or built.xml[number].findtext("description", "")).split())
        )
        assert said[:60] == plain[:60], number
        assert said[-40:] == plain[-40:], number
    assert seen > 15


class Html(HTMLParser):
    """Every link target, the deepest list, and the tags of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.depth = self.deepest = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("ul", "ol"):
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.depth -= 1


def test_every_link_of_the_notes_is_kept_or_reported(built: Built) -> None:
    lost = []
    for number, source in built.sources.items():
        links = set(Html(notes_of(built.xml[number])).links)
        for groups in TARGETS.findall(source.body):
            target = unescape("".join(groups)).replace("\\_", "_")
            candidates = {target, target.replace("\\", ""), f"{SITE}/{target.lstrip('/')}"}
            if not candidates & links and target[:36] not in built.said.replace("\\_", "_"):
                lost.append((number, target))
    assert lost == []


def test_all_links_are_absolute(built: Built) -> None:
    for number in built.sources:
        for link in Html(notes_of(built.xml[number])).links:
            assert re.match(r"(?:https?://[^/]+|mailto:.+@)", link), (number, link)


def test_lists_are_as_deep_as_the_author_made_them(built: Built) -> None:
    from markdown import Markdown

    for number, source in built.sources.items():
        wanted = Html(Markdown(extensions=["extra"]).convert(source.body))
        assert Html(notes_of(built.xml[number])).deepest == wanted.deepest, number


def test_each_player_became_one_link_to_listen(built: Built) -> None:
    for number, source in built.sources.items():
        players = [unescape(src) for src in IFRAME.findall(source.body)]
        assert [unescape(link) for link in LISTEN.findall(notes_of(built.xml[number]))] == players, number


def test_nothing_but_plain_tags_is_left(built: Built) -> None:
    for number in built.sources:
        assert Html(notes_of(built.xml[number])).tags <= {
            "p",
            "br",
            "a",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "b",
            "i",
        }
    assert b"iframe" not in built.workspace.feed.read_bytes()


def test_what_rss_and_apple_ask_for_is_there(built: Built) -> None:
    channel = built.workspace.channel()
    itunes = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
    asked = [
        "title",
        "description",
        "link",
        "language",
        f"{itunes}image",
        f"{itunes}category",
        f"{itunes}explicit",
    ]
    for name in [*asked, f"{itunes}author", "{http://www.w3.org/2005/Atom}link", "{*}guid"]:
        assert channel.find(name) is not None, name
    for item in built.workspace.items():
        for name in (
            "title",
            "enclosure",
            "guid",
            "pubDate",
            "description",
            f"{itunes}duration",
            f"{itunes}episode",
        ):
            assert item.find(name) is not None, name


def test_every_complaint_names_a_line(built: Built) -> None:
    complaints = [line for line in built.said.splitlines() if re.search(r": (error|warning|info): ", line)]
    assert complaints
    for line in complaints:
        assert re.match(r"feeds/demo/(episodes/\S+\.md:\d+|show\.toml|cover\.png|audio/)", line), line


def test_a_second_build_changes_nothing_and_a_new_title_keeps_its_guid(built: Built) -> None:
    feed = built.workspace.feed.read_bytes()
    assert "nothing has changed" in built.workspace.build()
    path = built.workspace.show / "episodes" / "episode40.md"
    original = path.read_text()
    path.write_text(original.replace("Ben Darnell on Tornado", "Ben Darnell, once more", 1))
    built.workspace.build()
    items = {
        item.itunes_episode: item for item in feedparser.parse(built.workspace.feed.read_bytes()).entries
    }
    assert items["40"].title == "Ben Darnell, once more"
    assert {number: item.id for number, item in items.items()} == {
        str(number): item.id for number, item in built.items.items()
    }
    path.write_text(original)
    built.workspace.build()
    assert built.workspace.feed.read_bytes() == feed
