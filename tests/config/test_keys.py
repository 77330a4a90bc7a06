"""The table of keys."""

import tomllib
from typing import get_args, get_origin

import pytest

from feedpub.config.keys import Key, find_key, list_keys, list_tables


@pytest.mark.parametrize("key", list_keys(), ids=lambda key: key.dotted)
def test_every_key_is_described_with_an_example_of_its_type(key: Key) -> None:
    setting = key.field.setting
    assert setting.doc.endswith(".")
    value = tomllib.loads(f"example = {setting.example}")["example"]
    expected = get_origin(key.field.type) or key.field.type
    if expected is tuple:
        assert isinstance(value, list)
    elif expected in (str, int, bool):
        assert isinstance(value, expected)
    else:
        assert value in get_args(key.field.type) or isinstance(value, get_args(key.field.type))


def test_every_key_has_a_variable_of_its_own() -> None:
    variables = [key.variable for key in list_keys()]
    assert len(set(variables)) == len(variables)


def test_keys_stand_in_the_tables_of_the_files() -> None:
    tables = (), ("owner",), ("people", "ID"), ("episodes",), ("audio",), ("notes",), ("feed",)
    assert list_tables() == tables


@pytest.mark.parametrize(
    ("path", "dotted"),
    [
        (("title",), "title"),
        (("people", "ada", "name"), "people.ID.name"),
        (("categories", 3), "categories"),
        (("audio", "url"), "audio.url"),
    ],
)
def test_a_key_is_found_by_its_path(path: tuple[str | int, ...], dotted: str) -> None:
    key = find_key(path)
    assert key is not None
    assert key.dotted == dotted


@pytest.mark.parametrize("path", [("audio",), ("url",), ("people", "", "name"), ("audio", "url", "x"), ()])
def test_what_is_no_key_is_not_found(path: tuple[str, ...]) -> None:
    assert find_key(path) is None
