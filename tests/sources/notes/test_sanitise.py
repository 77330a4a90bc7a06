"""Raw HTML to HTML in which nothing can run."""

import re

import pytest

from feedpub.sources.notes.sanitise import check_depth, clean

PAGE = "https://example.com/one.html"

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src="x" onerror="alert(1)" alt="a">',
    "<img/onerror=alert(1) src=x>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:alert(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<base href='javascript:alert(1)//'><meta http-equiv=refresh content='0;javascript:alert(1)'>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "<template><img src=x onerror=alert(1)></template>",
    '<a href="https://a.org/" onclick="alert(1)" style="x" class="y" title="z" lang="en">x</a>',
    "<isindex action=javascript:alert(1)><input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<feedpub-player n='0' onclick='alert(1)'></feedpub-player>",
    "<plaintext><script>alert(1)",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_can_run(html: str) -> None:
    cleaned, _ = clean(html, PAGE)
    tags = re.findall(r"<[^>]*>", cleaned)
    for tag in tags:
        assert re.fullmatch(r'</?[a-z0-9-]+( (href="(https?:|mailto:)[^"]*"|n="\d*"))?>', tag), tag


@pytest.mark.parametrize("html", HOSTILE)
def test_what_was_taken_away_is_told(html: str) -> None:
    _, faults = clean(html, PAGE)
    hidden_in_text = ("<title>", "<p style", "<!--", "<textarea", "<feedpub", "<iframe")
    assert faults or html.startswith(hidden_in_text)


@pytest.mark.parametrize(
    "html, cleaned",
    [
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ('<p class="x" id="y" style="z" title="t" lang="en">a</p>', "<p>a</p>"),
        ("<span>a</span> <u>b</u> <sub>c</sub> <code>d</code>", "a b c d"),
        ("<p>unclosed", "<p>unclosed</p>"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("]]>", "]]&gt;"),
        ('<a href="/x">a</a>', '<a href="https://example.com/x">a</a>'),
        ('<a href="x?a=1&b=2">a</a>', '<a href="https://example.com/x?a=1&amp;b=2">a</a>'),
        ('<a href="https://a.org/" rel="tag" target="_blank">a</a>', '<a href="https://a.org/">a</a>'),
        ('<a name="top">a</a>', "a"),
        ('<a href="https://www.a.org/b"></a>', '<a href="https://www.a.org/b">a.org</a>'),
        ('<a href="#top"></a>x', "x"),
        ('<img src="x.png" alt="A &amp; b">', '<a href="https://example.com/x.png">A &amp; b</a>'),
        ('<img src="data:image/png;base64,xx" alt="pic">', "pic"),
        ('<img src="x.png">', ""),
        (
            '<a href="https://a.org/"><img src="x.png" alt="logo"></img></a>',
            '<a href="https://a.org/">logo</a>',
        ),
        ('<a href="https://a.org/"><img src="x.png"></a>', '<a href="https://a.org/">a.org</a>'),
        ('a<img src="/x" alt="b">c', 'a <a href="https://example.com/x">b</a> c'),
        ('<img src="/x" alt="pic"style="width:1">', '<a href="https://example.com/x">pic</a>'),
        ('<a href="http://[bad">a</a>', "a"),
        ('<a href="https://">a</a>', "a"),
    ],
)
def test_html_is_cleaned(html: str, cleaned: str) -> None:
    assert clean(html, PAGE)[0] == cleaned


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.org/?on=1">x</a>',
        '<a href="https://a.org/onboarding=1">x</a>',
        '<p title="fire onclick = x">a</p>',
        "<p>based on x = y</p>",
        "<figure><figcaption>a</figcaption></figure>",
        "<P>a</P><BR/>",
        '<a id="x"></a>',
    ],
)
def test_harmless_html_is_not_complained_about(html: str) -> None:
    assert clean(html, PAGE)[1] == []


def test_deep_html_is_refused_before_it_costs_minutes() -> None:
    with pytest.raises(RecursionError):
        check_depth("<div>" * 6_000)


def test_long_html_is_not_deep() -> None:
    check_depth("<div><p>x<br></div>" * 6_000)
