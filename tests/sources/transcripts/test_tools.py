"""What many tools export is read alike."""

import pytest

from feedpub.model import Cue, Severity
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.writing import prepare_conversion
from tests.sources.transcripts import samples
from tests.sources.transcripts.samples import ADA, GRACE, TIMED


def read(text: str, name: str) -> tuple[Cue, ...]:
    transcript, form, findings = read_transcript(text.encode(), name)
    assert transcript is not None
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert name.endswith(form)
    return transcript.cues


@pytest.mark.parametrize(
    "sample,name",
    [
        ("VTT", "a.vtt"),
        ("AUPHONIC_VTT", "a.vtt"),
        ("CAPTIONS_SRT", "a.srt"),
        ("JSON", "a.json"),
        ("WHISPERX_JSON", "a.json"),
        ("PODLOVE_JSON", "a.json"),
    ],
)
def test_who_says_what_when(sample: str, name: str) -> None:
    cues = read(getattr(samples, sample), name)
    assert [cue._replace(speaker=cue.speaker.replace("\xa0", " ")) for cue in cues] == list(TIMED)


@pytest.mark.parametrize(
    "sample,name",
    [
        ("WHISPER_VTT", "a.vtt"),
        ("WHISPER_JSON", "a.json"),
        ("WHISPER_CPP_JSON", "a.json"),
        ("WHISPER_TXT", "a.txt"),
    ],
)
def test_what_is_said_when(sample: str, name: str) -> None:
    assert read(getattr(samples, sample), name) == tuple(cue._replace(speaker="") for cue in TIMED)


@pytest.mark.parametrize(
    "sample,name",
    [
        ("HTML", "a.html"),
        ("PODBEAN_HTML", "a.html"),
        ("AUPHONIC_HTML", "a.html"),
        ("DESCRIPT_HTML", "a.html"),
        ("HEADINGS_TXT", "a.txt"),
        ("REV_TXT", "a.txt"),
        ("DESCRIPT_TXT", "a.txt"),
        ("HAPPY_SCRIBE_TXT", "a.txt"),
        ("FIREFLIES_TXT", "a.txt"),
        ("SONIX_TXT", "a.txt"),
        ("BITCOIN_TXT", "a.txt"),
        ("LINES_TXT", "a.txt"),
    ],
)
def test_who_begins_when(sample: str, name: str) -> None:
    assert read(getattr(samples, sample), name) == (
        Cue(ADA, 0, None, "Ada"),
        Cue(GRACE, 4000, None, "Grace Hopper"),
    )


def test_buzzsprout_names_a_speaker_when_it_changes() -> None:
    cues = read(samples.BUZZSPROUT_SRT, "a.srt")
    assert [cue.speaker for cue in cues] == ["Ada", "Ada", "Grace Hopper"]
    assert cues[2].text == GRACE


def test_whisperx_numbers_its_speakers() -> None:
    cues = read(samples.WHISPERX_SRT, "a.srt")
    assert [cue.speaker for cue in cues] == ["SPEAKER_00", "SPEAKER_01"]
    assert [cue.text for cue in cues] == [ADA, GRACE]


def test_zoom_writes_names_as_text() -> None:
    transcript, form, _ = read_transcript(samples.ZOOM_VTT.encode(), "a.vtt")
    assert transcript is not None
    assert transcript.cues[0].speaker == ""
    assert prepare_conversion(transcript, form, "json").cues == TIMED


def test_otter_puts_name_and_time_above() -> None:
    cues = read(samples.OTTER_TXT, "a.txt")
    assert cues[:2] == (Cue(ADA, 0, None, "Ada"), Cue(GRACE, 4000, None, "Grace Hopper"))


def test_bold_names_without_times() -> None:
    assert read(samples.BOLD_TXT, "a.txt") == (
        Cue(ADA, speaker="Ada"),
        Cue(GRACE, speaker="Grace Hopper"),
    )


def test_youtube_puts_times_above() -> None:
    assert read(samples.YOUTUBE_TXT, "a.txt") == (Cue(ADA, 0), Cue(GRACE, 4000))


def test_premiere_counts_frames() -> None:
    assert read(samples.PREMIERE_TXT, "a.txt") == (
        Cue(ADA, 0, 4000, "Ada"),
        Cue(GRACE, 4000, 7000, "Grace Hopper"),
    )


def test_a_line_below_each_time_is_a_name_only_where_all_look_like_names() -> None:
    text = "0:00\nAda\nHello.\n\n0:04\nand so on\nand on.\n"
    assert [cue.speaker for cue in read(text, "a.txt")] == ["", ""]


def test_zoom_says_who_somebody_is() -> None:
    """A cue without a name goes on with the one above."""
    transcript, form, _ = read_transcript(samples.PRONOUNS_VTT.encode(), "a.vtt")
    assert transcript is not None
    cues = prepare_conversion(transcript, form, "json").cues
    assert [cue.speaker for cue in cues] == [
        "Ada (she/her)",
        "Ada (she/her)",
        "Grace Hopper (Host)",
        "Ada (she/her)",
    ]
    assert cues[0].text == "Welcome to the lamp room."


def test_amazon_numbers_its_speakers_in_small_letters() -> None:
    cues = read(samples.BUZZSPROUT_SRT.replace("Ada", "spk_0").replace("Grace Hopper", "speaker 1"), "a.srt")
    assert [cue.speaker for cue in cues] == ["spk_0", "spk_0", "speaker 1"]


def test_youtube_repeats_lines_that_roll_up() -> None:
    assert read(samples.ROLLING_VTT, "a.vtt") == (
        Cue("welcome to the", 160, 2389),
        Cue("lamp room", 2399, 4500),
    )
