"""`feedpub build`, as its user runs it."""

import os
import shutil
from pathlib import Path

import pytest

from tests.workspace import SHOW, Workspace, episode, mp3


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    for number in (1, 2, 3):
        made.add(number, date=f"2025-01-0{number}")
    return made


def test_the_feed_has_every_episode_that_is_due_newest_first(workspace: Workspace) -> None:
    workspace.build()
    assert workspace.texts("title") == ["Talk 3", "Talk 2", "Talk 1"]
    assert workspace.texts("itunes:episode") == ["3", "2", "1"]
    enclosure = workspace.items()[0].find("enclosure")
    assert enclosure is not None
    assert dict(enclosure.attrib) == {
        "url": "https://demo.example/audio/003.mp3",
        "length": str(len(mp3(103))),
        "type": "audio/mpeg",
    }
    assert workspace.texts("itunes:duration") == ["3", "3", "3"]
    assert workspace.texts("pubDate")[0] == "Fri, 03 Jan 2025 00:00:00 +0100"


def test_what_stands_beside_the_feed_is_built_too(workspace: Workspace) -> None:
    workspace.build()
    output = workspace.root / "build" / "demo"
    assert sorted(str(path.relative_to(output)) for path in output.rglob("*") if path.is_file()) == [
        "cover.png",
        "feed.css",
        "feed.xml",
    ]
    for path in output.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_two_machines_build_the_same_bytes(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workspace.build("--jobs", "2")
    other = Workspace(tmp_path_factory.mktemp("other"))
    shutil.rmtree(other.root / "feeds")
    shutil.copytree(workspace.root / "feeds", other.root / "feeds")
    (other.ledger).unlink()
    other.build("--jobs", "1", LANG="C", TZ="Asia/Tokyo", PYTHONHASHSEED="7")
    assert other.feed.read_bytes() == workspace.feed.read_bytes()
    assert other.ledger.read_bytes() == workspace.ledger.read_bytes()


def test_a_build_that_changes_nothing_writes_nothing(workspace: Workspace) -> None:
    workspace.build()
    before = {path: path.stat() for path in workspace.root.rglob("*") if ".feedpub" not in str(path)}
    said = workspace.build()
    assert "nothing has changed" in said
    after = {path: path.stat() for path in workspace.root.rglob("*") if ".feedpub" not in str(path)}
    assert {path: (one.st_mtime_ns, one.st_ino) for path, one in before.items() if path.is_file()} == {
        path: (one.st_mtime_ns, one.st_ino) for path, one in after.items() if path.is_file()
    }


def test_without_the_cache_the_same_feed_is_built_and_left_alone(workspace: Workspace) -> None:
    workspace.build()
    before = workspace.feed.stat()
    shutil.rmtree(workspace.root / ".feedpub")
    assert "nothing has changed" in workspace.build()
    assert workspace.feed.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("damage", ["garbage", "truncated", "flipped", "other version", "empty", "directory"])
def test_a_cache_of_no_use_is_made_anew_with_a_note(workspace: Workspace, damage: str) -> None:
    workspace.build()
    feed = workspace.feed.read_bytes()
    cache = workspace.root / ".feedpub" / "cache.sqlite"
    data = bytearray(cache.read_bytes())
    if damage == "garbage":
        cache.write_bytes(b"not a database" * 1000)
    elif damage == "truncated":
        cache.write_bytes(data[: len(data) // 2])
    elif damage == "flipped":
        data[4096:] = bytes(byte ^ 0xFF for byte in data[4096:])
        cache.write_bytes(data)
    elif damage == "other version":
        data[60:64] = (99).to_bytes(4, "big")
        cache.write_bytes(data)
    elif damage == "empty":
        cache.write_bytes(b"")
    else:
        cache.unlink()
        cache.mkdir()
    code = 4 if damage == "directory" else 0
    workspace.write("feeds/demo/episodes/003-talk.md", episode(3, date="2025-01-03", notes="Other notes."))
    said = workspace.build(code=code)
    if damage not in ("empty", "directory"):
        assert "made anew" in said
    if damage != "directory":
        assert b"Other notes." in workspace.feed.read_bytes()
    else:
        assert workspace.feed.read_bytes() == feed


def test_only_what_has_changed_is_read_again(workspace: Workspace) -> None:
    workspace.build()
    workspace.write("feeds/demo/episodes/002-talk.md", episode(2, date="2025-01-02", notes="Edited."))
    said = workspace.build("-vv")
    assert "build.read show=demo episodes=3 anew=1" in said
    assert "build.rendered show=demo items=1" in said
    assert b"Edited." in workspace.feed.read_bytes()


def test_a_touched_file_is_not_rendered_again(workspace: Workspace) -> None:
    workspace.build()
    (workspace.show / "episodes" / "002-talk.md").touch()
    assert "build.rendered show=demo items=0" in workspace.build("-vv")


def test_a_changed_setting_reaches_every_item(workspace: Workspace) -> None:
    workspace.build()
    workspace.write("feeds/demo/show.toml", SHOW.replace("demo.example/feed.xml", "feeds.example/feed.xml"))
    workspace.build()
    urls = [item.find("enclosure").get("url") for item in workspace.items()]  # type: ignore[union-attr]
    assert urls[0] == "https://feeds.example/audio/003.mp3"


def test_replaced_audio_is_measured_again(workspace: Workspace) -> None:
    workspace.build()
    workspace.write("feeds/demo/audio/003.mp3", mp3(1000))
    workspace.build()
    assert workspace.texts("itunes:duration") == ["26", "3", "3"]


def test_an_episode_that_is_removed_leaves_the_feed_and_is_told_of(workspace: Workspace) -> None:
    workspace.build()
    (workspace.show / "episodes" / "002-talk.md").unlink()
    said = workspace.build()
    assert workspace.texts("title") == ["Talk 3", "Talk 1"]
    assert "was published" in said


def test_an_output_that_was_tampered_with_is_mended(workspace: Workspace) -> None:
    workspace.build()
    good = workspace.feed.read_bytes()
    workspace.feed.write_bytes(good.replace(b"Talk 2", b"Tulk 2"))
    workspace.build()
    assert workspace.feed.read_bytes() == good
    workspace.feed.unlink()
    workspace.build()
    assert workspace.feed.read_bytes() == good


def test_faults_in_one_show_do_not_keep_the_others(workspace: Workspace) -> None:
    shutil.copytree(workspace.show, workspace.root / "feeds" / "other")
    (workspace.root / "feeds" / "other" / "audio" / "001.mp3").unlink()
    said = workspace.build(code=1)
    assert "other: not built, 1 error" in said
    assert len(workspace.items()) == 3


def test_a_faulty_build_keeps_the_previous_feed_whole(workspace: Workspace) -> None:
    workspace.build()
    before = workspace.feed.read_bytes(), workspace.ledger.read_bytes()
    workspace.add(4, date="2025-01-04")
    workspace.write("feeds/demo/episodes/005.md", "Title: No date\n\nx\n")
    workspace.build(code=1)
    assert (workspace.feed.read_bytes(), workspace.ledger.read_bytes()) == before


def test_all_complaints_of_all_files_come_at_once(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/004.md", "---\ntitle: Open\n")
    workspace.write("feeds/demo/episodes/005.md", "Title: No date\n\nx\n")
    workspace.write("feeds/demo/episodes/006.md", episode(6))
    workspace.write("feeds/demo/episodes/007.md", b"Title: Caf\xe9\nDate: 2025-01-01\n\nx\n")
    said = workspace.build(code=1)
    for path in ("004.md:1", "005.md", "006.md", "007.md:1"):
        assert f"feeds/demo/episodes/{path}" in said, said


def test_the_same_audio_slug_or_guid_twice_is_an_error(workspace: Workspace) -> None:
    workspace.write(
        "feeds/demo/episodes/004.md", episode(4, extra="Slug: episode-1-talk-1\nAudio: 001.mp3\nGuid: x\n")
    )
    workspace.write("feeds/demo/episodes/005.md", episode(5, extra="Audio: 001.mp3\nGuid: x\n"))
    said = workspace.build(code=1)
    assert "the slug `episode-1-talk-1` is taken by feeds/demo/episodes/001-talk.md" in said
    assert "the guid `x` is taken by feeds/demo/episodes/004.md" in said
    assert said.count("[audio-used-twice]") == 2


def test_the_same_number_twice_is_a_warning(workspace: Workspace) -> None:
    workspace.add(
        1, file="again.md", title="Episode 1 - Once more", date="2025-02-01", extra="Audio: again.mp3\n"
    )
    workspace.write("feeds/demo/audio/again.mp3", mp3(7))
    assert "the number `1` is taken" in workspace.build()


@pytest.mark.parametrize(
    ("audio", "said"),
    [
        ("../../../secret.mp3", "leads out of the show's folder"),
        ("/etc/passwd", "must be relative"),
        ("~/x.mp3", "must be relative"),
        ("file:///x.mp3", "must be relative"),
        ("C:\\x.mp3", "must be relative"),
        ("absent.mp3", "is not in feeds/demo/audio/"),
        ("leak.mp3", "leads out of the show's folder"),
        ("loop.mp3", "cannot be followed"),
        ("dangling.mp3", "cannot be followed"),
        ("empty.mp3", "empty"),
        ("pipe.mp3", ""),
        ("page.mp3", "HTML"),
        (f"{'x' * 300}.mp3", "255 bytes"),
    ],
)
def test_audio_that_cannot_be_taken_is_named(workspace: Workspace, audio: str, said: str) -> None:
    """reliability: paths out of the show, links that loop, files that are no audio."""
    folder = workspace.show / "audio"
    (workspace.root / "secret.mp3").write_bytes(mp3())
    (folder / "leak.mp3").symlink_to("../../../secret.mp3")
    (folder / "loop.mp3").symlink_to("loop.mp3")
    (folder / "dangling.mp3").symlink_to("nowhere")
    (folder / "empty.mp3").write_bytes(b"")
    (folder / "page.mp3").write_bytes(b"<!DOCTYPE html><html><body>404</body></html>")
    os.mkfifo(folder / "pipe.mp3")
    workspace.write("feeds/demo/episodes/004.md", episode(4, extra=f"Audio: {audio}\n"))
    assert said in workspace.build(code=1)


def test_a_link_within_the_show_is_followed(workspace: Workspace) -> None:
    (workspace.show / "audio" / "004.mp3").symlink_to("../masters/four.mp3")
    workspace.write("feeds/demo/masters/four.mp3", mp3(400))
    workspace.write("feeds/demo/episodes/004.md", episode(4, date="2025-01-04"))
    workspace.build()
    assert workspace.texts("itunes:duration")[0] == "10"


def test_an_unreadable_file_is_named_and_the_others_are_read(workspace: Workspace) -> None:
    os.mkfifo(workspace.show / "episodes" / "004.md")
    (workspace.show / "episodes" / "005.md").symlink_to("/etc/hostname")
    said = workspace.build(code=1)
    assert "004.md: error: cannot be read: is no regular file" in said
    assert "005.md: error: cannot be read: leads out of the show's folder" in said


def test_a_file_name_that_is_not_utf8_is_named(workspace: Workspace) -> None:
    path = os.fsencode(workspace.show / "episodes") + b"/caf\xe9.md"
    with open(path, "wb") as file:
        file.write(episode(9).encode())
    assert "feeds/demo/episodes/caf\\xe9.md: error: the name cannot stand in an address" in workspace.build(
        code=1
    )


def test_notes_that_take_too_long_are_named_and_the_others_are_built(workspace: Workspace) -> None:
    workspace.write("feeds/demo/show.toml", SHOW + '[notes]\nflavour = "pelican"\nseconds = 1\n')
    workspace.write("feeds/demo/episodes/004.md", episode(4, notes="[" * 20_000))
    assert "004.md: error: reading it needs more than 1 s of processor time" in workspace.build(code=1)


def test_drafts_and_hidden_episodes_stand_in_no_feed(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/004.md", "Title: Later\nDraft: true\n\n")
    workspace.add(5, extra="Status: hidden\n")
    said = workspace.build()
    assert len(workspace.items()) == 3
    assert "1 draft" in said
    assert "1 hidden" in said


def test_an_episode_with_audio_elsewhere_needs_its_length(workspace: Workspace) -> None:
    path = "feeds/demo/episodes/004.md"
    workspace.write(path, episode(4, extra="Audio: https://cdn.example/4.mp3\n"))
    assert "nothing says how long it is" in workspace.build(code=1)
    workspace.write(
        path,
        episode(
            4, date="2025-02-01", extra="Audio: https://cdn.example/4.mp3\nLength: 123\nDuration: 1:02\n"
        ),
    )
    workspace.build()
    enclosure = workspace.items()[0].find("enclosure")
    assert enclosure is not None
    assert dict(enclosure.attrib) == {
        "url": "https://cdn.example/4.mp3",
        "length": "123",
        "type": "audio/mpeg",
    }


def test_what_the_author_says_of_the_audio_is_compared_with_what_it_is(workspace: Workspace) -> None:
    workspace.add(4, extra="Duration: 1:00\nLength: 12\n")
    said = workspace.build()
    assert "[duration-differs]" in said
    assert "[length-differs]" in said


def test_artwork_must_be_a_picture(workspace: Workspace) -> None:
    workspace.write("feeds/demo/cover.png", b"<svg/>")
    assert "neither JPEG nor PNG" in workspace.build(code=1)
    (workspace.show / "cover.png").unlink()
    assert "is not there" in workspace.build(code=1)


def test_a_show_without_episodes_has_an_empty_feed(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.build()
    assert workspace.items() == []


def test_a_limit_keeps_the_newest(workspace: Workspace) -> None:
    workspace.write("feeds/demo/show.toml", SHOW + "[feed]\nlimit = 2\n")
    workspace.build()
    assert workspace.texts("title") == ["Talk 3", "Talk 2"]
