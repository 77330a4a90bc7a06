"""Every library that feedpub takes has a reason, is declared, and is locked."""

import re
import sys
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.house.checkout import PACKAGE, ROOT, imports_of, locked, project

DECLARED = {(one := Requirement(text)).name.lower(): one for text in project()["dependencies"]}
REASONS = (ROOT / "docs" / "design" / "dependencies.md").read_text(encoding="utf-8")

#: module -> distribution, where the two differ
DISTRIBUTIONS = {"PIL": "pillow", "yaml": "pyyaml", "pydantic_core": "pydantic", "markupsafe": "jinja2"}

#: declared, but not imported by name -> why
SILENT = {
    "python-dateutil": "feedgen's own; bounded because later versions take half as long again to import",
    "tzdata": "zoneinfo finds it by itself where the system has no time zones",
}


def imported() -> set[str]:
    """The distributions that the package imports from."""
    modules = {name.partition(".")[0] for path in PACKAGE.rglob("*.py") for name in imports_of(path)}
    foreign = modules - set(sys.stdlib_module_names) - {"feedpub"}
    return {DISTRIBUTIONS.get(name, name) for name in foreign - {"_typeshed"}}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    assert imported() == DECLARED.keys() - SILENT.keys()


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_dependency_has_its_reason_written_down(name: str) -> None:
    assert re.search(rf"^\| \*\*{re.escape(name)}\*\* \|", REASONS, flags=re.MULTILINE | re.IGNORECASE)


def test_no_reason_outlives_its_dependency() -> None:
    section = REASONS.partition("## At run time")[2].partition("\n## ")[0]
    named = {name.lower() for name in re.findall(r"^\| \*\*([\w.-]+)\*\* \|", section, flags=re.MULTILINE)}
    assert named == DECLARED.keys()


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_the_locked_version_is_one_that_we_allow(name: str) -> None:
    assert DECLARED[name].specifier.contains(locked("run.txt")[name])


@pytest.mark.parametrize("name", ["run.txt", "build.txt", "dev.txt"])
def test_each_locked_package_has_hashes(name: str) -> None:
    """What is installed is what was tested, whatever a registry hands out."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [block.partition(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_one_package_is_locked_at_one_version() -> None:
    run, build, dev = (locked(f"{name}.txt") for name in ("run", "build", "dev"))
    assert {**dev, **build, **run} == {**run, **build, **dev}


@pytest.mark.parametrize("name", sorted(locked("run.txt")))
def test_no_dependency_runs_code_when_python_starts(name: str) -> None:
    """A ``.pth`` file would slow down every start of every program in the environment."""
    try:
        files = metadata.distribution(name).files or []
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not installed here")
    assert [str(path) for path in files if path.suffix == ".pth"] == []
