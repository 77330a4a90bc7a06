"""Whole processes, measured by the kernel: user and system time with all children, wall time, peak memory."""

import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[1]


class Usage(NamedTuple):
    """What one finished process took. Seconds and bytes; the peak is that of its largest process."""

    cpu: float
    wall: float
    peak_bytes: int


class Contender(NamedTuple):
    """A command, where it is run, and what is to be done ahead of each run (not measured)."""

    command: Sequence[str]
    folder: Path
    prepare: Callable[[], None] = lambda: None


def environment() -> dict[str, str]:
    """For the processes that are measured: byte code is kept, nothing is traced."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONPATH": str(_ROOT)}


def run(contender: Contender) -> Usage:
    """Runs it to its end. Raises SystemExit with its output where it fails."""
    contender.prepare()
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            contender.command,
            cwd=contender.folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            text = output.read(4_000).decode(errors="replace")
            raise SystemExit(f"{' '.join(contender.command)}: exit {process.returncode}\n{text}")
    return Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def in_turn(contenders: Mapping[str, Contender], rounds: int) -> dict[str, list[Usage]]:
    """Each contender once a round, after one round that does not count.

    In turn (A B A B, never A A B B), so that a machine that slows down slows all of them.
    """
    usages: dict[str, list[Usage]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            usage = run(contender)
            if number:
                usages[name].append(usage)
    return usages


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Ours to theirs, round by round."""
    return [our / their for our, their in zip(ours, theirs, strict=True)]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def bytes_read(contender: Contender, suffix: str) -> int | None:
    """How much it and its children read from files that end in ``suffix``; None where strace is not there."""
    if not shutil.which("strace"):
        return None
    with tempfile.NamedTemporaryFile("r") as trace:
        calls = "trace=read,readv,pread64,preadv,sendfile,copy_file_range,mmap"
        traced = ["strace", "-f", "-y", "-q", "-e", calls, "-o", trace.name, *contender.command]
        run(contender._replace(command=traced))
        pattern = re.compile(rf"(\w+)\(.*{re.escape(suffix)}>.* = (\d+|0x[0-9a-f]+)")
        found = [match.groups() for line in trace if (match := pattern.search(line))]
    # A mapping tells no size that was read: it counts as one byte, so that it does not go unseen.
    return sum(1 if name == "mmap" else int(result) for name, result in found)
