"""The line of a feed with a mark below the place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Place
from feedpub.report.validation.excerpt import Excerpts


def shown(text: str | bytes, line: int, column: int, width: int = 60) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return Excerpts(lambda path: data, width).at(Place("feed.xml", line, column))


def test_the_line_stands_above_a_caret() -> None:
    assert shown("<rss>\n<guid/>\n", 2, 1) == ["    2 | <guid/>", "      | ^"]
    assert shown('<rss>\n  <a b=""/>\n', 2, 6) == ['    2 | <a b=""/>', "      |    ^"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str) -> None:
    assert shown(f"<a>{end}<b>{end}<c>", 3, 2)[0] == "    3 | <c>"


def test_wide_characters_push_the_caret_and_combining_ones_do_not() -> None:
    assert shown("日本<b>", 1, 3)[1] == "      |     ^"
    assert shown("e\u0301<b>", 1, 3)[1] == "      |  ^"


def test_control_characters_are_made_visible_and_a_tab_is_a_space() -> None:
    assert shown("a\x1b[2J\t<b>", 1, 7) == ["    1 | a\\x1b[2J <b>", "      |          ^"]


@pytest.mark.parametrize("column", [1, 500, 5_000, 1_000_000, 19_999_990])
def test_of_a_line_of_20_mb_a_window_around_the_place_is_shown(column: int) -> None:
    data = b"".join(b"%09d," % number for number in range(2_000_000))
    line, below = shown(data, 1, column)
    assert len(line) <= 60
    place = below.index("^")
    assert line[place] == chr(data[column - 1])
    assert line.startswith("    1 | …") == (column > 60)


def test_columns_of_a_long_line_are_characters_not_bytes() -> None:
    line, below = shown("é" * 200_000 + "<guid>" + "ü" * 200_000, 1, 200_001)
    assert line[below.index("^") :].startswith("<guid>")


def test_many_places_in_one_long_line_take_no_time() -> None:
    data = ("<item>é</item>" * 700_000).encode()
    excerpts = Excerpts(lambda path: data, 80)
    started = time.process_time()
    for number in range(1000):
        excerpts.at(Place("feed.xml", 1, 1 + 14 * 650 * number))
    assert time.process_time() - started < 2


def test_a_file_that_is_not_at_hand_and_a_place_without_a_column_show_nothing() -> None:
    assert Excerpts(lambda path: None, 80).at(Place("feed.xml", 1, 1)) == []
    assert shown("<a>", 0, 0) == shown("<a>", 1, 0) == shown("<a>", 9, 1) == []


def test_secrets_are_hidden() -> None:
    assert "pa55" not in "".join(shown('<a url="https://ada:pa55@host/x"/>', 1, 4))
    assert "pa55" not in "".join(shown('<a url="https://ada:pa55@host/x" b=""/>', 1, 35))


@given(st.text(st.characters(), max_size=80), st.integers(1, 90), st.integers(10, 90))
def test_any_line_is_two_lines_that_fit(text: str, column: int, width: int) -> None:
    said = shown(text, 1, column, width)
    assert len(said) in (0, 2)
    assert not any(char in line for line in said for char in "\n\r\x1b\x9b")
    assert all(len(line) <= max(width, 20 + 8) + 1 for line in said)
