"""What docs/how-to tells people to write is accepted, and what it shows is what the program says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.checkout import PACKAGE, ROOT
from tests.house.snippets import blocks, harbour, sentences
from tests.validate.examples import rss
from tests.workspace import SHOW, Workspace

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}

#: `remote_item` belongs into the payments of an episode
_SETTING = r"(?!remote)(?:\[[a-z]+\] )?[a-z_]+ = .+"
#: `toc` belongs into a chapter; a live stream has a block of its own
_HEAD = r"(?!toc|live)[a-z_]+: .+"


def assert_accepted(workspace: Workspace) -> None:
    said = workspace.build("demo", "-v")
    assert re.findall(r"warning: .*\[([a-z-]+)\]", said) == ["example-address"], said


@pytest.mark.parametrize("block", blocks("toml"))
def test_a_block_of_settings_is_accepted(tmp_path: Path, block: str) -> None:
    assert_accepted(harbour(tmp_path, settings=block))


@pytest.mark.parametrize("span", sentences(_SETTING))
def test_a_setting_within_a_sentence_is_accepted(tmp_path: Path, span: str) -> None:
    table, _, setting = span.rpartition("] ")
    workspace = harbour(tmp_path, settings=f"{table}]\n{setting}\n" if table else f"{span}\n")
    workspace.write("feeds/lamp-room/show.toml", SHOW)
    assert_accepted(workspace)


@pytest.mark.parametrize("head", [*blocks("yaml"), *(f"{span}\n" for span in sentences(_HEAD))])
def test_a_head_is_accepted(tmp_path: Path, head: str) -> None:
    assert_accepted(harbour(tmp_path, head=head))


@pytest.mark.parametrize("notes", blocks("markdown"))
def test_notes_are_accepted(tmp_path: Path, notes: str) -> None:
    assert_accepted(harbour(tmp_path, settings="[notes]\npages = true\n", notes=notes))


def test_the_message_on_chapters_that_differ(tmp_path: Path) -> None:
    workspace = harbour(tmp_path, notes="- 0:00 Start\n- 0:12 Talk")
    workspace.write("feeds/demo/chapters/040.txt", "00:00 Start\n00:20 Talk\n")
    assert _message("chapters-differ") in workspace.build()


def test_the_message_on_a_transcript(tmp_path: Path) -> None:
    workspace = harbour(tmp_path)
    cues = "00:00.000 --> 00:01.000\nHello\n\n00:01,200 --> 00:02.400\nHello\n"
    workspace.write("feeds/demo/transcripts/040.vtt", f"WEBVTT\n\n{cues}")
    assert _message("vtt-invalid-cue-timing") in workspace.build(code=1)


def test_the_message_on_an_enclosure(tmp_path: Path) -> None:
    """What is shown of a feed, whose place depends on the feed."""
    enclosure = '<enclosure url="https://tides.fm/040.mp3" length="34 MB" type="audio/mpeg"/>'
    (tmp_path / "feed.xml").write_text(rss(f"<item><title>Fog</title>{enclosure}</item>"))
    command = [sys.executable, "-m", "feedpub", "validate", "feed.xml"]
    said = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True).stdout
    assert re.sub(r":\d+:\d+", "", _message("ENC004 enclosure-invalid-length")) in re.sub(
        r":\d+:\d+", "", said
    )


def _message(name: str) -> str:
    """What a page shows of a finding, with the name of the demo."""
    return next(text for text in blocks("text") if f"[{name}]" in text).replace("harbour", "demo")


def test_what_a_new_show_suggests_is_accepted(tmp_path: Path) -> None:
    """Each setting in a comment of the show that `init` makes, with its `#` removed."""
    text = (PACKAGE / "sources" / "starter" / "show.toml").read_text(encoding="utf-8")
    suggested = re.findall(r"^# (\[\w+\]|\w+ = .*)$", text.replace("$name", "demo"), flags=re.MULTILINE)
    assert len(suggested) > 4
    assert_accepted(harbour(tmp_path, settings="\n".join(suggested)))
