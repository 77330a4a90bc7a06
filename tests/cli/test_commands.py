"""`init`, `new`, `config`, `next`, `completion`."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.workspace import SHOW, Workspace, episode, mp3


def run(
    cwd: Path, *words: str, stdin: IO[str] | None = None, **environ: str
) -> "subprocess.CompletedProcess[str]":
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
    return subprocess.run(
        [sys.executable, "-m", "feedpub", *words],
        cwd=cwd, env=kept | environ, stdin=stdin, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


# -- init ----------------------------------------------------------------------------------------


def test_a_new_show_builds_at_once(tmp_path: Path) -> None:
    made = run(
        tmp_path,
        "init",
        "My Show!",
        "--author",
        'A "b" \\ c',
        "--email",
        "a@b.example",
        "--timezone",
        "Asia/Tokyo",
    )
    assert made.returncode == 0, made.stderr
    built = run(tmp_path / "My Show!", "build")
    assert built.returncode == 0, built.stderr
    # All that is left to do is to give it an address of its own.
    assert built.stderr.count("warning:") == built.stderr.count("[example-address]")
    assert built.stdout.startswith("my-show: 1 episode in build/my-show/feed.xml")


def test_init_adds_a_show_to_a_workspace_and_overwrites_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "first").returncode == 0
    root = tmp_path / "first"
    config = root / "config.toml"
    config.write_text("# mine\n")
    again = run(tmp_path, "init", "first")
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert config.read_text() == "# mine\n"


def test_init_here_takes_the_name_of_the_folder(tmp_path: Path) -> None:
    root = tmp_path / "Hörspiele"
    root.mkdir()
    (root / "notes.txt").write_text("mine")
    (root / ".gitignore").write_text("mine\n")
    assert run(root, "init", ".").returncode == 0
    assert (root / ".gitignore").read_text() == "mine\n"
    assert [path.name for path in (root / "feeds").iterdir()] == ["horspiele"]
    assert run(root, "build").returncode == 0


@pytest.mark.parametrize("folder", ["!!!", "..."])
def test_a_folder_that_makes_no_name_is_exit_2(tmp_path: Path, folder: str) -> None:
    done = run(tmp_path, "init", folder)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option,value", [("--timezone", "Mars/Olympus"), ("--email", "nobody")])
def test_init_writes_no_show_that_would_not_build(tmp_path: Path, option: str, value: str) -> None:
    done = run(tmp_path, "init", "show", option, value)
    if done.returncode == 0:
        built = run(tmp_path / "show", "build")
        assert built.returncode == 0, built.stderr
    else:
        assert done.returncode == 2


def test_a_file_in_the_way_of_init_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "show").write_text("x")
    done = run(tmp_path, "init", "show")
    assert done.returncode in (2, 4)
    assert "Traceback" not in done.stderr
    assert (tmp_path / "show").read_text() == "x"


# -- new -----------------------------------------------------------------------------------------


def test_new_counts_on_from_the_newest_and_its_episode_builds(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(7)
    workspace.add(41)
    said = workspace.run("new", "Zoë: a “guest” & #1")
    assert said.returncode == 0, said.stderr
    path = tmp_path / said.stdout.splitlines()[0]
    assert path.name.startswith("042-")
    assert "042.mp3" in said.stdout
    assert "1 draft" in workspace.build()
    text = path.read_text()
    path.write_text("".join(line for line in text.splitlines(True) if not line.lower().startswith("draft")))
    workspace.write("feeds/demo/audio/042.mp3", mp3(500))
    workspace.build("--now", "2100-01-01T00:00:00Z")
    assert workspace.texts("title")[0] == "Zoë: a “guest” & #1"
    assert workspace.texts("itunes:episode")[0] == "42"


def test_the_first_episode_is_number_1(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert "001-first.md" in workspace.run("new", "First").stdout


def test_new_twice_makes_two_episodes(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first, second = workspace.run("new", "Same"), workspace.run("new", "Same")
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert first.stdout != second.stdout
    assert "2 drafts" in workspace.build()


@pytest.mark.parametrize("title", ["", "   ", "\x1b[2J", "a\nb", "x" * 400, "...", "/etc/passwd", "日本語"])
def test_any_title_gives_a_file_in_the_episodes_folder_or_exit_2(tmp_path: Path, title: str) -> None:
    workspace = Workspace(tmp_path)
    done = workspace.run("new", title)
    assert done.returncode in (0, 2), done.stderr
    files = list(tmp_path.rglob("*.md"))
    assert len(files) == (done.returncode == 0)
    assert all(path.parent == workspace.show / "episodes" for path in files)
    if files:
        workspace.build()


def test_new_asks_which_show_when_there_are_several(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.write("feeds/other/show.toml", SHOW)
    done = workspace.run("new", "T")
    assert done.returncode == 2
    assert "demo, other" in done.stderr
    assert workspace.run("new", "T", "--show", "other").returncode == 0


# -- config and next -----------------------------------------------------------------------------


def test_config_shows_where_each_value_came_from(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, config='copyright = "Ada"\n[notes]\nflavour = "pelican"\n')
    said = workspace.run("config", FEEDPUB_AUDIO__URL="https://cdn.example/{file}").stdout
    rows = {line.partition(" ")[0]: " ".join(line.split()) for line in said.splitlines()}
    assert rows["title"] == 'title = "Demo" # feeds/demo/show.toml:1'
    assert rows["copyright"] == 'copyright = "Ada" # config.toml:1'
    assert rows["notes.flavour"] == 'notes.flavour = "pelican" # config.toml:3'
    assert rows["audio.url"] == 'audio.url = "https://cdn.example/{file}" # $FEEDPUB_AUDIO__URL'
    assert rows["explicit"] == "explicit = false # default"


def test_the_schema_is_json(tmp_path: Path) -> None:
    assert "properties" in json.loads(run(tmp_path, "config", "--schema").stdout)


def test_next_tells_what_is_due_for_people_and_for_programs(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(1)
    workspace.add(2, date="2026-07-01 06:00", title="Episode 2 - [red]x[/]")
    assert workspace.run("next").stdout == "Wed 1 Jul 2026, 06:00 +02:00 (in 180 days)  demo: [red]x[/]\n"
    (due,) = json.loads(workspace.run("next", "--format", "json").stdout)
    assert due["utc"] == "2026-07-01T04:00:00+00:00"
    assert due["source"] == "feeds/demo/episodes/002-talk.md"


def test_next_writes_nothing_to_the_show(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.write("feeds/demo/episodes/002.md", episode(2, date="2026-07-01"))
    workspace.run("next")
    assert not workspace.ledger.exists()
    assert not (tmp_path / "build").exists()


# -- completion ----------------------------------------------------------------------------------


def complete(root: Path, *words: str) -> list[str]:
    """What bash proposes for the last of the words."""
    binary = root / "bin"
    binary.mkdir(exist_ok=True)
    command = binary / "feedpub"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m feedpub "$@"\n')
    command.chmod(0o755)
    line = " ".join(f"'{word}'" for word in ("feedpub", *words))
    script = (
        'eval "$(feedpub completion bash)"\n'
        f"COMP_WORDS=({line}); COMP_CWORD={len(words)}\n"
        "function_name=$(complete -p feedpub | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
        f"$function_name feedpub '{words[-1]}' ''\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environ = os.environ | {"PATH": f"{binary}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], cwd=root, env=environ, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_commands_options_and_shows(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.write("feeds/other/show.toml", SHOW)
    assert complete(tmp_path, "b") == ["build"]
    assert complete(tmp_path, "build", "de") == ["demo"]
    assert complete(tmp_path, "build", "demo", "") == ["demo", "other"]
    assert complete(tmp_path, "build", "--new") == ["--new-ledger"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(tmp_path: Path, shell: str) -> None:
    done = run(tmp_path, "completion", shell)
    assert done.returncode == 0
    assert "_FEEDPUB_COMPLETE" in done.stdout
