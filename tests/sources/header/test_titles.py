"""Numbers in titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.header.titles import split_title
from feedpub.sources.settings import EpisodesSettings

PATTERNS = EpisodesSettings().title_patterns


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("Episode 40 - A Guest on a Topic", 40, "A Guest on a Topic"),
        ("Episode 0 - Pilot", 0, "Pilot"),
        ("episode 7 – A dash", 7, "A dash"),
        ("Episode 67 - One - Two", 67, "One - Two"),
        ("Ep. 3: Three", 3, "Three"),
        ("#14 - Fourteen", 14, "Fourteen"),
        ("#14 Fourteen", 14, "Fourteen"),
        ("Introductory Episode", None, "Introductory Episode"),
        ("Episode 5 - ", None, "Episode 5 - "),
        ("Talk #122", None, "Talk #122"),
        ("#-1 Minus", None, "#-1 Minus"),
        ("Episode ٤ - Arabic digits", None, "Episode ٤ - Arabic digits"),
        ("", None, ""),
    ],
)
def test_default_patterns(title: str, number: int | None, rest: str) -> None:
    assert split_title(title, PATTERNS) == (number, rest)


def test_a_pattern_without_title_leaves_the_whole_title() -> None:
    assert split_title("Episode 5", ("Episode {number}",)) == (5, "Episode 5")


def test_special_characters_in_patterns_mean_themselves() -> None:
    assert split_title("[E5] (x)", ("[E{number}] ({title})",)) == (5, "x")
    assert split_title("E5 x", ("[E{number}] ({title})",)) == (None, "E5 x")


@given(st.text(), st.lists(st.text(max_size=20), max_size=3))
def test_a_title_is_never_lost(title: str, patterns: list[str]) -> None:
    _, rest = split_title(title, tuple(patterns))
    assert rest in title
    assert bool(rest) == bool(title)
