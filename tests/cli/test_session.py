"""Which shows, when, how loud: the words that all commands share."""

from pathlib import Path

import pytest

from tests.cli.test_help import HEAVY, loaded
from tests.workspace import Workspace, episode


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1)
    return made


@pytest.mark.parametrize(
    "show,hint",
    [
        ("demmo", "did you mean `demo`?"),
        ("../demo", "did you mean `demo`?"),
        ("zzz", "there are: demo"),
        ("", "there are: demo"),
        ("a\x1b[2Jb", "there are: demo"),
    ],
)
def test_an_unknown_show_is_answered_with_the_nearest(workspace: Workspace, show: str, hint: str) -> None:
    said = workspace.build(show, code=2)
    assert hint in said
    assert "\x1b" not in said


def test_a_show_named_twice_is_built_once(workspace: Workspace) -> None:
    assert workspace.build("demo", "demo").count("demo: 1 episode") == 1


@pytest.mark.parametrize("now", ["yesterday", "2025-13-01T00:00+00:00", "1e400", "", " "])
def test_an_instant_that_is_none_is_exit_2(workspace: Workspace, now: str) -> None:
    said = workspace.build("--now", now, code=2, now="")
    assert "is no instant" in said or ("is empty" in said and not now.strip())


def test_an_instant_without_offset_is_answered_with_one_that_works(workspace: Workspace) -> None:
    said = workspace.build("--now", "2025-06-01", code=2)
    better = said.split("write it as ")[1].split(",")[0].split("\n")[0]
    workspace.build("--now", better)


def test_a_workspace_is_found_from_any_folder_in_it(workspace: Workspace) -> None:
    assert "1 episode" in workspace.build("-C", str(workspace.show / "episodes"))


def test_quiet_says_nothing_when_all_is_well(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/001-talk.md", episode(1, notes="[x](relative)\n\n<iframe>"))
    assert workspace.build("-q") == ""
    assert workspace.build("--quiet", now="") == ""


def test_quiet_does_not_hide_an_error(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/002.md", "Title: T\n\nx\n")
    assert "002.md: error: the episode has no date" in workspace.build("-q", code=1)


def test_results_are_on_stdout_and_complaints_on_stderr(workspace: Workspace) -> None:
    workspace.write("feeds/demo/episodes/001-talk.md", episode(1, notes="[x](javascript:alert(1))"))
    done = workspace.run("build")
    assert done.stdout.startswith("demo: 1 episode in build/demo/feed.xml (")
    assert "warning" in done.stderr
    assert done.stdout.count("\n") == 1


def settled(workspace: Workspace) -> None:
    """Built, with all files old enough to be trusted."""
    import time

    time.sleep(0.12)
    workspace.build(now="")
    workspace.build(now="")


@pytest.mark.parametrize("words", [[], ["-q"], ["demo"]])
def test_that_nothing_has_changed_is_known_without_loading_anything(
    workspace: Workspace, words: list[str]
) -> None:
    settled(workspace)
    assert loaded(workspace.root, "build", *words) & HEAVY == set()


def test_a_change_of_one_episode_loads_no_validator_and_no_command_line_library(workspace: Workspace) -> None:
    settled(workspace)
    workspace.write("feeds/demo/episodes/001-talk.md", episode(1, notes="Other."))
    assert loaded(workspace.root, "build") & {"click", "pydantic", "rich", "yaml", "httpx"} == set()


@pytest.mark.parametrize("value,logs", [("1", True), ("2", True), ("0", False), ("x", False), ("²", False)])
def test_the_log_can_be_switched_on_by_the_environment(workspace: Workspace, value: str, logs: bool) -> None:
    assert ("build.started" in workspace.build(FEEDPUB_LOG=value)) == logs
