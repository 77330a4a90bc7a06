"""Names renamed, hidden and found."""

from feedpub.model import Cue, Transcript
from feedpub.sources.transcripts.speakers import find_speakers, rename_speakers


def transcript(*said: tuple[str, str]) -> Transcript:
    return Transcript(
        tuple(Cue(text, index * 1000, None, speaker) for index, (speaker, text) in enumerate(said))
    )


TALK = transcript(("SPEAKER_00", "Hi, this is Bob."), ("Bob", "Hello."), ("", "♪"))


def speakers(found: Transcript) -> list[str]:
    return [cue.speaker for cue in found.cues]


def test_a_speaker_is_renamed() -> None:
    renamed = rename_speakers(TALK, {"SPEAKER_00": "Ada"}, ())
    assert speakers(renamed.transcript) == ["Ada", "Bob", ""]
    assert renamed.unused == frozenset()


def test_case_counts_only_where_it_tells_two_apart() -> None:
    both = transcript(("bob", "a"), ("Bob", "b"))
    assert speakers(rename_speakers(both, {"Bob": "Robert"}, ()).transcript) == ["Robert", "Robert"]
    assert speakers(rename_speakers(both, {"Bob": "Robert", "bob": "Bobby"}, ()).transcript) == [
        "Bobby",
        "Robert",
    ]


def test_a_hidden_speaker_loses_the_name_and_nothing_else() -> None:
    renamed = rename_speakers(TALK, {}, ("bob",))
    assert speakers(renamed.transcript) == ["SPEAKER_00", "", ""]
    assert [cue.text for cue in renamed.transcript.cues] == [cue.text for cue in TALK.cues]


def test_a_speaker_is_hidden_by_either_name() -> None:
    for name in ("SPEAKER_00", "Ada"):
        renamed = rename_speakers(TALK, {"SPEAKER_00": "Ada"}, (name,))
        assert speakers(renamed.transcript) == ["", "Bob", ""]
        assert renamed.unused == frozenset()


def test_names_that_nobody_has_are_returned() -> None:
    assert rename_speakers(TALK, {"Eve": "Ada", "Bob": "B"}, ("Mallory",)).unused == {"Eve", "Mallory"}


def test_names_are_found_in_the_text() -> None:
    found = find_speakers(transcript(("", "Ada: Hi."), ("", "Bob: Note: no."), ("", "More.")))
    assert [(cue.speaker, cue.text) for cue in found.cues] == [
        ("Ada", "Hi."),
        ("Bob", "Note: no."),
        ("Bob", "More."),
    ]


def test_a_colon_makes_no_speaker() -> None:
    plain = transcript(("", "We begin."), ("", "Lesson: never give up."))
    assert find_speakers(plain) == plain


def test_who_is_named_when_it_changes_speaks_on() -> None:
    """As in the example of the podcast namespace."""
    found = find_speakers(transcript(("John", "a"), ("Tom", "b"), ("", "c"), ("", "d"), ("John", "e")))
    assert speakers(found) == ["John", "Tom", "Tom", "Tom", "John"]


def test_who_is_named_each_time_does_not() -> None:
    each = transcript(("John", "a"), ("John", "b"), ("", "♪"), ("Tom", "c"))
    assert find_speakers(each) == each
