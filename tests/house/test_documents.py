"""What people read leads somewhere, and the repository speaks of the project alone."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from feedpub import __version__
from tests.house.checkout import ROOT, project

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

#: Addresses of package registries, options that name them, and folders of one machine.
FOREIGN = re.compile(
    rb"(?<![\w.~-])/(?:work|root|builddir)/"
    rb"|(?:^|\s)--(?:extra-)?index-url\b|(?:^|\s)--find-links\b|/simple/?(?=\s|$)|file:///opt",
    re.MULTILINE,
)


def prose_of(path: Path) -> str:
    """The text without code, in which brackets mean other things."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"^(```|~~~).*?^\1|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors_of(path: Path) -> set[str]:
    """The fragments that headings make, as Git hosts build them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead_links(path: Path) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)\s]+)", prose_of(path)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, fragment = unquote(link).partition("#")
        target = (path.parent / name) if name else path
        if not target.exists() or (fragment and fragment not in anchors_of(target)):
            yield link


def repository_files() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not in a Git checkout: what belongs to the repository is not known")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    return [path for name in names if name and (path := ROOT / os.fsdecode(name)).is_file()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_to_a_file_and_a_heading(path: Path) -> None:
    assert list(dead_links(path)) == []


def test_the_changelog_tells_about_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_names_a_machine_or_a_registry() -> None:
    """A fresh clone works anywhere: nothing in it is true of one machine only."""
    others = [path for path in repository_files() if path != Path(__file__).resolve()]
    assert [str(path.relative_to(ROOT)) for path in others if FOREIGN.search(path.read_bytes())] == []


def test_the_check_of_everything_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_make_commands_of_the_documents_exist() -> None:
    """`make x` in a document is a target of the Makefile."""
    targets = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
    named = {
        name
        for text in texts
        for name in re.findall(r"(?:`|^ {4}|^)make ([a-z-]+)", text, flags=re.MULTILINE)
    }
    assert named - targets == set()


def test_the_version_stands_in_one_place() -> None:
    """It is read from the package, and nowhere written down again."""
    assert "version" in project()["dynamic"]
