"""Numbers of seasons and episodes, beside Apple's."""

import pytest

from tests.feed.samples import BARE_EPISODE, BARE_SHOW, attributes_of, parse_item, sample_item, texts_of


@pytest.mark.parametrize(
    ("number", "podcast", "itunes"),
    [(7, ["7"], ["7"]), (13.5, ["13.5"], []), (0, ["0"], []), (None, [], [])],
)
def test_episode_may_have_a_fraction_where_apple_takes_none(
    number: float | None, podcast: list[str], itunes: list[str]
) -> None:
    """Apple refuses all but whole numbers above zero."""
    item = parse_item(sample_item(BARE_SHOW, BARE_EPISODE._replace(number=number)))
    assert texts_of(item, "podcast:episode") == podcast
    assert texts_of(item, "itunes:episode") == itunes


def test_season_and_episode_have_names() -> None:
    """Apps show them in place of the numbers."""
    episode = BARE_EPISODE._replace(season=2, season_name="Winter", number=9, number_display="Day 9")
    item = parse_item(sample_item(BARE_SHOW, episode))
    assert attributes_of(item, "podcast:season") == [{"name": "Winter"}]
    assert attributes_of(item, "podcast:episode") == [{"display": "Day 9"}]


def test_name_without_a_number_is_not_written() -> None:
    """Both tags want a number."""
    item = parse_item(sample_item(BARE_SHOW, BARE_EPISODE._replace(season_name="Winter", number_display="x")))
    assert texts_of(item, "podcast:season") == texts_of(item, "podcast:episode") == []
