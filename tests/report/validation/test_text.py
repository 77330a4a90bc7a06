"""The report for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Place
from feedpub.report.validation.text import Style, render_end, render_feed, render_unread, summary_of
from tests.report.validation.samples import ERROR, INFO, WARNING, Feed, Missing, finding, tally


def lines(feed: Feed, style: Style = Style(), fail_on: str = "error") -> list[str]:  # noqa: B008
    return list(render_feed(feed, tally(feed, fail_on=fail_on), style))


def test_a_finding_is_place_severity_message_and_rule_and_then_how_to_mend_it() -> None:
    assert lines(Feed([finding(12, rule="GUID001")]))[:2] == [
        "feed.xml:12:3: error: is odd [GUID001 missing-guid]",
        "    Mend it.",
    ]


def test_a_fault_of_the_sources_has_a_name_alone() -> None:
    fault = finding(file="a.md", rule="", profiles=())._replace(name="unknown-key")
    assert lines(Feed([fault]))[0] == "a.md:1:3: error: is odd [unknown-key]"


def test_the_episode_the_source_and_whose_demand_it_is_stand_below() -> None:
    found = finding(rule="GUID001", episode="Fog", profiles=("psp1", "apple"))
    found = found._replace(source=Place("e/040.md", 2, 1))
    assert lines(Feed([found]))[1] == "    in “Fog”, from e/040.md:2:1, for apple, psp1"


def test_how_bad_it_is_to_whom_is_said_where_that_differs() -> None:
    found = finding(profiles=("rss", "apple", "psp1"))
    assert lines(Feed([found]))[1] == "    error for apple; info for rss, psp1"


def test_whose_demand_it_is_needs_no_word_when_it_is_everybodys() -> None:
    assert not any(" for " in line for line in lines(Feed([finding(rule="GUID001")]))[:-1])


def test_the_worst_comes_first_then_the_place_and_one_rule_stays_together() -> None:
    found = [
        finding(1, WARNING, "GUID001"),
        finding(5, rule="ENC005"),
        finding(2),
        finding(9),
        finding(3, INFO),
    ]
    said = lines(Feed(found), Style(everything=True))
    order = [line.split(":")[1] for line in said if line.startswith("feed.xml:") and "[" in line]
    assert order == ["2", "9", "5", "1", "3"]


def test_notes_are_shown_only_where_they_are_asked_for() -> None:
    feed = Feed([finding(1, INFO), finding(2, WARNING)])
    assert not any(": info: " in line for line in lines(feed))
    assert any(": info: " in line for line in lines(feed, Style(everything=True)))


def test_the_feed_comes_before_its_files() -> None:
    found = [finding(1, WARNING), finding(1, file="a.md"), finding(2)]
    order = [line.partition(":")[0] for line in lines(Feed(found)) if "[" in line]
    assert order == ["feed.xml", "feed.xml", "a.md"]


def test_a_rule_that_many_files_break_is_one_series() -> None:
    found = [finding(1, WARNING, file=f"{number:03}.mp3") for number in range(100)]
    said = lines(Feed(found))
    assert sum("[ENC004" in line for line in said) == 3
    assert "    … and 97 more of enclosure-invalid-length (all with -v)" in said


def test_how_to_mend_a_series_is_said_once() -> None:
    assert lines(Feed([finding(1), finding(2), finding(3)])).count("    Mend it.") == 1


@pytest.mark.parametrize("severity,shown", [(ERROR, 20), (WARNING, 3)])
def test_a_long_series_is_cut_short_and_counted(severity, shown: int) -> None:  # type: ignore[no-untyped-def]
    feed = Feed([finding(line, severity) for line in range(1, 2999)])
    said = lines(feed)
    assert sum("[ENC004" in line for line in said) == shown
    more = f"{2998 - shown:,}"
    assert f"    … and {more} more of enclosure-invalid-length (all with -v)" in said
    assert sum("[ENC004" in line for line in lines(feed, Style(everything=True))) == 2998


def test_colour_is_on_the_severity_alone() -> None:
    assert lines(Feed([finding(message="\x1b[0m")]), Style(colour=True))[0] == (
        "feed.xml:1:3: \x1b[31merror\x1b[0m: \\x1b[0m [ENC004 enclosure-invalid-length]"
    )


def test_quiet_says_what_makes_the_run_fail_and_nothing_else() -> None:
    feed = Feed([finding(1, WARNING), finding(2)])
    assert [line for line in lines(feed, Style(quiet=True)) if "[" in line] == [
        "feed.xml:2:3: error: is odd [ENC004 enclosure-invalid-length]"
    ]
    assert lines(Feed([finding(1, WARNING)]), Style(quiet=True)) == []
    assert lines(Feed([finding(1, WARNING)]), Style(quiet=True), "warning") != []
    assert list(render_end(tally(feed), Style(quiet=True))) == []


def test_a_feed_is_summed_up_in_one_line() -> None:
    errors = [finding(rule="GUID001"), finding(2, rule="GUID001")]
    feed = Feed([*errors, *(finding(n, WARNING) for n in range(3)), finding(9, INFO)])
    assert (
        summary_of(feed, tally(feed)) == "feed.xml: 2 errors, 3 warnings, 1 note in 6 episodes (48,102 bytes)"
    )


def test_a_feed_that_is_wrong_to_some_is_called_valid_for_the_others() -> None:
    feed = Feed([finding(profiles=("apple", "psp1"))])
    assert summary_of(feed, tally(feed, profiles=("apple", "psp1", "spotify"))) == (
        "feed.xml: 1 error in 6 episodes (48,102 bytes); valid for psp1, spotify"
    )


def test_a_valid_feed_is_called_valid_for_those_who_were_asked() -> None:
    feed = Feed()
    assert summary_of(feed, tally(feed, profiles=("apple", "psp1"))) == (
        "feed.xml: valid for apple, psp1; 6 episodes (48,102 bytes)"
    )
    doubtful = Feed([finding(1, WARNING)])
    assert summary_of(doubtful, tally(doubtful, profiles=("apple",))) == (
        "feed.xml: valid for apple; 1 warning in 6 episodes (48,102 bytes)"
    )


def test_the_end_counts_by_profile_and_tells_what_was_not_run() -> None:
    feed = Feed(
        [finding()], not_run={"CHAP001": "no files", "CHAP002": "no files", "MIG001": "no --previous"}
    )
    assert list(render_end(tally(feed, profiles=("rss", "apple")), Style())) == [
        "",
        "       errors  warnings  notes",
        "rss         0         0      1",
        "apple       1         0      0",
        "",
        "2 rules found nothing to say",
        "2 rules were not run: no files",
        "1 rule was not run: no --previous",
    ]


def test_more_is_said_of_what_was_not_run_when_everything_is_wanted() -> None:
    feed = Feed(not_run={"CHAP001": "no files", "CHAP002": "no files"})
    assert "2 rules were not run: no files (CHAP001, CHAP002)" in render_end(
        tally(feed), Style(everything=True)
    )


def test_several_feeds_have_a_total() -> None:
    total = tally(Feed([finding()]), Feed())
    total.add_unread(Missing())
    assert next(iter(render_end(total, Style()))) == (
        "2 feeds: 1 error in 12 episodes (96,204 bytes); 1 input could not be read"
    )


def test_an_input_that_could_not_be_read_is_told_with_what_to_do() -> None:
    assert list(render_unread(Missing(fix="see the name"), Style())) == [
        "gone.xml: error: No such file or directory",
        "    see the name",
    ]


@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=40))
def test_no_feed_can_fake_a_line_or_take_over_a_terminal(one: str, other: str) -> None:
    found = finding(message=one, fix=other, episode=one or "x", file=other or "y")
    said = lines(Feed([found], path=one))
    assert len(said) == 3 + bool(other)
    assert not any(char in line for line in said for char in "\n\r\x1b\x9b")
