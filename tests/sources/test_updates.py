"""How often episodes come, in words."""

import pytest

from feedpub.kinds.times import check_rrule
from feedpub.model import UpdateFrequency
from feedpub.sources.updates import parse_frequency, with_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("daily", "FREQ=DAILY"),
        ("Every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("weekly", "FREQ=WEEKLY"),
        ("Every week.", "FREQ=WEEKLY"),
        ("biweekly", "FREQ=WEEKLY;INTERVAL=2"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
        ("every second month", "FREQ=MONTHLY;INTERVAL=2"),
        ("every 10 days", "FREQ=DAILY;INTERVAL=10"),
        ("monthly", "FREQ=MONTHLY"),
        ("yearly", "FREQ=YEARLY"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("weekly on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("Mondays and Thursdays", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("every Monday and every Thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("Tuesday, Wednesday, and Friday", "FREQ=WEEKLY;BYDAY=TU,WE,FR"),
        ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("the first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every last Friday of each month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the second and fourth Tuesday of every month", "FREQ=MONTHLY;BYDAY=2TU,4TU"),
        ("every 2nd Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("on the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("every second Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every two weeks on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every week on Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("Mon, Thurs", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("Monday to Friday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ],
)
def test_words_that_are_understood_give_a_valid_rule(text: str, rule: str) -> None:
    assert parse_frequency(text) == rule
    assert check_rrule(rule) is None


@pytest.mark.parametrize(
    "text", ["", "auto", "none", "whenever the fog lifts", "every blue moon", "Mondays or so", "every 0 weeks", "every 0 weeks on Monday", "the 32nd of the month", "the fifth Monday of the month", "second Friday", "monday" * 1000]
)  # fmt: skip
def test_other_words_give_no_rule(text: str) -> None:
    assert parse_frequency(text) == ""


def test_a_rule_that_is_given_counts_more_than_the_words() -> None:
    given = UpdateFrequency("weekly", "FREQ=WEEKLY;BYDAY=MO")
    assert with_rule(given) == given


def test_a_show_that_is_over_gets_no_rule() -> None:
    over = UpdateFrequency("weekly", complete=True)
    assert with_rule(over) == over


def test_a_rule_goes_without_the_name_that_calendars_put_ahead_of_it() -> None:
    given = UpdateFrequency("weekly", "RRULE:FREQ=WEEKLY")
    assert with_rule(given) == UpdateFrequency("weekly", "FREQ=WEEKLY")
