"""What is generated is up to date."""

import subprocess
import sys
from pathlib import Path

import pytest

from feedpub.validate.registry import all_rules
from tools.make_docs import ROOT, list_generated
from tools.rules_reference import as_markdown, page_name


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


@pytest.mark.parametrize(
    "text,markdown",
    [
        ("The `<item>` has no `<guid>`.", "The `<item>` has no `<guid>`."),
        ("a <b> and *c* [d](e) | f", r"a \<b> and \*c\* \[d\](e) \| f"),
        ("two\n  lines", "two lines"),
    ],
)
def test_prose_of_a_rule_is_no_markup_but_for_its_backquotes(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


def test_every_rule_has_a_page_that_the_index_leads_to() -> None:
    index = (ROOT / "docs" / "rules" / "README.md").read_text(encoding="utf-8")
    pages = [f"({page_name(one)})" for one in all_rules()]
    assert [page for page in pages if page not in index] == []
