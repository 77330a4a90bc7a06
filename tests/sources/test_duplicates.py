"""Episodes that get in each other's way."""

import pytest

from feedpub.sources.duplicates import Claimant, check_duplicates

ONE = Claimant("1.md", "tide", "g1", "full", 1, None)
TWO = Claimant("2.md", "moon", "g2", "full", 2, None)


def names(*episodes: Claimant) -> list[str]:
    return [finding.name for finding in check_duplicates(episodes)]


@pytest.mark.parametrize(
    ("twin", "name"),
    [
        (TWO._replace(slug="Tide"), "duplicate-slug"),
        (TWO._replace(guid="g1"), "duplicate-guid"),
        (TWO._replace(number=1), "duplicate-number"),
    ],
)
def test_what_an_episode_claims_is_its_own(twin: Claimant, name: str) -> None:
    assert names(ONE, twin) == [name]


@pytest.mark.parametrize(
    "twin",
    [
        TWO._replace(number=1, season=2),
        TWO._replace(number=1, type="bonus"),
    ],
)
def test_numbers_are_those_of_full_episodes_in_a_season(twin: Claimant) -> None:
    assert names(ONE, twin) == []


def test_what_is_missing_twice_is_no_duplicate() -> None:
    empty = Claimant("1.md", "", "", "full", None, None)
    assert names(empty, empty._replace(source="2.md")) == []
