"""Notes on the episode's page."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from feedpub.model import Severity
from feedpub.sources.header.front_matter import parse_front_matter
from feedpub.sources.notes.page_notes import PageNotes, render_page_notes
from feedpub.sources.notes.page_sanitise import PAGE_TAGS
from feedpub.sources.notes.show_notes import MAX_SOURCE_BYTES
from feedpub.sources.settings import NotesSettings
from tests.sources.notes.test_show_notes import MARKUP

PAGE = "https://example.com/shows/one.html"
FLAVOURS = ("commonmark", "pelican")
CORPUS = Path(__file__).resolve().parents[3] / "../shared/corpus"
BOTH = pytest.mark.parametrize("flavour", FLAVOURS)


def page_notes(markdown: str, flavour: str = "commonmark") -> PageNotes:
    settings = NotesSettings(flavour=flavour)  # type: ignore[arg-type]
    return render_page_notes(markdown, settings, page=PAGE, path="1.md", first_line=10)


def html_of(markdown: str, flavour: str = "commonmark") -> str:
    return page_notes(markdown, flavour).html


def findings_of(markdown: str) -> list[tuple[str, int]]:
    return [(found.name, found.place.line) for found in page_notes(markdown).findings]


@BOTH
@pytest.mark.parametrize(
    "markdown, html",
    [
        ("", ""),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("<details><summary>x</summary>y</details>", "<details><summary>x</summary>y</details>"),
        ("<p dir='rtl' lang='fa'>x</p>", '<p dir="rtl" lang="fa">x</p>'),
        ("[x](/y)", '<p><a href="https://example.com/y">x</a></p>'),
        ("[x](two.html)", '<p><a href="https://example.com/shows/two.html">x</a></p>'),
        ("[x](https://a.org/)", '<p><a href="https://a.org/" rel="noopener">x</a></p>'),
        ("[x](mailto:me@a.org)", '<p><a href="mailto:me@a.org">x</a></p>'),
        ("[x](#part)", '<p><a href="#part">x</a></p>'),
        ("[x]()", "<p>x</p>"),
        ("![A cat](/cat.png)", '<p><img src="https://example.com/cat.png" alt="A cat" loading="lazy"></p>'),
        ("![](/cat.png)", '<p><img src="https://example.com/cat.png" alt="" loading="lazy"></p>'),
        ("![A cat](data:image/png;base64,xx)", "<p>A cat</p>"),
    ],
)
def test_markdown_becomes_page_html(flavour: str, markdown: str, html: str) -> None:
    found = html_of(markdown, flavour)
    # The attributes of one tag come in any order.
    assert (
        re.sub(
            r' (dir="rtl") (lang="fa")',
            r" \1 \2",
            found.replace('lang="fa" dir="rtl"', 'dir="rtl" lang="fa"'),
        )
        == html
    )


def test_highest_heading_comes_below_the_title_and_no_level_is_passed_over() -> None:
    assert html_of("### A\n\n##### B\n\n### A") == '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h2 id="a-2">A</h2>'


@pytest.mark.parametrize(
    "markdown, name",
    [
        ("## In *this* episode!", "in-this-episode"),
        ("## Übers Meer & mehr", "übers-meer-mehr"),
        ("## 🎧", "section"),
        ('<h2 id="mine">x</h2>', "mine"),
    ],
)
def test_headings_have_names(markdown: str, name: str) -> None:
    assert f'<h2 id="{name}">' in html_of(markdown)


def test_no_name_is_given_twice() -> None:
    names = re.findall(
        r' id="([^"]*)"', html_of('<p id="a">x</p>\n\n## a\n\n<p id="a">y</p>\n\n## a\n\n## a')
    )
    assert len(names) == len(set(names)) == 4


@BOTH
def test_table_can_be_scrolled_and_keeps_its_alignment(flavour: str) -> None:
    html = html_of("| a | b |\n|---|--:|\n| 1 | 2 |", flavour)
    assert '<div class="scroll"><table>' in html
    assert '<td class="right">2</td>' in html
    assert "style=" not in html
    assert "align=" not in html


@BOTH
def test_footnotes_lead_there_and_back(flavour: str) -> None:
    page = lxml_html.fragment_fromstring(
        html_of("Said so[^1].\n\n[^1]: By her.", flavour), create_parent="main"
    )
    for link in page.xpath("//a/@href"):
        assert page.xpath(f"//*[@id='{link[1:]}']"), link


# -- players


def test_known_player_stays_in_a_frame_that_can_do_little() -> None:
    html = html_of(
        '<iframe src="http://www.podbean.com/p?a=1&b=2" height="122" style="x" onload="y" name="z"></iframe>'
    )
    assert re.sub(r' sandbox="[^"]*"', "", html) == (
        '<iframe src="https://www.podbean.com/p?a=1&amp;b=2" title="Player of Podbean" height="122" loading="lazy"'
        ' allow="fullscreen; encrypted-media"></iframe>'
    )
    assert "allow-top-navigation" not in html


def test_film_has_the_shape_of_a_film() -> None:
    assert ' class="film"' in html_of(
        '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" height="9"></iframe>'
    )


def test_unknown_player_is_a_link_and_reported() -> None:
    notes = page_notes('a\n\n<iframe src="https://a.org/p?x=%22&quot;"></iframe>')
    assert "<iframe" not in notes.html
    assert ">Listen: on a.org</a>" in notes.html
    assert [(found.name, found.place.line, found.severity) for found in notes.findings] == [
        ("unknown-player", 12, Severity.WARNING)
    ]


def test_player_of_the_page_s_own_site_gets_no_frame() -> None:
    """With scripts and the same origin it could take off its sandbox."""
    notes = render_page_notes(
        '<iframe src="https://podbean.com/p"></iframe>',
        NotesSettings(),
        page="https://podbean.com/x",
        path="",
        first_line=1,
    )
    assert "<iframe" not in notes.html


# -- times


@pytest.mark.parametrize(
    "written", ["1:35", "01:35", "[@01:35]", "(1:35)", "00:01:35", "[01:35](#)", "**1:35**"]
)
@pytest.mark.parametrize("place", ["{} Fog", "- {} Fog", "Intro\n{} Fog", "| {} | Fog |\n|---|---|\n"])
@BOTH
def test_times_become_links_to_the_audio(flavour: str, place: str, written: str) -> None:
    assert '<a href="#t=95">' in html_of(place.format(written), flavour)


@pytest.mark.parametrize(
    "markdown", ["`1:35`", "    1:35 a", "[1:35](https://a.org/)", "at 9:00 am", "John 3:16"]
)
@BOTH
def test_other_times_do_not(flavour: str, markdown: str) -> None:
    assert "#t=" not in html_of(markdown, flavour)


def test_times_that_are_links_already_stay_so() -> None:
    assert '<a href="#t=00:50">00:50</a>' in html_of("* **[00:50](#t=00:50)** Fog")


# -- what is reported


def test_what_the_feed_complains_about_is_not_told_twice() -> None:
    assert findings_of("[x]()\n\n<script>x</script>") == []


def test_what_only_the_page_shows_is_looked_at() -> None:
    markdown = "[a]()\n\n<!-- site only -->\n\n[b]() <video src='x'>\n\n<!-- end -->\n\n[c]()"
    assert findings_of(markdown) == [("empty-link", 14), ("unshown-element", 14)]


def test_text_that_nests_too_deeply_is_an_error() -> None:
    (found,) = page_notes("<div>" * 100_000).findings
    assert (found.severity, found.name) == (Severity.ERROR, "notes-too-large")


def test_too_long_a_text_is_left_to_the_feed_to_complain_about() -> None:
    assert page_notes("é" * (MAX_SOURCE_BYTES // 2 + 1)) == PageNotes("", ())


# -- hostile text

UNSAFE = re.compile(
    r"(?i)<(?:script|style|object|embed|form|input|svg|math|base|meta|link)\b|<[^>]* on\w+=|javascript:|<[^>]* style="
)


@BOTH
@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<style>p {}</style>",
        "<p onclick='alert(1)'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='jAvA&#115;cript:alert(1)'>x</a>",
        "<a href=' &#10;javascript:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<img src=x onerror=alert(1)>",
        "<img src='javascript:alert(1)'>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>x</script>'></iframe>",
        "<iframe src='https://www.podbean.com/\"onload=\"alert(1)'></iframe>",
        "<iframe src='https://www.podbean.com/p' height='1\" onload=\"alert(1)'></iframe>",
        "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>",
        "<td style='background:url(javascript:x)'>x</td>",
        "<div style='position:fixed'>x</div>",
        "<form action='x'><input name=a></form>",
        "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<feedpub-player n=0></feedpub-player>",
        "<h2 id='\"><script>x</script>'>x</h2>",
        "## <img src=x onerror=alert(1)>",
    ],
)
def test_nothing_that_runs_survives(flavour: str, markdown: str) -> None:
    assert not UNSAFE.search(html_of(markdown, flavour))


@given(text=st.one_of(MARKUP, st.text(max_size=200)), flavour=st.sampled_from(FLAVOURS))
def test_any_text_gives_safe_and_well_formed_html(text: str, flavour: str) -> None:
    html = html_of(text, flavour)
    check_well_formed(html)
    assert not UNSAFE.search(re.sub(r">[^<]*<", "><", html))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", html)


def check_well_formed(html: str) -> None:
    """What a parser reads is what was written, and nothing but allowed tags."""
    page = lxml_html.fragment_fromstring(html, create_parent="main")
    assert {str(element.tag) for element in page.iterdescendants()} <= PAGE_TAGS | {"iframe"}
    for link in page.xpath("//a[@href]/@href | //img/@src | //iframe/@src"):
        assert re.match(r"(?i)(https?://|mailto:|#)", link), link
    written = re.findall(r"<(/?)([a-z0-9]+)", html)
    for tag in {name for _, name in written} - {"br", "hr", "img", "wbr"}:
        assert written.count(("", tag)) == written.count(("/", tag)), tag


@pytest.mark.parametrize("bomb", ["# a\n" * 60_000, "| a |\n|---|\n" + "| 1:23 |\n" * 30_000, "[x](#)\n" * 50_000, "![](x)" * 60_000,
                                  "1:23 a\n" * 60_000, '<p id="a">' * 900, "<iframe src=https://a.org/>" * 15_000, "<a>" * 100_000])  # fmt: skip
def test_text_bombs_are_harmless(bomb: str) -> None:
    start = time.process_time()
    page_notes(bomb)
    assert time.process_time() - start < 5.0


# -- the corpus


def wild_notes() -> list[tuple[Path, str]]:
    paths = sorted((CORPUS / "podcastinit/content").glob("*.md")) + sorted(
        (CORPUS / "sources").glob("*/*.md")
    )
    return [(path, parse_front_matter(path.read_text("utf-8"), path.name)[0].body) for path in paths]


@BOTH
def test_episodes_in_the_wild_render(flavour: str) -> None:
    wild = wild_notes()
    if not wild:
        pytest.skip("the corpus of episodes is not there")
    for path, text in wild if flavour == "commonmark" else wild[:82]:
        html = html_of(text, flavour)
        check_well_formed(html)
        assert not UNSAFE.search(re.sub(r">[^<]*<", "><", html)), path
        if path.parent.name == "content":
            assert html.count("<iframe ") == text.count("<iframe"), path


@pytest.mark.parametrize(
    "show, spelling",
    [
        ("rustacean-station-rustacean-station.org", r"\[@[0-9:]+\]"),
        ("TechFusionFM-TechFusionFM", r"(?m)^- [0-9]{2}:[0-9]{2}:[0-9]{2} "),
        ("javaswag-javaswag.github.io", r"(?m)^[0-9:]{4,} "),
        ("nickjj-runninginproduction.com", r"(?m)^- [0-9:]{4,} -- "),
        ("underjs-underjs.ru", r"\[[0-9]{2}:[0-9]{2}:[0-9]{2} [^]]*\]\(#\)"),
        ("brob-thatsmyjamstack.com-v2", r"(?m)^### .*  [0-9]+:[0-9]{2}\s*$"),
        ("finmoorhouse-hti", r"(?m)^\*\*\w+ [0-9]{2}:[0-9]{2}\*\*"),
        ("syntaxfm-website", r"(?m)^[0-9]{2}:[0-9]{2} - (?!\[https)"),
        ("arashThr-radioDaal", r"(?m)^### .* - [0-9]+:[0-9]{2}$"),
    ],
)
def test_times_in_the_wild_are_found(show: str, spelling: str) -> None:
    wild = [text for path, text in wild_notes() if path.parent.name == show]
    if not wild:
        pytest.skip("the corpus of episodes is not there")
    written = sum(len(re.findall(spelling, text)) for text in wild)
    linked = sum(html_of(text).count('<a href="#t=') for text in wild)
    assert linked >= written > 0
