import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from feedpub.files import (
    PathFault,
    inside,
    look_of,
    read_head,
    read_regular,
    scan_tree,
    stat_of,
    sweep_temporaries,
    write_if_changed,
)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "empty"),
        ("../x", "leads out"),
        ("audio/../../x", "leads out"),
        ("/etc/passwd", "relative"),
        ("~/x", "relative"),
        ("C:\\x", "relative"),
        ("file:///etc/passwd", "relative"),
        ("a\0b", "character"),
        ("a\nb", "character"),
        ("a\udc80b", "character"),
        ("x" * 300, "255"),
    ],
)
def test_no_path_leads_out_of_its_root(tmp_path: Path, value: str, reason: str) -> None:
    with pytest.raises(PathFault, match=reason):
        inside(str(tmp_path), value)


def test_a_link_is_followed_inside_and_refused_outside(tmp_path: Path) -> None:
    root = tmp_path / "show"
    root.mkdir()
    (root / "real.mp3").write_bytes(b"x")
    (root / "good").symlink_to("real.mp3")
    (root / "bad").symlink_to("../secret")
    (tmp_path / "secret").write_bytes(b"s")
    assert inside(str(root), "good") == str(root / "real.mp3")
    with pytest.raises(PathFault, match="leads out"):
        inside(str(root), "bad")


def test_a_loop_of_links_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(PathFault, match="cannot be followed"):
        inside(str(tmp_path), "a")


def test_a_folder_with_a_similar_name_is_not_inside(tmp_path: Path) -> None:
    (tmp_path / "show").mkdir()
    (tmp_path / "show2").mkdir()
    with pytest.raises(PathFault):
        inside(str(tmp_path / "show"), "../show2/x")


def test_reading_never_waits_on_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PathFault, match="no regular file"):
        read_regular(str(tmp_path / "pipe"), 10)


def test_reading_stops_at_its_limit(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert read_regular(str(tmp_path / "x"), 5) == b"12345"
    with pytest.raises(PathFault, match="larger than 4 bytes"):
        read_regular(str(tmp_path / "x"), 4)


def test_a_scan_finds_files_and_is_trapped_by_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_bytes(b"12")
    (tmp_path / ".hidden").write_bytes(b"")
    (tmp_path / "a" / "loop").symlink_to("..")
    (tmp_path / "gone").symlink_to("nowhere")
    found = scan_tree(str(tmp_path), "p/")
    assert found["p/a/x"].size == 2
    assert found["p/gone"].size == -1
    assert "p/.hidden" not in found
    assert not any("loop/" in path for path in found)
    assert scan_tree(str(tmp_path / "absent")) == {}


def test_writing_makes_folders_and_sets_a_mode_that_web_servers_can_read(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "feed.xml"
    before = os.umask(0o077)
    try:
        assert write_if_changed(str(target), [b"one", b"two"])
    finally:
        os.umask(before)
    assert target.read_bytes() == b"onetwo"
    assert target.stat().st_mode & 0o777 == 0o644


def test_equal_bytes_leave_the_file_untouched(tmp_path: Path) -> None:
    target = tmp_path / "feed.xml"
    write_if_changed(str(target), [b"same"])
    before = stat_of(str(target))
    time.sleep(0.02)
    assert not write_if_changed(str(target), [b"sa", b"me"])
    assert stat_of(str(target)) == before
    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_a_failure_midway_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "feed.xml"
    target.write_bytes(b"old")

    def chunks():  # type: ignore[no-untyped-def]
        yield b"new"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_if_changed(str(target), chunks())
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "feedpub", tmp_path]).returncode
    ):
        pytest.skip("mounting a file system is not permitted here")
    try:
        target = tmp_path / "feed.xml"
        target.write_bytes(b"old")
        with pytest.raises(OSError, match="No space"):
            write_if_changed(str(target), [b"x" * 100_000])
        assert target.read_bytes() == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_no_reader_ever_sees_half_a_file_however_the_writer_dies(tmp_path: Path) -> None:
    target = tmp_path / "feed.xml"
    old, new = b"a" * 300_000, b"b" * 300_000
    code = (
        "import sys; from feedpub.files import write_if_changed\n"
        "while True:\n"
        f" for letter in (b'a', b'b'): write_if_changed({str(target)!r}, [letter * 300_000])"
    )
    write_if_changed(str(target), [old])
    for number in range(12):
        writer = subprocess.Popen([sys.executable, "-c", code])
        time.sleep(0.15 + number * 0.007)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert target.read_bytes() in (old, new)


def test_litter_of_dead_runs_is_swept_after_a_day(tmp_path: Path) -> None:
    for name in (".feedpub-1-feed.xml", ".feedpub-2-feed.xml", "feed.xml"):
        (tmp_path / name).write_bytes(b"")
    now = time.time()
    os.utime(tmp_path / ".feedpub-1-feed.xml", (now - 90_000, now - 90_000))
    sweep_temporaries(str(tmp_path), now)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".feedpub-2-feed.xml", "feed.xml"]


def test_the_head_of_a_file_is_read_however_long_it_is(tmp_path: Path) -> None:
    with (tmp_path / "long").open("wb") as file:
        file.write(b"head")
        file.truncate(10_000_000)
    assert read_head(str(tmp_path / "long"), 4) == b"head"
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PathFault, match="no regular file"):
        read_head(str(tmp_path / "pipe"), 4)


def test_whoever_touches_a_file_changes_its_look(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    before = look_of(stat_of(str(path)))
    assert look_of(stat_of(str(path))) == before
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert look_of(stat_of(str(path))) != before
    assert look_of(stat_of(str(tmp_path / "gone"))) == ""
