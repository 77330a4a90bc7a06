"""Whatever changes, listeners keep what they have."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.workspace import SHOW, Workspace, episode, mp3


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    for number in (1, 2, 3):
        made.add(number, date=f"2025-01-0{number}")
    made.build()
    return made


def guids(workspace: Workspace) -> dict[str, str]:
    return dict(zip(workspace.texts("title"), workspace.texts("guid"), strict=True))


def test_everything_about_an_episode_may_change_but_its_guid(workspace: Workspace) -> None:
    before = guids(workspace)["Talk 2"]
    (workspace.show / "episodes" / "002-talk.md").unlink()
    (workspace.show / "audio" / "002.mp3").unlink()
    workspace.write("feeds/demo/audio/renamed.mp3", mp3(777))
    workspace.write(
        "feeds/demo/episodes/renamed.md",
        episode(
            2,
            title="Another title",
            date="2025-01-02",
            extra="Slug: another\nNumber: 7\nAudio: renamed.mp3\n",
        ),
    )
    workspace.build()
    assert guids(workspace)["Another title"] == before


def test_changes_one_after_the_other_are_followed(workspace: Workspace) -> None:
    before = guids(workspace)["Talk 2"]
    path = workspace.show / "episodes" / "002-talk.md"
    path = path.rename(path.with_name("two.md"))
    workspace.build()
    path.write_text(episode(2, title="Episode 2 - New title", date="2025-03-05"))
    workspace.build()
    shutil.rmtree(workspace.root / ".feedpub")
    path.rename(path.with_name("second.md"))
    workspace.build()
    assert guids(workspace)["New title"] == before


def test_the_guid_of_a_published_episode_is_not_changed_by_its_header(workspace: Workspace) -> None:
    feed = workspace.feed.read_bytes()
    old = guids(workspace)["Talk 2"]
    workspace.write("feeds/demo/episodes/002-talk.md", episode(2, date="2025-01-02", extra="Guid: new\n"))
    said = workspace.build(code=3)
    assert "`new`" in said
    assert old in said
    assert workspace.feed.read_bytes() == feed


def test_a_lost_ledger_is_noticed_by_the_cache(workspace: Workspace) -> None:
    workspace.ledger.unlink()
    shutil.rmtree(workspace.root / "build")
    said = workspace.build(code=3)
    assert "ledger.toml is gone" in said
    assert not workspace.ledger.exists()


def test_a_lost_ledger_is_noticed_by_the_feed_that_was_built(workspace: Workspace) -> None:
    workspace.ledger.unlink()
    shutil.rmtree(workspace.root / ".feedpub")
    assert "build/demo/feed.xml was built from it" in workspace.build(code=3)


def test_a_lost_ledger_is_noticed_by_git(workspace: Workspace) -> None:
    git = ["git", "-C", str(workspace.root), "-c", "user.name=x", "-c", "user.email=x@x.example"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "feeds"], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    workspace.ledger.unlink()
    subprocess.run([*git, "commit", "-qam", "y"], check=True)
    shutil.rmtree(workspace.root / ".feedpub")
    shutil.rmtree(workspace.root / "build")
    assert "git has it in commit" in workspace.build(code=3)


def test_a_new_ledger_is_made_when_it_is_asked_for(workspace: Workspace) -> None:
    workspace.ledger.unlink()
    workspace.build("--new-ledger")
    assert workspace.ledger.exists()


def test_a_ledger_that_lost_an_entry_is_refused(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/004.md", episode(4, extra="Audio: 004.mp3\n"))
    workspace.write("feeds/demo/audio/004.mp3", mp3(4))
    workspace.build()
    (workspace.show / "episodes" / "004.md").rename(workspace.show / "episodes" / "four.md")
    workspace.build()
    head, *entries = workspace.ledger.read_text().split("\n[[episode]]\n")
    kept = [one for one in entries if "four.md" not in one]
    workspace.ledger.write_text("\n[[episode]]\n".join([head, *kept]))
    assert "the entry of episodes/four.md" in workspace.build(code=3)


@pytest.mark.parametrize("text", ["", "version = 1\nguid = \n", "\x00", "version = 9\n"])
def test_a_broken_ledger_stops_the_build(workspace: Workspace, text: str) -> None:
    workspace.ledger.write_text(text)
    said = workspace.build(code=3)
    assert "feeds/demo/ledger.toml" in said
    assert workspace.ledger.read_text() == text


def test_the_shows_guid_stays_when_the_feed_moves(workspace: Workspace) -> None:
    before = workspace.channel().findtext("{https://podcastindex.org/namespace/1.0}guid")
    workspace.write("feeds/demo/show.toml", SHOW.replace("demo.example/feed", "moved.example/feed"))
    workspace.build()
    assert workspace.channel().findtext("{https://podcastindex.org/namespace/1.0}guid") == before


def test_the_ledger_says_what_listeners_have(workspace: Workspace) -> None:
    text = workspace.ledger.read_text()
    assert text.count("[[episode]]") == 3
    assert 'enclosure = "https://demo.example/audio/001.mp3"' in text
    assert f"length = {len(mp3(101))}" in text


def test_notes_in_the_ledger_survive_a_new_episode(workspace: Workspace) -> None:
    workspace.ledger.write_text(workspace.ledger.read_text() + "\n# looked at by Ada\n")
    workspace.add(4, date="2025-01-04")
    workspace.build()
    text = workspace.ledger.read_text()
    assert "# looked at by Ada" in text
    assert text.count("[[episode]]") == 4


@pytest.mark.parametrize(
    "changed", [{"extra": "Draft: true\n"}, {"extra": "Status: hidden\n"}, {"date": "2099-01-01"}]
)
def test_a_published_episode_does_not_leave_the_feed_without_a_word(
    workspace: Workspace, changed: dict[str, str]
) -> None:
    workspace.write("feeds/demo/episodes/002-talk.md", episode(2, **{"date": "2025-01-02"} | changed))
    said = workspace.build()
    assert (
        "feeds/demo/episodes/002-talk.md:2:1: warning: the episode was published, and leaves the feed" in said
    )
    assert workspace.texts("title") == ["Talk 3", "Talk 1"]
    assert workspace.ledger.read_text().count("[[episode]]") == 3


def test_a_guid_made_from_an_example_address_is_told_of_once(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert "[example-address]" in workspace.build()
    workspace.write("feeds/demo/show.toml", SHOW.replace("A demo.", "Another."))
    assert "[example-address]" not in workspace.build()


def test_a_show_whose_episodes_are_gone_keeps_its_feed(workspace: Workspace) -> None:
    feed = workspace.feed.read_bytes()
    for path in (workspace.show / "episodes").iterdir():
        path.unlink()
    assert "not one of the 3 published episodes is left" in workspace.build(code=3)
    (workspace.show / "episodes").rmdir()
    assert "there is no folder feeds/demo/episodes" in workspace.build(code=1)
    assert workspace.feed.read_bytes() == feed


def test_a_copied_show_is_told_that_it_has_the_guid_of_another(workspace: Workspace) -> None:
    shutil.copytree(workspace.show, workspace.root / "feeds" / "copy")
    assert "is that of feeds/demo as well" in workspace.build("copy")
