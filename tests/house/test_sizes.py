"""Files and functions stay small, and are called for what they are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.checkout import PACKAGE

FILES = sorted(PACKAGE.rglob("*.py"))
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40

#: file or file:function -> why it is larger
LARGE: dict[str, str] = {}

#: Words that say nothing about what is inside.
EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "manager",
    "handler",
    "processor",
    "service",
    "data",
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def large_parts() -> Iterator[str]:
    for path in FILES:
        if len(path.read_text(encoding="utf-8").splitlines()) > LINES_OF_A_FILE:
            yield name_of(path)
        for node in definitions(path):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if not isinstance(node, ast.ClassDef) and lines > LINES_OF_A_FUNCTION:
                yield f"{name_of(path)}:{node.name}"


def test_files_and_functions_are_small_or_say_why_not() -> None:
    """Nothing is large without a reason in LARGE, and no reason outlives what it excused."""
    assert sorted(large_parts()) == sorted(LARGE)


def test_modules_are_named_for_what_they_hold() -> None:
    names = {part for path in FILES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert {name for name in names if set(name.split("_")) & EMPTY_WORDS} == set()


def test_classes_are_named_for_what_they_are() -> None:
    """No class ends in Manager, Helper or their like."""
    names = {node.name for path in FILES for node in definitions(path) if isinstance(node, ast.ClassDef)}
    assert {name for name in names if re.split(r"(?=[A-Z])", name)[-1].lower() in EMPTY_WORDS} == set()
