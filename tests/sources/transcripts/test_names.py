"""Which files are transcripts of which episode."""

import pytest

from feedpub.files import Stat
from feedpub.sources.transcripts.names import TranscriptIndex

BASE = "feeds/demo"


def find(
    *paths: str,
    slug: str = "fog",
    source: str = "episodes/040-fog.md",
    audio: str = "audio/lamp40.mp3",
    **numbers: int,
) -> list[tuple[str, str, str]]:
    inputs = {f"{BASE}/{path}": Stat(1, 0, 0) for path in (source, audio, "show.toml", *paths)}
    index = TranscriptIndex(inputs, BASE, "transcripts")
    found = index.find(slug, f"{BASE}/{source}", f"{BASE}/{audio}", **numbers)
    return [(one.path.removeprefix(f"{BASE}/"), one.form, one.language) for one in found]


@pytest.mark.parametrize(
    "path",
    [
        "transcripts/fog.vtt",
        "transcripts/Fog.VTT",
        "transcripts/040-fog.vtt",
        "transcripts/lamp40.vtt",
        "transcripts/s1/fog.vtt",
        "transcripts/fog.transcript.vtt",
        "transcripts/transcript-fog.vtt",
        "episodes/040-fog.vtt",
        "episodes/fog.vtt",
        "audio/lamp40.vtt",
        "audio/lamp40.mp3.vtt",
    ],
)
def test_names_that_fit(path: str) -> None:
    assert find(path) == [(path, "vtt", "")]


@pytest.mark.parametrize(
    "path",
    [
        "transcripts/frog.vtt",
        "transcripts/.fog.vtt",
        "transcripts/fog.mp3",
        "audio/fog.vtt",
        "episodes/fog.txt",
        "episodes/040-fog.html",
        "audio/lamp40.chapters.json",
        "transcripts/fog.chapters.json",
        "fog.vtt",
        "transcripts/fog.final.vtt",
        "transcripts/fog.xx.vtt",
    ],
)
def test_names_that_do_not(path: str) -> None:
    assert find(path) == []


def test_text_and_pages_elsewhere_must_say_what_they_are() -> None:
    paths = ["episodes/fog.transcript.html", "audio/lamp40-transcript.txt"]
    assert find(*paths, "episodes/fog.html", "audio/lamp40.txt") == [
        ("episodes/fog.transcript.html", "html", ""),
        ("audio/lamp40-transcript.txt", "txt", ""),
    ]


@pytest.mark.parametrize("tag", ["de", "pt-BR", "zh-Hans", "es-419"])
def test_a_name_tells_its_language(tag: str) -> None:
    assert find(f"transcripts/fog.{tag}.srt") == [(f"transcripts/fog.{tag}.srt", "srt", tag)]
    assert find(f"audio/lamp40.{tag}.srt") == [(f"audio/lamp40.{tag}.srt", "srt", tag)]
    assert find(f"episodes/fog.transcript.{tag}.txt") == [(f"episodes/fog.transcript.{tag}.txt", "txt", tag)]


def test_a_name_that_fits_as_it_stands_holds_no_language() -> None:
    """`who` is the tag of the language Wo."""
    assert find("transcripts/dr.who.vtt", slug="dr-who") == [("transcripts/dr.who.vtt", "vtt", "")]


def test_the_number_fits_where_no_name_does() -> None:
    paths = ["transcripts/40.vtt", "transcripts/ep040.de.srt", "transcripts/41.vtt"]
    assert find(*paths, slug="x", source="episodes/x.md", number=40) == [
        ("transcripts/40.vtt", "vtt", ""),
        ("transcripts/ep040.de.srt", "srt", "de"),
    ]
    assert find(*paths, "transcripts/fog.vtt", number=40) == [("transcripts/fog.vtt", "vtt", "")]


def test_an_episode_in_a_folder_of_its_own() -> None:
    paths = ["episodes/fog/transcript.vtt", "episodes/fog/transcript.de.vtt"]
    assert find(*paths, source="episodes/fog/index.md") == [
        ("episodes/fog/transcript.vtt", "vtt", ""),
        ("episodes/fog/transcript.de.vtt", "vtt", "de"),
    ]
    assert find(*paths) == []


def test_the_best_form_comes_first() -> None:
    forms = ["txt", "json", "html", "vtt", "srt"]
    found = find(*(f"transcripts/fog.{form}" for form in forms), "transcripts/fog.de.vtt")
    assert [(form, language) for _, form, language in found] == [
        ("vtt", ""),
        ("vtt", "de"),
        ("srt", ""),
        ("json", ""),
        ("html", ""),
        ("txt", ""),
    ]
