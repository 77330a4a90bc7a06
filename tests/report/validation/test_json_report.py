"""The report for programs."""

import json
import tracemalloc
from typing import Any

import jsonschema
import pytest

from feedpub.model import Place
from feedpub.report.validation.json_report import JsonReport
from tests.house.checkout import ROOT
from tests.report.validation.samples import PROFILES, WARNING, Feed, Missing, finding, tally

SCHEMA = json.loads((ROOT / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))


def report(*feeds: Feed, missing: tuple[Missing, ...] = ()) -> str:
    total = tally(*feeds)
    made = JsonReport(total)
    text = made.begin()
    for feed in feeds:
        text += "".join(made.feed(feed, tally(feed)))
    for one in missing:
        total.add_unread(one)
        made.unread(one)
    return text + made.end()


def parsed(*feeds: Feed, missing: tuple[Missing, ...] = ()) -> Any:
    return json.loads(report(*feeds, missing=missing))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "feeds,missing",
    [
        ((), ()),
        ((Feed(),), ()),
        ((Feed([finding(), finding(2, WARNING, "GUID001", episode="One")]),), ()),
        ((Feed([finding()]), Feed(path="b.xml", not_run={"CHAP001": "no files"})), (Missing(),)),
        ((Feed([finding(rule="", profiles=())._replace(source=Place("a.md", 1, 2))]),), ()),
    ],
)
def test_the_report_keeps_to_its_schema(feeds: tuple[Feed, ...], missing: tuple[Missing, ...]) -> None:
    jsonschema.validate(parsed(*feeds, missing=missing), SCHEMA)


def test_a_finding_has_every_key_that_was_promised() -> None:
    found = finding(7, episode="Fog")._replace(guid="g", source=Place("a.md", 2, 1))
    (row,) = parsed(Feed([found]))["findings"]
    assert row == {
        "rule": "ENC004",
        "name": "enclosure-invalid-length",
        "severity": "error",
        "profiles": list(PROFILES),
        "file": "feed.xml",
        "line": 7,
        "column": 3,
        "episode": "Fog",
        "guid": "g",
        "message": "is odd",
        "fix": "Mend it.",
        "url": "https://rules.example/",
        "source": {"file": "a.md", "line": 2, "column": 1},
    }


def test_findings_are_in_the_order_of_the_feed_and_its_files_follow() -> None:
    found = [finding(9), finding(1, file="a.md"), finding(2, WARNING)]
    rows = parsed(Feed(found))["findings"]
    assert [(row["file"], row["line"]) for row in rows] == [("feed.xml", 2), ("feed.xml", 9), ("a.md", 1)]


def test_the_order_in_which_rules_were_asked_does_not_show() -> None:
    found = [finding(1, rule="GUID001"), finding(1), finding(3, message="b"), finding(3, message="a")]
    assert report(Feed(found)) == report(Feed(found[::-1]))


def test_what_could_not_be_read_is_told_and_nothing_is_valid_then() -> None:
    told = parsed(Feed(), missing=(Missing(fix="see the name"),))
    assert told["errors"] == [
        {"file": "gone.xml", "message": "No such file or directory", "fix": "see the name"}
    ]
    assert (told["valid"], told["exit"]) == (False, 4)


def test_secrets_in_messages_are_hidden() -> None:
    assert "pa55" not in report(Feed([finding(message="`https://ada:pa55@host/`", fix="https://a:pa55@b/")]))


def test_any_text_is_valid_utf_8() -> None:
    text = report(Feed([finding(message="\ud800 é \x00", file="b\udcff.xml")]))
    assert json.loads(text.encode())["findings"][0]["message"] == "? é \x00"


def test_half_a_million_findings_are_never_one_string() -> None:
    """Also not a tenth of them, as is measured here."""
    feed = Feed([finding()] * 50_000)
    made = JsonReport(tally(feed))
    own = tally(feed)
    tracemalloc.start()
    length = sum(map(len, made.feed(feed, own)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < length / 2
