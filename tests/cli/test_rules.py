"""`feedpub rules`."""

import json
import re
from pathlib import Path

from feedpub.validate.registry import FAMILIES, all_rules
from tests.cli.test_commands import complete, run


def test_each_rule_is_a_line_in_columns_below_its_family(tmp_path: Path) -> None:
    lines = run(tmp_path, "rules").stdout.splitlines()
    assert lines[0].split() == ["rss", "apple", "spotify", "psp1", "podcasting2"]
    assert "XML: Well-formedness, encoding, namespaces" in lines
    row = next(line for line in lines if line.startswith("XML007 "))
    assert row.split() == ["XML007", "encoding-not-utf-8", "warning", "error", "warning", "error", "-"]
    assert row.index("error") == lines[0].index("apple")
    assert sum(bool(re.match(r"[A-Z]+[0-9]{3} ", line)) for line in lines) == len(all_rules())


def test_of_one_profile_only_its_rules_are_listed(tmp_path: Path) -> None:
    rows = json.loads(run(tmp_path, "rules", "--profile", "spotify", "--format", "json").stdout)
    assert {tuple(row["profiles"]) for row in rows} == {("spotify",)}
    assert len(rows) == sum("spotify" in one.profiles for one in all_rules())


def test_a_family_is_listed_alone(tmp_path: Path) -> None:
    lines = run(tmp_path, "rules", "--family", "xml").stdout.splitlines()[3:]
    assert lines
    assert all(line.startswith("XML") for line in lines)


def test_a_family_that_is_none_is_exit_2(tmp_path: Path) -> None:
    done = run(tmp_path, "rules", "--family", "FROB")
    assert done.returncode == 2
    assert all(family in done.stderr for family in FAMILIES)


def test_profiles_are_completed(tmp_path: Path) -> None:
    assert complete(tmp_path, "rules", "--profile", "p") == ["psp1", "podcasting2"]


def test_programs_get_everything_that_there_is_to_say(tmp_path: Path) -> None:
    rows = json.loads(run(tmp_path, "rules", "--format", "json").stdout)
    assert [row["id"] for row in rows] == [one.id for one in all_rules()]
    row = next(row for row in rows if row["id"] == "XML003")
    assert row["name"] == "unescaped-ampersand"
    assert (row["family"], row["profiles"]["apple"]) == ("XML", "error")
    assert row["bad"][0]["code"].count("&") == 1
    assert row["sources"][0] == {"title": "XML 1.0, §2.4", "url": "https://www.w3.org/TR/xml/"}
