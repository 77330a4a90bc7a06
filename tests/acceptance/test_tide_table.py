"""The show that says everything: built by the real command, and read back by a reader that is not ours."""

import json
import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest
from lxml import etree

from tests.feed.test_other_readers import READERS
from tests.house.checkout import ROOT
from tests.workspace import NOW, Workspace

PODCAST = "{https://podcastindex.org/namespace/1.0}"
#: every tag of the namespace, by where it stands in this show (docs/1.0.md; each tag's page, "Parent")
CHANNEL = set(
    "block chat funding guid image liveItem license location locked medium person podping podroll publisher "
    "remoteItem socialInteract trailer txt updateFrequency value".split()
)
ITEM = set(
    "alternateEnclosure chapters chat contentLink episode funding image license location person season "
    "socialInteract soundbite transcript txt value".split()
)
LIVE = ITEM - {"chapters", "episode", "season", "soundbite", "transcript"}
INNER = {
    "alternateEnclosure": {"source", "integrity"},
    "podroll": {"remoteItem"},
    "publisher": {"remoteItem"},
    "value": {"valueRecipient", "valueTimeSplit"},
    "valueTimeSplit": {"valueRecipient", "remoteItem"},
}
#: what feedsmith calls the one text of a noun
TEXTS = {"funding": "label", "location": "name", "license": "name", "txt": "text", "trailers": "title"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("tide")
    workspace = Workspace(root)
    shutil.rmtree(root / "feeds")
    shutil.copytree(ROOT / "feeds", root / "feeds")
    shutil.copy(ROOT / "config.toml", root)
    workspace.feed = root / "build" / "tide-table" / "feed.xml"
    workspace.build(now=NOW.replace("2026", "2027"))
    return workspace


@pytest.fixture(scope="module")
def said(built: Workspace) -> dict[str, Any]:
    """The feed as feedsmith reads it."""
    if not shutil.which("node") or not (READERS / "node_modules").is_dir():
        pytest.skip("Node.js or the readers are not here")
    feed = built.feed.read_bytes()
    run = subprocess.run(["node", "read.js"], cwd=READERS, input=feed, capture_output=True, check=True)
    return json.loads(run.stdout)["feedsmith"]["feed"]


def tags(parent: etree._Element) -> set[str]:
    return {str(child.tag).removeprefix(PODCAST) for child in parent if str(child.tag).startswith(PODCAST)}


def camel(key: str) -> str:
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), key.removesuffix("_bytes"))


def as_feedsmith(key: str, value: Any) -> Any:
    """A value of show.toml in the words of feedsmith."""
    if isinstance(value, list):
        return [as_feedsmith(key, one) for one in value]
    if isinstance(value, str):
        return {"display": value}
    return {"display" if name == TEXTS.get(key) else camel(name): one for name, one in value.items()}


def test_every_tag_stands_at_every_level(built: Workspace) -> None:
    channel = built.channel()
    assert tags(channel) == CHANNEL
    assert set().union(*(tags(item) for item in built.items())) == ITEM
    assert tags(channel.find(f"{PODCAST}liveItem")) == LIVE
    for name, inner in INNER.items():
        found = set().union(*(tags(element) for element in channel.iter(f"{PODCAST}{name}")))
        assert inner <= found, name


def test_the_channel_says_what_the_settings_say(built: Workspace, said: dict[str, Any]) -> None:
    settings = tomllib.loads((built.root / "feeds/tide-table/show.toml").read_text())
    podcast = said["podcast"]
    assert podcast["fundings"] == as_feedsmith("funding", settings["funding"])
    assert podcast["locations"] == as_feedsmith("location", settings["location"])
    assert podcast["license"] == as_feedsmith("license", settings["license"])
    assert podcast["chat"] == as_feedsmith("chat", settings["chat"])
    assert podcast["txts"][1:] == as_feedsmith("txt", settings["txt"])
    assert podcast["remoteItems"] == as_feedsmith("remote_items", settings["remote_items"])
    recipients = as_feedsmith("recipients", settings["value"]["recipients"])
    assert podcast["values"][0]["valueRecipients"] == recipients
    assert podcast["publisher"]["remoteItem"] == settings_publisher(settings)


def settings_publisher(settings: dict[str, Any]) -> dict[str, str]:
    return as_feedsmith("publisher", settings["publisher"]) | {"medium": "publisher"}


def test_what_is_derived_is_there(built: Workspace, said: dict[str, Any]) -> None:
    """From the other show, the trailer episode, the words of the schedule, the code of ownership, and files."""
    podcast = said["podcast"]
    neighbour = tomllib.loads((built.root / "feeds/lamp-room/show.toml").read_text())
    guid = tomllib.loads((built.root / "feeds/lamp-room/ledger.toml").read_text())["guid"]
    assert podcast["podroll"]["remoteItems"][0] == {
        "feedGuid": guid,
        "feedUrl": neighbour["feed_url"],
        "title": neighbour["title"],
    }
    assert podcast["trailers"][1]["display"] == "This Is Tide Table"
    assert podcast["updateFrequency"]["rrule"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    assert podcast["txts"][0] == {"purpose": "applepodcastsverify", "display": "a1b2c3d4e5"}
    assert [image["width"] for image in podcast["images"]] == [600, 300, 1500, 900]


def test_alternates_are_proven_by_the_digest_of_the_very_file(built: Workspace) -> None:
    """As a browser would do it (W3C, Subresource Integrity)."""
    import base64
    import hashlib

    found = built.channel().findall(f"item/{PODCAST}alternateEnclosure")
    assert len(found) == 3
    for alternate in found:
        source = alternate.find(f"{PODCAST}source")
        integrity = alternate.find(f"{PODCAST}integrity")
        assert source is not None
        assert integrity is not None
        file = built.root / "feeds/tide-table/audio" / source.get("uri", "").rpartition("/")[2]
        digest = base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
        assert integrity.get("value") == f"sha256-{digest}"
        assert alternate.get("length") == str(file.stat().st_size)


def test_every_address_below_the_feed_is_a_file_of_the_build_or_audio(built: Workspace) -> None:
    """Nothing is named that is not there."""
    text = built.feed.read_text()
    output, audio = built.feed.parent, built.root / "feeds/tide-table/audio"
    names = re.findall(
        r'https://tidetable\.example/((?:art|chapters|transcripts|pages|audio)/[^"<\s]+)', text
    )
    missing = {
        name
        for name in names
        if not (output / name).exists() and not (audio / name.removeprefix("audio/")).exists()
    }
    # The picture of a person, and the trailer of the next season, are on the web alone.
    assert missing == {"art/una.jpg", "audio/season-2.mp3"}
    assert len(names) > 20


def test_the_show_next_door_says_what_a_normal_show_says(built: Workspace) -> None:
    feed = built.root / "build" / "lamp-room" / "feed.xml"
    channel = etree.parse(feed).getroot()[0]
    assert tags(channel) >= {
        "guid",
        "locked",
        "person",
        "location",
        "license",
        "funding",
        "podroll",
        "trailer",
    }
    inner = set().union(*(tags(item) for item in channel.iterfind("item")))
    assert inner >= {"season", "episode", "person", "transcript", "chapters", "soundbite"}
