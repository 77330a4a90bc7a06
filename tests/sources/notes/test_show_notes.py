"""Markdown to the notes that stand in the feed, with a summary, embeds and findings."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from feedpub.model import Severity
from feedpub.sources.notes.show_notes import MAX_SOURCE_BYTES, Notes, cut_at_word, feed_html, render_notes
from feedpub.sources.settings import NotesSettings

PAGE = "https://example.com/shows/one.html"
FLAVOURS = ("commonmark", "pelican")
FEED_TAGS = {"p", "br", "a", "ul", "ol", "li", "strong", "em", "b", "i"}
CORPUS = Path(__file__).resolve().parents[3] / "../shared/corpus/podcastinit/content"


def notes_of(markdown: str, flavour: str = "commonmark", summary_bytes: int = 4000) -> Notes:
    settings = NotesSettings(flavour=flavour, summary_bytes=summary_bytes)  # type: ignore[arg-type]
    return render_notes(markdown, settings, page=PAGE, path="feeds/demo/episodes/1.md", first_line=10)


def tags_of(html: str) -> set[str]:
    return {
        element.tag for element in lxml_html.fragment_fromstring(html, create_parent="main").iterdescendants()
    }


def links_of(html: str) -> list[str]:
    return [str(link) for link in lxml_html.fragment_fromstring(html, create_parent="main").xpath("//@href")]


def findings_of(markdown: str, flavour: str = "commonmark") -> list[tuple[str, int, int]]:
    return [
        (found.name, found.place.line, found.place.column) for found in notes_of(markdown, flavour).findings
    ]


BOTH = pytest.mark.parametrize("flavour", FLAVOURS)


@BOTH
@pytest.mark.parametrize(
    "markdown, html",
    [
        ("", ""),
        ("plain", "<p>plain</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("### Head\n\ntext", "<p><strong>Head</strong></p>\n<p>text</p>"),
        ("# A **bold** one", "<p><strong>A bold one</strong></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        (
            "- a\n    - b\n        - c\n- d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        ("[x](https://a.org/?b=1&c=2)", '<p><a href="https://a.org/?b=1&amp;c=2">x</a></p>'),
        ("[x](/y) [z](#part)", f'<p><a href="https://example.com/y">x</a> <a href="{PAGE}#part">z</a></p>'),
        ("[x](../y.html)", '<p><a href="https://example.com/y.html">x</a></p>'),
        ("![A cat](/cat.png)", '<p><a href="https://example.com/cat.png">A cat</a></p>'),
        ("![](/cat.png)", ""),
        ("a\n\n---\n\nb", "<p>a</p>\n<p>b</p>"),
        ("> said", "<p>said</p>"),
        ("    one\n    two", "<p>one<br>two</p>"),
        ("`code` here", "<p>code here</p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<p>a · b</p>\n<p>1 · 2</p>"),
        ("AT&T", "<p>AT&amp;T</p>"),
        ("end ]]> here", "<p>end ]]&gt; here</p>"),
        ("a line  \nbreak", "<p>a line<br>\nbreak</p>"),
        ("<https://a.org/>", '<p><a href="https://a.org/">https://a.org/</a></p>'),
        ("*[HTML]* and x", "<p><em>[HTML]</em> and x</p>"),
    ],
)
def test_markdown_becomes_feed_html(flavour: str, markdown: str, html: str) -> None:
    assert notes_of(markdown, flavour).html == html


def test_commonmark_has_bare_links_strikethrough_and_mail_addresses() -> None:
    html = notes_of("see https://a.org/x, ~~gone~~, me@a.org").html
    assert html == (
        '<p>see <a href="https://a.org/x">https://a.org/x</a>, gone, <a href="mailto:me@a.org">me@a.org</a></p>'
    )


@pytest.mark.parametrize(
    "markdown, html",
    [
        ("####Outline", "<p><strong>Outline</strong></p>"),
        ("Term\n:   What it means", "<p>Term</p>\n<p>What it means</p>"),
        ("Podcast.__init__", "<p>Podcast.<strong>init</strong></p>"),
        ("text\n- no list", "<p>text\n- no list</p>"),
        ("    :::python\n    print()", "<p>print()</p>"),
    ],
)
def test_pelican_flavour_reads_as_pelican_did(markdown: str, html: str) -> None:
    assert notes_of(markdown, "pelican").html == html


@BOTH
def test_one_episode_leaves_nothing_behind_for_the_next(flavour: str) -> None:
    first = notes_of("[a][ref] x[^1]\n\n[ref]: https://a.org/\n[^1]: note", flavour)
    assert "https://a.org/" in first.html
    assert notes_of("[a][ref] x[^1]", flavour).html == "<p>[a][ref] x[^1]</p>"


@BOTH
def test_footnotes_keep_their_text_and_their_number(flavour: str) -> None:
    html = notes_of("Said so[^1].\n\n[^1]: By her.", flavour).html
    assert ">[1]</a>" in html
    assert "By her." in html
    assert "↩" not in html


@pytest.mark.parametrize("markdown", ["x[^1]\n\n[^1]: a\n[^2]: b"])
def test_footnote_without_a_mark_is_reported(markdown: str) -> None:
    assert ("unused-footnote", 13, 1) in findings_of(markdown)


# -- what is wrong with links


@pytest.mark.parametrize(
    "markdown, name, line, column",
    [
        ("a\n\n[x]()", "empty-link", 12, 5),
        ("[x](\\url{http://a.org/b)", "latex-link", 10, 5),
        ("[x]( http://a.org/)", "blank-in-link", 10, 3),
        ("[x](me@a.org)", "mail-without-mailto", 10, 5),
        ("[x](@me)", "handle-as-link", 10, 5),
        ("[x](discourse.org)", "link-without-scheme", 10, 5),
        ("[x](python.net/~me)", "link-without-scheme", 10, 5),
        ("[x](www.a.xyz)", "link-without-scheme", 10, 5),
        ("[x](tel:123)", "other-scheme", 10, 5),
        ("[x](javascript:alert(1))", "script-link", 10, 5),
        ("[x](data:text/html,hi)", "script-link", 10, 5),
        ("one\n[Flow](https://a.org/F_(b", "unread-link", 11, 6),
        ("[x]({filename}other.md)", "template-in-link", 10, 5),
        ('\n<a href="">x</a>', "empty-link", 11, 9),
    ],
)
def test_malformed_target_is_a_warning_with_its_place(
    markdown: str, name: str, line: int, column: int
) -> None:
    found = notes_of(markdown).findings
    assert [(each.name, each.place.line, each.place.column) for each in found] == [(name, line, column)]
    assert found[0].severity is Severity.WARNING
    assert found[0].fix


@pytest.mark.parametrize(
    "markdown", ["[x]()", "[x](@me)", "[x](discourse.org)", "[x](tel:1)", "[x](javascript:1)"]
)
def test_link_that_leads_nowhere_keeps_its_text(markdown: str) -> None:
    assert notes_of(markdown).html == "<p>x</p>"


@pytest.mark.parametrize(
    "markdown, target",
    [
        ("[x](\\url{http://a.org/b)", "http://a.org/b"),
        ("[x]( http://a.org/)", "http://a.org/"),
        ("[x](me@a.org)", "mailto:me@a.org"),
        ("[x](//a.org/b)", "https://a.org/b"),
        ("[x]({static}/files/a.pdf)", "https://example.com/files/a.pdf"),
        ("[x](<https://a.org/b c>)", "https://a.org/b%20c"),
    ],
)
def test_certain_targets_are_mended(markdown: str, target: str) -> None:
    assert links_of(notes_of(markdown).html) == [target]


@pytest.mark.parametrize(
    "markdown", ["[x](notes.md)", "[x](guests)", "[x](https://a.org/(b))", "[x](http://a.org/\\)b)"]
)
def test_good_links_are_not_complained_about(markdown: str) -> None:
    assert findings_of(markdown) == []


def test_each_of_several_faults_has_its_own_line() -> None:
    assert findings_of("[a]()\n[b]()\n\n[c]()") == [
        ("empty-link", 10, 5),
        ("empty-link", 11, 5),
        ("empty-link", 13, 5),
    ]


def test_what_is_shown_as_code_is_not_taken_for_the_place() -> None:
    markdown = "```\n[x](@me)\n```\n`[x](@me)`\n\n[x](@me)"
    assert findings_of(markdown) == [("handle-as-link", 15, 5)]


def test_many_faults_of_one_kind_are_summed_up() -> None:
    found = notes_of("[a]()\n" * 25).findings
    assert len(found) == 10
    assert "15 more" in found[-1].message


# -- what cannot stay


@BOTH
@pytest.mark.parametrize(
    "markdown, name, line",
    [
        ("a\n\n<script>alert(1)</script>", "script-in-notes", 12),
        ("a\n\n<style>p {}</style>", "script-in-notes", 12),
        ('a\n\n<img src="/x.png" alt="pic" onerror="alert(1)">', "script-in-notes", 12),
        ("a\n\n<a href='javascript:x'>y</a>", "script-link", 12),
        ("a\n\nb <foo>kept</foo>", "unknown-element", 12),
        ("a\n\n<video src='/v.mp4'></video>", "unshown-element", 12),
    ],
)
def test_what_is_removed_is_reported_with_its_line(flavour: str, markdown: str, name: str, line: int) -> None:
    notes = notes_of(markdown, flavour)
    assert [(found.name, found.place.line) for found in notes.findings] == [(name, line)]
    assert not re.search(r"alert|script|style|onerror|javascript", notes.html)


def test_unclosed_comment_is_reported() -> None:
    assert findings_of("a\n\n<!-- no end\n\nb") == [("unclosed-comment", 12, 1)]


def test_address_in_angle_brackets_is_kept_as_text_and_reported() -> None:
    notes = notes_of("site at <pythonpodcast.com> now", "pelican")
    assert notes.html == "<p>site at &lt;pythonpodcast.com&gt; now</p>"
    assert [found.name for found in notes.findings] == ["unknown-element"]


@BOTH
@pytest.mark.parametrize(
    "markdown",
    [
        "5 < 6 and 7 > 3",
        "`<script>`",
        "    <script>x</script>",
        "a <b>b</b> <br> c",
        "<!-- more -->",
        "on = 1",
    ],
)
def test_harmless_text_is_not_complained_about(flavour: str, markdown: str) -> None:
    assert findings_of(markdown, flavour) == []


@pytest.mark.parametrize("reference", ["&#11;", "&#x1;", "&#xFFFE;", "\x0b", "\x00", "\uffff", "\ud800"])
def test_characters_that_xml_forbids_are_gone(reference: str) -> None:
    notes = notes_of(f"a{reference}b")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", notes.html + notes.summary)


# -- players


def test_player_is_a_listen_link_in_the_feed_and_an_embed_with_its_line() -> None:
    notes = notes_of(
        'Hello.\n\n<iframe src="https://www.podbean.com/media/player/x-1?a=1&skin=2"></iframe>\n\nBye.'
    )
    assert (
        '<p><a href="https://www.podbean.com/media/player/x-1?a=1&amp;skin=2">Listen: on Podbean</a></p>'
        in notes.html
    )
    assert [(e.url, e.player, e.line) for e in notes.embeds] == [
        ("https://www.podbean.com/media/player/x-1?a=1&skin=2", "Podbean", 12)
    ]
    assert notes.findings == ()


@BOTH
def test_player_that_is_shown_as_code_is_text(flavour: str) -> None:
    notes = notes_of(
        "Embed it:\n\n    <iframe src='https://a.org/p'></iframe>\n\nor `<iframe src='b'>`", flavour
    )
    assert notes.embeds == ()
    assert "&lt;iframe" in notes.html
    assert "Listen:" not in notes.html


def test_line_of_a_player_is_not_that_of_the_same_text_in_code() -> None:
    player = '<iframe src="https://a.org/p"></iframe>'
    assert [embed.line for embed in notes_of(f"```\n{player}\n```\n\n{player}").embeds] == [14]


def test_player_without_address_is_reported() -> None:
    assert findings_of("a\n\n<iframe src=''></iframe>") == [("player-without-address", 12, 1)]


def test_player_in_a_comment_is_none() -> None:
    assert notes_of("<!-- <iframe src='https://a.org/p'></iframe> -->\n\na").embeds == ()


def test_unclosed_player_does_not_swallow_the_text() -> None:
    assert notes_of("<iframe src='https://a.org/p'>\n\nstill here").html.endswith("<p>still here</p>")


# -- times


@BOTH
def test_times_are_text_for_apps_to_find(flavour: str) -> None:
    assert notes_of("- [@1:35] Fog", flavour).html == "<ul><li>[@1:35] Fog</li></ul>"


@BOTH
def test_times_lead_to_the_page_on_request(flavour: str) -> None:
    settings = NotesSettings(flavour=flavour, timestamps="page")  # type: ignore[arg-type]
    markdown = "- [@1:35] Fog, `1:35` and [0:10](https://a.org/)\n- [x]()"
    notes = render_notes(markdown, settings, page=PAGE, path="1.md", first_line=10)
    assert notes.html == (
        f'<ul><li><a href="{PAGE}#t=95">1:35</a> Fog, 1:35 and <a href="https://a.org/">0:10</a></li><li>x</li></ul>'
    )
    assert [found.name for found in notes.findings] == ["empty-link"]


# -- summary and length


@BOTH
@pytest.mark.parametrize(
    "markdown, summary",
    [
        ("", ""),
        ("First *one*.\n\nSecond.", "First one."),
        ("# Head\n\n- list\n\nText &amp; more", "Text & more"),
        ("Intro.\n\n### Summary\n\nThis\none.\n\nAnd this.\n\n### Next\n\nNot this.", "This one. And this."),
        ("<iframe src='https://a.org/p'></iframe>\n\nText.", "Text."),
        ("### Summary\n\n<iframe src='https://a.org/p'></iframe>\n\n### Links\n\nText.", "Text."),
        ("### Summary:\n\nIt.", "It."),
        ("- only\n- lists", ""),
    ],
)
def test_summary(flavour: str, markdown: str, summary: str) -> None:
    assert notes_of(markdown, flavour).summary == summary


def test_summary_keeps_to_its_limit() -> None:
    assert notes_of("one two three four", summary_bytes=12).summary == "one two…"


def test_notes_over_4000_characters_are_a_warning_that_says_where() -> None:
    notes = notes_of(
        "word " * 785 + "\n\nhere is the place that matters most to all of us who listen\n\nend " + "x " * 40
    )
    (found,) = notes.findings
    assert found.name == "long-notes"
    assert found.severity is Severity.WARNING
    assert "4,0" in found.message
    assert "most to all of us who" in found.message
    assert found.place.line == 12


def test_notes_of_4000_characters_are_not_too_long() -> None:
    assert findings_of("x" * (4000 - len("<p></p>"))) == []
    assert [name for name, _, _ in findings_of("x" * (4001 - len("<p></p>")))] == ["long-notes"]


# -- hostile text


def test_source_over_the_limit_is_an_error() -> None:
    (found,) = notes_of("é" * (MAX_SOURCE_BYTES // 2 + 1)).findings
    assert (found.severity, found.name, found.place.line) == (Severity.ERROR, "notes-too-large", 10)


@pytest.mark.parametrize(
    "bomb",
    ["[" * 20_000, "![" * 20_000, "<a " * 20_000, "<![CDATA[" * 10_000, "<iframe " * 20_000, "<iframe '" * 20_000,
     "".join("    " * depth + "- a\n" for depth in range(400)), "**a *b " * 10_000, "[^1]" * 10_000, "`" * 50_000,
     "".join(f"[^{n}]: x\n" for n in range(5_000)), "[x](javascript:1)\n" * 5_000, "<!--" * 20_000, "&" * 50_000],
)  # fmt: skip
def test_text_bombs_are_harmless_in_commonmark(bomb: str) -> None:
    start = time.process_time()
    notes_of(bomb)
    assert time.process_time() - start < 5.0


@pytest.mark.parametrize("flavour, bomb", [("commonmark", "<div>" * 100_000), ("commonmark", "> " * 200_000),
                                           ("pelican", "1. " * 900)])  # fmt: skip
def test_text_that_nests_too_deeply_is_an_error(flavour: str, bomb: str) -> None:
    (found,) = notes_of(bomb, flavour).findings
    assert (found.severity, found.name) == (Severity.ERROR, "notes-too-large")
    assert "too deep" in found.message


def test_rendering_a_thousand_times_takes_no_more_memory() -> None:
    """The C library's trees and texts are given back."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        pytest.skip("no /proc")
    markdown = "- [x](https://a.org/) *y*\n" * 200
    for _ in range(50):
        notes_of(markdown)
    before = int(statm.read_text().split()[1])
    for _ in range(300):
        notes_of(markdown)
    assert int(statm.read_text().split()[1]) - before < 2_000  # pages


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "<a href=javascript:x>",
            "</a>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<ol>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<h2>",
            "</h2>",
            "<pre>",
            "</pre>",
            "<br>",
            "<hr>",
            "<iframe src=//a.b/c>",
            "</iframe>",
            "<img src=/a alt=b>",
            "<svg>",
            "<math>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<dl><dt>",
            "<dd>",
            "<feedpub-player n=0>",
            "<select><option>",
            "<template>",
            "<noscript>",
            "<title>",
            "text",
            "& <",
            "\n\n",
            "- ",
            "> ",
            "# ",
            "[x](y)",
            "[^1]",
            "*",
            "`",
            "|",
            "    ",
            "\\",
            "]]>",
            "&#1;",
            "é",
        ]
    ),
    max_size=30,
).map("".join)


@given(text=st.one_of(MARKUP, st.text(max_size=200)), flavour=st.sampled_from(FLAVOURS))
def test_any_text_gives_allowed_tags_and_absolute_links(text: str, flavour: str) -> None:
    notes = notes_of(text, flavour)
    assert tags_of(notes.html) <= FEED_TAGS
    assert all(re.match(r"(https?://|mailto:)\S+$", link) for link in links_of(notes.html))
    assert set(re.findall(r"<(?!/)[^>]* (\w+)=", notes.html)) <= {"href"}
    assert "]]>" not in notes.html
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", notes.html + notes.summary)
    assert notes.html.count("<p>") == notes.html.count("</p>")
    assert "<p><p>" not in notes.html


@given(text=MARKUP)
def test_notes_do_not_change_when_they_are_arranged_once_more(text: str) -> None:
    once = notes_of(text).html
    assert feed_html(once, PAGE) == once


@given(
    words=st.lists(st.sampled_from(["one", "two", "drei", "quatre"]), min_size=1),
    flavour=st.sampled_from(FLAVOURS),
)
def test_no_word_is_lost_or_runs_into_another(words: list[str], flavour: str) -> None:
    """Whatever block each word stands in, the notes hold the same words in the same order."""
    blocks = ["# {}", "{}", "> {}", "- {}", "<div>{}</div>", "<table><tr><td>{}</td></tr></table>", "    {}"]
    markdown = "\n\n".join(blocks[n % len(blocks)].format(word) for n, word in enumerate(words))
    assert re.sub(r"<[^>]*>", " ", notes_of(markdown, flavour).html).split() == words


def test_cut_at_word_can_be_had_from_here() -> None:
    assert cut_at_word("one two", 6) == "one…"


# -- the corpus


def corpus() -> list[Path]:
    return sorted(CORPUS.glob("*.md")) if CORPUS.is_dir() else []


@BOTH
def test_episodes_in_the_wild_render(flavour: str) -> None:
    if not corpus():
        pytest.skip("the corpus of episodes is not there")
    for episode in corpus():
        text = episode.read_text("utf-8").split("\n\n", 1)[1]
        notes = notes_of(text, flavour)
        assert tags_of(notes.html) <= FEED_TAGS, episode.name
        assert all(link.startswith(("http://", "https://", "mailto:")) for link in links_of(notes.html)), (
            episode.name
        )
        assert notes.html.count(">Listen: on Podbean</a>") == text.count("<iframe") == len(notes.embeds), (
            episode.name
        )
        assert all(text.splitlines()[embed.line - 10].startswith("<iframe") for embed in notes.embeds), (
            episode.name
        )
        assert not [found for found in notes.findings if found.severity is Severity.ERROR], episode.name
        nested = len(re.findall(r"^ {4}[-*] \[", text, re.MULTILINE))
        assert notes.html.count("<li>") >= nested, episode.name
        if re.search(r"^### Summary", text, re.MULTILINE):
            first_words = text.split("### Summary", 1)[1].split("\n", 1)[1].split()[:2]
            assert notes.summary.startswith(" ".join(first_words)), episode.name


@pytest.mark.parametrize("flavour, names", [
    ("commonmark", {"link-without-scheme": 4, "latex-link": 2, "handle-as-link": 1, "blank-in-link": 1, "unread-link": 1,
                    "mail-without-mailto": 1}),
    ("pelican", {"link-without-scheme": 4, "latex-link": 2, "handle-as-link": 1, "blank-in-link": 1, "unread-link": 1,
                 "mail-without-mailto": 1, "unknown-element": 3}),
])  # fmt: skip
def test_faults_in_the_wild_are_found_and_nothing_else(flavour: str, names: dict[str, int]) -> None:
    if not corpus():
        pytest.skip("the corpus of episodes is not there")
    found: dict[str, int] = {}
    for episode in corpus():
        for finding in notes_of(episode.read_text("utf-8").split("\n\n", 1)[1], flavour).findings:
            found[finding.name] = found.get(finding.name, 0) + 1
    found.pop("long-notes")
    assert found == names
