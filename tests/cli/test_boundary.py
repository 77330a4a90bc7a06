"""A bug is exit 70 and a report, and no secret is in either; the old feed stays."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace import SHOW, Workspace

CANARY = "kanarie-8231"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "workspace")
    made.add(1)
    made.build()
    made.add(2, date="2025-01-02")
    return made


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A library that fails in a way that nobody has foreseen, with a secret in its message."""
    package = tmp_path / "broken" / "feedgen"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        f"raise LookupError('GET https://ada:{CANARY}@host.example/x?token={CANARY}-2 \\x1b[2J"
        f" Authorization: Bearer {CANARY}')\n"
    )
    return package.parent


def test_a_bug_is_exit_70_one_line_and_a_report_without_secrets(
    workspace: Workspace, broken: Path, tmp_path: Path
) -> None:
    """111, 112"""
    before = workspace.feed.read_bytes()
    reports = tmp_path / "reports"
    reports.mkdir()
    done = workspace.run("build", "-vv", PYTHONPATH=str(broken), TMPDIR=str(reports))
    assert done.returncode == 70, done.stderr
    assert workspace.feed.read_bytes() == before
    assert "Traceback" not in done.stderr
    assert "feedpub: this is a bug in feedpub: LookupError: GET https://***@host.example/x" in done.stderr
    (report,) = reports.iterdir()
    assert f"Please report it with the file {report}" in done.stderr
    story = report.read_text()
    assert story.startswith("feedpub ")
    assert "Traceback" in story
    assert "LookupError" in story
    assert CANARY not in done.stdout + done.stderr + story
    assert "\x1b" not in done.stderr
    assert report.stat().st_mode & 0o077 == 0
    # The lock is free, and nothing is damaged.
    workspace.build()


def test_a_report_that_cannot_be_written_is_shown(workspace: Workspace, broken: Path) -> None:
    code = "import tempfile; tempfile.tempdir = '/nonexistent'; import feedpub.cli as cli, sys; sys.exit(cli.main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "build"],
        cwd=workspace.root, env=os.environ | {"PYTHONPATH": str(broken)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 70
    assert "LookupError" in done.stderr
    assert CANARY not in done.stderr


@pytest.mark.parametrize("level", ["1", "2"])
def test_a_secret_in_an_address_is_never_logged(tmp_path: Path, level: str) -> None:
    """111"""
    show = SHOW.replace(
        "https://demo.example/feed.xml", f"https://ada:{CANARY}@demo.example/feed.xml?key={CANARY}"
    )
    workspace = Workspace(tmp_path, show)
    workspace.add(1)
    for words in (
        ("build", "-vv"),
        ("config",),
        ("next", "-vv"),
        ("build", "--now", f"https://a:{CANARY}@b/"),
    ):
        done = workspace.run(*words, FEEDPUB_LOG=level)
        assert CANARY not in done.stdout + done.stderr, words
    done = workspace.run("build", FEEDPUB_FEED_URL=f"nonsense://ada:{CANARY}@x y/")
    assert CANARY not in done.stdout + done.stderr


def test_the_log_says_what_was_done(workspace: Workspace) -> None:
    said = workspace.build("-vv")
    for event in (
        "build.started show=demo",
        "build.read show=demo episodes=2",
        "build.wrote path=build/demo/feed.xml",
    ):
        assert re.search(rf"^\d{{4}}-\d\d-\d\d .* INFO feedpub {re.escape(event)}", said, re.MULTILINE), said
    assert "build.started" not in workspace.build("-v")
