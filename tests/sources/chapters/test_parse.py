"""Files of chapters in any format: what they hold, and everything that is wrong with them, by line."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Chapter, Finding, Location, Severity
from feedpub.sources.chapters.parse import LARGEST, looks_like_chapters, parse_chapters


def read(text: str) -> list[tuple[int, str]]:
    """Start and title of each chapter of a file that has nothing wrong with it."""
    chapters, findings = parse_chapters(text.encode(), "c")
    assert findings == []
    return [(chapter.start_ms, chapter.title) for chapter in chapters]


def faults(text: str | bytes) -> list[Finding]:
    return parse_chapters(text if isinstance(text, bytes) else text.encode(), "c")[1]


def names(text: str | bytes) -> list[tuple[int, str]]:
    """Line and name of each finding."""
    return [(finding.place.line, finding.name) for finding in faults(text)]


def document(*chapters: object, **more: object) -> str:
    return json.dumps({"version": "1.2.0", "chapters": chapters, **more})


# -- as tools write them -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"version":"1.2.0","chapters":[{"startTime":0,"title":"One"},{"startTime":61.5,"title":"Two"}]}', id="Buzzsprout, Transistor"),
        pytest.param('{"version": "1.1.0", "chapters": [{"startTime": 0, "title": "One", "img": null, "url": null, "toc": null, "endTime": null, "location": null}, {"startTime": 61.5, "title": "Two"}]}', id="null for what is not there"),
        pytest.param('[{"start":"00:00:00.000","title":"One","href":"","image":""},{"start":"00:01:01.500","title":"Two","href":"","image":""}]', id="Podlove Publisher"),
        pytest.param('<?xml version="1.0" encoding="UTF-8"?>\n<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n<psc:chapter start="00:00:00" title="One" />\n<psc:chapter start="00:01:01.500" title="Two" />\n</psc:chapters>', id="Auphonic PSC"),
        pytest.param('<chapters version="1.2" xmlns="http://podlove.org/simple-chapters"><chapter start="0" title="One"/><chapter start="61.5" title="Two"/></chapters>', id="PSC without a prefix"),
        pytest.param("00:00:00.000 One\n00:01:01.500 Two\n", id="mp4chaps"),
        pytest.param("00:00:00.000 One\r\n00:01:01.500 Two\r\n", id="mp4chaps on Windows"),
        pytest.param("00:00:00.000 One\n\n00:01:01.500\tTwo", id="Auphonic text"),
        pytest.param("CHAPTER01=00:00:00.000\nCHAPTER01NAME=One\nCHAPTER02=00:01:01.500\nCHAPTER02NAME=Two\n", id="OGM, mp4chaps --chapters-common"),
        pytest.param("0.000000\t10.000000\tOne\n61.500000\t61.500000\tTwo\n", id="Audacity"),
        pytest.param("(0:00) - One\n(1:01.5) - Two", id="YouTube in brackets"),
        pytest.param("0:00: One\n1:01.5 | Two", id="other signs behind the time"),
        pytest.param("00:00 -> One\n01:01.5 → Two", id="arrows"),
        pytest.param("0:00\u00a0One\n1:01.5\u00a0- Two", id="spaces that never break"),
        pytest.param("- 0:00 One\n* [1:01.5] Two", id="a list in Markdown"),
        pytest.param('{"show":{"title":"X"},"chapters":[{"start":"00:00:00","title":"One","href":""},{"start":"00:01:01.500","title":"Two"}]}', id="Podlove web player"),
        pytest.param("# made by hand\n0:00 – One\n1:01.5 – Two", id="dashes and a remark"),
    ],
)  # fmt: skip
def test_formats_of_real_tools_give_the_same_chapters(text: str) -> None:
    assert read(text) == [(0, "One"), (61_500, "Two")]


def test_everything_that_json_can_hold_is_read() -> None:
    text = document(
        {"startTime": 1, "endTime": 2.25, "title": " A\n b ", "img": "https://a.example/i.png", "url": "https://a.example/",
         "toc": False, "location": {"name": "Paris", "geo": "geo:48.85,2.29", "osm": "R7444"}},
        author="Ada", title="x", podcastName="y", description="z", fileName="a.mp3", waypoints=True,
    )  # fmt: skip
    chapters, findings = parse_chapters(text.encode(), "c")
    place = Location("Paris", geo="geo:48.85,2.29", osm="R7444")
    assert chapters == (
        Chapter(1000, "A b", "https://a.example/", "https://a.example/i.png", False, 2250, place),
    )
    assert findings == []


def test_links_and_pictures_are_read_from_simple_chapters() -> None:
    text = """<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">
        <psc:chapter start="3:04" title="A &amp; b" href="https://a.example/" image="https://a.example/i.png"/></psc:chapters>"""
    assert parse_chapters(text.encode(), "c")[0] == (
        Chapter(184_000, "A & b", "https://a.example/", "https://a.example/i.png"),
    )


def test_links_are_read_from_text() -> None:
    chapters, _ = parse_chapters(b"00:00:00.000 One <two <https://a.example/>", "c")
    assert chapters == (Chapter(0, "One <two", "https://a.example/"),)


def test_simple_chapters_are_found_within_other_xml() -> None:
    text = '<item xmlns:psc="http://podlove.org/simple-chapters"><psc:chapters version="1.1"><psc:chapter start="5" title="x"/></psc:chapters></item>'
    assert read(text) == [(5000, "x")]


# -- what is wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"version": "1.2.0",\n "chapters": [}', [(2, "chapters-not-json")]),
        ('{"version": "1.2.0", "chapters": [],}', [(1, "chapters-not-json")]),
        ('{"chapters": [{"startTime": NaN}]}', [(1, "chapters-not-json")]),
        ('{"chapters": [{"startTime": 1, "startTime": 2}]}', [(1, "chapters-not-json")]),
        ('{"a": 1} x', [(1, "chapters-not-json")]),
        ("{" * 200_000, [(1, "chapters-not-json")]),
        ("[" * 200_000, [(1, "chapters-not-json")]),
        ('{"version": "1.2.0"}', [(1, "chapters-missing-list")]),
        ('{"version": "1.2.0", "chapters": {}}', [(1, "chapters-missing-list")]),
        ('{"version": "1.2.0", "chapters": []}', [(1, "chapters-empty")]),
        ('{"chapters": [{"startTime": 1, "title": "x"}]}', [(1, "chapters-missing-version")]),
        ('{"version": 1.2, "chapters": [{"startTime": 1, "title": "x"}]}', [(1, "chapters-missing-version")]),
        ('{"version": "7", "chapters": [{"startTime": 1, "title": "x"}]}', [(1, "chapters-unknown-version")]),
        (document({"title": "x"}), [(1, "chapter-missing-start")]),
        (document("x"), [(1, "chapter-missing-start")]),
        (document({"startTime": "00:01:34", "title": "x"}), [(1, "chapter-invalid-start")]),
        (document({"startTime": None, "title": "x"}), [(1, "chapter-invalid-start")]),
        (document({"startTime": True, "title": "x"}), [(1, "chapter-invalid-start")]),
        (document({"startTime": -1, "title": "x"}), [(1, "chapter-invalid-start")]),
        (document({"startTime": 1e300, "title": "x"}), [(1, "chapter-invalid-start")]),
        (document({"startTime": 2, "title": "x"}, {"startTime": 1, "title": "y"}), [(1, "chapters-out-of-order")]),
        (document({"startTime": 1, "title": "x"}, {"startTime": 1, "title": "y"}), [(1, "chapters-equal-start")]),
        (document({"startTime": 2, "endTime": 1, "title": "x"}), [(1, "chapter-invalid-end")]),
        (document({"startTime": 2, "endTime": "3", "title": "x"}), [(1, "chapter-invalid-end")]),
        (document({"startTime": 2, "title": "x", "url": "x.html"}), [(1, "chapter-invalid-url")]),
        (document({"startTime": 2, "title": "x", "img": 5}), [(1, "chapter-invalid-url")]),
        (document({"startTime": 2, "title": "x", "img": "data:image/png;base64,xx"}), [(1, "chapter-invalid-url")]),
        (document({"startTime": 2, "title": "x", "toc": "false"}), [(1, "chapter-invalid-toc")]),
        (document({"startTime": 2, "title": 5}), [(1, "chapter-without-title"), (1, "chapters-wrong-type")]),
        (document({"startTime": 2}), [(1, "chapter-without-title")]),
        (document({"startTime": 2, "toc": False}), []),
        (document({"startTime": 2, "title": "x", "location": "Paris"}), [(1, "chapter-invalid-location")]),
        (document({"startTime": 2, "title": "x", "location": {"geo": "geo:1,2"}}), [(1, "chapter-invalid-location")]),
        (document({"startTime": 2, "title": "x", "location": {"name": "a"}}), [(1, "chapter-invalid-location")]),
        (document({"startTime": 2, "title": "x", "location": {"name": "a", "geo": "1,2"}}), [(1, "chapter-invalid-location")]),
        (document({"startTime": 2, "title": "x", "location": {"name": "a", "geo": "geo:1,2", "osm": "5"}}), [(1, "chapter-invalid-location")]),
        (document({"startTime": 2, "title": "x"}, waypoints="yes"), [(1, "chapters-wrong-type")]),
        (document({"startTime": 2, "title": "x"}, autor="x"), [(1, "chapters-unknown-key")]),
        ('[{"start": "00:61:00", "title": "x"}]', [(1, "chapter-invalid-start")]),
        ("<psc:chapters>", [(1, "chapters-not-xml")]),
        ('<!DOCTYPE x [<!ENTITY a "b">]>\n<x/>', [(1, "chapters-not-xml")]),
        ("<x/>", [(1, "chapters-missing-list")]),
        ("<chapters/>", [(1, "psc-missing-attribute"), (1, "chapters-empty")]),
        ('<chapters version="1.2">\n<chapter/>\n<other/></chapters>', [(2, "psc-missing-attribute"), (2, "psc-missing-attribute"), (3, "chapters-unknown-key")]),
        ('<chapters version="1.2">\n<chapter start="x" title="x"/></chapters>', [(2, "psc-invalid-start")]),
        ('<chapters version="1.2">\n<chapter start="1" title="x" href="x" titel="y"/></chapters>', [(2, "chapters-unknown-key"), (2, "chapter-invalid-url")]),
        ("00:00:00.000 One\nTwo\n00:70 Three", [(2, "chapters-not-understood"), (3, "chapter-invalid-start")]),
        ("0:00 One\n0:10 Two <ftp://a.example/>", [(2, "chapter-invalid-url")]),
        ("CHAPTER01NAME=One\nCHAPTER02=x\nfoo", [(1, "chapter-missing-start"), (2, "chapter-invalid-start"), (3, "chapters-not-understood")]),
        ("0.0\t1.0\tOne\nTwo", [(2, "chapters-not-understood")]),
        ("Dear diary", [(1, "chapters-not-understood")]),
        ("5", [(1, "chapters-not-understood")]),
        (" \n", [(0, "chapters-empty")]),
        (b"00:00 \xff", [(1, "not-utf-8")]),
        ("0:00 a\x00b", [(1, "forbidden-character")]),
    ],
)  # fmt: skip
def test_each_fault_has_its_line_and_name(text: str | bytes, expected: list[tuple[int, str]]) -> None:
    assert names(text) == expected
    assert all(finding.message for finding in faults(text))


def test_a_time_that_is_text_is_told_as_the_number_to_write() -> None:
    (finding,) = faults(document({"startTime": "00:01:34", "title": "x"}))
    assert finding.message == "`startTime` is `00:01:34`, and must be a number"
    assert finding.fix == "write seconds as a number without quotes: 94"


@pytest.mark.parametrize(
    ("key", "meant"),
    [("startime", "startTime"), ("image", "img"), ("href", "url"), ("titel", "title"), ("end", "endTime")],
)
def test_the_key_that_was_meant_is_suggested(key: str, meant: str) -> None:
    found = faults(document({"startTime": 1, "title": "x", key: 5}))
    assert [(one.severity, one.fix) for one in found] == [(Severity.WARNING, f"did you mean `{meant}`?")]


def test_all_faults_are_told_at_once_with_line_and_column() -> None:
    text = '{"version": "1.2.0",\n "chapters": [\n  {"startTime": 1, "toc": 5},\n  {"title": "x"}]}'
    assert [(str(finding.place), finding.name) for finding in faults(text)] == [
        ("c:3:3", "chapter-without-title"),
        ("c:3:27", "chapter-invalid-toc"),
        ("c:4:3", "chapter-missing-start"),
    ]


def test_a_file_that_is_wrong_throughout_is_not_told_line_by_line() -> None:
    found = faults("0:00 a\n" + "x\n" * 500)
    assert len(found) == 10
    assert found[-1].message.endswith("(and 490 more like it)")


# -- hostile files -------------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert names(b" " * (LARGEST + 1)) == [(0, "chapters-too-large")]


@pytest.mark.parametrize(
    "text",
    [
        document(*({"startTime": n, "title": "x"} for n in range(10_001))),
        '<chapters version="1.2">' + '<chapter start="1" title="x"/>' * 10_001 + "</chapters>",
        "0:00 x\n" * 30_001,
    ],
    ids=["json", "psc", "text"],
)
def test_there_is_a_limit_to_the_number_of_chapters(text: str) -> None:
    assert [name for _, name in names(text)] == ["too-many-chapters"]


@pytest.mark.parametrize(
    "text",
    [
        document(*({"startTime": 0, "x" * 50: 5} for _ in range(10_000))),
        '{"version":"1.2.0","chapters":[' + "\n" * 3_000_000 + "]}",
        "0:00 x\n" + "[" * 3_000_000,
        "0:00 " + "<a:" * 1_000_000,
        "CHAPTER1=" + "0" * 3_000_000,
        '<chapters version="1.2">' + "<a>" * 500_000,
        "0:00 x\n" + "1" * 3_000_000,
    ],
    ids=range(7),
)
def test_large_files_take_little_time(text: str) -> None:
    start = time.process_time()
    parse_chapters(text.encode(), "c")
    assert time.process_time() - start < 3


@given(st.binary(max_size=300))
def test_any_bytes_give_findings_and_never_an_exception(data: bytes) -> None:
    parse_chapters(data, "c")
    looks_like_chapters(data)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["version", "chapters", "startTime", "start", "title", "url", "location", "name", "geo"]), inner)))  # fmt: skip
def test_any_json_gives_findings_and_never_an_exception(value: object) -> None:
    parse_chapters(json.dumps(value).encode(), "c")


@given(st.text(alphabet='<>/="ps:chapter 0123456789.\n\t-[]()CHAPTERNAME{}&;', max_size=200))
def test_any_text_gives_findings_and_never_an_exception(text: str) -> None:
    parse_chapters(text.encode(), "c")


# -- telling what a file is ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"version":"1.2.0","chapters":[]}', True),
        ('{"version":"1.0.0","segments":[{"startTime":1,"body":"x"}]}', False),
        ('[{"start":"0","title":"x"}]', True),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nx", False),
        ("1\n00:00:00,000 --> 00:00:01,000\nx", False),
        ("00:00:00.000 Intro", True),
        ("Just notes.\n0:10 x", False),
        ('<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters"/>', True),
        ("<html></html>", False),
    ],
)
def test_transcripts_and_notes_are_not_taken_for_chapters(text: str, expected: bool) -> None:
    assert looks_like_chapters(text.encode()) is expected
