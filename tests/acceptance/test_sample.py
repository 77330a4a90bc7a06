"""One real episode, looked at field by field; and the sources of 27 more shows, none of which may be a crash."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.test_podcastinit import CORPUS
from tests.acceptance.test_podcastinit import SHOW as PODCASTINIT
from tests.workspace import SHOW, Workspace, mp3, png

PODCAST = "{https://podcastindex.org/namespace/1.0}"
NOTES = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[etree._Element, str, str]:
    """The item, what was said, and the episode file."""
    found = sorted((CORPUS / "sample").glob("*.md")) if CORPUS.is_dir() else []
    if not found:
        pytest.skip("shared/corpus/sample is not there")
    workspace = Workspace(tmp_path_factory.mktemp("sample"), PODCASTINIT)
    text = found[0].read_text(encoding="utf-8").replace("url: ", "Guests: Ben Darnell\nurl: ", 1)
    workspace.write("feeds/demo/episodes/ben-darnell-tornado.md", text)
    workspace.write("feeds/demo/audio/podcastinit-40.mp3", mp3(4000))
    workspace.write("feeds/demo/audio/ep40.mp3", mp3(4000))
    (workspace.show / "audio" / "podcastinit-40.mp3").unlink()
    said = workspace.build()
    (item,) = workspace.items()
    return item, said, text


def test_number_title_date_and_address(sample: tuple[etree._Element, str, str]) -> None:
    item = sample[0]
    assert item.findtext("{*}episode") == "40"
    assert item.findtext("title") == "Ben Darnell on Tornado"
    assert item.findtext("pubDate") == "Mon, 04 Jan 2016 00:00:00 -0500"
    assert item.findtext("link") == "https://podcastinit.com/ben-darnell-tornado.html"
    assert [one.text for one in item.iterfind("category")] == ["Async", "Servers", "Networking"]


def test_the_guest_of_the_header_and_the_hosts_of_the_show(
    sample: tuple[etree._Element, str, str],
) -> None:
    item = sample[0]
    people = {one.text: one.get("role", "host").lower() for one in item.iterfind(f"{PODCAST}person")}
    channel = item.getparent()
    assert channel is not None
    hosts = {one.text: one.get("role", "host").lower() for one in channel.iterfind(f"{PODCAST}person")}
    assert people["Ben Darnell"] == "guest"
    assert hosts | people == {"Tobias Macey": "host", "Chris Patti": "co-host", "Ben Darnell": "guest"}


def test_the_summary_is_the_section_and_not_the_player(sample: tuple[etree._Element, str, str]) -> None:
    summary = sample[0].findtext("description", "")
    assert summary.startswith("If you are trying to build a web application in Python")
    assert summary.endswith("to power your next high traffic site.")


def test_nested_lists_stay_nested_and_the_player_is_a_link(
    sample: tuple[etree._Element, str, str],
) -> None:
    notes = sample[0].findtext(NOTES, "")
    assert re.search(r'<li>(<p>)?Tobias(</p>)?\s*<ul>\s*<li><a href="http://amzn.to/1O1Tq4F">', notes)
    assert notes.count("Listen: on Podbean") == 1
    assert "http://www.podbean.com/media/player/qhzty-5bcb60?from=yiiadmin&amp;skin=103" in notes
    assert "iframe" not in notes


def test_mojibake_is_told_with_its_place_and_what_was_meant(
    sample: tuple[etree._Element, str, str],
) -> None:
    _, said, text = sample
    line, column = next(
        (at, row.index("Jos√©") + 1) for at, row in enumerate(text.splitlines(), 1) if "Jos√©" in row
    )
    place = f"feeds/demo/episodes/ben-darnell-tornado.md:{line}:{column}"
    assert re.search(rf"^{re.escape(place)}: warning: `Jos√©`.*\n.*`José`", said, re.MULTILINE), said


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, str]:
    folders = [path for path in sorted((CORPUS / "sources").glob("*")) if path.is_dir()]
    if not folders:
        pytest.skip("shared/corpus/sources is not there")
    workspace = Workspace(tmp_path_factory.mktemp("wild"))
    shutil.rmtree(workspace.show)
    for folder in folders:
        show = Path("feeds") / re.sub("[^a-z0-9]+", "-", folder.name.lower())
        workspace.write(f"{show}/show.toml", SHOW + "[audio]\nrequired = false\n")
        workspace.write(f"{show}/cover.png", png())
        shutil.copytree(folder, workspace.root / show / "episodes")
    done = workspace.run("build", "-v")
    assert done.returncode in (0, 1), done.stderr
    return workspace, done.stderr + done.stdout


def test_no_source_in_the_wild_is_a_crash_and_every_complaint_has_a_place(
    wild: tuple[Workspace, str],
) -> None:
    workspace, said = wild
    complaints = [line for line in said.splitlines() if re.search(r"^[^ ].*: (error|warning|info): ", line)]
    assert len(complaints) > 100
    for line in complaints:
        found = re.match(
            r"(feeds/[^:\n]+)(?::(\d+)(?::(\d+))?)?: (?:error|warning|info): .+ \[[a-z0-9-]+\]$", line
        )
        assert found, line
        rows = (workspace.root / found[1]).read_text(encoding="utf-8", errors="replace").split("\n")
        if found[2]:
            assert 1 <= int(found[2]) <= len(rows), line
        if found[3]:
            assert 1 <= int(found[3]) <= len(rows[int(found[2]) - 1]) + 1, line


def test_a_show_is_either_built_or_said_not_to_be(wild: tuple[Workspace, str]) -> None:
    workspace, said = wild
    for show in (workspace.root / "feeds").iterdir():
        feed = workspace.root / "build" / show.name / "feed.xml"
        assert feed.exists() != (f"\n{show.name}: not built" in said)
        if feed.exists():
            etree.parse(feed)
