"""Dates of episodes: in the future, long past, the same, out of order."""

from datetime import UTC, datetime

import pytest

from tests.validate.rules.core_findings import findings, messages


def item(date: str) -> str:
    return f"<item><title>One</title><pubDate>{date}</pubDate></item>"


NEW, OLD = item("Thu, 08 Jan 2026 06:00:00 GMT"), item("Thu, 01 Jan 2026 06:00:00 GMT")


@pytest.mark.parametrize(("minute", "count"), [(0, 0), (9, 0), (11, 1)])
def test_ten_minutes_ahead_are_forgiven(minute: int, count: int) -> None:
    now = datetime(2026, 1, 1, 6, 0, tzinfo=UTC)
    found = findings(item(f"Thu, 01 Jan 2026 06:{minute:02}:00 GMT"), now=now)
    assert [one.rule for one in found].count("DATE009") == count


def test_a_live_item_may_be_announced() -> None:
    live = "<podcast:liveItem><pubDate>Thu, 01 Jan 2099 06:00:00 GMT</pubDate></podcast:liveItem>"
    assert messages(live, "DATE009") == []


def test_the_same_instant_in_another_time_zone_is_the_same() -> None:
    assert len(messages(OLD + item("Thu, 01 Jan 2026 07:00:00 +0100"), "DATE011")) == 1


def test_a_serial_show_may_begin_with_its_first_episode() -> None:
    assert len(messages(OLD + NEW, "DATE012")) == 1
    assert messages(f"<itunes:type>serial</itunes:type>{OLD}{NEW}", "DATE012") == []


def test_that_the_date_of_a_trailer_is_none_is_told_by_the_rule_on_trailers_alone() -> None:
    trailer = '<podcast:trailer pubdate="2026-01-01" url="https://example.com/t.mp3">Soon</podcast:trailer>'
    assert messages(trailer, "DATE003") == []
    assert messages(trailer.replace("2026-01-01", "Mon, 01 Jan 2026 06:00:00 GMT"), "DATE002") != []


def test_qualified_dates_of_dublin_core_are_dates() -> None:
    assert len(messages("<dc:date.Taken>yesterday</dc:date.Taken>", "DATE014", "item")) == 1
    assert messages("<dc:datestamp>yesterday</dc:datestamp>", "DATE014", "item") == []


def test_the_base_of_updates_needs_no_time_zone() -> None:
    assert messages("<sy:updateBase>2026-01-01T06:00</sy:updateBase>", "DATE014") == []
