"""Whole builds against what they gave before. `make golden` writes the expectations anew.

A case is a folder of tests/cases: ``workspace/`` is built at a fixed instant, ``expected/`` holds what the
build says and the feeds that it writes. The show of this repository is a case too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
OWN = "own-show"
NOW = "2030-01-01T12:00:00+00:00"


def workspace_of(case: str, target: Path) -> Path:
    """A copy that may be built in."""
    if case == OWN:
        shutil.copy(ROOT / "config.toml", target)
        shutil.copytree(ROOT / "feeds", target / "feeds")
    else:
        shutil.copytree(CASES / case / "workspace", target, dirs_exist_ok=True)
    return target


def build(workspace: Path) -> dict[str, str]:
    """What `feedpub build` says, with its exit code, and the feeds that it writes."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("FEEDPUB_")}
    done = subprocess.run(
        [sys.executable, "-m", "feedpub", "build"],
        cwd=workspace,
        env={**environ, "FEEDPUB_NOW": NOW, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {"output.txt": f"{done.stdout}{done.stderr}exit code {done.returncode}\n"}
    for path in sorted(workspace.glob("build/*/feed.xml")):
        found[f"{path.parent.name}.xml"] = path.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_build_gives_what_is_expected(case: str, tmp_path: Path) -> None:
    found = build(workspace_of(case, tmp_path))
    expected = CASES / case / "expected"
    if os.environ.get("FEEDPUB_GOLDEN") == "write":
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir(parents=True)
        for name, text in found.items():
            (expected / name).write_text(text, encoding="utf-8")
    assert found == {path.name: path.read_text(encoding="utf-8") for path in sorted(expected.iterdir())}
