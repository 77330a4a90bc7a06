"""Counting findings."""

import pytest

from tests.report.validation.samples import ERROR, INFO, WARNING, Feed, Missing, finding, tally


def test_each_profile_counts_what_it_demands_itself() -> None:
    """What Apple refuses may be advice to the others."""
    counted = tally(Feed([finding()])).by_profile
    assert counted["apple"][ERROR] == 1
    assert (counted["rss"][ERROR], counted["rss"][INFO]) == (0, 1)


def test_what_was_found_doubtful_is_no_error_to_anybody() -> None:
    """A rule may call a single problem less bad than the rule is."""
    counted = tally(Feed([finding(severity=WARNING)]))
    assert counted.by_profile["apple"] == {ERROR: 0, WARNING: 1, INFO: 0}


def test_a_fault_of_the_sources_counts_for_every_profile() -> None:
    counted = tally(Feed([finding(rule="", profiles=())]))
    assert all(counts[ERROR] == 1 for counts in counted.by_profile.values())


def test_a_rule_passed_when_it_found_nothing_in_any_feed() -> None:
    total = tally(Feed([finding()]), Feed())
    assert total.passed == 2


def test_a_rule_that_one_feed_was_judged_by_was_run() -> None:
    total = tally(Feed(not_run={"ENC004": "no files", "CHAP001": "no files"}), Feed())
    assert total.not_run == {"CHAP001": "no files"}


@pytest.mark.parametrize(
    "severity,fail_on,code",
    [
        (ERROR, "error", 1),
        (ERROR, "never", 0),
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (INFO, "warning", 0),
        (INFO, "info", 1),
    ],
)
def test_fail_on_decides_the_exit_code(severity, fail_on: str, code: int) -> None:  # type: ignore[no-untyped-def]
    assert tally(Feed([finding(severity=severity)]), fail_on=fail_on).exit_code == code


def test_an_input_that_could_not_be_read_is_exit_4_and_not_valid() -> None:
    total = tally(Feed([finding()]))
    total.add_unread(Missing())
    assert (total.exit_code, total.valid) == (4, False)


def test_a_feed_without_errors_is_valid() -> None:
    assert tally(Feed([finding(severity=WARNING)])).valid
    assert not tally(Feed([finding()])).valid
