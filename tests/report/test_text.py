"""Findings as people read them."""

import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.errors import HostError, UsageError
from feedpub.model import Finding, Place, Severity
from feedpub.report.text import (
    count_of,
    escape,
    render_counts,
    render_error,
    render_findings,
    render_instant,
    render_until,
)


def finding(
    line: int = 1,
    severity: Severity = Severity.WARNING,
    name: str = "odd",
    message: str = "is odd",
    fix: str = "",
) -> Finding:
    return Finding(severity, name, Place("a.md", line, 2), message, fix)


def test_a_finding_is_one_line_and_how_to_mend_it_another() -> None:
    assert render_findings([finding(fix="mend it")]) == ["a.md:1:2: warning: is odd [odd]", "    mend it"]
    assert render_findings([finding()]) == ["a.md:1:2: warning: is odd [odd]"]


def test_the_worst_comes_first_then_the_order_of_the_file() -> None:
    found = [finding(10), finding(9), finding(2, Severity.INFO), finding(30, Severity.ERROR)]
    assert [line.split(":")[1] for line in render_findings(found)] == ["30", "9", "10", "2"]


def test_the_same_finding_is_said_once() -> None:
    assert len(render_findings([finding(), finding()])) == 1


def test_many_of_a_kind_are_counted_unless_they_are_errors() -> None:
    many = [finding(line) for line in range(8)]
    lines = render_findings(many)
    assert len(lines) == 6
    assert lines[-1] == "... and 3 more of odd (all of them with -v)"
    assert len(render_findings(many, everything=True)) == 8
    assert len(render_findings([one._replace(severity=Severity.ERROR) for one in many])) == 8


def test_colour_is_on_the_severity_alone() -> None:
    (line,) = render_findings([finding(severity=Severity.ERROR, message="\x1b[0m")], colour=True)
    assert line == "a.md:1:2: \x1b[31merror\x1b[0m: \\x1b[0m [odd]"


def test_an_error_is_its_findings_its_message_and_its_hint() -> None:
    error = UsageError("https://ada:pa55@host/ is odd", "mend \x07it", [finding()])
    assert render_error(error) == [
        "a.md:1:2: warning: is odd [odd]",
        "feedpub: https://***@host/ is odd",
        "    mend \\x07it",
    ]
    assert render_error(HostError("full")) == ["feedpub: full"]


def test_secrets_in_findings_are_hidden() -> None:
    """111: a finding quotes what its author wrote."""
    (line, fix) = render_findings(
        [finding(message="`https://ada:pa55@host/`", fix="write https://ada:pa55@host/")]
    )
    assert "pa55" not in line + fix


@pytest.mark.parametrize("text", ["plain", "ünï 👩‍🚀", "[red]x[/]", "שלום"])
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    assert escape(text) == text


@given(st.text(st.characters(), max_size=60))
def test_no_text_can_act_on_a_terminal(text: str) -> None:
    shown = escape(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") and char != "\n" for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(st.text(st.characters(), max_size=60), st.text(st.characters(), max_size=60))
def test_a_finding_can_fake_no_other_line(message: str, path: str) -> None:
    """A line break in what is quoted must not begin a line that looks like another finding."""
    one = Finding(Severity.WARNING, "odd", Place(path, 1), message, "fix\nb.md:1: error: forged [x]")
    assert len(render_findings([one])) == 2
    assert all("\n" not in line and "\r" not in line for line in render_findings([one]))


def test_counts_are_in_words() -> None:
    found = [finding(1), finding(1), finding(2), finding(3, Severity.ERROR), finding(4, Severity.INFO)]
    assert render_counts(found) == "1 error, 2 warnings"
    assert render_counts([finding(severity=Severity.INFO)]) == ""
    assert (count_of(1, "episode"), count_of(0, "episode"), count_of(1234, "episode")) == (
        "1 episode",
        "0 episodes",
        "1,234 episodes",
    )


def test_times_are_in_words_and_not_in_the_locales() -> None:
    paris = timezone(timedelta(hours=1))
    assert render_instant(datetime(2099, 1, 2, 6, 0, tzinfo=paris)) == "Fri 2 Jan 2099, 06:00 +01:00"
    now = datetime(2025, 1, 1, tzinfo=UTC)
    for minutes, words in (
        (0, "in 0 min"),
        (59, "in 59 min"),
        (60, "in 1 h 0 min"),
        (2879, "in 47 h 59 min"),
        (2880, "in 2 days"),
    ):
        assert render_until(now + timedelta(minutes=minutes), now) == words
