"""The show's own template for its notes."""

from datetime import UTC, datetime

import pytest

from feedpub.model import Embed, Episode, Person
from feedpub.sources.notes.notes_template import NotesTemplate, TemplateFault

EPISODE = Episode(
    "feeds/demo/episodes/1.md",
    "One & <only>",
    "one",
    number=1,
    published=datetime(2026, 5, 4, 6, 30, tzinfo=UTC),
    link="https://example.com/one.html",
    tags=("sea", "air"),
    people=(Person("Ada", "guest", url="https://ada.example/"),),
    embeds=(Embed("https://a.org/p", "", 3),),
)


def arrange(text: str) -> str:
    template = NotesTemplate(text, "feeds/demo/notes.html")
    return template.arrange("<p>The <b>notes</b></p>", EPISODE, "Sea & Air", "https://example.com/")


@pytest.mark.parametrize(
    "text, html",
    [
        ("{{ notes }}", "<p>The <b>notes</b></p>"),
        ("{{ episode.title }}", "<p>One &amp; &lt;only&gt;</p>"),
        ("{{ episode.number }} {{ episode.published[:10] }} {{ episode.type }}", "<p>1 2026-05-04 full</p>"),
        ("{{ episode.tags|join(', ') }}", "<p>sea, air</p>"),
        (
            "{% for p in episode.people %}<a href='{{ p.url }}'>{{ p.name }}</a>{% endfor %}",
            '<p><a href="https://ada.example/">Ada</a></p>',
        ),
        (
            "{{ notes }}<hr><p>{{ show.title }}: {{ show.site }}</p>",
            "<p>The <b>notes</b></p>\n<p>Sea &amp; Air: https://example.com/</p>",
        ),
        ("{% if episode.season %}x{% endif %}y", "<p>y</p>"),
        ("<a href='/about'>us</a>", '<p><a href="https://example.com/about">us</a></p>'),
        ("", ""),
    ],
)
def test_template_arranges_the_notes(text: str, html: str) -> None:
    assert arrange(text) == html


def test_what_a_template_makes_is_sanitised_too() -> None:
    assert arrange("<script>x</script><h2 onclick='x'>A</h2><iframe src='//a.org/p'></iframe>") == (
        '<p><strong>A</strong></p>\n<p><a href="https://a.org/p">Listen: on a.org</a></p>'
    )


@pytest.mark.parametrize(
    "text, line, said",
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("{{ notes|nope }}", 1, "nope"),
        ("a\n\n{{ episode.nope }}", 3, "nope"),
        ("{{ nope }}", 1, "nope"),
        ("\n{{ 1 / 0 }}", 2, "division"),
        ("{{ 'x' + 1 }}", 1, "str"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ episode.tags.append('x') }}", 1, "unsafe"),
        ("{% include '/etc/passwd' %}", 1, "loader"),
        ("{{ range(10000000) }}", 1, "Range too big"),
        ("{{ lipsum() }}", 1, "lipsum"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 1, "too much text or nests too deeply"),
        ("{% for i in range(90000) %}{{ notes }}{% endfor %}", 0, "too much text"),
        ("{{ '<div>'|safe * 90000 }}", 0, "too much text or nests too deeply"),
    ],
)
def test_fault_in_a_template_says_what_and_where(text: str, line: int, said: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        arrange(text)
    assert said in raised.value.message
    assert raised.value.line == line
    assert raised.value.fix
    assert "\n" not in raised.value.message


def test_fault_for_an_episode_names_its_file() -> None:
    with pytest.raises(TemplateFault, match=r"feeds/demo/episodes/1\.md"):
        arrange("{{ episode.nope }}")
