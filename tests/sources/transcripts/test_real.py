"""Transcripts that real podcasts keep in their repositories, where they are at hand."""

from pathlib import Path

import pytest

from feedpub.sources.transcripts.reading import read_transcript

SOURCES = Path(__file__).resolve().parents[3] / "../shared/corpus/sources"
JAMSTACK = sorted(SOURCES.glob("brob-thatsmyjamstack.com-v2/*.md"))


def test_headings_with_names_and_times_are_understood() -> None:
    """`### Bryan Robinson  0:14`, and below it what he says."""
    texts = [
        text.partition("## Transcript")[2]
        for path in JAMSTACK
        if "\n### Bryan" in (text := path.read_text("utf-8")) and "\n## Transcript" in text
    ]
    if not texts:
        pytest.skip("shared/corpus/sources is not there")
    for text in texts:
        transcript, form, findings = read_transcript(text.encode(), "a.txt")
        assert transcript is not None
        assert (form, findings) == ("txt", [])
        timed = [cue for cue in transcript.cues if cue.start_ms is not None]
        assert len({cue.speaker for cue in timed}) >= 2
        assert len(timed) >= len(transcript.cues) - 5
