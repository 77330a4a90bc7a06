"""Plain text from notes, cut where people would cut it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.notes.plain_text import cut_at_word, plain_text


@pytest.mark.parametrize(
    "html, text",
    [
        ("", ""),
        ("a  b\n c", "a b c"),
        ("<p>a</p><p>b</p>", "a b"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("a<br>b", "a b"),
        ("<b>a</b>b <a href='x'>c</a>.", "ab c."),
        ("AT&amp;T &lt;b&gt; &quot;x&quot; &#39;y&#39;", "AT&T <b> \"x\" 'y'"),
        ("a&nbsp;b", "a b"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_plain_text_has_words_only(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "text, limit, cut",
    [
        ("one two", 7, "one two"),
        ("one two", 6, "one…"),
        ("one two three", 10, "one two…"),
        ("one two three", 11, "one two…"),
        ("one, two", 7, "one…"),
        ("", 0, ""),
        ("abc", 0, ""),
        ("abc", 2, ""),
        ("abcdef", 5, "ab…"),
        ("ééé", 5, "é…"),
        ("日本語日本語", 12, "日本語…"),
        ("ab e\u0301e\u0301", 8, "ab…"),
        ("e\u0301e\u0301e\u0301", 8, "e\u0301…"),
        ("👩‍👩‍👧👩‍👩‍👧", 24, "👩‍👩‍👧…"),
        ("👍🏽👍🏽", 14, "👍🏽…"),
        ("🇩🇪🇫🇷🇪🇸", 15, "🇩🇪…"),
        ("a " + "x" * 200, 100, "a " + "x" * 95 + "…"),
    ],
)
def test_text_is_cut_at_a_word_and_never_inside_a_character(text: str, limit: int, cut: str) -> None:
    assert cut_at_word(text, limit) == cut


@given(text=st.text(), limit=st.integers(0, 60))
def test_cut_text_keeps_to_its_limit_and_begins_like_the_text(text: str, limit: int) -> None:
    cut = cut_at_word(text, limit)
    assert len(cut.encode("utf-8", "surrogatepass")) <= limit or cut == text == ""
    assert cut == text or text.startswith(cut.removesuffix("…"))


@given(words=st.lists(st.text("abcé", min_size=1, max_size=9), min_size=1), limit=st.integers(15, 60))
def test_only_whole_words_are_left(words: list[str], limit: int) -> None:
    text = " ".join(words)
    cut = cut_at_word(text, limit)
    assert (
        cut == text
        or cut.removesuffix("…").split() == words[: len(cut.split())]
        or len(words[0].encode()) > limit - 3
    )


def test_a_text_of_nothing_but_accents_is_cut_all_the_same() -> None:
    accents = "a" + "\u0301" * 1000
    cut = cut_at_word(accents, 100)
    assert len(cut.encode()) <= 100
    assert unicodedata.category(cut[0]) == "Ll"
