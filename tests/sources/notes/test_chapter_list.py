"""Chapters at the end of the notes."""

import pytest

from feedpub.model import Chapter
from feedpub.sources.notes.chapter_list import append_chapter_list

CHAPTERS = (
    Chapter(0, "Intro"),
    Chapter(95_500, "Fog & <horns>"),
    Chapter(100_000, toc=False),
    Chapter(120_000),
)


def test_times_are_text_for_apps() -> None:
    assert append_chapter_list("<p>Hi.</p>", CHAPTERS) == (
        "<p>Hi.</p>\n<p><strong>Chapters</strong></p>\n"
        "<ul><li>00:00 Intro</li><li>01:35 Fog &amp; &lt;horns&gt;</li></ul>"
    )


@pytest.mark.parametrize("page", ["", "https://a.org/1.html"])
def test_times_are_links_for_people(page: str) -> None:
    html = append_chapter_list("", CHAPTERS, page)
    assert html.startswith("<p><strong>Chapters")
    assert f'<li><a href="{page}#t=95">01:35</a> Fog' in html


def test_hours_where_one_chapter_has_them() -> None:
    html = append_chapter_list("", (*CHAPTERS, Chapter(3_723_000, "End")))
    assert "<li>00:01:35 Fog" in html
    assert "<li>01:02:03 End</li>" in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>0:00 Intro<br>1:35 Fog</p>",
        "<ul><li><strong>1:35</strong> Fog</li></ul>",
        '<ul><li><a href="https://a.org/#t=95">1:35</a> Fog</li></ul>',
    ],
)
def test_notes_that_tell_the_times_already_stay_as_they_are(html: str) -> None:
    assert append_chapter_list(html, CHAPTERS) == html


@pytest.mark.parametrize("chapters", [(), CHAPTERS[2:]])
def test_nothing_to_list(chapters: tuple[Chapter, ...]) -> None:
    assert append_chapter_list("<p>Hi.</p>", chapters) == "<p>Hi.</p>"


def test_a_lone_beginning_is_listed() -> None:
    assert "<li>00:00 Intro</li>" in append_chapter_list("<p>Hi.</p>", CHAPTERS[:1])


def test_heading_in_the_words_of_the_show() -> None:
    assert "<strong>Kapitel</strong>" in append_chapter_list("", CHAPTERS, heading="Kapitel")
