"""Who may import whom. The contracts stand in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.checkout import PACKAGE, ROOT, imports_of


def test_imports_keep_to_the_contracts() -> None:
    """Imports point down, stages do not know each other, every room has its place."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


DECLARATIONS = [
    path for path in sorted(PACKAGE.glob("*/settings.py")) if "Setting(" in path.read_text("utf-8")
]


@pytest.mark.parametrize("path", DECLARATIONS, ids=lambda path: path.parent.name)
def test_a_stage_declares_its_settings_with_the_model_alone(path: Path) -> None:
    """What a stage can be told is known without the stage, nor any library, being loaded."""
    foreign = {name for name in imports_of(path) if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not name.startswith("feedpub.model")} == set()
