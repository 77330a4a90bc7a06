from datetime import UTC, datetime, timedelta, timezone

from feedpub.release.schedule import is_due, last_due, next_due

NOW = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_an_episode_is_due_at_its_very_instant_and_not_a_second_before() -> None:
    assert is_due(NOW, NOW)
    assert not is_due(NOW + timedelta(seconds=1), NOW)


def test_the_offset_of_the_date_counts_and_not_its_wall_clock() -> None:
    lisbon = timezone(timedelta(hours=1))
    assert is_due(datetime(2026, 3, 29, 2, 0, tzinfo=lisbon), NOW)
    assert not is_due(datetime(2026, 3, 29, 2, 1, tzinfo=lisbon), NOW)


def test_the_next_due_date_is_the_nearest_one_ahead() -> None:
    dates = [NOW - timedelta(days=1), NOW, NOW + timedelta(days=9), NOW + timedelta(days=2)]
    assert next_due(dates, NOW) == NOW + timedelta(days=2)
    assert last_due(dates, NOW) == NOW


def test_a_show_without_dates_is_never_due() -> None:
    assert next_due([], NOW) is None
    assert last_due([], NOW) is None
