"""Times of the audio in notes."""

import time

import pytest

from feedpub.sources.notes.timestamps import find_timestamps, leading_seconds, link_timestamps


def seconds_of(text: str) -> list[int]:
    return [stamp.seconds for stamp in find_timestamps(text)]


@pytest.mark.parametrize(
    "text, seconds",
    [
        ("1:35 Intro", 95),
        ("01:35 Intro", 95),
        ("01:02:03 Intro", 3723),
        ("133:13 End", 7993),
        ("[@01:35] - Intro", 95),
        ("[@1:02:03] [a link](b)", 3723),
        ("(12:34) Intro", 754),
        ("[12:34] Intro", 754),
        ("24:27 -- Billing", 1467),
        ("- 24:27 Billing", 1467),
        ("• 0:05", 5),
        ("🎧 00:50: Hello", 50),
        ("1:35", 95),
        ("00:05:51.0 Doubt", 351),
        ("00:05:51,500 Doubt", 351),
        ("more of it (12:34), and on", 754),
        ("at (26:30--27:08) they", 1590),
        ("from 1:02:03 on", 3723),
        ("said at 1:02:03, and", 3723),
        ("first\n2:00 second", 120),
    ],
)
def test_time_of_the_audio_is_found(text: str, seconds: int) -> None:
    assert seconds_of(text) == [seconds]


@pytest.mark.parametrize(
    "text",
    [
        "9:00 am",
        "9:00am start",
        "9:00 p.m.",
        "09:00 Uhr",
        "12:30 UTC",
        "19:30 o'clock",
        "at 9:00 in the morning",
        "16:9",
        "1:1000",
        "1:10 scale",
        "a 16:10 screen",
        "John 3:16",
        "Psalm 119:105 and 40:31",
        "2021-04-20 19:30:00",
        "2021-04-20T19:30:00Z",
        "00:11:22:33:44:55",
        "https://a.org/1:02:03",
        "$1:35",
        "1:75",
        "1:35%",
        "v1:02:03",
        "12:34-56",
        "-1:35",
        "won 3:10",
    ],
)
def test_what_is_no_time_of_the_audio_is_left_alone(text: str) -> None:
    assert seconds_of(text) == []


@pytest.mark.parametrize(
    "html, linked",
    [
        ("<p>1:35 a</p>", '<p><a href="#t=95">1:35</a> a</p>'),
        ("<p>[@01:35] a</p>", '<p><a href="#t=95">01:35</a> a</p>'),
        ("<p>(1:35) a</p>", '<p>(<a href="#t=95">1:35</a>) a</p>'),
        ("<li><strong>1:35</strong> a</li>", '<li><strong><a href="#t=95">1:35</a></strong> a</li>'),
        ("<p>a<br>\n1:35 b</p>", '<p>a<br>\n<a href="#t=95">1:35</a> b</p>'),
        ("<p>• <b>1:35</b> b</p>", '<p>• <b><a href="#t=95">1:35</a></b> b</p>'),
        ("<td>1:35</td>", '<td><a href="#t=95">1:35</a></td>'),
    ],
)
def test_time_becomes_a_link(html: str, linked: str) -> None:
    assert link_timestamps(html) == linked


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="x">1:35 a <b>1:02:03</b></a></p>',
        "<p><code>1:35</code></p>",
        "<pre><code>1:35 a\n1:02:03 b</code></pre>",
        "<p>verse <em>3:16</em></p>",
        '<p><img alt="1:02:03" src="x"> a</p>',
        "<h3>John 3:16</h3>",
    ],
)
def test_links_code_and_attributes_are_left_alone(html: str) -> None:
    assert link_timestamps(html) == html


def test_text_after_a_link_or_code_is_looked_at_again() -> None:
    html = link_timestamps('<p><a href="x">1:35</a> <code>1:35</code> (1:35)</p>')
    assert html.count("#t=95") == 1


def test_speakers_with_their_times() -> None:
    """Transcripts in notes have a name and a time in a heading or in bold; one tells what the others are."""
    assert link_timestamps("<h3>Ada  2:38</h3><h3>Grace 11:00</h3>").count("#t=") == 2
    assert (
        link_timestamps("<p><strong>Ada 04:07</strong></p><p><strong>Grace 12:37</strong></p>").count("#t=")
        == 2
    )
    assert link_timestamps("<h3>Part one - 3:40</h3>").count("#t=") == 1
    assert link_timestamps("<h3>John 3:16</h3><h3>John 11:35</h3>").count("#t=") == 0


def test_link_to_another_page() -> None:
    html = link_timestamps("<p>1:35 a</p>", "https://a.org/?a=1&b=2")
    assert html == '<p><a href="https://a.org/?a=1&amp;b=2#t=95">1:35</a> a</p>'


@pytest.mark.parametrize("text, seconds", [("00:00:22 Hello", 22), ("Hello", None), ("9:00 am", None)])
def test_leading_seconds(text: str, seconds: int | None) -> None:
    assert leading_seconds(text) == seconds


@pytest.mark.parametrize("bomb", ["1:2" * 150_000, "1:23" * 100_000, "[@" * 200_000, "(1:23 " * 80_000, " " * 400_000 + "1:23", "0" * 400_000,
                                  "01:23:" * 80_000, "<b>1:23</b>" * 40_000, "1:23 " + " " * 400_000, "<h3>a  1:23" * 40_000])  # fmt: skip
def test_text_bombs_are_harmless(bomb: str) -> None:
    start = time.process_time()
    link_timestamps(bomb)
    assert time.process_time() - start < 2.0
