"""What regular expressions may not use."""

import re
from pathlib import Path

import pytest

from tests.house.checkout import PACKAGE


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python 3.11 before 3.11.5, such as Debian 12 has, raises SystemError there (python/cpython #101955)."""
    without_classes = re.sub(r"\[(?:\\.|[^\]\\\n])*\]", "[]", path.read_text(encoding="utf-8"))
    assert not re.findall(r"[rbf]{1,2}\"[^\"\n]*\)[*+?]\+[^\"\n]*\"", without_classes)
