"""A build that is ended at any moment, or whose disk fails, leaves a whole feed; the next one finishes the work."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from tests.workspace import Workspace, episode

EPISODES = 40
#: how often a build is killed in each situation; more find more
KILLS = int(os.environ.get("FEEDPUB_TEST_KILLS", "9"))
ENVIRON = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
STRACE = shutil.which("strace")


def fill(root: Path) -> Workspace:
    workspace = Workspace(root)
    for number in range(1, EPISODES + 1):
        workspace.add(number, date=f"2025-{1 + number // 28:02}-{1 + number % 28:02}")
    return workspace


def change(workspace: Workspace, notes: str) -> None:
    workspace.write("feeds/demo/episodes/007-talk.md", episode(7, date="2025-01-08", notes=notes))


def start(workspace: Workspace, *words: str) -> "subprocess.Popen[str]":
    command = [*words, sys.executable, "-m", "feedpub", "build"]
    pipe = subprocess.PIPE
    # Tests that a shell runs in the background inherit that Ctrl-C is ignored; what they start shall not.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, cwd=workspace.root, env=ENVIRON, stdout=pipe, stderr=pipe, text=True)
    finally:
        signal.signal(signal.SIGINT, before)


class Expected(NamedTuple):
    """What builds that nobody disturbed have made, and how long they took."""

    feeds: dict[str, bytes]
    ledger: bytes
    seconds: float


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    feeds, seconds = {}, 0.0
    for notes in ("one", "two"):
        workspace = fill(tmp_path_factory.mktemp("undisturbed"))
        change(workspace, notes)
        began = time.monotonic()
        workspace.build(now="")
        seconds = time.monotonic() - began
        feeds[notes] = workspace.feed.read_bytes()
    return Expected(feeds, workspace.ledger.read_bytes(), seconds)


def forget_everything(workspace: Workspace) -> None:
    shutil.rmtree(workspace.root / "build", ignore_errors=True)
    shutil.rmtree(workspace.root / ".feedpub", ignore_errors=True)
    workspace.ledger.unlink(missing_ok=True)


def forget_the_cache(workspace: Workspace) -> None:
    shutil.rmtree(workspace.root / ".feedpub", ignore_errors=True)


SITUATIONS = {
    "the first build": forget_everything,
    "one episode changed": lambda workspace: None,
    "the cache deleted": forget_the_cache,
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_killed_build_leaves_the_old_feed_or_the_new_one(
    situation: str, expected: Expected, tmp_path: Path
) -> None:
    moments = random.Random(situation)
    workspace = fill(tmp_path)
    change(workspace, "one")
    workspace.build(now="")
    before = "one"
    for _ in range(KILLS):
        after = "two" if before == "one" else "one"
        change(workspace, after)
        SITUATIONS[situation](workspace)
        had_feed = workspace.feed.exists()
        process = start(workspace)
        time.sleep(moments.uniform(0.02, expected.seconds))
        process.kill()
        process.communicate()
        assert workspace.feed.exists() or not had_feed
        if workspace.feed.exists():
            assert workspace.feed.read_bytes() in (expected.feeds[before], expected.feeds[after])
            etree.parse(workspace.feed)
        if workspace.ledger.exists():
            assert workspace.ledger.read_bytes() == expected.ledger
            tomllib.loads(workspace.ledger.read_text())
        workspace.build(now="")
        assert workspace.feed.read_bytes() == expected.feeds[after]
        assert workspace.ledger.read_bytes() == expected.ledger
        before = after


def test_what_a_killed_build_leaves_is_never_read(tmp_path: Path) -> None:
    workspace = fill(tmp_path)
    workspace.build()
    before = workspace.feed.read_bytes()
    for folder in ("feeds/demo", "feeds/demo/episodes", "feeds/demo/audio", "build/demo", "feeds", "."):
        workspace.write(f"{folder}/.feedpub-123-999-talk.md", "Title: Torn")
        workspace.write(f"{folder}/.feedpub-123-999.mp3", b"torn")
        workspace.write(f"{folder}/.feedpub-123-show.toml", "torn")
    workspace.write("feeds/.feedpub-123-demo/show.toml", "torn")
    workspace.build()
    assert workspace.feed.read_bytes() == before


@pytest.mark.parametrize("folder", ["build/demo", "feeds/demo"])
def test_what_a_killed_build_leaves_is_swept_after_a_day(tmp_path: Path, folder: str) -> None:
    """Wherever a build writes: a torn ledger must not be committed to git for ever."""
    workspace = Workspace(tmp_path)
    workspace.add(1)
    workspace.build()
    old = workspace.write(f"{folder}/.feedpub-1-ledger.toml", "torn")
    os.utime(old, (1, 1))
    young = workspace.write(f"{folder}/.feedpub-2-ledger.toml", "being written")
    workspace.add(2)
    workspace.build(now="")
    assert (old.exists(), young.exists()) == (False, True)


def end_at_work(workspace: Workspace, number: int, delay: float) -> tuple[int, str]:
    """Code and stderr of a build that is told to end once it has begun."""
    process = start(workspace)
    until = time.monotonic() + 20
    while not (workspace.root / ".feedpub" / "cache.sqlite").exists() and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(delay)
    process.send_signal(number)
    _, said = process.communicate(timeout=20)
    return process.returncode, said


@pytest.mark.parametrize("number,code", [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_build_quietly_and_keeps_the_old_feed(
    number: int, code: int, expected: Expected, tmp_path: Path
) -> None:
    workspace = fill(tmp_path)
    change(workspace, "one")
    workspace.build(now="")
    ended = 0
    for delay in (0.0, 0.03, 0.06, 0.1):
        change(workspace, "two")
        forget_the_cache(workspace)
        returned, said = end_at_work(workspace, number, delay)
        assert returned in (code, 0)
        assert said == ""
        ended += returned == code
        assert workspace.feed.read_bytes() in expected.feeds.values()
        change(workspace, "one")
        # The lock is free at once: else this would be 7.
        workspace.build(now="")
        assert workspace.feed.read_bytes() == expected.feeds["one"]
    assert ended


def processes_in(folder: Path) -> list[str]:
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.readlink(entry / "cwd") == str(folder):
                found.append((entry / "cmdline").read_text())
        except OSError:
            pass
    return found


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="there is no /proc to look for processes in")
def test_no_worker_outlives_a_killed_build(tmp_path: Path) -> None:
    workspace = fill(tmp_path)
    for delay in (0.03, 0.08):
        forget_everything(workspace)
        end_at_work(workspace, signal.SIGKILL, delay)
        until = time.monotonic() + 10
        while processes_in(tmp_path) and time.monotonic() < until:
            time.sleep(0.05)
        assert processes_in(tmp_path) == []


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = fill(tmp_path_factory.mktemp("failing"))
    workspace.build(now="")
    return workspace


#: what fails, and the path that the message names. A build with a new episode writes, syncs and renames the
#: ledger, syncs its folder, then does the same with the feed; the cache is synced with fdatasync.
FAULTS = {
    "fsync:error=EIO:when=1": "feeds/demo",
    "fsync:error=EIO:when=3": "build/demo",
    "fsync:error=ENOSPC": "feeds/demo",
    "fchmod:error=EPERM:when=1": "feeds/demo",
    "rename,renameat,renameat2:error=ENOSPC:when=1": "feeds/demo",
    "rename,renameat,renameat2:error=EIO:when=2": "build/demo",
    "fdatasync:error=EIO": ".feedpub/cache.sqlite",
    "pwrite64:error=ENOSPC": ".feedpub/cache.sqlite",
}


@pytest.mark.skipif(not STRACE, reason="strace is not installed: nothing can make a disk fail")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_disk_is_named_and_the_old_feed_stays(failing: Workspace, fault: str) -> None:
    """reliability 77, 81: each system call that publishes can fail."""
    failing.build(now="")
    before, ledger = failing.feed.read_bytes(), failing.ledger.read_bytes()
    number = EPISODES + 1 + list(FAULTS).index(fault)
    failing.add(number, date=f"2025-03-{number - EPISODES:02}")
    process = start(failing, str(STRACE), "-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 4, said
    assert said.startswith(f"feedpub: {failing.root}/{FAULTS[fault]}"), said
    # Where the cache alone failed the feed may be new already; it is never anything between.
    if "cache" not in said:
        assert failing.feed.read_bytes() == before
    etree.parse(failing.feed)
    assert failing.ledger.read_bytes().startswith(ledger)
    assert list(failing.root.rglob(".feedpub-*")) == []
    failing.build(now="")
    assert f"Talk {number}<".encode() in failing.feed.read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Mounts a file system of 8 MB over a folder and fills it up."""
    mounted: list[Path] = []

    def fill_up(folder: Path) -> None:
        saved = tmp_path / "saved"
        shutil.copytree(folder, saved)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "feedpub", folder], capture_output=True
        )
        if done.returncode:
            pytest.skip("mounting a file system is not permitted here")
        mounted.append(folder)
        shutil.copytree(saved, folder, dirs_exist_ok=True)
        with (folder / "ballast").open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass

    if os.geteuid():
        pytest.skip("mounting a file system takes root")
    yield fill_up
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("folder", ["build/demo", ".feedpub"])
def test_a_full_disk_is_named_and_the_old_feed_stays(
    folder: str, tmp_path: Path, small_disk: Callable[[Path], None]
) -> None:
    workspace = fill(tmp_path / "workspace")
    workspace.build()
    before = workspace.feed.read_bytes()
    small_disk(workspace.root / folder)
    for number in range(1, EPISODES + 1):
        workspace.add(number, date=f"2025-01-{number % 28 + 1:02}", notes="long " * 500)
    said = workspace.build(code=4)
    assert f"{workspace.root}/{folder}" in said
    if folder == "build/demo":
        assert "No space left on device" in said
    assert workspace.feed.read_bytes() == before
    assert not list((workspace.root / folder).glob(".feedpub-*"))
    (workspace.root / folder / "ballast").unlink()
    workspace.build()
    assert workspace.feed.read_bytes() != before
