"""WebVTT."""

import pytest

from feedpub.model import Cue, Finding, Severity, Transcript
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.writing import render_transcript


def read(text: str) -> tuple[list[Cue], list[Finding]]:
    transcript, _, findings = read_transcript(text.encode(), "a.vtt")
    assert transcript is not None
    return list(transcript.cues), findings


def told(findings: list[Finding]) -> list[tuple[str, int]]:
    return [(finding.name, finding.place.line) for finding in findings]


def cue(text: str, times: str = "00:01.000 --> 00:02.000") -> str:
    return f"WEBVTT\n\n{times}\n{text}\n"


@pytest.mark.parametrize(
    "text,speakers",
    [
        ("<v Ada>One.", ["Ada"]),
        ("<v.loud.first Ada  Lovelace>One.</v>", ["Ada Lovelace"]),
        ("<v Ada>One.\n<v Grace>Two.", ["Ada", "Grace"]),
        ("<v Ada>One.</v> Nobody. <v Grace>Two.</v>", ["Ada", "", "Grace"]),
        ("<v Ben &amp; Jerry>One.", ["Ben & Jerry"]),
        ("One.", [""]),
    ],
)
def test_voices(text: str, speakers: list[str]) -> None:
    cues, findings = read(cue(text))
    assert findings == []
    assert [one.speaker for one in cues] == speakers


@pytest.mark.parametrize(
    "text,plain",
    [
        ("a <i>b</i> <c.x>c</c> <b>d</b> <lang de>e</lang>", "a b c d e"),
        ("a<00:01.500> b", "a b"),
        ("R&amp;D &lt;3 &#x41;", "R&D <3 A"),
        ("I <3 you", "I <3 you"),
        ("a List<int> of < b", "a List<int> of < b"),
        ("one\ntwo", "one two"),
        ("日本\n語", "日本語"),
        ("Bonjour\u00a0!", "Bonjour\u00a0!"),
    ],
)
def test_text(text: str, plain: str) -> None:
    cues, findings = read(cue(text))
    assert findings == []
    assert [one.text for one in cues] == [plain]


@pytest.mark.parametrize("first", ["", "Hello", "WEBVTTX", "webvtt"])
def test_a_file_begins_with_webvtt(first: str) -> None:
    _, findings = read(f"{first}\n\n00:01.000 --> 00:02.000\nHi\n")
    assert ("vtt-missing-header", 1) in told(findings)


def test_an_empty_line_follows_the_header() -> None:
    cues, findings = read("WEBVTT\n00:01.000 --> 00:02.000\nHi\n")
    assert told(findings) == [("vtt-missing-header", 2)]
    assert len(cues) == 1


@pytest.mark.parametrize(
    "times,words",
    [
        ("00:00:01,000 --> 00:00:02,000", "comma"),
        ("00:01.000 --> 00:61.000", "59"),
        ("1:01.000 --> 1:02.000", "not written"),
        ("00:01 --> 00:02", "not written"),
        ("00:01.000-->00:02.000", "not written"),
        ("00:03.000 --> 00:02.000", "ends before"),
        ("00:02.000 --> 00:02.000", "ends before"),
        ("soon --> later", "no two times"),
        ("00:01.000 -->", "no two times"),
    ],
)
def test_times_that_are_wrong(times: str, words: str) -> None:
    cues, findings = read(cue("Hi", times))
    assert [(one.name, one.severity, one.place.line) for one in findings] == [
        ("vtt-invalid-cue-timing", Severity.ERROR, 3)
    ]
    assert words in findings[0].message
    assert [one.text for one in cues] == ["Hi"]


def test_cues_are_in_the_order_of_their_times() -> None:
    _, findings = read("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n")
    assert told(findings) == [("vtt-invalid-cue-timing", 6)]


def test_a_text_has_times() -> None:
    _, findings = read(cue("One.\n\nTwo."))
    assert told(findings) == [("vtt-invalid-cue-timing", 6)]
    assert "`Two.`" in findings[0].message


def test_an_empty_line_stands_between_cues() -> None:
    cues, findings = read(cue("One.\n00:02.000 --> 00:03.000\nTwo."))
    assert told(findings) == [("vtt-invalid-cue-timing", 5)]
    assert [one.text for one in cues] == ["One.", "Two."]


def test_a_script_is_told_of_and_not_taken_for_speech() -> None:
    cues, findings = read(cue("Hi <script>steal()</script>there <STYLE>x</STYLE>"))
    assert [(one.name, one.severity) for one in findings] == [
        ("script-in-transcript", Severity.WARNING),
        ("script-in-transcript", Severity.WARNING),
    ]
    assert [one.text for one in cues] == ["Hi there"]


def test_long_lines_are_told_of_once() -> None:
    text = cue("a " * 40 + "\n\n00:02.000 --> 00:03.000\n" + "b " * 40)
    _, findings = read(text)
    assert [(one.name, one.severity, one.place.line) for one in findings] == [
        ("vtt-line-too-long", Severity.INFO, 4)
    ]
    assert findings[0].message.startswith("2 lines")


def test_it_is_written_with_voices_and_short_lines() -> None:
    cues = (
        Cue("a < b & c --> d " + "word " * 20 + "end", 0, 1500, "Ben & <Jerry>"),
        Cue("Hm.", 3_600_000, 3_601_000),
    )
    assert render_transcript(Transcript(cues), "vtt").decode() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n"
        "<v Ben &amp; &lt;Jerry&gt;>a &lt; b &amp; c --&gt; d word word word word word word word word word word\n"
        "word word word word word word word word word word end\n\n"
        "01:00:00.000 --> 01:00:01.000\nHm.\n"
    )  # fmt: skip
