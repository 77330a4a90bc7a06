"""Chapters as files and lists: the same bytes each time, and read back the same."""

import json

from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Chapter, Location
from feedpub.sources.chapters.header import parse_header_chapters
from feedpub.sources.chapters.parse import parse_chapters
from feedpub.sources.chapters.render import (
    render_json,
    render_mp4chaps,
    render_plain_list,
    render_psc,
)

CHAPTERS = (
    Chapter(0, "Intro & <more>"),
    Chapter(61_500, "Zwei", "https://a.example/?a=1&b=2", "https://a.example/i.png", end_ms=70_000),
    Chapter(3_600_000, "", image="https://a.example/j.png", toc=False),
    Chapter(3_700_000, "Ende", location=Location("Paris", geo="geo:48.85,2.29", osm="R7444")),
)

#: titles as readers give them: one line, single blanks, at least a letter
TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20).map(
    lambda text: f"x {text}"
)
URLS = st.sampled_from(["", "https://a.example/", "http://b.example/x?y=1&z=%20#a"])


@st.composite
def lists(draw: st.DrawFn, *, rich: bool = True) -> tuple[Chapter, ...]:
    starts = draw(st.lists(st.integers(0, 10_000_000), unique=True, max_size=8).map(sorted))
    chapters = []
    for start in starts:
        end = draw(st.none() | st.integers(start, start + 10_000)) if rich else None
        image = draw(URLS) if rich else ""
        chapters.append(
            Chapter(start, draw(TITLES), draw(URLS), image, draw(st.booleans()) if rich else True, end)
        )
    return tuple(chapters)


def read(data: bytes) -> tuple[Chapter, ...]:
    chapters, findings = parse_chapters(data, "c")
    # By chance a title may look like one that went through a wrong encoding.
    assert {finding.name for finding in findings} <= {"chapters-empty", "garbled-text"}
    return chapters


@given(lists())
def test_json_is_read_back_the_same(chapters: tuple[Chapter, ...]) -> None:
    assert read(render_json(chapters, title="T", podcast="P", author="A", file_name="a.mp3")) == chapters


@given(lists())
def test_json_in_a_head_is_read_back_the_same(chapters: tuple[Chapter, ...]) -> None:
    assert parse_header_chapters(json.loads(render_json(chapters))) == (chapters, [])


@given(lists())
def test_simple_chapters_are_read_back_but_for_ends_and_hidden_ones(chapters: tuple[Chapter, ...]) -> None:
    expected = tuple(chapter._replace(end_ms=None) for chapter in chapters if chapter.toc)
    assert read(render_psc(chapters)) == expected


@given(lists(rich=False))
def test_mp4chaps_text_is_read_back_the_same(chapters: tuple[Chapter, ...]) -> None:
    # A title that ends like a link is taken for one.
    chapters = tuple(one._replace(title=one.title.replace("<", "(")) for one in chapters)
    assert read(render_mp4chaps(chapters)) == chapters


def test_json_says_what_there_is_and_no_more() -> None:
    text = render_json(CHAPTERS, title="Ünï", file_name="1.mp3").decode()
    assert text.endswith("}\n")
    document = json.loads(text)
    assert (document["version"], document["title"], document["fileName"]) == ("1.2.0", "Ünï", "1.mp3")
    assert "author" not in document
    assert document["chapters"] == [
        {"startTime": 0, "title": "Intro & <more>"},
        {"startTime": 61.5, "endTime": 70, "title": "Zwei", "img": "https://a.example/i.png", "url": "https://a.example/?a=1&b=2"},
        {"startTime": 3600, "img": "https://a.example/j.png", "toc": False},
        {"startTime": 3700, "title": "Ende", "location": {"name": "Paris", "geo": "geo:48.85,2.29", "osm": "R7444"}},
    ]  # fmt: skip


def test_seconds_have_no_more_than_three_decimals() -> None:
    assert b'"startTime": 0.001\n' in render_json([Chapter(1)])
    assert b'"startTime": 359999.999\n' in render_json([Chapter(359_999_999)])


def test_text_has_a_line_for_each_chapter() -> None:
    assert render_mp4chaps(CHAPTERS).decode() == (
        "00:00:00.000 Intro & <more>\n00:01:01.500 Zwei <https://a.example/?a=1&b=2>\n01:01:40.000 Ende\n"
    )
    assert render_plain_list(CHAPTERS) == "0:00 Intro & <more>\n1:01 Zwei\n1:01:40 Ende\n"
