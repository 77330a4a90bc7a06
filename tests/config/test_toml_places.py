"""Lines and columns in TOML files."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.config.toml_places import find_toml_places

TEXT = '''\
title = "a # b" # comment
"quoted key" = 1
owner.name = 'x' # dotted
owner . "email" = "y"

[audio] # [no.table]
  formats = [
    "mp3", # "ogg",
    [1, 2],
  ]
url = """
[fake]
key = "]"
""" # end
inline = { a = 1, b.c = [ "x", "y" ], "d" = { e = 2 } }
dates = 1979-05-27 07:32:00
quotes = """"two"" """""
raw = \'\'\'it's\'\'\'

[people.ada]
name = "Ada"
[people."bo.b"]
name = "Bo"

[[episode]]
guid = "1"
[episode.audio]
length = 5
[[episode]]
guid = "2"
ö = 1
'''.replace("ö", '"ö"')


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (1, 1)),
        (("quoted key",), (2, 1)),
        (("owner",), (3, 1)),
        (("owner", "name"), (3, 7)),
        (("owner", "email"), (4, 9)),
        (("audio",), (6, 1)),
        (("audio", "formats"), (7, 3)),
        (("audio", "url"), (11, 1)),
        (("audio", "inline", "a"), (15, 12)),
        (("audio", "inline", "b", "c"), (15, 21)),
        (("audio", "inline", "d", "e"), (15, 47)),
        (("audio", "dates"), (16, 1)),
        (("audio", "quotes"), (17, 1)),
        (("audio", "raw"), (18, 1)),
        (("people", "ada"), (20, 1)),
        (("people", "ada", "name"), (21, 1)),
        (("people", "bo.b", "name"), (23, 1)),
        (("episode", 0), (25, 1)),
        (("episode", 0, "guid"), (26, 1)),
        (("episode", 0, "audio"), (27, 1)),
        (("episode", 0, "audio", "length"), (28, 1)),
        (("episode", 1), (29, 1)),
        (("episode", 1, "guid"), (30, 1)),
        (("episode", 1, "ö"), (31, 1)),
    ],
)
def test_a_key_is_found_where_it_stands(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert find_toml_places(TEXT).keys[path] == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (1, 9)),
        (("owner", "email"), (4, 19)),
        (("audio", "formats", 0), (8, 5)),
        (("audio", "formats", 1, 1), (9, 9)),
        (("audio", "inline", "b", "c", 1), (15, 32)),
        (("episode", 1, "ö"), (31, 7)),
    ],
)
def test_a_value_is_found_where_it_stands(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert find_toml_places(TEXT).values[path] == place


def test_every_key_and_value_is_found() -> None:
    places = find_toml_places(TEXT)
    assert set(leaves(tomllib.loads(TEXT), ())) <= places.values.keys()


def leaves(value: object, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list) and value:
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [path]


SCALARS = st.sampled_from(
    ["1", "true", '"x # y"', '"\\""', "'[z]'", "1e3", "07:32:00", '"""a\n"b" = 1\n"""', "'''\n'''", '"é"']
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=3).map(lambda items: "[ # [\n" + "  , # ]\n".join(items) + "\n]"),
        st.lists(inner, max_size=3).map(
            lambda items: "{ " + ", ".join(f"k{index} = {item}" for index, item in enumerate(items)) + " }"
        ),
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(["a{}", "b-{}", "'c {}'", '"d.{}"', "e{}.f", "g{} . 'h#'", '"\\u0069{}"'])


@given(st.lists(st.tuples(st.booleans(), KEYS, VALUES), max_size=6))
def test_any_toml_has_all_its_values_placed(rows: list[tuple[bool, str, str]]) -> None:
    lines = []
    for index, (table, key, value) in enumerate(rows):
        if table:
            lines.append(f"[[t.{key.format(index)}]] # [x]" if index % 2 else f"\t[t.{key.format(index)}]")
        lines.append(f"{key.format(index)} = {value}")
    text = "\n".join(lines)
    try:
        table_of = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    places = find_toml_places(text)
    for path in leaves(table_of, ()):
        line, column = places.values.get(path) or places.keys[path]
        assert text.split("\n")[line - 1][column - 1 :]
