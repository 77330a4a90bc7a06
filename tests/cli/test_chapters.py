"""`feedpub chapters`."""

import json
import os
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from tests.workspace import Workspace, mp3

NOTES = "Hello.\n\n- 0:00 Intro\n- 0:20 [Topic](https://t.example/)\n- 1:00 End\n"
JSON = {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"}, {"startTime": 21.5, "title": "Topic"}, {"startTime": 60, "title": "End"}]}  # fmt: skip


@pytest.fixture
def show(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    workspace.add(1, frames=4000, notes=NOTES)
    return workspace


# -- show ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", ["1", "001-talk", "001-talk.md", "feeds/demo/episodes/001-talk.md", "episodes/001-talk.md", "#1"])  # fmt: skip
def test_an_episode_is_named_by_file_slug_or_number(show: Workspace, wanted: str) -> None:
    done = show.run("chapters", "show", wanted)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "feeds/demo/episodes/001-talk.md",
        "",
        "  3 chapters in its notes, which count:",
        "    0:00 Intro",
        "    0:20 Topic <https://t.example/>",
        "    1:00 End",
    ]


def test_all_sources_are_shown_and_compared(show: Workspace) -> None:
    show.write("feeds/demo/chapters/001-talk.json", json.dumps(JSON))
    done = show.run("chapters", "show", "1")
    assert done.returncode == 0
    assert "3 chapters in feeds/demo/chapters/001-talk.json, which count:" in done.stdout
    assert "3 chapters in its notes:" in done.stdout
    assert "number 2 is 0:21 `Topic` and 0:20 `Topic` [chapters-differ]" in done.stderr


def test_a_draft_and_an_episode_without_audio_have_chapters_too(show: Workspace) -> None:
    show.add(2, extra="Draft: true\n", notes=NOTES)
    (show.show / "audio" / "002.mp3").unlink()
    done = show.run("chapters", "show", "2")
    assert "3 chapters in its notes" in done.stdout


def test_an_episode_without_chapters_says_so(show: Workspace) -> None:
    show.add(2)
    done = show.run("chapters", "show", "2")
    assert (done.returncode, done.stdout) == (0, "feeds/demo/episodes/002-talk.md: no chapters\n")


def test_faults_in_a_file_have_line_and_column(show: Workspace) -> None:
    show.write(
        "feeds/demo/chapters/001-talk.json", '{"version": "1.2.0",\n "chapters": [{"startTime": "0:10"}]}'
    )
    done = show.run("chapters", "show", "1")
    assert done.returncode == 1
    assert "feeds/demo/chapters/001-talk.json:2:29: error: `startTime` is `0:10`" in done.stderr


def test_unknown_and_doubtful_episodes_are_refused(show: Workspace) -> None:
    done = show.run("chapters", "show", "7")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "feedpub: there is no episode `7`")
    show.add(2, title="Episode 1 - Other")
    done = show.run("chapters", "show", "1")
    assert done.returncode == 2
    assert (
        "could mean several episodes: feeds/demo/episodes/001-talk.md, feeds/demo/episodes/002" in done.stderr
    )


# -- write ---------------------------------------------------------------------------------------


def test_a_copy_with_chapters_goes_into_the_build(show: Workspace) -> None:
    original = (show.show / "audio" / "001.mp3").read_bytes()
    done = show.run("chapters", "write", "1")
    assert (done.returncode, done.stdout) == (0, "build/demo/audio/001.mp3: 3 chapters\n")
    copy = show.root / "build" / "demo" / "audio" / "001.mp3"
    assert [str(one.sub_frames["TIT2"]) for one in ID3(copy).getall("CHAP")] == ["Intro", "Topic", "End"]
    assert (show.show / "audio" / "001.mp3").read_bytes() == original
    again = show.run("chapters", "write", "1")
    assert again.stdout == "build/demo/audio/001.mp3: 3 chapters, as before\n"


def test_the_copy_goes_where_it_is_told_to(show: Workspace) -> None:
    done = show.run("chapters", "write", "1", "-o", "out/x.mp3")
    assert (done.returncode, done.stdout) == (0, "out/x.mp3: 3 chapters\n")
    assert ID3(show.root / "out" / "x.mp3").getall("CTOC")


def test_the_original_is_never_written_to(show: Workspace) -> None:
    audio = show.show / "audio" / "001.mp3"
    os.link(audio, show.root / "hard.mp3")
    (show.root / "soft.mp3").symlink_to(audio)
    for target in ("feeds/demo/audio/001.mp3", "hard.mp3", "soft.mp3"):
        done = show.run("chapters", "write", "1", "-o", target)
        assert done.returncode == 3, done.stderr
        assert "must not take the place of the original" in done.stderr
    assert audio.read_bytes() == mp3(4001)


def test_chapters_with_faults_are_not_written(show: Workspace) -> None:
    show.write("feeds/demo/chapters/001-talk.txt", "0:00 Intro\nnonsense\n")
    done = show.run("chapters", "write", "1")
    assert done.returncode == 1
    assert "feeds/demo/chapters/001-talk.txt:2:1: error: `nonsense` does not begin with a time" in done.stderr
    assert not (show.root / "build").exists()


def test_without_chapters_or_audio_there_is_nothing_to_write(show: Workspace) -> None:
    show.add(2)
    assert show.run("chapters", "write", "2").returncode == 2
    show.write(
        "feeds/demo/episodes/003.md",
        f"Title: Episode 3 - x\nDate: 2025-01-01\nAudio: https://a.example/3.mp3\nLength: 5\n\n{NOTES}",
    )
    done = show.run("chapters", "write", "3")
    assert done.returncode == 2
    assert "has no audio file here" in done.stderr


# -- convert -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("mp4chaps", "00:00:00.000 Intro\n00:00:21.500 Topic\n00:01:00.000 End\n"),
        ("text", "0:00 Intro\n0:21 Topic\n1:00 End\n"),
    ],
)
def test_chapters_are_converted(show: Workspace, form: str, expected: str) -> None:
    show.write("c.json", json.dumps(JSON))
    done = show.run("chapters", "convert", "c.json", "--to", form)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", expected)


def test_chapters_go_round_all_forms(show: Workspace) -> None:
    show.write("c.txt", "0:00 Intro\n0:21.5 Topic\n1:00 End\n")
    for source, form, target in (
        ("c.txt", "psc", "c.xml"),
        ("c.xml", "mp4chaps", "d.txt"),
        ("d.txt", "json", "e.json"),
    ):
        assert show.run("chapters", "convert", source, "--to", form, "-o", target).returncode == 0
    assert json.loads((show.root / "e.json").read_text()) == JSON


def test_chapters_are_taken_out_of_audio(show: Workspace) -> None:
    show.run("chapters", "write", "1")
    done = show.run("chapters", "convert", "build/demo/audio/001.mp3")
    assert [one["title"] for one in json.loads(done.stdout)["chapters"]] == ["Intro", "Topic", "End"]


def test_faults_keep_anything_from_being_written(show: Workspace) -> None:
    show.write("c.txt", "0:00 Intro\n0:71 Topic\n")
    done = show.run("chapters", "convert", "c.txt", "-o", "c.json")
    assert done.returncode == 1
    assert done.stderr.startswith("c.txt:2:1: error: `0:71` is no time")
    assert not (show.root / "c.json").exists()


def test_a_file_that_is_not_there_is_a_wrong_word(show: Workspace) -> None:
    done = show.run("chapters", "convert", "nothing.json")
    assert (done.returncode, done.stderr) == (2, "feedpub: nothing.json: No such file or directory\n")
