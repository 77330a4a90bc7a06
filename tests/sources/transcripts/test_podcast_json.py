"""Podcast JSON, and the JSON of others."""

import json

import pytest

from feedpub.model import Cue, Severity, Transcript
from feedpub.sources.transcripts.reading import read_closely, read_transcript
from feedpub.sources.transcripts.writing import prepare_conversion, render_transcript
from tests.sources.transcripts import samples


def wrong(text: str) -> list[tuple[int, int, str]]:
    """Line, column and message of the errors."""
    findings = read_transcript(text.encode(), "a.json")[2]
    assert {one.name for one in findings if one.severity is Severity.ERROR} <= {"json-transcript-structure"}
    return [
        (one.place.line, one.place.column, one.message) for one in findings if one.severity is Severity.ERROR
    ]


def segments(*lines: str) -> str:
    return '{"version": "1.0.0", "segments": [\n' + ",\n".join(lines) + "]}"


@pytest.mark.parametrize(
    "segment,words",
    [
        ('{"body": "a"}', "no `startTime`"),
        ('{"startTime": "0.5", "body": "a"}', "no number"),
        ('{"startTime": true, "body": "a"}', "no number"),
        ('{"startTime": -1, "body": "a"}', "`-1`"),
        ('{"startTime": 1e300, "body": "a"}', "startTime"),
        ('{"startTime": 1}', "no text `body`"),
        ('{"startTime": 1, "body": 5}', "no text `body`"),
        ('{"startTime": 1, "endTime": "x", "body": "a"}', "`endTime`"),
        ('{"startTime": 1, "endTime": 0.5, "body": "a"}', "ends before"),
        ('{"startTime": 1, "body": "a", "speaker": 7}', "`speaker`"),
        ('{"startTime": 0, "body": "a"}', "before the one above"),
        ("7", "no object"),
        ("[]", "no object"),
    ],
)
def test_a_segment_that_is_wrong_has_its_line(segment: str, words: str) -> None:
    (found,) = wrong(segments('{"startTime": 0.25, "body": "fine"}', f"  {segment}"))
    assert found[:2] == (3, 3)
    assert words in found[2]


def test_what_is_optional_may_be_null() -> None:
    assert wrong(segments('{"startTime": 1, "endTime": null, "speaker": null, "body": "a"}')) == []


@pytest.mark.parametrize(
    "text,words",
    [
        ("{}", "no list `segments`"),
        ('{"segments": {}}', "no list"),
        ('{"segments": []}', "`version`"),
        ('{"version": 1, "segments": []}', "`version`"),
        ('{"version": "1.0.0", "segments": [NaN]}', "no transcript has"),
        ('{"version": "1.0.0", "segments": [' + "9" * 20_000 + "]}", "no transcript has"),
        ('{"a":' * 100_000, "no transcript has"),
    ],
)
def test_a_structure_that_is_wrong(text: str, words: str) -> None:
    assert words in wrong(text)[0][2]


def test_what_is_no_json_has_line_and_column() -> None:
    ((line, column, message),) = wrong('{"version": "1.0.0",\n "segments": [}')
    assert (line, column) == (2, 15)
    assert message.startswith("no JSON: ")


def test_halves_of_characters_are_replaced() -> None:
    transcript, _, _ = read_transcript(
        segments('{"startTime": 0, "body": "a\\ud800 \\ud83c\\udf99"}').encode(), "a.json"
    )
    assert transcript is not None
    assert transcript.cues[0].text == "a\ufffd \U0001f399"


@pytest.mark.parametrize("sample", ["WHISPER_JSON", "WHISPERX_JSON", "WHISPER_CPP_JSON", "PODLOVE_JSON"])
def test_json_of_others_is_told_apart(sample: str) -> None:
    reading = read_closely(getattr(samples, sample).encode(), "a.json")
    assert not reading.known_to_apps
    assert [(one.name, one.severity) for one in reading.findings] == [
        ("json-transcript-structure", Severity.INFO)
    ]


def test_it_is_written_a_line_a_segment() -> None:
    written = render_transcript(Transcript((Cue('"Hi" ü', 500, 750, "Ada"), Cue("Ho", 2000))), "json")
    assert isinstance(written, bytes)
    assert written.decode() == (
        '{\n  "version": "1.0.0",\n  "segments": [\n'
        '    {"speaker": "Ada", "startTime": 0.5, "endTime": 0.75, "body": "\\"Hi\\" ü"},\n'
        '    {"startTime": 2, "body": "Ho"}\n  ]\n}\n'
    )
    assert json.loads(written)["segments"][1]["startTime"] == 2


def test_words_become_sentences_in_captions_alone() -> None:
    words = [("Ada", "I"), ("Ada", "am"), ("Ada", "your"), ("Ada", "aunt."), ("Luke", "Oh")]
    cues = tuple(
        Cue(word, index * 500, index * 500 + 250, speaker) for index, (speaker, word) in enumerate(words)
    )
    transcript = Transcript(cues)
    assert prepare_conversion(transcript, "json", "json") == transcript
    assert prepare_conversion(transcript, "json", "vtt").cues == (
        Cue("I am your aunt.", 0, 1750, "Ada"),
        Cue("Oh", 2000, 2250, "Luke"),
    )
