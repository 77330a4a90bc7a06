"""The HTML of show notes, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.notes.tokens import parse_notes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<p>a<br>b</p>", {"p", "br"}),
        ("a < b, I <3 it", set()),
        ('<a title="a > b" href=x>', {"a"}),
        ("<!-- <b> --><i>x</i>", {"i"}),
        ("<script>if (a <b>c) {}</script><i>x</i>", {"script", "i"}),
        ("<P>A</P>", {"p"}),
    ],
)
def test_tags_are_found_and_what_is_none_is_not(text: str, names: set[str]) -> None:
    assert parse_notes(text).names == names


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        ("<p>a<p>b<br>c<li>d", 0),
        ("<ul><li>a<li>b</ul>", 0),
        ("<b>a", 1),
        ("a</b>", 1),
        ("<b><i>a</b></i>", 2),
        ("<b>a</B>", 0),
        ("<b>Write to ada <at> tides.io</b>", 0),
        ("I <3 it, a < b, and write to <ada@tides.io", 0),
    ],
)
def test_what_browsers_have_to_guess_at_is_told(text: str, flaws: int) -> None:
    assert len(parse_notes(text).flaws) == flaws


@pytest.mark.parametrize(
    "text", ["See <a", 'See <a href="https://tides.io"', "<p>See <a href=x <b>tides</b></p>", "<p>Tides</p"]
)
def test_a_tag_that_never_ends_is_told(text: str) -> None:
    [flaw] = parse_notes(text).flaws
    assert "never ends" in flaw.text
    assert text[flaw.offset] == "<"


def test_places_are_those_in_the_text() -> None:
    text = "<!-- <a> --><script> <b> </script>ä <i>x</i>"
    for tag in parse_notes(text).tags:
        assert text[tag.offset] == "<"
        assert text[tag.offset + 1 :].lstrip("/").lower().startswith(tag.name)


def test_attributes_are_read_in_every_form() -> None:
    (tag,) = parse_notes("<a HREF='x' title=y checked data-z=\"1>2\">").tags
    assert tag.attributes == {"href": "x", "title": "y", "checked": "", "data-z": "1>2"}


@given(st.text(alphabet="<>/!-ab=\"' &;?\n"))
def test_any_text_is_taken_apart(text: str) -> None:
    tokens = parse_notes(text)
    assert (tokens.names, tokens.flaws, tokens.plain, tokens.instruction, tokens.tags) is not None


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a b='", "<!--", "<script>", "<b><i></b>", "</b>", "[a](http://", "**a", '<a b="<']
)
def test_no_text_is_looked_through_again_and_again(piece: str) -> None:
    """What takes more than a moment here would take hours if it did."""
    tokens = parse_notes(piece * 150_000)
    assert (tokens.flaws, tokens.tags, tokens.plain) is not None
