"""Chapters in the head of an episode file, however its author lists them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Chapter
from feedpub.sources.chapters.header import parse_header_chapters

TWO = (Chapter(0, "Intro"), Chapter(94_500, "Questions"))


@pytest.mark.parametrize(
    "value",
    [
        ["00:00:00.000 Intro", "00:01:34.500 Questions"],
        ["00:00:00.0 Intro", "1:34.5 Questions"],
        "00:00:00 Intro\n00:01:34.5 Questions\n",
        [{"start": "00:00:00", "title": "Intro"}, {"start": "00:01:34.5", "title": "Questions"}],
        [{"startTime": 0, "title": "Intro"}, {"startTime": 94.5, "title": "Questions"}],
        [{"start": 0, "name": "Intro"}, {"time": "94.5", "title": "Questions"}],
        [{"00:00:00": "Intro"}, {"00:01:34.5": "Questions"}],
        {"version": "1.1.0", "chapters": [{"startTime": 0, "title": "Intro", "img": None, "toc": None}, {"startTime": 94.5, "title": "Questions"}]},
        ({"start": 0, "title": "Intro"}, {"start": 94.5, "title": " Questions\n"}),
    ],
    ids=range(9),
)  # fmt: skip
def test_every_way_to_list_chapters_gives_the_same(value: object) -> None:
    assert parse_header_chapters(value) == (TWO, [])


def test_everything_that_a_chapter_has_is_read() -> None:
    value = [
        {"start": "1:00", "end": "2:00", "title": "A", "href": "https://a.example/", "image": "https://a.example/i.png"},
        {"start": "2:00", "hidden": True, "location": {"name": "Paris", "geo": "geo:48.85,2.29"}},
        {"start": "3:00", "toc": "no"},
    ]  # fmt: skip
    chapters, faults = parse_header_chapters(value)
    assert faults == []
    assert chapters[0] == Chapter(
        60_000, "A", "https://a.example/", "https://a.example/i.png", end_ms=120_000
    )
    assert [chapter.toc for chapter in chapters] == [True, False, False]
    assert chapters[1].location is not None


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (5, "chapters-wrong-type"),
        ({"a": 1}, "chapters-wrong-type"),
        ([5], "chapters-wrong-type"),
        ([{"start": 0, "toc": False, "title": True}], "chapters-wrong-type"),
        (["Intro"], "chapters-not-understood"),
        ([{"title": "x"}], "chapter-missing-start"),
        ([{"start": "12:61", "title": "x"}], "chapter-invalid-start"),
        ([{"start": True, "title": "x"}], "chapter-invalid-start"),
        ([{"start": 5, "end": "x", "title": "x"}], "chapter-invalid-end"),
        ([{"start": 5, "end": 4, "title": "x"}], "chapter-invalid-end"),
        ([{"start": 5, "title": "x", "url": "a.html"}], "chapter-invalid-url"),
        ([{"start": 5, "title": "x", "image": 5}], "chapter-invalid-url"),
        ([{"start": 5, "title": "x", "toc": "maybe"}], "chapter-invalid-toc"),
        ([{"start": 5, "title": "x", "location": "Paris"}], "chapter-invalid-location"),
        ([{"start": 5, "title": "x", "imaeg": "x"}], "chapters-unknown-key"),
        (["0:10 b", "0:05 a"], "chapters-out-of-order"),
        (["0:10 b", "0:10 a"], "chapters-equal-start"),
        (["0:10"], "chapter-without-title"),
        (["0:10 a"] * 10_001, "too-many-chapters"),
    ],
)
def test_each_fault_has_its_name(value: object, name: str) -> None:
    _, faults = parse_header_chapters(value)
    assert [fault.name for fault in faults] == [name]
    assert all(fault.message and fault.fix for fault in faults)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["start", "end", "title", "url", "toc", "0:10", "location", "chapters"]), inner),
    )
)  # fmt: skip
def test_any_value_gives_faults_and_never_an_exception(value: object) -> None:
    parse_header_chapters(value)
