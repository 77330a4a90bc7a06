"""Which form a file has, and what is wrong with its bytes."""

import time

import pytest

from feedpub.model import Severity
from feedpub.sources.transcripts.forms import MOST_CUES, form_of_name
from feedpub.sources.transcripts.reading import LARGEST, read_transcript
from tests.sources.transcripts import samples
from tests.sources.transcripts.samples import TIMED


@pytest.mark.parametrize(
    "sample,form",
    [("VTT", "vtt"), ("BUZZSPROUT_SRT", "srt"), ("JSON", "json"), ("PODLOVE_JSON", "json"), ("HTML", "html"),
     ("DESCRIPT_HTML", "html"), ("OTTER_TXT", "txt"), ("DESCRIPT_TXT", "txt"), ("WHISPER_TXT", "txt")],
)  # fmt: skip
def test_the_content_tells_the_form(sample: str, form: str) -> None:
    _, told, findings = read_transcript(getattr(samples, sample).encode(), "episode.transcript")
    assert told == form
    assert not [one for one in findings if one.name == "transcript-type-mismatch"]


@pytest.mark.parametrize("name", ["a.srt", "a.txt", "a.json", "a.html"])
def test_a_wrong_name_is_a_warning(name: str) -> None:
    transcript, form, findings = read_transcript(samples.VTT.encode(), name)
    assert form == "vtt"
    assert transcript is not None
    assert transcript.cues == TIMED
    assert [(one.name, one.severity) for one in findings] == [("transcript-type-mismatch", Severity.WARNING)]


def test_srt_called_vtt_is_webvtt_that_nobody_can_read() -> None:
    """It is not taken for SRT: browsers and apps will not do that either."""
    _, form, findings = read_transcript(samples.BUZZSPROUT_SRT.encode(), "a.vtt")
    assert form == "vtt"
    assert {one.name for one in findings} == {"vtt-missing-header", "vtt-invalid-cue-timing"}


@pytest.mark.parametrize(
    "path,form",
    [("a/b.VTT", "vtt"), ("https://x.example/a.srt?key=b.vtt", "srt"), ("a.htm", "html"), ("a.mp3", None), ("vtt", None), ("why?.vtt", "vtt"), ("#1.vtt", "vtt")],
)  # fmt: skip
def test_the_name_tells_a_form(path: str, form: str | None) -> None:
    assert form_of_name(path) == form


@pytest.mark.parametrize(
    "encoding,named", [("cp1252", "WINDOWS-1252"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16LE")]
)
def test_what_is_not_utf_8_is_an_error_and_read_all_the_same(encoding: str, named: str) -> None:
    transcript, _, findings = read_transcript("Ada: Grüße…\n".encode(encoding), "a.txt")
    assert [(one.name, one.severity, one.place.line) for one in findings] == [
        ("transcript-not-utf-8", Severity.ERROR, 1)
    ]
    assert named in findings[0].message
    assert transcript is not None
    assert transcript.cues[0].text == "Grüße…"


def test_mojibake_is_a_warning() -> None:
    _, _, findings = read_transcript("Ada: GrÃ¼ÃŸe.\n".encode(), "a.txt")
    assert [one.name for one in findings] == ["garbled-text"]


@pytest.mark.parametrize(
    "text,name", [("", "a.txt"), (" \n\n", "a.txt"), ("WEBVTT\n", "a.vtt"), ("<p> </p>", "a.html")]
)
def test_a_transcript_without_text_is_a_warning(text: str, name: str) -> None:
    _, _, findings = read_transcript(text.encode(), name)
    assert ("transcript-empty", Severity.WARNING) in [(one.name, one.severity) for one in findings]


def test_what_is_too_large_is_not_read() -> None:
    transcript, _, findings = read_transcript(b"a" * (LARGEST + 1), "a.txt")
    assert transcript is None
    assert [one.name for one in findings] == ["transcript-too-large"]


def test_too_many_cues_are_left_out() -> None:
    transcript, _, findings = read_transcript(b"a\n\n" * (MOST_CUES + 5), "a.txt")
    assert transcript is not None
    assert len(transcript.cues) == MOST_CUES
    assert [one.name for one in findings] == ["transcript-too-large"]


def test_of_very_many_findings_the_rest_is_counted() -> None:
    text = "WEBVTT\n\n" + "00:01,000 --> 00:02,000\nHi\n\n" * 80
    _, _, findings = read_transcript(text.encode(), "a.vtt")
    assert len(findings) == 10
    assert findings[-1].message.endswith(" (and 70 more like it)")


@pytest.mark.parametrize("name", ["a.vtt", "a.srt", "a.json", "a.html", "a.txt"])
@pytest.mark.parametrize(
    "piece", [b"1", b"\0", b"<", b"&", b"{", b"[", b"-->", b"A: ", b"<!--", b"**A", b"<p ", b"class=", b"\xff", b"0:01 ", b"\xe6\x97\xa5"]
)  # fmt: skip
def test_hostile_files_take_time_in_proportion(name: str, piece: bytes) -> None:
    started = time.process_time()
    read_transcript(piece * (1_000_000 // len(piece)), name)
    assert time.process_time() - started < 5
