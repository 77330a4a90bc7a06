"""The quick verdict on settings is that of the validator."""

from datetime import date, datetime, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from feedpub.config.keys import list_keys, list_tables
from feedpub.config.plainly_right import is_plainly_right
from feedpub.config.shorthand import in_full
from feedpub.config.validator import settings_model

RIGHT: dict[str, Any] = {
    "title": "Demo",
    "description": "A demo.",
    "site": "https://demo.example/",
    "feed_url": "https://demo.example/feed.xml",
    "language": "en",
    "author": "Ada",
    "categories": ["Technology"],
    "artwork": "art/cover.png",
}

texts = st.sampled_from(
    [
        "",
        " ",
        "x",
        "en",
        "https://a.example/",
        "a@b.example",
        "Arts",
        "Arts > Books",
        "{slug}.html",
        "{nope}",
        "../x",
    ]
)
values = st.one_of(
    texts,
    st.booleans(),
    st.integers(-1, 2**31),
    st.floats(allow_nan=False),
    st.lists(texts, max_size=3),
    st.dictionaries(st.sampled_from(["name", "email", "url", "x"]), texts, max_size=3),
    st.dictionaries(
        st.sampled_from(["ada", "bob"]),
        st.dictionaries(st.sampled_from(["name", "role", "url", "nope"]), texts, max_size=3),
        max_size=2,
    ),
    st.sampled_from(["serial", "pelican", "file", "header", "vtt", "1:13", "2026-01-05", "lightning"]),
    st.sampled_from([date(2026, 1, 5), datetime(2026, 1, 5, 9), time(0, 1, 13)]),
    st.lists(st.integers(0, 400), max_size=3),
    st.deferred(lambda: nouns),
    st.deferred(lambda: st.lists(nouns, max_size=2)),
)
names = st.sampled_from(
    sorted({name for table in list_tables() for name in table.kind._fields} | {"nope", "media"})
)
nouns = st.dictionaries(
    names,
    st.one_of(
        texts,
        st.sampled_from(["geo:1,2", "GB", "1:13", "a:b", "audio/mpeg", "node", "irc"]),
        st.integers(-1, 90),
        st.floats(allow_nan=True),
        st.booleans(),
        st.deferred(lambda: st.lists(nouns, max_size=2)),
    ),
    max_size=3,
)
paths = st.sampled_from(
    [key.path for key in list_keys()]
    + [table.path for table in list_tables() if table.path]
    + [("nope",), ("audio", "nope"), ("people",), ("seasons",)]
)


def put(table: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    for name in path[:-1]:
        below = table.setdefault(name, {})
        if not isinstance(below, dict):
            return
        table = below
    table[path[-1]] = value


def faults(table: dict[str, Any]) -> set[str]:
    try:
        settings_model().model_validate(table)
    except ValidationError as error:
        return {one["type"] for one in error.errors()}
    return set()


@given(st.lists(st.tuples(paths, values), max_size=4), st.sets(st.sampled_from(sorted(RIGHT)), max_size=1))
def test_the_quick_verdict_is_that_of_the_validator(
    changes: list[tuple[tuple[str, ...], object]], left: set[str]
) -> None:
    table = {key: value for key, value in RIGHT.items() if key not in left}
    for path, value in changes:
        put(table, path, value)
    table = in_full(table)
    assert is_plainly_right(table, complete=True) == (not faults(table))
    assert is_plainly_right(table, complete=False) == (not faults(table) - {"missing"})


def test_an_empty_file_is_right_but_not_complete() -> None:
    assert is_plainly_right({}, complete=False)
    assert not is_plainly_right({}, complete=True)
