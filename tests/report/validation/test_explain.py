"""A rule, explained."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Severity
from feedpub.report.validation.explain import Example, examples_of, render_rule
from feedpub.report.validation.rule_list import render_rule_list


class Rule(NamedTuple):
    """A rule, as its record describes it."""

    id: str = "ENC004"
    name: str = "enclosure-invalid-length"
    profiles: Any = {"psp1": Severity.ERROR, "rss": Severity.WARNING, "apple": Severity.ERROR}  # noqa: RUF012
    what: str = "The `length` is no number."
    why: str = "Apps show a wrong size."
    fix: str = "Write the bytes."
    bad: Any = '<enclosure length="x"/>'
    good: Any = '<enclosure length="1"/>'
    within: str = "item"
    each: Any = ("enclosure",)


class Source(NamedTuple):
    """Where it is written."""

    title: str
    url: str

    def __str__(self) -> str:
        return self.title


def test_it_is_all_there_is_to_say() -> None:
    sources = [Source("RSS 2.0, enclosure", "https://rss.example/"), Source("experience", "")]
    assert render_rule(Rule(), sources, 80).splitlines() == [
        "ENC004 enclosure-invalid-length",
        "",
        "The `length` is no number.",
        "",
        "Apps show a wrong size.",
        "",
        "How to mend it: Write the bytes.",
        "",
        "Wrong (inside <item>):",
        "",
        '    <enclosure length="x"/>',
        "",
        "Right (inside <item>):",
        "",
        '    <enclosure length="1"/>',
        "",
        "error for apple, psp1",
        "warning for rss",
        "",
        "RSS 2.0, enclosure: https://rss.example/",
        "experience",
    ]


def test_prose_is_wrapped_and_examples_are_not() -> None:
    long = "word " * 40
    lines = render_rule(Rule(what=f"{long}.", bad=f"<title>{long}</title>"), [], 60).splitlines()
    assert all(len(line) <= 60 for line in lines if "<title>" not in line)
    assert sum("<title>" in line for line in lines) == 1


@pytest.mark.parametrize(
    "rule,pieces",
    [
        (Rule(within="document"), [Example("", '<enclosure length="x"/>')]),
        (Rule(within="channel"), [Example("inside `<channel>`", '<enclosure length="x"/>')]),
        (
            Rule(bad="\n      <a>\n        <b/>\n      </a>\n"),
            [Example("inside `<item>`", "<a>\n  <b/>\n</a>")],
        ),
        (
            Rule(bad=("<ttl>1</ttl>", "<ttl>2</ttl>")),
            [Example("before, inside `<channel>`", "<ttl>1</ttl>"), Example("now", "<ttl>2</ttl>")],
        ),
        (Rule(each=(int,), bad="WEBVTT"), [Example("the file", "WEBVTT")]),
        (
            Rule(
                each=(int,),
                bad={"path": "a.jpg", "width": 9, "height": 5, "has_alpha": True},
                good={"path": "a.jpg", "width": 9, "height": 9, "has_alpha": False},
            ),
            [Example("the file `a.jpg`", "height: 5\nhas alpha: yes")],
        ),
        (
            Rule(each=(int,), bad={"path": "a.vtt", "data": b"Jos\xe9", "duration": 5}, good="WEBVTT"),
            [Example("the file `a.vtt`", "Jos\\xe9"), Example("what is known of it", "duration: 5")],
        ),
    ],
)
def test_an_example_says_what_it_is_an_example_of(rule: Rule, pieces: list[Example]) -> None:
    assert list(examples_of(rule, rule.bad)) == pieces


def test_of_an_example_of_length_the_ends_are_shown() -> None:
    (piece,) = examples_of(Rule(), f"<title>{'Tides. ' * 1_000_000}</title>")
    assert len(piece.code) < 400
    assert piece.code.startswith("<title>Tides. ")
    assert piece.code.endswith("Tides. </title>")
    assert "… 6,999,695 more characters …" in piece.code
    (piece,) = examples_of(Rule(), "<a/>\n" * 1000)
    assert piece.code.count("<a/>") == 40
    assert "\n… 960 more lines …\n" in piece.code


@given(st.text(st.characters(), max_size=60))
def test_no_example_can_act_on_a_terminal(text: str) -> None:
    said = render_rule(Rule(bad=text, good={"path": text, "text": text, "a": text}), [], 80)
    assert not any(char in said for char in "\r\x1b\x9b\x00")


def test_the_list_is_in_columns_by_family() -> None:
    families = [("ENC", "Enclosures", [Rule(), Rule("ENC012", "short", {"rss": Severity.INFO})])]
    assert render_rule_list(families, ("rss", "apple")).splitlines() == [
        "                                   rss      apple",
        "",
        "ENC: Enclosures",
        "ENC004   enclosure-invalid-length  warning  error",
        "ENC012   short                     info     -",
    ]
