"""What holds of every rule."""

import re
from pathlib import Path
from typing import Any

import pytest

from feedpub.validate.registry import FAMILIES, all_rules, family_of, find_rule, nearest_rule
from feedpub.validate.rule import Profile, Rule
from feedpub.validate.specs import sources
from tests.validate.examples import count_findings

RULES = all_rules()
#: the table that the rules were taken from, where it is at hand
CATALOGUE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "rules.md"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@each_rule
def test_the_bad_example_breaks_the_rule_once(rule: Rule) -> None:
    assert count_findings(rule, rule.bad) == 1


@each_rule
def test_the_good_example_never_breaks_the_rule(rule: Rule) -> None:
    assert count_findings(rule, rule.good) == 0


@each_rule
def test_a_rule_is_described(rule: Rule) -> None:
    """What is wrong, what comes of it and how to mend it are sentences."""
    for text in (rule.what, rule.why, rule.fix):
        assert re.fullmatch(r"[^\s].*[.!?]", " ".join(text.split())), text
    assert rule.what.count("`") % 2 == rule.why.count("`") % 2 == rule.fix.count("`") % 2 == 0


@each_rule
def test_a_rule_names_where_it_is_written(rule: Rule) -> None:
    assert sources(rule.spec)


@each_rule
def test_a_rule_has_a_family_and_is_somebodys_demand(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]+\d{3}", rule.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert family_of(rule.id) in FAMILIES
    assert rule.profiles
    assert set(rule.profiles) <= set(Profile)


def test_ids_and_names_are_unique() -> None:
    ids, names = [one.id for one in RULES], [one.name for one in RULES]
    assert len(set(ids)) == len(ids)
    assert sorted({one for one in names if names.count(one) > 1}) == []


def test_a_rule_is_found_by_id_and_by_name_in_any_case() -> None:
    rule = RULES[0]
    assert find_rule(rule.id.lower()) is find_rule(f" {rule.name.upper()} ") is rule
    assert find_rule("NONE999") is None


def test_what_was_probably_meant_is_suggested() -> None:
    assert nearest_rule("XML0001") == "XML001"
    assert nearest_rule("not-wel-formed") == "not-well-formed"
    assert nearest_rule("frobnicate") == ""


# -- the catalogue -------------------------------------------------------------------------------

_LETTERS = {"R": "rss", "A": "apple", "S": "spotify", "P": "psp1", "2": "podcasting2"}
#: rules whose severities differ from the table -> why
MENDED: dict[str, str] = {
    "URL003": "that it is an error to Apple stands there in brackets",
    "EXT005": "what the specification of Media RSS calls invalid is an error to the profile rss",
    "EXT006": "as EXT005",
    "EXT007": "as EXT005",
    "URL006": "what podcasting2 demands of addresses in its own tags is POD009",
}


def parse_severities(cell: str) -> dict[str, str]:
    """`A P error; others info` -> profile -> severity; what stands in brackets is said of single cases."""
    found: dict[str, str] = {}
    for part in re.sub(r"\([^)]*\)", "", cell).split(";"):
        *who, severity = part.split()
        letters = [word.strip(",") for word in who]
        names = [name for letter, name in _LETTERS.items() if letter in letters]
        if {"all", "others"} & set(letters):
            names = [name for name in _LETTERS.values() if name not in found]
        found |= dict.fromkeys(names, severity)
    return found


def catalogue() -> dict[str, tuple[str, dict[str, str]]]:
    """Id -> name, severities; of the rules that need no network."""
    rows: dict[str, tuple[str, dict[str, str]]] = {}
    if not CATALOGUE.is_file():
        return rows
    for line in CATALOGUE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 6 and re.fullmatch(r"[A-Z]+\d{3}", cells[0]) and cells[3] != "N":
            rows[cells[0]] = (cells[1], parse_severities(cells[2]))
    return rows


CATALOGUED = catalogue()
only_with_the_catalogue = pytest.mark.skipif(not CATALOGUED, reason="the catalogue of rules is not here")


@only_with_the_catalogue
def test_every_rule_of_the_catalogue_is_there() -> None:
    assert sorted(CATALOGUED.keys() - {one.id for one in RULES}) == []


@only_with_the_catalogue
@each_rule
def test_a_rule_is_called_as_in_the_catalogue_and_as_bad(rule: Rule) -> None:
    if rule.id not in CATALOGUED:
        pytest.skip("not in the catalogue")
    name, severities = CATALOGUED[rule.id]
    own: dict[str, Any] = {profile.value: one.name.lower() for profile, one in rule.profiles.items()}
    assert rule.name == name
    assert rule.id in MENDED or own == severities
