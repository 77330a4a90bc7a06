"""Values in words for people."""

import pytest

from feedpub.model import EpisodeType
from feedpub.site.page_values import describe_audio, describe_episode, describe_show, shortened
from tests.site.samples import EPISODE, SHOW


@pytest.mark.parametrize(
    "fields, label",
    [
        ({}, "Season 2 · Episode 7"),
        ({"season": None}, "Episode 7"),
        ({"season": None, "number": None}, ""),
        ({"season": 0, "number": 0}, "Season 0 · Episode 0"),
        ({"number": 7.5, "season_name": "Fog"}, "Fog · Episode 7.5"),
        ({"number_display": "Ch. VII"}, "Season 2 · Ch. VII"),
        ({"season": None, "number": None, "type": EpisodeType.TRAILER}, "Trailer"),
    ],
)
def test_label(fields: dict[str, object], label: str) -> None:
    assert describe_episode(SHOW, EPISODE._replace(**fields), None)["label"] == label


def test_long_descriptions_are_cut_between_words() -> None:
    assert shortened("word " * 100) == "word " * 59 + "word…"
    assert shortened(" a\n b ") == "a b"


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Ada", "© Ada"),
        ("© Ada", "© Ada"),
        ("(c) Ada", "(c) Ada"),
        ("Copyright Ada", "Copyright Ada"),
        ("", ""),
    ],
)
def test_copyright_has_its_sign_once(text: str, shown: str) -> None:
    assert describe_show(SHOW._replace(copyright=text))["copyright"] == shown


def test_no_audio() -> None:
    assert describe_audio(None) is None
