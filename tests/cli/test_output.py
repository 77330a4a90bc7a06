"""Where output goes: pipes that close, disks that are full, terminals, and no one at all."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace import Workspace, episode

ENVIRON = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1, title="Episode 1 - Ünïcode 🎙")
    return made


def shell(workspace: Workspace, line: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """A line of bash in which FEEDPUB stands for the command."""
    line = line.replace("FEEDPUB", f"'{sys.executable}' -m feedpub")
    return subprocess.run(
        ["bash", "-c", line],
        cwd=workspace.root,
        env=ENVIRON | environ,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "command", ["build", "build -C .", "config", "next", "--help", "--version", "completion bash"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_has_gone_is_no_error(workspace: Workspace, command: str, unbuffered: str) -> None:
    """110"""
    workspace.build(now="")
    done = shell(
        workspace, f"FEEDPUB {command} | head -0; exit ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED=unbuffered
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["build", "build -C .", "config", "next", "--help", "--version"])
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(workspace: Workspace, command: str, closed: str) -> None:
    done = shell(workspace, f"FEEDPUB {command} {closed}")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert workspace.feed.exists() == command.startswith("build")


@FULL
@pytest.mark.parametrize("command", ["build", "build -C .", "config", "next", "--help", "--version"])
def test_output_that_cannot_be_written_is_exit_4(workspace: Workspace, command: str) -> None:
    """81"""
    workspace.build(now="")
    done = shell(workspace, f"FEEDPUB {command} >/dev/full")
    assert done.returncode == 4, done.stderr
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


@FULL
def test_complaints_that_cannot_be_written_keep_the_exit_code(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/002.md", "Title: T\n\nx\n")
    assert shell(workspace, "FEEDPUB build 2>/dev/full").returncode in (1, 4)
    assert shell(workspace, "FEEDPUB build 2>&-").returncode == 1


def test_a_terminal_that_knows_ascii_alone_gets_escapes(workspace: Workspace) -> None:
    """110"""
    workspace.write("feeds/demo/episodes/002.md", "Title: T\nDate: gestern ünd\n\nx\n")
    done = shell(
        workspace,
        "FEEDPUB build",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert done.returncode == 1
    assert done.stderr.isascii()
    assert "gestern \\xfcnd" in done.stderr


def test_a_folder_that_is_gone_is_exit_4(workspace: Workspace) -> None:
    for command in ("build", "build -q", "config", "next"):
        done = shell(workspace, f"mkdir -p gone && cd gone && rmdir ../gone && FEEDPUB {command}")
        assert done.returncode in (2, 4), done.stderr
        assert "Traceback" not in done.stderr


def on_a_terminal(workspace: Workspace, **environ: str) -> str:
    """What a build shows on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "feedpub", "build"],
        cwd=workspace.root, env=ENVIRON | {"TERM": "xterm"} | environ, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 65_536):
            shown += block
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(ours)
    assert process.wait(timeout=60) in (0, 1)
    return shown.decode()


def test_a_terminal_gets_colours_and_a_pipe_does_not(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/002.md", "Title: T\n\nx\n")
    assert "\x1b[31merror\x1b[0m" in on_a_terminal(workspace, NO_COLOR="")
    assert "\x1b[31m" not in on_a_terminal(workspace, NO_COLOR="1")
    assert "\x1b[31m" not in on_a_terminal(workspace, TERM="dumb", NO_COLOR="")
    assert "\x1b" not in workspace.build(code=1)


def test_a_long_build_shows_how_far_it_is_on_a_terminal_only(workspace: Workspace) -> None:
    workspace.write(
        "feeds/demo/show.toml", (workspace.show / "show.toml").read_text() + '[notes]\nflavour = "pelican"\n'
    )
    for number in range(2, 40):
        workspace.write(f"feeds/demo/audio/{number:03}.mp3", b"")
        workspace.add(number, notes="*a **b " * 3000)
    assert "episodes" in on_a_terminal(workspace, COLUMNS="100")
    (workspace.root / ".feedpub" / "cache.sqlite").unlink()
    said = workspace.build(now="")
    assert "/39" not in said
    assert "\r" not in said


def test_a_title_cannot_reach_the_terminal(workspace: Workspace) -> None:
    """14"""
    workspace.write("feeds/demo/episodes/002.md", episode(2, title="\x1b]0;x\x07[/red]", date="\x9b31mnever"))
    shown = on_a_terminal(workspace, NO_COLOR="1")
    # Where the machine is slow, a bar that moves has escapes of its own.
    assert "\x1b]" not in shown
    assert "\x9b" not in shown
    assert "\x07" not in shown
