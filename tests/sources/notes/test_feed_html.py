"""Cleaned HTML to the few tags that podcast apps show."""

import pytest

from feedpub.sources.notes.feed_html import FEED_TAGS, Kind, translate
from feedpub.sources.notes.show_notes import feed_html

PAGE = "https://example.com/one.html"


@pytest.mark.parametrize(
    "html, feed",
    [
        ("loose", "<p>loose</p>"),
        ("<p>a</p>loose<p>b</p>", "<p>a</p>\n<p>loose</p>\n<p>b</p>"),
        ("<div>a<div>b</div>c</div>d", "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>"),
        ("<div><p>a</p>b</div>", "<p>a</p>\n<p>b</p>"),
        ("<h3>Summary</h3>If you are", "<p><strong>Summary</strong></p>\n<p>If you are</p>"),
        ("<h1><em>a</em></h1>", "<p><strong><em>a</em></strong></p>"),
        ("<h2>a<br>b</h2>", "<p><strong>a<br>b</strong></p>"),
        ("<h2></h2><p> </p><div></div><p><br></p>", ""),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        (
            "<ul>\n<li>a\n<ol>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n</li>\n<li><b>d</b></li>\n</ul>",
            "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li><b>d</b></li></ul>",
        ),
        (
            "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b\nc</li>\n</ul>\n</li>\n</ul>\n",
            "<ul><li><p>a</p><ul><li>b\nc</li></ul></li></ul>",
        ),
        ("<ul>\n<li><b>a</b>\n<b>b</b></li>\n</ul>", "<ul><li><b>a</b>\n<b>b</b></li></ul>"),
        (
            "<ul>\n <li><b>a</b>\n<b>b</b></li>\n <li>c</li>\n</ul>",
            "<ul><li><b>a</b>\n<b>b</b></li><li>c</li></ul>",
        ),
        (
            "<b>a<ul>\n<li>\n<p>b</p>\n</li>\n</ul></b>",
            "<p><b>a</b></p>\n<ul><li><p><b>b</b></p></li></ul>",
        ),
        ("<ul><li>a<div>b</div>c</li></ul>", "<ul><li>a<p>b</p><p>c</p></li></ul>"),
        ("<ul><li><h3>a</h3>b</li></ul>", "<ul><li><strong>a</strong><p>b</p></li></ul>"),
        ("<ul>loose<li>a</li></ul>", "<ul><li>loose</li><li>a</li></ul>"),
        ("<li>a</li><li>b</li>", "<p>a</p>\n<p>b</p>"),
        ("<p>a<ul><li>b</li></ul>c</p>", "<p>a</p>\n<ul><li>b</li></ul>\n<p>c</p>"),
        ("<b>a<div>b</div></b>c", "<p><b>a</b></p>\n<p><b>b</b></p>\n<p>c</p>"),
        ("<b><i>a<p>b</p></i></b>", "<p><b><i>a</i></b></p>\n<p><b><i>b</i></b></p>"),
        (
            '<a href="https://a.org/"><div>a</div><div>b</div></a>',
            '<p><a href="https://a.org/">a</a></p>\n<p><a href="https://a.org/">b</a></p>',
        ),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "<p>a</p>\n<p>b</p>"),
        ("<pre><code>a\n  b\n</code></pre>", "<p>a<br>  b</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p>\n<p>b</p>"),
        (
            "<table><caption>t</caption><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td>1</td><td><b>2</b></td></tr><tr><td></td><td>4</td></tr></tbody></table>",
            "<p>t</p>\n<p>a · b</p>\n<p>1 · <b>2</b></p>\n<p>4</p>",
        ),
        ("a<hr>b", "<p>a</p>\n<p>b</p>"),
        ("<select><option>a<option>b</select>", "<p>a</p>\n<p>b</p>"),
        ("<p>a\n</p>", "<p>a</p>"),
    ],
)
def test_what_apps_do_not_show_is_said_with_what_they_show(html: str, feed: str) -> None:
    assert feed_html(html, PAGE) == feed


def test_blocks_know_what_they_are() -> None:
    blocks, _ = translate("<h2>a</h2><p>b</p><ul><li>c</li></ul><div>d</div>")
    assert [block.kind for block in blocks] == [Kind.HEADING, Kind.PARAGRAPH, Kind.LIST, Kind.PARAGRAPH]


def test_lists_beyond_what_readers_can_take_are_flattened() -> None:
    html = feed_html("<ul><li>" * 500 + "deep", PAGE)
    assert html.count("<ul>") < 100
    assert "deep" in html


def test_mark_of_a_player_that_does_not_exist_is_nothing() -> None:
    assert feed_html("a<feedpub-player n='7'></feedpub-player><feedpub-player></feedpub-player>b", PAGE) in (
        "<p>ab</p>",
        "<p>a</p>\n<p>b</p>",
    )


def test_the_feed_tags_are_those_that_directories_agree_on() -> None:
    assert set("p br a ul ol li strong em b i".split()) == FEED_TAGS
