"""Measures feedpub beside what its users would otherwise run, and prints ratios.

python -m benchmarks.run [--sizes 100,1000,10000] [--rounds 7] [--only build,idle,...] [--json FILE]

Shows are made once, in benchmarks/.work (10,000 episodes: about 2.4 GB). A figure in milliseconds says
as much about the machine and its other work as about feedpub; a ratio of two programs that were run in
turn holds on any machine. Exit code 1: something that must be reached is not.
"""

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import targets
from benchmarks.make_show import SHOW, episode_path, transcript_path
from benchmarks.process import Contender, Usage, bytes_read, environment, in_turn, median, ratios
from benchmarks.targets import Figure, Target, beside_start, render_table

_ROOT = Path(__file__).resolve().parents[1]
_WORK = _ROOT / "benchmarks" / ".work"


class Bench:
    """The shows, the command under test, and the raw usages of all runs."""

    def __init__(self, command: list[str], sizes: list[int], rounds: int) -> None:
        self.command = command
        self.sizes = sizes
        self.rounds = rounds
        self.raw: dict[str, dict[str, list[Usage]]] = {}
        self.idle = Contender([sys.executable, "-c", "pass"], _WORK)

    def feedpub(self, folder: Path, *words: str, prepare: Callable[[], None] = lambda: None) -> Contender:
        return Contender([*self.command, *words], folder, prepare)

    def compare(
        self, label: str, contenders: dict[str, Contender], rounds: int = 0
    ) -> dict[str, list[Usage]]:
        print(f"... {label}", file=sys.stderr, flush=True)
        usages = in_turn(contenders, rounds or self.rounds)
        self.raw[label] = usages
        return usages


def build(bench: Bench) -> Iterator[Figure]:
    """Cold builds: cache and output removed, the ledger kept, as on a fresh clone."""
    peaks: dict[int, float] = {}
    costs: dict[int, float] = {}
    for size in bench.sizes:
        folder = show_of(size)
        contenders = {
            "feedpub": bench.feedpub(folder, "build", prepare=partial(forget, folder)),
            "first": bench.feedpub(folder, "build", prepare=partial(forget, folder, ledger=True)),
            "feedgen": peer("feedgen", folder),
            "podgen": peer("podgen", folder),
        }
        usages = bench.compare(f"cold build of {size}", contenders, rounds_for(bench, size))
        check_feed(folder, size)
        yield cpu_figure(targets.COLD, size, usages["feedpub"], usages["feedgen"])
        yield cpu_figure(targets.COLD_PODGEN, size, usages["feedpub"], usages["podgen"])
        yield cpu_figure(targets.COLD_NO_LEDGER, size, usages["first"], usages["feedgen"])
        peaks[size] = median([usage.peak_bytes for usage in usages["feedpub"]]) / 2**20
        costs[size] = median([usage.cpu for usage in usages["feedpub"]])
    smallest = bench.sizes[0]
    for size in bench.sizes[1:]:
        yield plain_figure(targets.MEMORY, size, peaks[size] - peaks[smallest])
    yield from growth(targets.COLD_LINEAR, costs)


def idle(bench: Bench) -> Iterator[Figure]:
    """What cron does most often: nothing has changed, or one episode has."""
    costs: dict[int, float] = {}
    edits: dict[int, float] = {}
    for size in bench.sizes:
        folder = show_of(size)
        in_turn({"warm": bench.feedpub(folder, "build")}, 1)
        check_feed(folder, size)
        pairs = {"feedpub": bench.feedpub(folder, "build"), "pass": bench.idle}
        usages = bench.compare(f"nothing changed in {size}", pairs)
        yield beside_pass(targets.NO_CHANGE, size, usages)
        costs[size] = median([usage.cpu for usage in usages["feedpub"]])
        yield from audio_read(bench, folder, size)
        edited = bench.feedpub(folder, "build", prepare=partial(edit_one, folder))
        usages = bench.compare(f"one changed of {size}", {"feedpub": edited, "pass": bench.idle})
        yield beside_pass(targets.ONE_CHANGED, size, usages)
        edits[size] = median([usage.cpu for usage in usages["feedpub"]])
    yield from growth(targets.NO_CHANGE_LINEAR, costs)
    yield from growth(targets.ONE_CHANGED_LINEAR, edits)


def audio_read(bench: Bench, folder: Path, size: int) -> Iterator[Figure]:
    warm = bench.feedpub(folder, "build", prepare=partial(edit_one, folder))
    found = bytes_read(warm, ".mp3")
    if found is None:
        print("... strace is not there: audio reads are not counted", file=sys.stderr)
        return
    yield plain_figure(targets.AUDIO_READ, size, found)


def companions(bench: Bench) -> Iterator[Figure]:
    """What chapters and transcripts beside each episode cost."""
    size = min(1_000, bench.sizes[-1])
    plain, rich = show_of(size), show_of(size, companions=True)
    contenders = {
        "rich": bench.feedpub(rich, "build", prepare=partial(forget, rich)),
        "plain": bench.feedpub(plain, "build", prepare=partial(forget, plain)),
    }
    usages = bench.compare(f"companions of {size}", contenders)
    check_feed(rich, size)
    yield cpu_figure(targets.COMPANIONS, size, usages["rich"], usages["plain"])
    usages = bench.compare(
        "companions, nothing changed", {"feedpub": bench.feedpub(rich, "build"), "pass": bench.idle}
    )
    yield beside_pass(targets.COMPANIONS_IDLE, size, usages)
    edited = bench.feedpub(rich, "build", prepare=partial(edit_transcript, rich))
    usages = bench.compare("companions, one transcript changed", {"feedpub": edited, "pass": bench.idle})
    yield beside_pass(targets.COMPANIONS_CHANGED, size, usages)


def jobs(bench: Bench) -> Iterator[Figure]:
    """Python-Markdown is slow enough that a second process is worth its start."""
    size = min(1_000, bench.sizes[-1])
    folder = show_of(size, "pelican")
    contenders = {
        f"--jobs {number}": bench.feedpub(folder, "build", "--jobs", number, prepare=partial(forget, folder))
        for number in ("2", "1")
    }
    two, one = bench.compare(f"pelican flavour, {size}", contenders, min(bench.rounds, 3)).values()
    yield figure(targets.TWO_JOBS, size, ratios([usage.wall for usage in two], [usage.wall for usage in one]))


def validate(bench: Bench) -> Iterator[Figure]:
    """The feed of each show beside the XSD alone, which only knows the shape of a feed."""
    if not shutil.which("xmllint"):
        print("... xmllint is not there (Debian: libxml2-utils): nothing to compare with", file=sys.stderr)
        return
    schema = str(_ROOT / "schemas" / "rss.xsd")
    for size in bench.sizes:
        folder = show_of(size)
        in_turn({"build": bench.feedpub(folder, "build")}, 1)
        feed = alone(folder)
        contenders = {
            "feedpub": bench.feedpub(folder, "validate", "--fail-on", "never", feed),
            "xmllint": Contender(["xmllint", "--noout", "--huge", "--schema", schema, feed], folder),
        }
        usages = bench.compare(f"validate the feed of {size}", contenders, rounds_for(bench, size))
        yield cpu_figure(targets.VALIDATE, size, usages["feedpub"], usages["xmllint"])
        peak = median([usage.peak_bytes for usage in usages["feedpub"]]) / 2**20
        yield plain_figure(targets.memory_of_feed(size), size, peak)
    yield from validate_again(bench)


def alone(folder: Path) -> str:
    """The feed of a show, away from the files that belong to it, which xmllint does not look at either."""
    feed = _WORK / "feeds" / f"{folder.name}.xml"
    feed.parent.mkdir(exist_ok=True)
    shutil.copyfile(folder / "build" / SHOW / "feed.xml", feed)
    return str(feed)


def validate_again(bench: Bench) -> Iterator[Figure]:
    """A show, whose items are not judged again where they have not changed."""
    size = min(1_000, bench.sizes[-1])
    folder = show_of(size)
    words = ("validate", "--fail-on", "never")

    def rebuild() -> None:
        forget(folder)
        in_turn({"build": bench.feedpub(folder, "build")}, 1)

    contenders = {
        "first": bench.feedpub(folder, *words, prepare=rebuild),
        "again": bench.feedpub(folder, *words),
    }
    usages = bench.compare(f"validate the show of {size} again", contenders, min(bench.rounds, 3))
    yield cpu_figure(targets.VALIDATE_AGAIN, size, usages["again"], usages["first"])


def start(bench: Bench) -> Iterator[Figure]:
    usages = bench.compare("--help", {"feedpub": bench.feedpub(_WORK, "--help"), "pass": bench.idle})
    yield beside_pass(targets.HELP, 0, usages)


PARTS = {
    "build": build,
    "idle": idle,
    "companions": companions,
    "jobs": jobs,
    "validate": validate,
    "start": start,
}


def show_of(size: int, flavour: str = "commonmark", *, companions: bool = False) -> Path:
    """The show of that size; made where it is not there yet."""
    folder = _WORK / f"{flavour}-{size}{'-companions' * companions}"
    if not (folder / "metadata.pickle").exists():
        print(f"... making a show of {size} episodes", file=sys.stderr, flush=True)
        words = ["benchmarks.make_show", str(folder), "--episodes", str(size), "--flavour", flavour]
        words += ["--companions"] * companions
        # A process of its own: what it needs must not count as our memory, which is the floor of any child's.
        subprocess.run([sys.executable, "-m", *words], check=True, env=environment())
    return folder


def peer(name: str, folder: Path) -> Contender:
    words = ["benchmarks.peers", name, str(folder / "metadata.pickle"), os.devnull]
    return Contender([sys.executable, "-m", *words], folder)


def forget(folder: Path, ledger: bool = False) -> None:
    """Back to what a fresh clone holds; with ``ledger``, to a show that was never built."""
    for name in ("build", ".feedpub"):
        shutil.rmtree(folder / name, ignore_errors=True)
    if ledger:
        (folder / "feeds" / SHOW / "ledger.toml").unlink(missing_ok=True)


def check_feed(folder: Path, size: int) -> None:
    """Raises SystemExit where the feed does not hold all episodes: a build that fails early is fast."""
    found = (folder / "build" / SHOW / "feed.xml").read_bytes().count(b"<item>")
    if found != size:
        raise SystemExit(f"{folder}: the feed holds {found} of {size} episodes")


def edit_one(folder: Path) -> None:
    """Adds a word to the second episode."""
    with episode_path(folder, 2).open("a", encoding="utf-8") as file:
        file.write("More.\n")


def edit_transcript(folder: Path) -> None:
    """Adds a cue to the transcript of the second episode."""
    with transcript_path(folder, 2).open("a", encoding="utf-8") as file:
        file.write("\n00:00:28.000 --> 00:00:28.500\nMore.\n")


def rounds_for(bench: Bench, size: int) -> int:
    return bench.rounds if size <= 1_000 else min(bench.rounds, 3)


def cpu_figure(target: Target, size: int, ours: Sequence[Usage], theirs: Sequence[Usage]) -> Figure:
    return figure(target, size, ratios([usage.cpu for usage in ours], [usage.cpu for usage in theirs]))


def beside_pass(target: Target, size: int, usages: dict[str, list[Usage]]) -> Figure:
    return cpu_figure(beside_start(target, size), size, usages["feedpub"], usages["pass"])


def figure(target: Target, size: int, values: Sequence[float]) -> Figure:
    return Figure(target, size, median(values), min(values), max(values))


def plain_figure(target: Target, size: int, value: float) -> Figure:
    return Figure(target, size, value, value, value)


def growth(target: Target, costs: dict[int, float]) -> Iterator[Figure]:
    """Cost per episode from one size to the next, without what a start costs at any size."""
    sizes = list(costs)
    for before, here, after in zip(sizes, sizes[1:], sizes[2:], strict=False):
        first = (costs[here] - costs[before]) / (here - before)
        second = (costs[after] - costs[here]) / (after - here)
        yield plain_figure(target, after, second / first)


def default_command() -> list[str]:
    installed = Path(sys.executable).with_name("feedpub")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "feedpub"]


def parse_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="100,1000,10000", help="numbers of episodes")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--command", help="what to measure; default: feedpub beside this Python")
    parser.add_argument("--json", type=Path, help="keep the raw figures in this file")
    return parser.parse_args()


def main() -> None:
    words = parse_words()
    _WORK.mkdir(exist_ok=True)
    command = shlex.split(words.command) if words.command else default_command()
    bench = Bench(command, sorted(map(int, words.sizes.split(","))), words.rounds)
    figures = [one for name in words.only.split(",") for one in PARTS[name](bench)]
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    print(f"{machine}; medians of paired runs\n")
    print(render_table(figures))
    if words.json:
        raw = {
            label: {name: list(runs) for name, runs in usages.items()} for label, usages in bench.raw.items()
        }
        words.json.write_text(json.dumps({"figures": figures, "usages": raw}, indent=1), encoding="utf-8")
    sys.exit(any(one.verdict == "MISSED" for one in figures))


if __name__ == "__main__":
    main()
