"""How often episodes come is only said where it is unmistakable."""

from datetime import UTC, date, datetime, timedelta

import pytest

from feedpub.release.rhythm import find_rhythm


def days(first: str, *steps: int) -> list[datetime]:
    moment = datetime.fromisoformat(f"{first}T09:00:00+00:00")
    found = [moment]
    for step in steps:
        moment += timedelta(days=step)
        found.append(moment)
    return found


def on(*names: str) -> list[datetime]:
    return [datetime.combine(date.fromisoformat(name), datetime.min.time(), UTC) for name in names]


@pytest.mark.parametrize(
    ("dates", "text", "rule"),
    [
        (days("2026-01-05", 1, 1, 1, 1), "Daily", "FREQ=DAILY"),
        (days("2026-01-05", 7, 7, 7, 7), "Every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        (days("2026-01-06", 14, 14, 14, 14), "Every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        (days("2026-01-05", 3, 4, 3, 4, 3), "Every Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
        (
            days("2026-01-05", 1, 1, 1, 1, 3, 1, 1, 1, 1),
            "Every weekday",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        ),
        (
            on("2025-09-15", "2025-10-15", "2025-11-15", "2025-12-15", "2026-01-15"),
            "Monthly, on day 15",
            "FREQ=MONTHLY;BYMONTHDAY=15",
        ),
        (
            on("2025-09-01", "2025-10-06", "2025-11-03", "2025-12-01", "2026-01-05"),
            "Every first Monday of the month",
            "FREQ=MONTHLY;BYDAY=1MO",
        ),
        (
            on("2025-09-26", "2025-10-31", "2025-11-28", "2025-12-26", "2026-01-30"),
            "Every last Friday of the month",
            "FREQ=MONTHLY;BYDAY=-1FR",
        ),
    ],
)
def test_a_rhythm_is_found(dates: list[datetime], text: str, rule: str) -> None:
    found = find_rhythm(dates)
    assert found
    assert (found.text, found.rrule) == (text, rule)


@pytest.mark.parametrize(
    "dates",
    [
        [],
        days("2026-01-05", 7, 7, 7),
        days("2026-01-05", 7, 7, 14, 7, 7),
        days("2026-01-05", 7, 7, 8, 7, 7),
        days("2026-01-05", 3, 7, 4, 3, 4),
        on("2025-09-01", "2025-10-06", "2025-12-01", "2026-01-05", "2026-02-02"),
    ],
)
def test_what_is_missed_once_is_no_rhythm(dates: list[datetime]) -> None:
    assert find_rhythm(dates) is None


def test_the_order_of_the_dates_does_not_matter() -> None:
    dates = days("2026-01-05", 7, 7, 7, 7)
    assert find_rhythm(reversed(dates)) == find_rhythm(dates)


def test_what_was_long_ago_does_not_matter() -> None:
    """A show that found its rhythm has it."""
    assert find_rhythm([*days("2025-01-01", 3, 9), *days("2026-01-05", *[7] * 12)])


def test_two_episodes_of_one_day_count_once() -> None:
    dates = days("2026-01-05", 7, 7, 7, 7)
    assert find_rhythm([*dates, dates[-1] + timedelta(hours=2)]) == find_rhythm(dates)
