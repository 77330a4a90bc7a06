"""The podcast namespace as programs of other people read it: feedsmith and podcast-partytime, on Node.js."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.feed import feedsmith_words, partytime_words
from tests.feed.full_samples import FULL_EPISODE, FULL_SHOW, LIVE_ENCLOSURE, LIVE_EPISODE, full_feed
from tests.feed.samples import ENCLOSURE, GUID, NOTES

READERS = Path(__file__).with_name("readers")


@pytest.fixture(scope="module")
def said() -> dict[str, dict]:
    """What both say of the feed in which every tag stands at every level."""
    if not shutil.which("node"):
        pytest.skip("no Node.js here")
    if not (READERS / "node_modules").is_dir():
        pytest.skip(f"the readers are not installed (npm ci in {READERS})")
    run = subprocess.run(["node", "read.js"], cwd=READERS, input=full_feed(), capture_output=True, check=True)
    return json.loads(run.stdout)


def test_feedsmith_reads_every_tag_of_the_channel(said) -> None:
    """Value for value, and nothing but what was meant."""
    podcast = said["feedsmith"]["feed"]["podcast"]
    assert {name: words for name, words in podcast.items() if name != "liveItems"} == feedsmith_words.show(
        FULL_SHOW
    )


def test_feedsmith_reads_every_tag_of_an_item(said) -> None:
    """Value for value, and nothing but what was meant."""
    (item,) = said["feedsmith"]["feed"]["items"]
    assert item["podcast"] == feedsmith_words.episode(FULL_EPISODE)


def test_feedsmith_reads_every_tag_of_a_live_item(said) -> None:
    """Value for value, and nothing but what was meant."""
    (live,) = said["feedsmith"]["feed"]["podcast"]["liveItems"]
    assert live == feedsmith_words.live_item(LIVE_EPISODE, "live")


def test_feedsmith_reads_simple_chapters_creators_and_foreign_tags(said) -> None:
    """The namespaces beside that of podcasting."""
    (item,) = said["feedsmith"]["feed"]["items"]
    media = {
        "ratings": [{"value": "nonadult", "scheme": "urn:simple"}],
        "groups": [{"credits": [{"value": "Ada", "role": "producer"}]}],
    }
    assert item["psc"]["chapters"] == [feedsmith_words.chapter(one) for one in FULL_EPISODE.chapters]
    assert item["dc"] == {"creators": [FULL_EPISODE.author]}
    assert item["media"] == said["feedsmith"]["feed"]["media"] == media


def test_partytime_reads_every_tag_of_the_channel(said) -> None:
    """Value for value, but for the gaps that `partytime_words` tells."""
    feed, expected = said["partytime"], partytime_words.show(FULL_SHOW)
    assert {name: feed.get(name) for name in expected} == expected
    assert feed["itunesBlock"] is feed["itunesComplete"] is True


def test_partytime_reads_every_tag_of_an_item(said) -> None:
    """Value for value, but for the gaps that `partytime_words` tells."""
    (item,) = said["partytime"]["items"]
    expected = partytime_words.episode(FULL_EPISODE, FULL_SHOW)
    assert {name: item.get(name) for name in expected} == expected
    assert (item["guid"], item["title"], item["content"]) == (
        GUID,
        FULL_EPISODE.title,
        NOTES.replace("&amp;", "&"),
    )
    assert item["enclosure"] == {"url": ENCLOSURE.url, "length": ENCLOSURE.length_bytes, "type": "audio/mpeg"}


def test_partytime_reads_every_tag_of_a_live_item(said) -> None:
    """Value for value, but for the gaps that `partytime_words` tells."""
    (live,) = said["partytime"]["podcastLiveItems"]
    expected = partytime_words.live_item(LIVE_EPISODE, "live")
    assert {name: live.get(name) for name in expected} == expected
    assert (live["guid"], live["title"], live["link"]) == ("live-7", LIVE_EPISODE.title, LIVE_EPISODE.link)
    assert live["enclosure"] == {"url": LIVE_ENCLOSURE.url, "length": 0, "type": "audio/mpeg"}


def test_partytime_knows_of_no_tag_that_it_finds_wrong(said) -> None:
    """Its own list of what a feed supports names every tag that it knows."""
    supported = {tag for tags in said["partytime"]["pc20support"].values() for tag in tags}
    assert supported == set(
        "locked funding transcript chapters soundbite person location season episode trailer license guid "
        "alternateEnclosure value medium liveItem block socialInteract txt remoteItem podroll chat publisher".split()
    )
