"""What is generated is up to date."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.make_docs import ROOT, list_generated


@pytest.mark.parametrize(
    ("path", "render"), tuple(list_generated()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_generated_file_is_up_to_date(path: str, render) -> None:  # type: ignore[no-untyped-def]
    assert (ROOT / path).read_text(encoding="utf-8") == render(), "run make docs"


@pytest.fixture
def tool(tmp_path: Path) -> list[str]:
    """`make_docs.py` in a checkout that has no documents yet."""
    (tmp_path / "tools").mkdir()
    for source in (ROOT / "tools").glob("*.py"):
        (tmp_path / "tools" / source.name).write_bytes(source.read_bytes())
    (tmp_path / "feedpub").symlink_to(ROOT / "feedpub")
    return [sys.executable, "-B", str(tmp_path / "tools" / "make_docs.py")]


def test_the_check_says_what_is_out_of_date(tmp_path: Path, tool: list[str]) -> None:
    """`make_docs.py --check` changes nothing, names the stale file and fails."""
    checked = subprocess.run([*tool, "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 1
    assert "docs/reference/settings.md is out of date: run make docs" in checked.stdout
    assert not (tmp_path / "docs").exists()
    assert subprocess.run(tool, capture_output=True, check=False).returncode == 0
    assert subprocess.run([*tool, "--check"], capture_output=True, check=False).returncode == 0


def test_the_page_of_a_rule_that_is_gone_goes(tmp_path: Path, tool: list[str]) -> None:
    subprocess.run(tool, capture_output=True, check=True)
    left = tmp_path / "docs" / "rules" / "OLD001-gone.md"
    left.write_text("# OLD001 gone\n")
    checked = subprocess.run([*tool, "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 1
    assert "docs/rules/OLD001-gone.md is of nothing any more: run make docs" in checked.stdout
    assert "removed docs/rules/OLD001-gone.md" in subprocess.run(tool, capture_output=True, text=True).stdout
    assert not left.exists()
