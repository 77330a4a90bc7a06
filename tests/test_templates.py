"""Templates of a show's own."""

import pytest

from feedpub.templates import Template, TemplateFault


def render(text: str, longest: int = 100) -> str:
    return Template(text, "own.html", longest).render({"title": "A & <b>"}, "episodes/1.md", "title")


def test_values_are_escaped() -> None:
    assert render("<i>{{ title }}</i>") == "<i>A &amp; &lt;b&gt;</i>"


@pytest.mark.parametrize(
    "text, line, said, fix",
    [
        ("a\n{% if %}", 2, "Expected an expression", "jinja.palletsprojects.com"),
        ("\n{{ nope }}", 2, "'nope' is undefined", "there are title"),
        ("{{ title.__class__ }}", 1, "unsafe", "only show values"),
        ("{{ 1 / 0 }}", 1, "division", "mend the expression"),
        ("x" * 101, 0, "too much text", "shorten its loops"),
        ("{{ 'x' * 1000 }}", 0, "too much text", "shorten its loops"),
    ],
)
def test_fault_is_told_with_its_line_and_what_helps(text: str, line: int, said: str, fix: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        render(text)
    assert said in raised.value.message
    assert fix in raised.value.fix
    assert raised.value.line == line


def test_fault_names_the_episode() -> None:
    with pytest.raises(TemplateFault, match=r"episodes/1\.md"):
        render("{{ nope }}")


@pytest.mark.parametrize("text", ["{{ lipsum() }}", "{{ [1, 2]|random }}"])
def test_nothing_is_left_to_chance(text: str) -> None:
    with pytest.raises(TemplateFault):
        render(text)
