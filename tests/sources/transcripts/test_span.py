"""A transcript beside the length of its episode."""

from datetime import timedelta

import pytest

from feedpub.model import Cue, Transcript
from feedpub.sources.transcripts.span import check_transcript


@pytest.mark.parametrize("seconds,warned", [(100, False), (97, False), (90, True), (199, False), (201, True)])
def test_it_ends_about_where_the_audio_does(seconds: int, warned: bool) -> None:
    transcript = Transcript((Cue("a", 0, 1000), Cue("b", 99_000, 100_000)))
    found = check_transcript(transcript, timedelta(seconds=seconds), "a.vtt")
    assert [one.name for one in found] == ["transcript-beyond-duration"] * warned


def test_without_times_or_length_nothing_is_said() -> None:
    assert check_transcript(Transcript((Cue("a"),)), timedelta(1), "a") == []
    assert check_transcript(Transcript((Cue("a", 0),)), None, "a") == []
