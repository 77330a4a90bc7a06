"""Schedules in words: what is misspelt is told, all other words are the author's own."""

import pytest

from feedpub.kinds.schedules import check_schedule
from feedpub.model import Severity


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("every Munday", "did you mean `Monday`?"),
        ("Mondays and Thrusdays", "did you mean `thursdays`?"),
        ("wekly", "did you mean `weekly`?"),
        ("fortnightley", "did you mean `fortnightly`?"),
        ("nonne", "did you mean `none`?"),
    ],
)
def test_a_misspelt_word_is_a_warning(text: str, fix: str) -> None:
    fault = check_schedule(text)
    assert fault is not None
    assert (fault.name, fault.severity, fault.fix) == ("misspelt-schedule", Severity.WARNING, fix)


@pytest.mark.parametrize(
    "text",
    ["auto", "weekly", "every Monday", "Mondays and Thursdays", "when the tide allows", "nearly every week",
     "jeden Montag", "in midwinter, on holidays", "someday", "Mon, Thu", "1st of the month", "x" * 5000],
)  # fmt: skip
def test_other_words_are_fine(text: str) -> None:
    assert check_schedule(text) is None
