"""SRT."""

import pytest

from feedpub.model import Cue, Finding, Severity, Transcript
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.writing import render_transcript


def read(text: str) -> tuple[list[Cue], list[Finding]]:
    transcript, _, findings = read_transcript(text.encode(), "a.srt")
    assert transcript is not None
    return list(transcript.cues), findings


def told(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(finding.name, finding.place.line) for finding in findings]


def cue(text: str, times: str = "00:00:01,000 --> 00:00:02,000", number: str = "1\n") -> str:
    return f"{number}{times}\n{text}\n"


@pytest.mark.parametrize(
    "text,cues",
    [
        ("Ada: Hi.", [("Ada", "Hi.")]),
        ("Dr. Ada Lovelace: Hi.", [("Dr. Ada Lovelace", "Hi.")]),
        ("Ludwig van Beethoven:\nHi.", [("Ludwig van Beethoven", "Hi.")]),
        (">> Ada: Hi.", [("Ada", "Hi.")]),
        (">> Hi.", [("", "Hi.")]),
        ("山田: はい", [("山田", "はい")]),
        ("Note: this is no name.", [("", "Note: this is no name.")]),
        ("At 12:30 we eat.", [("", "At 12:30 we eat.")]),
        ("and so: no.", [("", "and so: no.")]),
        ("See https://example.com/", [("", "See https://example.com/")]),
        ("a < b <i>c</i>", [("", "a < b c")]),
    ],
)
def test_speakers(text: str, cues: list[tuple[str, str]]) -> None:
    found, findings = read(cue(text))
    assert findings == []
    assert [(one.speaker, one.text) for one in found] == cues


def test_two_speakers_in_one_cue() -> None:
    found, _ = read(cue("Ada: Hi.\n\n2\n00:00:02,000 --> 00:00:03,000\nGrace: Oh.\nAda: Yes."))
    assert [(one.speaker, one.text) for one in found] == [("Ada", "Hi."), ("Grace", "Oh."), ("Ada", "Yes.")]


@pytest.mark.parametrize(
    "text,line,words",
    [
        (cue("Hi", number=""), 1, "no number"),
        (cue("Hi", "00:00:01.000 --> 00:00:02.000"), 2, "dot"),
        (cue("Hi", "00:00:61,000 --> 00:01:02,000"), 2, "59"),
        (cue("Hi", "00:01,000 --> 00:02,000"), 2, "not written"),
        (cue("Hi", "00:00:03,000 --> 00:00:02,000"), 2, "ends before"),
        (cue("Hi\n2\n00:00:02,000 --> 00:00:03,000\nHo"), 4, "no empty line"),
        (cue("Hi\n\n00:00:02,000 --> 00:00:03,000\nHo"), 5, "no number"),
        (cue("Hi\n\nHo"), 4, "empty line in the text"),
        (cue("Hi\n\n2\n00:00:00,000 --> 00:00:03,000\nHo"), 6, "before the one above"),
        ("Title\n\n" + cue("Hi"), 1, "before the first cue"),
        ("7" * 20_000, 1, "no times"),
    ],
)
def test_cues_that_are_wrong(text: str, line: int, words: str) -> None:
    _, findings = read(text)
    assert [(one.name, one.severity, one.place.line) for one in findings] == [
        ("srt-invalid-cue", Severity.ERROR, line)
    ]
    assert words in findings[0].message


def test_large_cards_are_told_of_once() -> None:
    _, findings = read(cue("x" * 33 + "\n\n2\n00:00:02,000 --> 00:00:03,000\na\nb\nc"))
    assert [(one.name, one.severity) for one in findings] == [("srt-line-limits", Severity.INFO)]
    assert findings[0].message.startswith("2 cues")


def test_a_long_cue_is_split_in_proportion() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    written = render_transcript(Transcript((Cue(text, 0, 8000, "Ada"),)), "srt").decode()
    assert written == (
        "1\n00:00:00,000 --> 00:00:05,686\nAda: one two three four five six\nseven eight nine ten eleven\n\n"
        "2\n00:00:05,686 --> 00:00:08,000\ntwelve thirteen fourteen\n"
    )
    found, findings = read(written)
    assert findings == []
    assert " ".join(one.text for one in found) == text
    assert {one.speaker for one in found} == {"Ada"}


def test_a_name_is_written_when_the_speaker_changes() -> None:
    cues = (
        Cue("a", 0, 1000, "Ada"),
        Cue("b", 1000, 2000, "Ada"),
        Cue("c", 2000, 3000),
        Cue("d", 3000, 4000, "Ada"),
    )
    written = render_transcript(Transcript(cues), "srt").decode()
    assert written.split("\n")[2::4] == ["Ada: a", "b", ">> c", "Ada: d"]
    assert read(written) == (list(cues), [])


def test_more_text_than_milliseconds_stays_in_one_card() -> None:
    written = render_transcript(Transcript((Cue("word " * 30 + "end", 0, 1),)), "srt").decode()
    assert written.count("-->") == 1
