"""What stands beside an episode reaches the feed and the output, and is made anew when it must be."""

import json
import os
from pathlib import Path

import pytest
from lxml import etree

from tests.workspace import SHOW, Workspace, png

NS = {
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
}
VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v S1>Hello there.\n\n00:01.200 --> 00:02.400\n<v S2>And you.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def output(workspace: Workspace, path: str) -> Path:
    return workspace.root / "build" / "demo" / path


def item(workspace: Workspace) -> etree._Element:
    return workspace.items()[0]


def attributes(parent: etree._Element, path: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in parent.findall(path, NS)]


def when_written(workspace: Workspace) -> dict[Path, int]:
    files = (path for path in (workspace.root / "build").rglob("*") if path.is_file())
    return {path: path.stat().st_mtime_ns for path in files}


# -- chapters ------------------------------------------------------------------------------------


def test_chapters_of_the_head_are_in_the_feed_and_in_a_file(workspace: Workspace) -> None:
    workspace.write("feeds/demo/audio/001.mp3", b"")
    workspace.add(1)
    workspace.write(
        "feeds/demo/episodes/001-talk.md",
        """\
        ---
        title: One
        date: 2025-01-01
        number: 1
        chapters: [{start: "0:00", title: Intro}, {start: "0:01", title: Talk, url: "https://a.example/"}]
        ---
        Notes.
        """,
    )
    workspace.build()
    assert attributes(item(workspace), "podcast:chapters") == [
        {"url": "https://demo.example/chapters/001-talk.json", "type": "application/json+chapters"}
    ]
    assert attributes(item(workspace), "psc:chapters/psc:chapter") == [
        {"start": "00:00:00.000", "title": "Intro"},
        {"start": "00:00:01.000", "title": "Talk", "href": "https://a.example/"},
    ]
    written = json.loads(output(workspace, "chapters/001-talk.json").read_text())
    assert written["version"] == "1.2.0"
    assert [one["startTime"] for one in written["chapters"]] == [0, 1]


def test_a_local_picture_of_a_chapter_is_published(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/art/lamp.png", png(200))
    head = "---\ntitle: One\ndate: 2025-01-01\nnumber: 1\nchapters: [{start: 0, title: Lamp, image: art/lamp.png}]\n---\nNotes.\n"
    path = workspace.write("feeds/demo/episodes/001-talk.md", head)
    workspace.build()
    address = "https://demo.example/art/lamp.png"
    assert attributes(item(workspace), "psc:chapters/psc:chapter")[0]["image"] == address
    assert (
        json.loads(output(workspace, "chapters/001-talk.json").read_text())["chapters"][0]["img"] == address
    )
    assert output(workspace, "art/lamp.png").read_bytes() == png(200)
    path.write_text(head.replace("lamp.png", "limp.png"))
    assert (
        "feeds/demo/episodes/001-talk.md:5:1: error: `chapters`: `art/limp.png` is not there"
        in workspace.build(code=1)
    )


def test_times_in_the_notes_become_chapters(workspace: Workspace) -> None:
    workspace.add(1, frames=2000, notes="- 0:00 Intro\n- 0:12 Talk\n- 0:30 End")
    workspace.build()
    chapters = item(workspace).findall("psc:chapters/psc:chapter", NS)
    assert [one.get("title") for one in chapters] == ["Intro", "Talk", "End"]


def test_a_file_of_chapters_counts_more_than_the_notes_and_the_difference_is_told(
    workspace: Workspace,
) -> None:
    workspace.add(1, frames=2000, notes="- 0:00 Intro\n- 0:12 Talk")
    workspace.write("feeds/demo/chapters/001-talk.txt", "00:00:00 Intro\n00:00:20 Talk\n")
    said = workspace.build()
    assert "[chapters-differ]" in said
    assert "number 2 is 0:20 `Talk` and 0:12 `Talk`" in said
    chapters = item(workspace).findall("psc:chapters/psc:chapter", NS)
    assert [one.get("start") for one in chapters] == ["00:00:00.000", "00:00:20.000"]


@pytest.mark.parametrize("folder", ["episodes", "audio", "chapters"])
def test_a_json_file_of_chapters_is_taken_for_no_transcript(workspace: Workspace, folder: str) -> None:
    workspace.add(1, audio="001-talk.mp3")
    chapters = '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}]}'
    workspace.write(f"feeds/demo/{folder}/001-talk.json", chapters)
    workspace.build()
    assert attributes(item(workspace), "podcast:transcript") == []
    assert len(attributes(item(workspace), "podcast:chapters")) == 1


@pytest.mark.parametrize("folder", ["episodes", "audio", "transcripts"])
def test_a_json_file_of_a_transcript_is_taken_for_no_chapters(workspace: Workspace, folder: str) -> None:
    workspace.add(1, audio="001-talk.mp3")
    transcript = '{"version": "1.0.0", "segments": [{"startTime": 0, "endTime": 2, "body": "Hello."}]}'
    workspace.write(f"feeds/demo/{folder}/001-talk.json", transcript)
    workspace.build()
    assert len(attributes(item(workspace), "podcast:transcript")) == 1
    assert attributes(item(workspace), "podcast:chapters") == []


def test_chapters_beyond_the_end_of_the_audio_are_told(workspace: Workspace) -> None:
    workspace.add(1, notes="- 0:00 Intro\n- 10:00 Talk")
    assert "[chapter-beyond-duration]" in workspace.build()


def test_a_broken_file_of_chapters_keeps_the_old_feed(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.build()
    before = workspace.feed.read_bytes()
    workspace.write(
        "feeds/demo/chapters/001-talk.json", '{"version": "1.2.0",\n "chapters": [{"startTime": "0:10"}]}'
    )
    said = workspace.build(code=1)
    assert "feeds/demo/chapters/001-talk.json:2:" in said
    assert workspace.feed.read_bytes() == before


def test_no_chapters_no_tag(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.build()
    assert item(workspace).find("podcast:chapters", NS) is None
    assert not output(workspace, "chapters").exists()


def test_chapters_can_be_listed_in_the_notes(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, SHOW + "[chapters]\nin_notes = true\n")
    workspace.add(1, frames=2000)
    workspace.write("feeds/demo/chapters/001-talk.txt", "00:00:00 Intro\n00:00:20 Talk\n")
    workspace.build()
    assert "<li>00:20 Talk</li>" in workspace.feed.read_text()


# -- transcripts ---------------------------------------------------------------------------------


def test_a_transcript_is_found_copied_and_named(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.write("feeds/demo/transcripts/001.de.vtt", VTT)
    workspace.build()
    assert attributes(item(workspace), "podcast:transcript") == [
        {
            "url": "https://demo.example/transcripts/episode-1-talk-1.vtt",
            "type": "text/vtt",
            "rel": "captions",
        },
        {
            "url": "https://demo.example/transcripts/episode-1-talk-1.de.vtt",
            "type": "text/vtt",
            "language": "de",
            "rel": "captions",
        },
    ]
    assert output(workspace, "transcripts/episode-1-talk-1.vtt").read_text() == VTT


def test_transcripts_are_converted_and_speakers_renamed_or_hidden(tmp_path: Path) -> None:
    workspace = Workspace(
        tmp_path,
        SHOW + '[transcripts]\nformats = ["vtt", "srt", "json"]\nhide = ["S2"]\nspeakers = { S1 = "Ada" }\n',
    )
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    types = [one["type"] for one in attributes(item(workspace), "podcast:transcript")]
    assert types == ["text/vtt", "application/x-subrip", "application/json"]
    told = json.loads(output(workspace, "transcripts/episode-1-talk-1.json").read_text())
    assert [(one.get("speaker"), one["body"]) for one in told["segments"]] == [
        ("Ada", "Hello there."),
        (None, "And you."),
    ]
    assert "S2" not in output(workspace, "transcripts/episode-1-talk-1.vtt").read_text()


def test_a_speaker_who_speaks_nowhere_is_told(tmp_path: Path) -> None:
    """A slip in a name that was to be hidden lets the name out."""
    settings = '[transcripts]\nhide = ["S3"]\nspeakers = { S1 = "Ada", S4 = "Bo" }\n'
    workspace = Workspace(tmp_path, SHOW + settings)
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    said, line = workspace.build(), len(SHOW.splitlines()) + 2
    assert f"show.toml:{line}:1: warning: `transcripts.hide`: nobody is called `S3` in any transcript" in said
    assert f"show.toml:{line + 1}:14: warning: `transcripts.speakers`: nobody is called `S4`" in said


def test_a_fault_in_a_transcript_is_told_at_its_line(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT.replace("00:01.200", "00:01,200"))
    said = workspace.build(code=1)
    assert "feeds/demo/transcripts/001.vtt:6" in said
    assert "[vtt-invalid-cue-timing]" in said


def test_a_transcript_that_is_named_and_not_there_is_told_at_the_key(workspace: Workspace) -> None:
    workspace.add(1, extra="Transcript: transcripts/nope.vtt\n")
    assert "feeds/demo/episodes/001-talk.md:3:1: error: " in workspace.build(code=1)


# -- pictures ------------------------------------------------------------------------------------


def test_the_picture_of_an_episode_is_copied_and_named(workspace: Workspace) -> None:
    workspace.add(1, extra="Artwork: art/one.png\n")
    workspace.write("feeds/demo/art/one.png", png(1500))
    workspace.build()
    assert attributes(item(workspace), "itunes:image") == [{"href": "https://demo.example/art/one.png"}]
    assert output(workspace, "art/one.png").read_bytes() == png(1500)


def test_a_picture_that_is_too_large_is_converted_into_the_build(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(1)
    large = png(3200)
    workspace.write("feeds/demo/cover.png", large)
    workspace.build()
    assert (workspace.show / "cover.png").read_bytes() == large
    from feedpub.sources.artwork.facts import measure_picture

    assert measure_picture(str(output(workspace, "cover.png"))).width == 3000


def test_smaller_copies_are_offered(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, SHOW + "[pictures]\nsizes = [300, 600]\n")
    workspace.add(1)
    workspace.build()
    images = attributes(workspace.channel(), "podcast:image")
    assert [one["width"] for one in images] == ["600", "300"]
    assert all(output(workspace, one["href"].rpartition("/")[2]).exists() for one in images)


def test_a_small_cover_is_refused(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/cover.png", png(600))
    assert "[artwork-too-small]" in workspace.build(code=1)


# -- made anew -----------------------------------------------------------------------------------


def test_what_has_vanished_from_the_output_is_made_again(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    output(workspace, "transcripts/episode-1-talk-1.vtt").unlink()
    workspace.build()
    assert output(workspace, "transcripts/episode-1-talk-1.vtt").read_text() == VTT


def test_a_transcript_that_changes_is_copied_again(workspace: Workspace) -> None:
    workspace.add(1)
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    feed = workspace.feed.stat()
    workspace.write("feeds/demo/transcripts/001.vtt", VTT.replace("Hello", "Hullo"))
    workspace.build()
    assert "Hullo" in output(workspace, "transcripts/episode-1-talk-1.vtt").read_text()
    assert workspace.feed.stat().st_mtime_ns == feed.st_mtime_ns


def test_a_transcript_that_goes_leaves_the_feed(workspace: Workspace) -> None:
    workspace.add(1)
    path = workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    path.unlink()
    workspace.build()
    assert item(workspace).find("podcast:transcript", NS) is None


def test_building_again_writes_nothing(workspace: Workspace) -> None:
    workspace.add(1, notes="- 0:00 Intro\n- 0:02 Talk")
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    before = when_written(workspace)
    workspace.write("feeds/demo/episodes/nothing.txt", "to look at")
    workspace.build()
    assert when_written(workspace) == before


def test_another_cache_gives_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    workspace.add(1, notes="- 0:00 Intro\n- 0:02 Talk")
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.build()
    first = {path: path.read_bytes() for path in (workspace.root / "build").rglob("*") if path.is_file()}
    workspace.build(FEEDPUB_CACHE_DIR=os.fspath(tmp_path / "other"))
    again = {path: path.read_bytes() for path in (workspace.root / "build").rglob("*") if path.is_file()}
    assert again == first
