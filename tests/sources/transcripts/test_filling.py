"""Times that a form wants and another does not have."""

from feedpub.kinds.fault import Fault
from feedpub.model import Cue, Transcript
from feedpub.sources.transcripts.filling import fill_ends, fill_starts
from feedpub.sources.transcripts.writing import render_transcript


def starts(*cues: Cue) -> list[int | None] | None:
    found = fill_starts(cues)
    return None if found is None else [cue.start_ms for cue in found]


def test_speech_goes_on_evenly_between_two_times() -> None:
    assert starts(Cue("a" * 30, 0), Cue("b" * 10), Cue("c", 4000)) == [0, 3000, 4000]


def test_before_the_first_time_it_begins_with_the_audio() -> None:
    assert starts(Cue("aa"), Cue("bb"), Cue("c", 2000)) == [0, 1000, 2000]


def test_after_the_last_time_it_goes_on_at_a_usual_speed() -> None:
    assert starts(Cue("a" * 30, 1000), Cue("b"), Cue("c")) == [1000, 3000, 4000]


def test_cues_are_sorted() -> None:
    assert starts(Cue("a", 5), Cue("b", 2)) == [2, 5]


def test_a_cue_ends_where_the_next_begins_and_the_last_when_it_is_spoken() -> None:
    cues = [Cue("a", 0), Cue("b", 1000, 900), Cue("c" * 45, 3000)]
    assert [cue.end_ms for cue in fill_ends(cues)] == [1000, 3000, 6000]


def test_without_any_time_no_timed_form_can_be_written() -> None:
    transcript = Transcript((Cue("a"),))
    for form in ("vtt", "srt", "json"):
        refused = render_transcript(transcript, form)
        assert isinstance(refused, Fault)
        assert refused.name == "transcript-without-times"
    assert render_transcript(transcript, "txt") == b"a\n"
