"""The wheel is all that a user gets: with its declared dependencies and nothing else it does the main job."""

import os
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, locked


def run(*command: str | Path, folder: Path) -> str:
    """What it printed; fails the test with that where it does not end well."""
    unwanted = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    return next(folder.glob("feedpub-*.whl"))


def link_locked_packages(site_packages: Path) -> None:
    """Lets an environment see what requirements/run.txt names, as installed here, and nothing else."""
    for name in locked("run.txt"):
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        tops = {path.parts[0] for path in distribution.files or ()} - {"..", "__pycache__"}
        for top in tops:
            link = site_packages / top
            if not link.exists():
                link.symlink_to(Path(str(distribution.locate_file(top))))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``feedpub`` command of a fresh environment."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    link_locked_packages(next(folder.glob("lib/python*/site-packages")))
    pip = [sys.executable, "-m", "pip", "--python", python, "--quiet", "--disable-pip-version-check"]
    run(*pip, "install", "--no-deps", "--no-index", wheel, folder=folder)
    return folder / "bin" / "feedpub"


def test_it_carries_every_file_of_the_package(wheel: Path) -> None:
    """Starter show, stylesheets and texts travel with the code."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "feedpub").rglob("*") if path.is_file()}
    wanted = {name for name in package if "__pycache__" not in name}
    assert wanted - inside == set()


def test_it_carries_the_schemas(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert {f"feedpub/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()} <= inside


def test_it_carries_nothing_else(wheel: Path) -> None:
    """No tests, no show, no tools."""
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.startswith("feedpub")} == set()


def test_installed_alone_it_starts_a_show_and_builds_its_feed(installed: Path, tmp_path: Path) -> None:
    run(installed, "init", "show", folder=tmp_path)
    run(installed, "build", folder=tmp_path / "show")
    feeds = list((tmp_path / "show" / "build").glob("*/feed.xml"))
    assert len(feeds) == 1
    assert b"<enclosure " in feeds[0].read_bytes()


def test_installed_alone_it_tells_its_version(installed: Path, tmp_path: Path) -> None:
    from feedpub import __version__

    assert __version__ in run(installed, "--version", folder=tmp_path)
