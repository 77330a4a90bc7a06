"""The table of keys."""

import tomllib
from datetime import timedelta
from typing import Literal, get_origin

import pytest

from feedpub.config.keys import Key, find_key, list_keys, list_tables


@pytest.mark.parametrize("key", list_keys(), ids=lambda key: key.dotted)
def test_every_key_is_described_with_an_example_of_its_type(key: Key) -> None:
    setting = key.field.setting
    assert setting.doc.endswith(".")
    value = tomllib.loads(f"example = {setting.example}")["example"]
    kinds = {tuple: list, timedelta: str | int, Literal: str}
    kind = get_origin(key.field.kind) or key.field.kind
    assert isinstance(value, kinds.get(kind, kind))


def test_every_key_has_a_variable_of_its_own() -> None:
    variables = [key.variable for key in list_keys() if key.variable]
    assert len(set(variables)) == len(variables)


def test_what_stands_in_a_list_has_no_variable() -> None:
    lists = {key.dotted for key in list_keys() if not key.variable}
    assert {"funding.url", "value.suggested", "value.time_splits.remote_item.show"} <= lists
    assert {"license.name", "updates.rrule", "seasons.ID.name", "feed.namespaces"}.isdisjoint(lists)


def test_keys_stand_in_the_tables_of_the_files() -> None:
    headers = [table.header for table in list_tables()]
    sections = ["episodes", "audio", "notes", "feed", "chapters", "transcripts", "pictures"]
    assert headers[:3] == ["[]", "[owner]", "[people.ID]"]
    assert headers[-len(sections) :] == [f"[{name}]" for name in sections]
    assert {"[[funding]]", "[license]", "[[value]]", "[[value.recipients]]", "[seasons.ID]"} < set(headers)


def test_a_table_that_holds_its_own_kind_is_listed_once() -> None:
    assert [table.header for table in list_tables()].count("[[extra]]") == 1
    assert "[[extra.children]]" not in {table.header for table in list_tables()}


@pytest.mark.parametrize(
    ("path", "dotted"),
    [
        (("title",), "title"),
        (("people", "ada", "name"), "people.ID.name"),
        (("categories", 3), "categories"),
        (("audio", "url"), "audio.url"),
        (("funding", 0, "url"), "funding.url"),
        (("value", "time_splits", 1, "remote_item", "show"), "value.time_splits.remote_item.show"),
        (("extra", 0, "children", 2, "children", 0, "text"), "extra.children.children.text"),
        (("extra", 0, "attributes", "scheme"), "extra.attributes"),
        (("feed", "namespaces", "media"), "feed.namespaces"),
    ],
)
def test_a_key_is_found_by_its_path(path: tuple[str | int, ...], dotted: str) -> None:
    key = find_key(path)
    assert key is not None
    assert key.dotted == dotted


@pytest.mark.parametrize(
    "path",
    [
        ("audio",),
        ("funding",),
        ("funding", 0),
        ("seasons",),
        ("license",),
        ("url",),
        ("people", "", "name"),
        ("audio", "url", "x"),
        (),
    ],
)
def test_what_is_no_key_is_not_found(path: tuple[str, ...]) -> None:
    assert find_key(path) is None
