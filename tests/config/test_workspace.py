"""Finding a workspace and its shows."""

from pathlib import Path

import pytest

from feedpub.config.workspace import find_workspace, list_shows
from feedpub.errors import UsageError
from tests.config.workspace import make_workspace


def test_the_nearest_workspace_upward_is_found(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    make_workspace(tmp_path / "feeds" / "demo" / "inner")
    assert find_workspace(str(tmp_path / "feeds" / "demo")) == str(tmp_path)


def test_the_path_of_a_workspace_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_workspace(tmp_path)
    monkeypatch.chdir(tmp_path / "feeds")
    assert find_workspace(".") == str(tmp_path)


def test_a_folder_named_config_toml_makes_no_workspace(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    (tmp_path / "feeds" / "config.toml").mkdir()
    assert find_workspace(str(tmp_path / "feeds")) == str(tmp_path)


def test_without_a_workspace_init_is_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no workspace") as caught:
        find_workspace(tmp_path.anchor)
    assert "feedpub init" in caught.value.fix


def test_shows_are_the_folders_with_a_show_toml_sorted(tmp_path: Path) -> None:
    for name in ("zebra", "Ada", "middle", ".hidden"):
        (tmp_path / "feeds" / name).mkdir(parents=True)
        (tmp_path / "feeds" / name / "show.toml").touch()
    (tmp_path / "feeds" / "unfinished").mkdir()
    (tmp_path / "feeds" / "notes.txt").touch()
    assert list_shows(str(tmp_path)) == ("Ada", "middle", "zebra")


@pytest.mark.parametrize("folder", ["feeds", "feeds/empty", "elsewhere"])
def test_a_workspace_without_shows_is_an_error(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(UsageError, match="no show"):
        list_shows(str(tmp_path))
