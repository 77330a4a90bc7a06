"""Lines and columns, reckoned from byte offsets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.document.positions import locate, offset_of_attribute, offset_of_text


def place(data: bytes, needle: bytes) -> tuple[int, int]:
    offset = data.index(needle)
    return locate(data, [offset])[offset]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<x>", (1, 1)),
        ("\n\n  <x>", (3, 3)),
        ("ä€😀<x>", (1, 4)),
        ("\r\n\r\n<x>", (3, 1)),
        ("\r\r<x>", (3, 1)),
        ("a\r\nb\nc<x>", (3, 2)),
    ],
)
def test_lines_are_counted_as_editors_do_and_columns_in_characters(
    text: str, expected: tuple[int, int]
) -> None:
    assert place(text.encode(), b"<x>") == expected


@given(st.text(alphabet="a\nä€😀"), st.data())
def test_many_places_are_what_each_is_alone(text: str, data: st.DataObject) -> None:
    raw = text.encode()
    starts = [len(text[:at].encode()) for at in range(len(text) + 1)]
    wanted = data.draw(st.lists(st.sampled_from(starts)))
    for offset, (line, column) in locate(raw, wanted).items():
        before = raw[:offset].decode()
        assert line == before.count("\n") + 1
        assert column == len(before) - (before.rfind("\n") + 1) + 1


def test_a_place_far_into_one_line_is_exact() -> None:
    data = b"<rss>" + "é".encode() * 3_000_000 + b"<x/>"
    assert place(data, b"<x/>") == (1, 3_000_006)


def test_an_attribute_is_found_by_its_own_name_whatever_its_prefix() -> None:
    tag = b"<a href = '>' x:lang=\"b href='1'\" length='2'>"
    assert tag[offset_of_attribute(tag, 0, "length") :].startswith(b"length")
    assert tag[offset_of_attribute(tag, 0, "href") :].startswith(b"href = ")
    assert tag[offset_of_attribute(tag, 0, "xml:lang") :].startswith(b"x:lang")
    assert offset_of_attribute(tag, 0, "none") == 0


@pytest.mark.parametrize(
    "inner",
    [
        "one two THIS",
        "<![CDATA[one two THIS]]>",
        "one &amp; THIS",
        "one <b>not THI</b> &#233; THIS",
        "<!-- no --><![CDATA[<p>\r\nü]]> THIS",
        "one\r\ntwo\r\nTHIS",
    ],
)
def test_a_place_in_a_text_is_found_in_what_was_written(inner: str) -> None:
    data = f"<a>{inner}</a>".encode()
    text = re.sub(r"<b>.*?</b>|<!--.*?-->|<!\[CDATA\[|\]\]>", "", inner)
    text = re.sub(r"&[^;]*;", "&", text).replace("\r\n", "\n")
    assert data[offset_of_text(data, 0, text.index("THIS")) :].startswith(b"THIS")


def test_a_place_behind_the_text_is_that_of_the_tag() -> None:
    assert offset_of_text(b"<a>one</a>", 0, 99) == 0
