"""What is for the site only, and what for the feed only."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Severity
from feedpub.sources.notes.marked_blocks import split_notes
from feedpub.sources.notes.page_notes import render_page_notes
from feedpub.sources.notes.show_notes import render_notes
from feedpub.sources.settings import NotesSettings

PAGE = "https://example.com/one.html"


def split(markdown: str):
    return split_notes(markdown, "1.md", 10)


def findings_of(markdown: str) -> list[tuple[str, int]]:
    found = split(markdown).findings
    assert all(each.severity is Severity.ERROR and each.fix for each in found)
    return [(each.name, each.place.line) for each in found]


def both(markdown: str, flavour: str = "commonmark") -> tuple[str, str]:
    settings = NotesSettings(flavour=flavour)  # type: ignore[arg-type]
    return tuple(
        render(markdown, settings, page=PAGE, path="1.md", first_line=10).html
        for render in (render_notes, render_page_notes)
    )


def test_each_reader_gets_their_text_and_lines_stay_where_they_are() -> None:
    parts = split("a\n<!-- site only -->\nb\n<!-- end -->\nc\n<!-- feed only -->\nd\n<!-- end -->\ne")
    assert parts.feed == "a\n\n\n\nc\n\nd\n\ne"
    assert parts.site == "a\n\nb\n\nc\n\n\n\ne"
    assert parts.findings == ()
    assert parts.site_lines == {12}


@pytest.mark.parametrize(
    "begin, end",
    [
        ("<!-- site only -->", "<!-- end -->"),
        ("<!--SITE ONLY-->", "<!--END-->"),
        ("  <!--  Site   only  -->  ", "   <!-- End -->"),
        ("<!-- site only -->", "<!-- /site only -->"),
        ("<!-- site only -->\r", "<!-- / site  only -->\r"),
    ],
)
def test_case_and_blanks_do_not_matter(begin: str, end: str) -> None:
    assert split(f"a\n{begin}\nb\n{end}\nc").feed == "a\n\n\n\nc"
    assert findings_of(f"a\n{begin}\nb\n{end}\nc") == []


@pytest.mark.parametrize("flavour", ["commonmark", "pelican"])
def test_both_variants_of_real_notes(flavour: str) -> None:
    markdown = "One.\n\n<!-- site only -->\n\nTwo.\n\n<!-- end -->\n<!-- feed only -->\n\nThree.\n\n<!-- end -->\n\nFour."
    feed, site = both(markdown, flavour)
    assert feed == "<p>One.</p>\n<p>Three.</p>\n<p>Four.</p>"
    assert site == "<p>One.</p>\n<p>Two.</p>\n<p>Four.</p>"


def test_summary_comes_from_what_the_feed_shows() -> None:
    markdown = "<!-- site only -->\nListen below.\n<!-- end -->\n\nAll about fog."
    notes = render_notes(markdown, NotesSettings(), page=PAGE, path="1.md", first_line=10)
    assert notes.summary == "All about fog."


@pytest.mark.parametrize("flavour", ["commonmark", "pelican"])
@pytest.mark.parametrize(
    "code",
    [
        "```\n<!-- site only -->\nx\n<!-- end -->\n```",
        "~~~~\n```\n<!-- site only -->\nx\n~~~~",
        "    <!-- site only -->\n    x",
    ],
)
def test_marks_that_are_shown_as_code_are_text(code: str, flavour: str) -> None:
    assert split(code).feed == code
    assert findings_of(code) == []
    notes = render_notes(code, NotesSettings(flavour=flavour), page=PAGE, path="1.md", first_line=10)  # type: ignore[arg-type]
    assert "&lt;!-- site only --&gt;" in notes.html
    assert notes.findings == ()


def test_a_block_after_code_is_a_block() -> None:
    assert split("```\nx\n```\n<!-- site only -->\ny\n<!-- end -->").feed == "```\nx\n```\n\n\n"


@pytest.mark.parametrize(
    "markdown, found",
    [
        ("a\n<!-- site only -->\nb", [("unclosed-block", 11)]),
        ("a\n<!-- /site only -->\nb", [("stray-block-end", 11)]),
        ("<!-- site only -->\n<!-- end -->\n<!-- end -->", [("stray-block-end", 12)]),
        ("<!-- site only -->\na\n<!-- /feed only -->\nb", [("stray-block-end", 12)]),
        ("<!-- site only -->\n<!-- feed only -->\n<!-- end -->\n<!-- end -->", [("nested-block", 11)]),
        # An end was forgotten: one complaint is enough.
        ("<!-- site only -->\na\n<!-- site only -->\nb\n<!-- end -->", [("nested-block", 12)]),
        (
            "<!-- /feed only -->\n<!-- site only -->\n<!-- feed only -->\n<!-- end -->\n<!-- end -->\n<!-- feed only -->",
            [("stray-block-end", 10), ("nested-block", 12), ("unclosed-block", 15)],
        ),
    ],
)
def test_all_that_is_wrong_with_marks_is_told_with_its_line(
    markdown: str, found: list[tuple[str, int]]
) -> None:
    assert findings_of(markdown) == found


def test_what_an_unclosed_block_holds_does_not_leak() -> None:
    assert split("a\n<!-- site only -->\nb\nc").feed == "a\n\n\n"


def test_nested_block_is_for_nobody_else() -> None:
    parts = split("<!-- site only -->\na\n<!-- feed only -->\nb\n<!-- end -->\nc\n<!-- end -->\nd")
    assert parts.feed == "\n\n\n\n\n\n\nd"
    assert parts.site == "\na\n\n\n\nc\n\nd"


@pytest.mark.parametrize("flavour", ["commonmark", "pelican"])
@pytest.mark.parametrize(
    "markdown, line, column",
    [
        ("text <!-- site only --> more\n\n<!-- site only -->\nx\n<!-- end -->", 10, 6),
        ("`<!-- site only -->`\n\n- a\n\n    <!-- site only -->\n\n    b", 14, 5),
        ("a\n\n> <!-- feed only -->\n> b", 12, 3),
    ],
)
def test_mark_within_other_text_is_an_error(markdown: str, line: int, column: int, flavour: str) -> None:
    """Nobody should learn from listeners that a block was not left out."""
    settings = NotesSettings(flavour=flavour)  # type: ignore[arg-type]
    notes = render_notes(markdown, settings, page=PAGE, path="1.md", first_line=10)
    (found,) = [each for each in notes.findings if each.name == "misplaced-block-mark"]
    assert (found.severity, found.place.line, found.place.column) == (Severity.ERROR, line, column)


def test_findings_point_to_the_lines_of_the_file() -> None:
    markdown = "<!-- site only -->\na\n\n<!-- end -->\n\n[x]()"
    notes = render_notes(markdown, NotesSettings(), page=PAGE, path="1.md", first_line=10)
    assert [(each.name, each.place.line) for each in notes.findings] == [("empty-link", 15)]


@pytest.mark.parametrize("markdown", ["", "a\n<!-- end -->\nb", "<!-- more -->", "for members only --> here"])
def test_notes_without_marks_stay_as_they_are(markdown: str) -> None:
    parts = split(markdown)
    assert (parts.feed, parts.site, parts.findings) == (markdown, markdown, ())


@given(
    st.lists(
        st.sampled_from(["<!-- site only -->", "<!-- feed only -->", "<!-- end -->", "```", "a", "", "    b"])
    ).map("\n".join)
)
def test_no_line_is_moved_and_none_is_lost(markdown: str) -> None:
    parts = split(markdown)
    for line, feed, site in zip(
        markdown.split("\n"), parts.feed.split("\n"), parts.site.split("\n"), strict=True
    ):
        assert {feed, site} <= {line, ""}


@pytest.mark.parametrize("bomb", ["<!-- site only -->\n" * 20_000, "<!--" + " " * 200_000 + "only-->", "only " * 90_000 + "-->",
                                  "<!-- / " * 60_000 + "only -->"])  # fmt: skip
def test_text_bombs_are_harmless(bomb: str) -> None:
    start = time.process_time()
    render_notes(bomb, NotesSettings(), page=PAGE, path="1.md", first_line=1)
    assert time.process_time() - start < 3.0
