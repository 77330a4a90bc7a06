"""Elements and facts are brought before the rules, and what these say gets its place."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Severity
from feedpub.validate.document.element import Element
from feedpub.validate.facts import LocalTranscript
from feedpub.validate.findings import Noted
from feedpub.validate.registry import all_rules, find_rule
from feedpub.validate.rule import Problem, Problems, Profile, Rule, rule
from feedpub.validate.runner import Judging, Memory, Run, validate
from tests.validate.examples import ITEM, document

NOW = datetime(2026, 1, 15, tzinfo=UTC)


def a_rule(each: str, judge: object = None, **changes: object) -> Rule:
    """A rule of the catalogue with another function: one that says where it was asked."""

    def say(element: Element) -> Problems:
        yield Problem(element, f"here is `{element.name}`")

    template = find_rule("XML016")
    assert template is not None
    template = template._replace(where=None, needed=None)
    return template._replace(each=(each,), judge=judge or say, **changes)  # type: ignore[arg-type]


def places(text: str, each: str) -> list[tuple[int, int]]:
    judgement = validate(text.encode(), "feed.xml", Run(NOW), [a_rule(each)])
    return [(one.place.line, one.place.column) for one in judgement.findings]


SMALL = """<?xml version="1.0"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
  <title>Tides</title>
  <item><title>One</title><guid>1</guid></item>
  <podcast:liveItem><title>Live</title><guid>2</guid></podcast:liveItem>
</channel></rss>
"""


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        ("title", [(3, 3), (4, 9), (5, 21)]),
        ("channel/title", [(3, 3)]),
        ("item/title", [(4, 9), (5, 21)]),
        ("item", [(4, 3), (5, 3)]),
        ("podcast:*", [(5, 3)]),
        ("podcast:liveItem", [(5, 3)]),
        ("channel", [(2, 75)]),
        ("rss", [(2, 1)]),
    ],
)
def test_a_selector_chooses_what_is_judged(each: str, expected: list[tuple[int, int]]) -> None:
    assert places(SMALL, each) == expected


def test_every_element_is_judged_once() -> None:
    assert len(places(SMALL, "*")) == 9


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_places_are_right_in_every_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<rss><channel><a>äöü</a> <title/></channel></rss>'
    judgement = validate(text.encode(encoding), "feed.xml", Run(NOW), [a_rule("title")])
    assert [(one.place.line, one.place.column) for one in judgement.findings] == [(2, 26)]


def test_places_are_right_past_line_65535() -> None:
    assert places("<rss><channel>" + "\n" * 70_000 + "<title/></channel></rss>", "title") == [(70_001, 1)]


def test_places_are_those_of_what_came_where_it_had_to_be_mended() -> None:
    text = "\n<?xml version='1.0'?>\n<rss><channel>\n<a>&nbsp;&nbsp;Q & A</a><title/>\n</channel>"
    assert places(text, "title") == [(4, 25)]


@given(
    st.lists(st.sampled_from(["\n", "ä", "<!-- x -->", "<a b='>'/>", "<![CDATA[<title>]]>", "&#10;", " "]))
)
def test_every_place_points_at_the_less_than_sign_of_its_element(parts: list[str]) -> None:
    text = f"<rss><channel>{''.join(parts)}<title x='1'/><a>{''.join(parts)}<title/></a></channel></rss>"
    lines = text.split("\n")
    found = places(text, "title")
    assert len(found) == 2
    for line, column in found:
        assert lines[line - 1][column - 1 :].startswith("<title")


def test_the_same_thing_is_said_of_one_element_a_few_times_at_most() -> None:
    def complain(element: Element) -> Problems:
        for number in range(1000):
            yield Problem(element, f"fault {number}")

    findings = validate(SMALL.encode(), "f", Run(NOW), [a_rule("channel/title", complain)]).findings
    assert len(findings) == 21
    assert sum("there is more" in one.message for one in findings) == 1


def test_a_finding_names_the_episode_and_the_line_that_it_speaks_of() -> None:
    def complain(element: Element) -> Problems:
        yield Problem(element, "given again, first on line {line}", also=element.parent)

    (first, _) = validate(SMALL.encode(), "f", Run(NOW), [a_rule("item/guid", complain)]).findings
    assert (first.episode, first.guid, first.element) == ("One", "1", "guid")
    assert first.message == "given again, first on line 4"


def test_of_several_profiles_the_strictest_counts_and_all_that_demand_it_are_named() -> None:
    severities = {Profile.RSS: Severity.INFO, Profile.APPLE: Severity.ERROR}
    judge = a_rule("channel/title", profiles=severities)

    def found(*profiles: Profile) -> list[tuple[Severity, tuple[str, ...]]]:
        findings = validate(SMALL.encode(), "f", Run(NOW, profiles), [judge]).findings
        return [(one.severity, one.profiles) for one in findings]

    assert found(*Profile) == [(Severity.ERROR, ("rss", "apple"))]
    assert found(Profile.RSS, Profile.PSP1) == [(Severity.INFO, ("rss",))]
    assert found(Profile.SPOTIFY) == []


def test_rules_without_their_facts_are_not_run_and_say_why() -> None:
    judgement = validate(SMALL.encode(), "f", Run(NOW), all_rules())
    assert judgement.not_run["TRAN004"] == "no local transcripts are known"
    assert "TRAN004" not in judgement.ran
    judging = Judging(SMALL.encode(), "f", Run(NOW), all_rules())
    judging.judge_facts(LocalTranscript, ())
    assert "TRAN004" in judging.finish().ran


class _Remembered(Memory):
    def __init__(self) -> None:
        self.known: dict[bytes, list[Noted]] = {}
        self.judged = 0

    def recall(self, key: bytes) -> list[Noted] | None:
        return self.known.get(key)

    def remember(self, key: bytes, noted: list[Noted]) -> None:
        self.judged += 1
        self.known[key] = noted


def test_items_that_have_not_changed_are_not_judged_again_and_found_the_same_wherever_they_stand() -> None:
    memory = _Remembered()
    bad = "<title>&#160;</title><enclosure url='x' length='-'/><pubDate>yesterday</pubDate>"
    items = [f"<item>{ITEM}</item>", f"<item>{bad}</item>"]
    first = document("</item>\n<item>".join([ITEM, bad]), "item")
    validate(first, "f", Run(NOW), all_rules(), memory)
    assert memory.judged == 2
    second = first.replace(b"<language>", b"<copyright>Ada\n\n</copyright><language>")
    again = validate(second, "f", Run(NOW), all_rules(), memory)
    assert memory.judged == 2
    assert again.findings == validate(second, "f", Run(NOW), all_rules()).findings
    assert items


def test_an_item_is_judged_anew_where_its_prefixes_mean_something_else() -> None:
    memory = _Remembered()
    text = SMALL.encode()
    validate(text, "f", Run(NOW), all_rules(), memory)
    before = memory.judged
    other = text.replace(b'"https://podcastindex.org/namespace/1.0"', b'"urn:other"')
    validate(other, "f", Run(NOW), all_rules(), memory)
    assert memory.judged > before


def test_a_rule_leaves_its_function_as_it_is() -> None:
    def judge(element: Element) -> Problems:
        yield Problem(element, "x")

    decorated = rule(
        id="X001", name="x", each="item", profiles={Profile.RSS: Severity.INFO}, what="", why="", fix="", spec="",
        bad="", good="",
    )(judge)  # fmt: skip
    assert decorated is judge
