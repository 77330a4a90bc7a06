"""Chapters inside of the feed, and the address of those beside it."""

import pytest

from feedpub.feed.namespaces import NAMESPACES
from feedpub.model import Chapter
from tests.feed.samples import BARE_EPISODE, BARE_SHOW, sample_item

SHOW = BARE_SHOW._replace(simple_chapters=True)
CHAPTERS = (
    Chapter(0, "Fog"),
    Chapter(1_500, "Horn & lamp", "https://horn.example/?a=1&b=2", "https://lighthouse.example/horn.jpg"),
)
WRITTEN = b"""\
      <psc:chapters version="1.2">
        <psc:chapter start="00:00:00.000" title="Fog"/>
        <psc:chapter start="00:00:01.500" title="Horn &amp; lamp" href="https://horn.example/?a=1&amp;b=2" \
image="https://lighthouse.example/horn.jpg"/>
      </psc:chapters>
"""


def test_chapters_are_written_so() -> None:
    """With times to the millisecond, links and pictures."""
    assert WRITTEN in sample_item(SHOW, BARE_EPISODE._replace(chapters=CHAPTERS))


def test_chapters_are_written_only_where_the_show_wants_them() -> None:
    """Many apps read the file that podcast:chapters names instead."""
    assert b"psc:" not in sample_item(BARE_SHOW, BARE_EPISODE._replace(chapters=CHAPTERS))


@pytest.mark.parametrize("chapter", [Chapter(5, "", "https://a.example/"), Chapter(5, "Silent", toc=False)])
def test_chapter_that_stands_in_no_list_is_left_out(chapter: Chapter) -> None:
    """Without a title, or out of the table of contents; where no other is left, nothing is written."""
    assert b"psc:" not in sample_item(SHOW, BARE_EPISODE._replace(chapters=(chapter,)))
    assert WRITTEN in sample_item(SHOW, BARE_EPISODE._replace(chapters=(*CHAPTERS, chapter)))


def test_file_beside_the_feed_is_named_with_its_type() -> None:
    """Where there is one."""
    named = sample_item(BARE_SHOW, BARE_EPISODE._replace(chapters_url="https://a.example/1.json"))
    assert b'<podcast:chapters url="https://a.example/1.json" type="application/json+chapters"/>' in named
    assert NAMESPACES["podcast"] not in named.decode()
    assert b"podcast:chapters" not in sample_item(BARE_SHOW, BARE_EPISODE._replace(chapters=CHAPTERS))
