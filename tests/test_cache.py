"""The cache: proved or not used, one at a time, never in the way of a build."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from feedpub.cache.freshness import Freshness, cache_path, read_freshness
from feedpub.cache.opening import discard_cache, open_cache
from feedpub.cache.store import Cache
from feedpub.errors import HostError, LockedError


@pytest.fixture
def path(tmp_path: Path) -> str:
    return cache_path(str(tmp_path))


def make(path: str) -> Cache:
    cache, note = open_cache(path)
    assert note == ""
    return cache


def test_it_is_in_the_workspace_unless_told_otherwise(tmp_path: Path) -> None:
    assert cache_path("/w") == os.path.join("/w", ".feedpub", "cache.sqlite")
    assert cache_path("/w", "/elsewhere") == os.path.join("/elsewhere", "cache.sqlite")


def test_what_was_kept_is_found_again_after_a_commit_and_not_without(path: str) -> None:
    cache = make(path)
    cache.begin()
    cache.keep_settings("demo", b"key", "{}")
    cache.commit()
    cache.begin()
    cache.keep_settings("demo", b"other", "[]")
    cache.close()
    again = make(path)
    assert again.settings("demo") == (b"key", "{}")
    assert again.settings("absent") == (b"", "")
    assert again.ledger("demo") == (b"", "")
    again.close()


def test_shows_do_not_see_each_other(path: str) -> None:
    cache = make(path)
    cache.begin()
    cache.keep_settings("a", b"1", "A")
    cache.keep_ledger("b", b"2", "B")
    cache.commit()
    assert (cache.settings("a"), cache.settings("b")) == ((b"1", "A"), (b"", ""))
    assert (cache.ledger("a"), cache.ledger("b")) == ((b"", ""), (b"2", "B"))
    cache.close()


def test_freshness_is_read_without_disturbing_a_build(path: str) -> None:
    cache = make(path)
    cache.begin()
    cache.keep_freshness("demo", Freshness(b"print", 1.0, 9e15))
    cache.commit()
    cache.begin()
    assert read_freshness(path) == {"demo": Freshness(b"print", 1.0, 9e15)}
    cache.keep_freshness("demo", None)
    cache.commit()
    cache.close()
    assert read_freshness(path) == {}


@pytest.mark.parametrize("content", [b"", b"x" * 10_000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_no_file_makes_the_quick_look_fail(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cache.sqlite"
    assert read_freshness(str(file)) == {}
    file.write_bytes(content)
    assert read_freshness(str(file)) == {}
    assert read_freshness(str(tmp_path)) == {}


@pytest.mark.parametrize("name", ["a b", "50%25", "q?mode=rwc", "#1", "ünï"])
def test_odd_folders_are_no_part_of_the_address(tmp_path: Path, name: str) -> None:
    path = cache_path(str(tmp_path / name))
    cache = make(path)
    cache.begin()
    cache.keep_freshness("demo", Freshness(b"x", 0.0, 1.0))
    cache.commit()
    cache.close()
    assert read_freshness(path)["demo"].fingerprint == b"x"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "content,note",
    [
        (b"not a database" * 1000, "the cache was damaged and is made anew"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "the cache was damaged and is made anew"),
    ],
)
def test_a_damaged_file_is_replaced_with_a_note(path: str, content: bytes, note: str) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(content)
    cache, said = open_cache(path)
    assert said == note
    assert cache.settings("demo") == (b"", "")
    cache.close()


def test_a_file_of_another_version_or_program_is_replaced_with_a_note(path: str) -> None:
    Path(path).parent.mkdir()
    for statement in ("pragma user_version = 99", "create table recipes (title text)"):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute(statement)
        other.close()
        cache, note = open_cache(path)
        assert note == "the cache was of another version and is made anew"
        cache.close()
        discard_cache(path)


def test_a_half_written_transaction_is_rolled_back(path: str) -> None:
    """A process that was killed leaves a journal; what was committed before is still there."""
    cache = make(path)
    cache.begin()
    cache.keep_settings("demo", b"key", "old")
    cache.commit()
    cache.close()
    code = (
        "import os, sys; from feedpub.cache.opening import open_cache; c, _ = open_cache(sys.argv[1]); c.begin()\n"
        "[c.keep_settings(f's{n}', b'x' * 10000, 'y' * 100000) for n in range(100)]\n"
        "c._db.execute('pragma cache_size = 1'); c.keep_settings('demo', b'key', 'new'); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code, path])
    assert done.returncode == -signal.SIGKILL
    again = make(path)
    again.begin()
    assert again.settings("demo") == (b"key", "old")
    again.commit()
    again.close()


def test_a_place_that_cannot_be_written_is_a_host_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(HostError, match="file"):
        open_cache(str(tmp_path / "file" / "cache.sqlite"))
    (tmp_path / "cache.sqlite").mkdir()
    with pytest.raises(HostError, match=r"cache\.sqlite"):
        open_cache(str(tmp_path / "cache.sqlite"))
    with pytest.raises(HostError, match="/proc/none"):
        open_cache("/proc/none/cache.sqlite")


def test_who_comes_second_waits_a_moment_and_is_then_told(path: str) -> None:
    first, second = make(path), make(path)
    first.begin()
    began = time.monotonic()
    with pytest.raises(LockedError, match="another feedpub is building"):
        second.begin()
    assert time.monotonic() - began < 10
    first.commit()
    second.begin()
    second.commit()
    first.close()
    second.close()


def test_a_lock_dies_with_its_process(path: str) -> None:
    """80"""
    code = (
        "import sys, time; from feedpub.cache.opening import open_cache; c, _ = open_cache(sys.argv[1]); c.begin();"
        "print('locked', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    process.kill()
    process.communicate()
    cache = make(path)
    cache.begin()
    cache.commit()
    cache.close()


def _open_and_leave(path: str) -> None:
    cache, note = open_cache(path)
    cache.close()
    assert note == ""


def test_several_may_make_it_at_the_same_time(path: str) -> None:
    context = multiprocessing.get_context("spawn")
    many = [context.Process(target=_open_and_leave, args=(path,)) for _ in range(4)]
    for process in many:
        process.start()
    for process in many:
        process.join()
    assert [process.exitcode for process in many] == [0, 0, 0, 0]


def test_to_discard_it_twice_is_no_error(path: str) -> None:
    make(path).close()
    discard_cache(path)
    discard_cache(path)
    assert not os.path.exists(path)
