"""The README and the tutorial show what the program prints."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house.checkout import ROOT

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TRAILER = "feeds/lamp-room/episodes/trailer.md"


class Step(NamedTuple):
    """Commands to be typed, and what is shown below them; None where nothing is."""

    commands: str
    shown: str | None


def blocks(document: str) -> list[tuple[str, str]]:
    """Language and text of the fenced blocks of a document."""
    return _BLOCK.findall((ROOT / document).read_text(encoding="utf-8"))


def steps() -> Iterator[Step]:
    """The commands of the tutorial, in their order."""
    found = blocks("docs/tutorial.md")
    for (language, text), (below, shown) in zip(found, [*found[1:], ("", "")], strict=True):
        if language == "sh":
            yield Step(text, shown if below == "text" else None)
        elif language == "console":
            prompt, _, said = text.partition("\n")
            yield Step(prompt.removeprefix("$ "), said)


class Shell:
    """A folder of one's own, in which `feedpub` is known; `cd` lasts."""

    def __init__(self, home: Path) -> None:
        self._where = home / "where"
        bin_folder = home / "bin"
        bin_folder.mkdir()
        command = bin_folder / "feedpub"
        command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m feedpub "$@"\n')
        command.chmod(0o755)
        known = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
        path = f"{bin_folder}:{os.environ['PATH']}"
        self._environ = {**known, "PATH": path}
        self.folder = home

    def type(self, commands: str) -> str:
        """What is to be seen after these commands."""
        done = subprocess.run(
            ["bash", "-c", f'{commands}\npwd > "{self._where}"'],
            cwd=self.folder, env=self._environ, text=True, timeout=60, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.folder = Path(self._where.read_text().strip())
        return done.stdout


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_the_tutorial_shows_what_is_printed(shell: Shell) -> None:
    for commands, shown in steps():
        said = shell.type(commands)
        if shown is None:
            assert "error" not in said, said
        else:
            assert said.strip() == shown.strip(), commands


def test_the_readme_shows_an_episode_of_this_repository(shell: Shell) -> None:
    """Its file, its item in the feed, and what is said when a key is misspelt."""
    shown = dict(blocks("README.md"))
    source = (ROOT / _TRAILER).read_text(encoding="utf-8")
    assert shown["markdown"].strip() == source.strip()
    shutil.copytree(ROOT / "feeds", shell.folder / "feeds")
    shutil.copyfile(ROOT / "config.toml", shell.folder / "config.toml")
    shell.type("feedpub build lamp-room")
    assert shown["xml"] in (shell.folder / "build/lamp-room/feed.xml").read_text(encoding="utf-8")
    (shell.folder / _TRAILER).write_text(source.replace("Summary:", "Sumary:"), encoding="utf-8")
    assert shell.type("feedpub build lamp-room") == shown["text"]
