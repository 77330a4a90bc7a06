"""Which transcripts are published, and what is in them."""

from feedpub.model import Severity, TranscriptFile
from feedpub.sources.transcripts.making import MadeTranscript, make_transcript
from feedpub.sources.transcripts.names import FoundTranscript
from feedpub.sources.transcripts.planning import (
    PlannedTranscript,
    TranscriptsPlan,
    plan_transcripts,
)
from feedpub.sources.transcripts.reading import read_closely
from tests.sources.transcripts import samples

HOME = "feeds/demo/transcripts"


def plan(claims: list[TranscriptFile], found: list[str], *, formats: tuple[str, ...] = ()) -> TranscriptsPlan:
    """`found` are names such as `fog.de.vtt`."""
    files = {f"{HOME}/{name}" for name in ("fog.vtt", "fog.srt", "fog.json", "fog.data", "fog.de.vtt")}
    return plan_transcripts(
        claims,
        [FoundTranscript(f"{HOME}/{name}", name.split(".")[-1], name.split(".")[1] if name.count(".") > 1 else "") for name in found],  # type: ignore[arg-type]
        files=files,
        base="feeds/demo",
        episode="feeds/demo/episodes/fog.md",
        slug="the-fog",
        language="en",
        formats=formats,
    )  # fmt: skip


def targets(planned: TranscriptsPlan) -> list[tuple[str, str]]:
    return [(one.target, one.source.removeprefix(f"{HOME}/")) for one in planned.files]


def made(data: str, source: str, target: str, **names: str) -> MadeTranscript:
    one = PlannedTranscript("t", f"x.{source}", target, "", "", "")  # type: ignore[arg-type]
    reading = read_closely(data.encode(), one.source)
    return make_transcript(reading, data.encode(), one, names=names, hide=())


def test_what_is_found_is_copied() -> None:
    planned = plan([], ["fog.vtt", "fog.de.vtt", "fog.txt"])
    assert targets(planned) == [
        ("transcripts/the-fog.vtt", "fog.vtt"),
        ("transcripts/the-fog.txt", "fog.txt"),
        ("transcripts/the-fog.de.vtt", "fog.de.vtt"),
    ]
    assert [(one.type, one.rel, one.language) for one in planned.files] == [
        ("text/vtt", "captions", ""),
        ("text/plain", "", ""),
        ("text/vtt", "captions", "de"),
    ]
    assert planned.findings == []


def test_the_language_of_the_show_is_not_repeated() -> None:
    (one,) = plan([], ["fog.en.vtt"]).files
    assert (one.target, one.language) == ("transcripts/the-fog.vtt", "")


def test_wanted_forms_are_made_and_others_left_out() -> None:
    planned = plan([], ["fog.srt", "fog.txt"], formats=("vtt", "srt", "html"))
    assert targets(planned) == [
        ("transcripts/the-fog.vtt", "fog.srt"),
        ("transcripts/the-fog.srt", "fog.srt"),
        ("transcripts/the-fog.html", "fog.srt"),
    ]


def test_what_the_episode_names_comes_in_place_of_what_is_found() -> None:
    claim = TranscriptFile("transcripts/fog.srt", language="fr", rel="captions")
    assert targets(plan([claim], ["fog.vtt"])) == [("transcripts/the-fog.fr.srt", "fog.srt")]


def test_a_type_tells_what_a_name_does_not() -> None:
    claim = TranscriptFile("transcripts/fog.data", "application/srt")
    assert targets(plan([claim], [])) == [("transcripts/the-fog.srt", "fog.data")]


def test_urls_get_the_type_that_their_name_tells() -> None:
    planned = plan(
        [TranscriptFile("https://x.example/a.vtt?b"), TranscriptFile("https://x.example/b", "text/html")], []
    )
    assert [(one.type, one.rel) for one in planned.remote] == [("text/vtt", "captions"), ("text/html", "")]
    assert planned.files == ()


def test_claims_that_lead_nowhere_are_errors() -> None:
    claims = ["transcripts/none.vtt", "transcripts/fog.data", "https://x.example/a"]
    planned = plan([TranscriptFile(url) for url in claims], [])
    assert {(one.severity, one.place.path) for one in planned.findings} == {
        (Severity.ERROR, "feeds/demo/episodes/fog.md")
    }
    assert sorted(one.name for one in planned.findings) == [
        "transcript-type-unknown",
        "transcript-type-unknown",
        "transcript-unreachable",
    ]


def test_two_of_one_kind_are_told_of() -> None:
    planned = plan([], ["fog.vtt", "040.vtt"])
    assert [(one.name, one.severity) for one in planned.findings] == [
        ("transcript-duplicate", Severity.WARNING)
    ]
    assert targets(planned) == [("transcripts/the-fog.vtt", "fog.vtt")]


def test_bytes_stay_where_nothing_changes() -> None:
    assert made(samples.AUPHONIC_VTT, "vtt", "vtt", Eve="Mallory").content == samples.AUPHONIC_VTT.encode()
    assert made(samples.AUPHONIC_VTT, "vtt", "vtt", Eve="Mallory").unused == {"Eve"}


def test_a_renamed_speaker_is_written_anew() -> None:
    content = made(samples.AUPHONIC_VTT, "vtt", "vtt", Ada="Lady Lovelace").content
    assert b"<v Lady Lovelace>Welcome to the lamp room." in content


def test_names_that_are_text_are_renamed_too() -> None:
    assert b"<v Lady Lovelace>Welcome" in made(samples.ZOOM_VTT, "vtt", "vtt", ada="Lady Lovelace").content


def test_the_content_has_the_last_word_on_the_form() -> None:
    """A file of another form than its name says is converted, and so is the JSON of Whisper."""
    assert made(samples.BUZZSPROUT_SRT, "txt", "vtt").content.startswith(b"WEBVTT")
    assert made(samples.WHISPER_JSON, "json", "json").content.startswith(b'{\n  "version": "1.0.0"')


def test_what_cannot_be_made_is_empty_and_told_of() -> None:
    refused = made(samples.BOLD_TXT, "txt", "vtt")
    assert refused.content == b""
    assert [(one.name, one.severity) for one in refused.findings] == [
        ("transcript-without-times", Severity.WARNING)
    ]
