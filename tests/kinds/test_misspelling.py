"""Slips of the keyboard."""

import pytest

from feedpub.kinds.misspelling import count_edits, nearest_word

KNOWN = (
    "title",
    "date",
    "guests",
    "summary",
    "published",
    "audiofile",
    "episodetype",
    "type",
    "author",
    "authors",
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("geusts", "guests"),
        ("sumary", "summary"),
        ("publish", "published"),
        ("epsiode_type".replace("_", ""), "episodetype"),
        ("episodtypee", "episodetype"),
        ("autor", "author"),
        ("audiosize", ""),
        ("eptype", ""),
        ("release", ""),
        ("x", ""),
        ("", ""),
    ],
)
def test_nearest_word(word: str, meant: str) -> None:
    assert nearest_word(word, KNOWN) == meant


@pytest.mark.parametrize(
    ("one", "other", "edits"), [("", "abc", 3), ("abc", "abc", 0), ("abcd", "abdc", 1), ("abc", "xbcd", 2)]
)
def test_count_edits(one: str, other: str, edits: int) -> None:
    assert count_edits(one, other) == count_edits(other, one) == edits
