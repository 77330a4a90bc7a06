"""Help and version: at once, and what click would say."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import feedpub
from feedpub.cli.commands import COMMANDS
from feedpub.cli.commands import feedpub as group

FEEDPUB = [sys.executable, "-m", "feedpub"]
#: what an answer that should be quick must not load
HEAVY = {"click", "pydantic", "lxml", "yaml", "rich", "httpx", "feedgen", "markdown", "logging", "argparse"}


def run(*words: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*FEEDPUB, *words], cwd=cwd, capture_output=True, text=True, timeout=60)


def loaded(cwd: Path, *words: str) -> set[str]:
    """The packages that a command line imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "feedpub", *words],
        cwd=cwd, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-1000:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_help_page_that_is_kept_is_clicks(name: str) -> None:
    words = [name] if name else []
    command = group.get_command(click.Context(group), name) if name else group
    assert command is not None
    info = "feedpub " + name if name else "feedpub"
    context = click.Context(command, info_name=info, max_content_width=100, terminal_width=100)
    context.help_option_names = ["-h", "--help"]
    said = {run(*words, option).stdout for option in ("-h", "--help")}
    assert len(said) == 1
    assert said.pop().split() == command.get_help(context).split()


def test_no_word_at_all_is_a_call_for_help() -> None:
    done = run()
    assert done.returncode == 0
    assert done.stdout == run("--help").stdout
    assert all(name in done.stdout for name in COMMANDS)


def test_help_tells_each_exit_code() -> None:
    said = " ".join(run("--help").stdout.split())
    for words in ("0 done", "1 faults", "2 wrong usage", "3 refused", "4 disk", "7 another run", "70 a bug"):
        assert words in said


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(option: str) -> None:
    done = run(option)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"feedpub {feedpub.__version__}\n", "")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["build", "--help"], []])
def test_a_short_answer_loads_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    assert loaded(tmp_path, *words) & HEAVY == set()


@pytest.mark.parametrize(
    "words,said",
    [
        (["bild"], "Did you mean `build`?"),
        (["frob"], "No such command 'frob'"),
        (["build", "--frob"], "No such option"),
        (["-x"], "No such option"),
        (["build", "-j", "0"], "not in the range"),
        (["build", "-j", "many"], "not a valid integer"),
        (["new"], "Missing argument"),
        (["init"], "Missing argument"),
        (["completion", "tcsh"], "is not one of"),
        (["build", "-C", "/nowhere"], "no workspace"),
    ],
)
def test_wrong_words_are_exit_2_on_stderr(words: list[str], said: str, tmp_path: Path) -> None:
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr
