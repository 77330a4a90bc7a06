"""Which audio file belongs to an episode: by its name, by its number and season; never by chance."""

import time
from collections.abc import Sequence

import pytest

from feedpub.model import Episode, EpisodeType
from feedpub.sources.audio.names import AudioIndex

FORMATS = ("mp3", "m4a", "ogg")


def episode(
    slug: str = "a-guest", file: str = "file", number: int | None = None, season: int | None = None
) -> Episode:
    source = f"feeds/demo/episodes/{file}.md"
    return Episode(source=source, title="A", slug=slug, number=number, season=season)


def match_audio(episode: Episode, names: Sequence[str], formats: Sequence[str]) -> tuple[str, ...]:
    return AudioIndex(names, formats).match(episode)


@pytest.mark.parametrize(
    "name",
    [
        "a-guest.mp3",
        "A_Guest.mp3",
        "a guest.MP3",
        "À Guest.mp3",
        "2024/a-guest.mp3",
        "a-guest.m4a",
    ],
)
def test_a_file_is_found_by_the_slug(name: str) -> None:
    assert match_audio(episode(), [name, "other.mp3"], FORMATS) == (name,)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("2024-05-06-first", "2024-05-06-first.mp3"),
        ("episode_40", "episode_40.mp3"),
        ("Ep One", "ep-one.mp3"),
    ],
)
def test_a_file_is_found_by_the_name_of_the_episode_file(file: str, name: str) -> None:
    assert match_audio(episode(file=file), [name, "other.mp3"], FORMATS) == (name,)


@pytest.mark.parametrize(
    "name",
    [
        "40.mp3",
        "040.mp3",
        "0040.MP3",
        "episode40.mp3",
        "episode_40.mp3",
        "episode-040.mp3",
        "Episode 40.mp3",
        "ep40.mp3",
        "EP.40.mp3",
        "e40.mp3",
        "40-guest.mp3",
        "40 - A Guest on 5 Topics.mp3",
        "ep40-guest.mp3",
        "show-ep40.mp3",
        "the_show_episode_40_final.mp3",
        "2024-ep40.mp3",
        "2024-05-06-ep40.mp3",
        "20240506_episode40.mp3",
        "2024/40.mp3",
    ],
)
def test_a_file_is_found_by_the_number(name: str) -> None:
    assert match_audio(episode(number=40), [name, "39.mp3", "trailer.mp3"], FORMATS) == (name,)


@pytest.mark.parametrize(
    "name",
    [
        "4.mp3",
        "400.mp3",
        "140.mp3",
        "2040-ep7.mp3",
        "recipe40.mp3",
        "guest-40.mp3",
        "40th-birthday.mp3",
        "20400506.mp3",
        "2040-05-06.mp3",
        "40.txt",
        "40",
        "s40e01.mp3",
        "s02e40.mp3",
        ".40.mp3.part",
        "._40.mp3",
        ".trash/40.mp3",
    ],
)
def test_a_number_is_not_seen_where_there_is_none(name: str) -> None:
    assert match_audio(episode(number=40), [name], FORMATS) == ()


def test_a_year_ahead_of_the_number_is_no_number() -> None:
    index = AudioIndex(["2024-ep7.mp3"], FORMATS)
    assert index.match(episode(number=7)) == ("2024-ep7.mp3",)
    assert index.match(episode(number=2024)) == ()


@pytest.mark.parametrize(
    "name",
    [
        "s02e05.mp3",
        "S2E5.mp3",
        "s02-e05-guest.mp3",
        "season-2-episode-5.mp3",
        "season_02_ep_05.mp3",
        "2x05.mp3",
        "02-05.mp3",
        "show-s02e05.mp3",
        "s02/05.mp3",
        "Season 2/episode-5.mp3",
        "2e5.mp3",
    ],
)
def test_a_season_in_the_name_must_be_the_episodes(name: str) -> None:
    index = AudioIndex([name], FORMATS)
    assert index.match(episode(number=5, season=2)) == (name,)
    assert index.match(episode(number=5, season=1)) == ()
    assert index.match(episode(number=2, season=5)) == ()


def test_a_name_with_the_season_goes_ahead_of_one_without() -> None:
    index = AudioIndex(["05.mp3", "s02e05.mp3"], FORMATS)
    assert index.match(episode(number=5, season=2)) == ("s02e05.mp3",)
    assert index.match(episode(number=5, season=1)) == ("05.mp3",)


def test_without_seasons_only_the_first_season_fits() -> None:
    index = AudioIndex(["s01e05.mp3", "s02e06.mp3"], FORMATS)
    assert index.match(episode(number=5)) == ("s01e05.mp3",)
    assert index.match(episode(number=6)) == ()


def test_without_a_number_only_names_count() -> None:
    trailer = episode(slug="trailer", file="trailer")._replace(type=EpisodeType.TRAILER)
    index = AudioIndex(["0.mp3", "ep1.mp3", "trailer-old.mp3"], FORMATS)
    assert index.match(trailer) == ()
    assert AudioIndex(["0.mp3", "Trailer.m4a"], FORMATS).match(trailer) == ("Trailer.m4a",)


def test_a_name_goes_ahead_of_a_number() -> None:
    assert match_audio(episode(number=40), ["40.mp3", "a-guest.mp3"], FORMATS) == ("a-guest.mp3",)


def test_a_number_at_the_front_goes_ahead_of_one_inside() -> None:
    assert match_audio(episode(number=7), ["best-of-ep7.mp3", "007.mp3"], FORMATS) == ("007.mp3",)


def test_the_preferred_format_of_one_recording_is_taken() -> None:
    names = ["40.ogg", "40.M4A", "40.wav"]
    assert match_audio(episode(number=40), names, FORMATS) == ("40.M4A",)
    assert match_audio(episode(number=40), names, ("wav", ".ogg")) == ("40.wav",)


@pytest.mark.parametrize(
    "names",
    [
        ("040.mp3", "40.mp3"),
        ("040.m4a", "40.mp3"),
        ("40-final.mp3", "40.mp3"),
        ("40.MP3", "40.mp3"),
        ("2023/40.mp3", "2024/40.mp3"),
    ],
)
def test_several_recordings_are_all_returned_in_order(names: tuple[str, ...]) -> None:
    assert match_audio(episode(number=40), names[::-1], FORMATS) == names


def test_ambiguous_names_are_all_returned() -> None:
    names = ["a-guest.mp3", "file.mp3"]
    assert match_audio(episode(slug="a-guest", file="file"), names, FORMATS) == ("a-guest.mp3", "file.mp3")


def test_no_files_match_nothing() -> None:
    assert match_audio(episode(number=1), [], FORMATS) == ()


def test_matching_stays_linear() -> None:
    """Ten thousand episodes are matched in a moment."""
    names = [f"episode-{number:05}.mp3" for number in range(10_000)]
    begun = time.process_time()
    index = AudioIndex(names, FORMATS)
    found = [index.match(episode(slug=f"topic-{n}", file=f"f{n}", number=n)) for n in range(10_000)]
    assert found == [(name,) for name in names]
    assert time.process_time() - begun < 2
