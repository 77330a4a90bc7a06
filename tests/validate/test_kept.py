"""Of one rule no more is listed than anybody reads, and it is said how much is not."""

from datetime import UTC, datetime

from feedpub.validate.kept import MOST_OF_A_RULE
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Run, validate

RUN = Run(datetime(2026, 1, 15, tzinfo=UTC))


def test_what_is_not_listed_is_counted() -> None:
    feed = b"<rss><channel>" + b"<item/>" * (MOST_OF_A_RULE + 1_234) + b"</channel></rss>"
    (rule,) = (one for one in all_rules() if one.name == "missing-guid")
    findings = validate(feed, "feed.xml", RUN, [rule]).findings
    of_rule = [one for one in findings if one.rule == rule.id]
    assert len(of_rule) == MOST_OF_A_RULE
    assert of_rule[-1].message.endswith("; 1,234 more of this kind are not listed")
    assert not of_rule[-2].message.endswith("not listed")


def test_a_text_full_of_faults_does_not_take_forever() -> None:
    feed = b"<rss><channel><title>" + b"&" * 200_000 + b"</title></channel></rss>"
    assert len(validate(feed, "feed.xml", RUN, all_rules()).findings) < 1_000
