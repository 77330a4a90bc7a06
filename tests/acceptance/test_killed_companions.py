"""Whenever a build is ended: what the feed names is there, whole, and the next build makes the rest."""

import os
import random
import re
import shutil
import time
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.acceptance.test_killed import KILLS, start
from tests.workspace import SHOW, Workspace, episode, png

MORE = (
    "[chapters]\nsimple = true\n[notes]\npages = true\n[pictures]\nsizes = [600]\n"
    '[transcripts]\nformats = ["vtt", "srt", "json"]\n'
)
EPISODES = 12


def fill(root: Path, version: int) -> Workspace:
    workspace = Workspace(root, SHOW + MORE)
    for number in range(1, EPISODES + 1):
        extra = "Artwork: two.png\n" if number == 2 else ""
        workspace.add(number, date=f"2025-01-{number:02}", extra=extra)
    change(workspace, version)
    return workspace


def change(workspace: Workspace, version: int) -> None:
    """Every companion says something else."""
    for number in range(1, EPISODES + 1):
        said = f"Hello {number}. " * version
        vtt = f"WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n<v Ada>{said}\n"
        workspace.write(f"feeds/demo/transcripts/{number:03}.vtt", vtt)
        chapters = f"00:00 Part {version}\n00:01 End\n"
        workspace.write(f"feeds/demo/chapters/episode-{number}-talk-{number}.txt", chapters)
    workspace.write("feeds/demo/two.png", png(1500 + version))
    notes = f"Version {version}."
    workspace.write("feeds/demo/episodes/007-talk.md", episode(7, date="2025-01-07", notes=notes))


def tree(workspace: Workspace) -> dict[str, bytes]:
    output = workspace.feed.parent
    files = (path for path in output.rglob("*") if path.is_file() and path.name[0] != ".")
    return {str(path.relative_to(output)): path.read_bytes() for path in files}


def named(feed: bytes) -> set[str]:
    """The files that a feed names, but for its audio, which is not in the build."""
    found = re.findall(rb'(?:href|url)="https://demo\.example/([^"]+)"', feed)
    names = {unquote(name.decode()) for name in found if not name.startswith(b"audio/")}
    return names - {"feed.xml"}


@pytest.mark.parametrize("forgets", [False, True], ids=["with its cache", "without a cache"])
def test_every_file_that_the_feed_names_is_whole(tmp_path: Path, forgets: bool) -> None:
    versions, seconds = {}, 0.0
    for version in (1, 2):
        clean = fill(tmp_path / f"clean{version}", version)
        began = time.monotonic()
        clean.build(now="")
        seconds, versions[version] = time.monotonic() - began, tree(clean)
    assert len(versions[1]) == 5 * EPISODES + 5
    workspace = fill(tmp_path / "killed", 1)
    workspace.build(now="")
    moments = random.Random(forgets)
    for kill in range(KILLS):
        version = 2 - kill % 2
        change(workspace, version)
        if forgets:
            shutil.rmtree(workspace.root / ".feedpub")
        process = start(workspace)
        time.sleep(moments.uniform(0.05, seconds))
        process.kill()
        process.communicate()
        feed = workspace.feed.read_bytes()
        assert feed in [tree_of["feed.xml"] for tree_of in versions.values()]
        for name in named(feed):
            there = (workspace.feed.parent / name).read_bytes()
            assert there in [tree_of[name] for tree_of in versions.values()], name
        workspace.build(now="")
        assert tree(workspace) == versions[version]


@pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not installed: nothing can make a disk fail"
)
# Each file is synced and then its folder, where a failure does not matter: only the odd ones are of files.
@pytest.mark.parametrize("moment", [1, 3, 5, 13, 31])
@pytest.mark.parametrize("call", ["rename", "fsync", "fchmod"])
def test_a_disk_that_fails_among_the_companions_costs_nothing(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, call: str, moment: int
) -> None:
    workspace = fill(tmp_path, 1)
    workspace.build(now="")
    before = workspace.feed.read_bytes()
    change(workspace, 2)
    words = ("-f", "-qq", "-o", os.devnull, "-e", f"inject={call}:error=ENOSPC:when={moment}")
    process = start(workspace, str(shutil.which("strace")), *words)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 4, said
    assert f"feedpub: {workspace.root}/build/demo/" in said
    assert "No space left on device" in said
    assert workspace.feed.read_bytes() == before
    assert not list(workspace.root.rglob(".feedpub-*"))
    workspace.build(now="")
    assert tree(workspace) == tree_of_version(tmp_path_factory, 2)


_clean: dict[int, dict[str, bytes]] = {}


def tree_of_version(tmp_path_factory: pytest.TempPathFactory, version: int) -> dict[str, bytes]:
    """What a build that nobody disturbed makes."""
    if version not in _clean:
        workspace = fill(tmp_path_factory.mktemp("clean"), version)
        workspace.build(now="")
        _clean[version] = tree(workspace)
    return _clean[version]
