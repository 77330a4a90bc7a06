"""What a feed says of the shows next to it."""

from pathlib import Path

import pytest
from lxml import etree

from tests.workspace import SHOW, Workspace, png

TIDE = SHOW.replace("Demo", "Tide Table").replace("demo.example", "tide.example")
#: a payment scheme, in TOML
PAYS = (
    "{ recipients = [{ name = 'Ada', type = 'lnaddress', address = 'ada@pay.example', split = 1 }], "
    "time_splits = [{ start = 60, duration = 5, remote_item = 'SHOW' }] }"
)
HEAD = """\
+++
title = "Fog"
date = "2025-02-01"
STATE
value = VALUE
+++
Notes.
"""
SPLIT = "podcast:value/podcast:valueTimeSplit/podcast:remoteItem"
NAMES = {"podcast": "https://podcastindex.org/namespace/1.0"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.write("feeds/tide-table/show.toml", TIDE)
    made.write("feeds/tide-table/cover.png", png())
    made.write("feeds/tide-table/episodes/_none", "")
    made.add(1)
    return made


def pay(workspace: Workspace, show: str, *, state: str = "", item: str = "") -> None:
    """An episode that pays another show for a while."""
    value = PAYS.replace("'SHOW'", item or f"'{show}'")
    workspace.add(2, file="fog.md", audio="fog.mp3")
    workspace.write("feeds/demo/episodes/fog.md", HEAD.replace("VALUE", value).replace("STATE", state))


def remote_items(parent: etree._Element, path: str) -> list[dict[str, str]]:
    return [dict(found.attrib) for found in parent.iterfind(path, NAMES)]


def feed_of_tide_table(workspace: Workspace) -> dict[str, str]:
    ledger = workspace.root / "feeds" / "tide-table" / "ledger.toml"
    guid = ledger.read_text().partition('guid = "')[2][:36]
    return {"feedGuid": guid, "feedUrl": "https://tide.example/feed.xml", "title": "Tide Table"}


def test_a_show_next_door_is_called_by_the_name_of_its_folder(workspace: Workspace) -> None:
    others = "podroll = ['tide-table']\nremote_items = ['tide-table']\npublisher = 'tide-table'\n"
    workspace.write("feeds/demo/show.toml", SHOW + others + "value = " + PAYS.replace("SHOW", "tide-table"))
    workspace.build()
    channel, feed = workspace.channel(), feed_of_tide_table(workspace)
    assert remote_items(channel, "podcast:podroll/podcast:remoteItem") == [feed]
    assert remote_items(channel, "podcast:remoteItem") == [feed]
    assert remote_items(channel, SPLIT) == [feed]
    assert remote_items(channel, "podcast:publisher/podcast:remoteItem") == [feed | {"medium": "publisher"}]


def test_a_show_that_is_named_before_all_others_is_listed_once(workspace: Workspace) -> None:
    workspace.write("feeds/demo/show.toml", f"{SHOW}podroll = ['tide-table', '*']\n")
    workspace.build()
    assert remote_items(workspace.channel(), "podcast:podroll/podcast:remoteItem") == [
        feed_of_tide_table(workspace)
    ]


def test_an_episode_pays_a_show_next_door(workspace: Workspace) -> None:
    pay(workspace, "tide-table", item="{ show = 'tide-table', item_guid = 'x1', title = 'Ladders' }")
    workspace.build()
    feed = feed_of_tide_table(workspace) | {"itemGuid": "x1", "title": "Ladders"}
    assert remote_items(workspace.items()[0], SPLIT) == [feed]


def test_an_episode_may_pay_another_one_of_its_show(workspace: Workspace) -> None:
    pay(workspace, "demo", item="{ show = 'demo', item_guid = 'x1' }")
    workspace.build()
    (found,) = remote_items(workspace.items()[0], SPLIT)
    guid = workspace.channel().findtext("podcast:guid", namespaces=NAMES)
    assert (found["feedGuid"], found["itemGuid"]) == (guid, "x1")


def test_an_episode_follows_what_it_speaks_of(workspace: Workspace) -> None:
    """Although neither its file nor the settings of its show have changed."""
    pay(workspace, "tide-table")
    workspace.build()
    workspace.write("feeds/tide-table/show.toml", TIDE.replace("Tide Table", "Neap"))
    workspace.build()
    assert remote_items(workspace.items()[0], SPLIT)[0]["title"] == "Neap"


def test_a_show_whose_settings_are_at_fault_keeps_its_guid(workspace: Workspace) -> None:
    """What is wrong there is told there."""
    pay(workspace, "tide-table")
    workspace.build()
    guid = feed_of_tide_table(workspace)["feedGuid"]
    workspace.write("feeds/tide-table/show.toml", "titel = 'x'")
    workspace.build("demo")
    assert remote_items(workspace.items()[0], SPLIT) == [{"feedGuid": guid}]


def test_an_episode_that_pays_a_show_that_is_not_there_is_told_at_the_key(workspace: Workspace) -> None:
    pay(workspace, "tide-tabel")
    said = workspace.build("demo", code=1)
    message = "`value`: there is no show `tide-tabel` in this workspace [unknown-show]"
    assert f"feeds/demo/episodes/fog.md:5:1: error: {message}" in said
    assert "did you mean `tide-table`?" in said
    assert not workspace.feed.exists()


def test_a_draft_is_not_asked_whom_it_pays(workspace: Workspace) -> None:
    pay(workspace, "nobody", state="draft = true")
    workspace.build("demo")


@pytest.mark.parametrize(
    ("setting", "key"),
    [
        ("podroll = ['x']", "podroll"),
        ("remote_items = ['x']", "remote_items"),
        ("publisher = 'x'", "publisher.show"),
        (f"value = {PAYS.replace('SHOW', 'x')}", "value"),
    ],
)
def test_settings_that_name_a_show_that_is_not_there_are_told_at_their_line(
    workspace: Workspace, setting: str, key: str
) -> None:
    workspace.write("feeds/demo/show.toml", f"{SHOW}\n{setting}")
    said = workspace.build("demo", code=1)
    line = SHOW.count("\n") + 2
    assert f"feeds/demo/show.toml:{line}:1: error: `{key}`: there is no " in said
    assert "show `x` in this workspace [unknown-show]" in said


def test_warnings_of_a_show_are_not_lost_when_another_one_looks_at_it_first(workspace: Workspace) -> None:
    workspace.write("feeds/demo/show.toml", f"{SHOW}podroll = ['tide-table']")
    workspace.write("feeds/tide-table/show.toml", f"{TIDE}block_services = ['spotifi']")
    assert "unknown-service" not in workspace.build("demo")
    assert "unknown-service" in workspace.build("tide-table")


def test_a_publisher_of_the_workspace_is_found_and_lists_the_others(workspace: Workspace) -> None:
    workspace.write("feeds/tide-table/show.toml", f"{TIDE}medium = 'publisher'")
    workspace.build()
    publisher = remote_items(workspace.channel(), "podcast:publisher/podcast:remoteItem")
    assert publisher == [feed_of_tide_table(workspace) | {"medium": "publisher"}]
    feed = etree.parse(workspace.root / "build" / "tide-table" / "feed.xml").getroot()[0]
    assert [item["title"] for item in remote_items(feed, "podcast:remoteItem")] == ["Demo"]
