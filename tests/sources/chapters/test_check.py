"""Whether a list of chapters can be right."""

from datetime import timedelta

import pytest

from feedpub.model import Chapter, Severity
from feedpub.sources.chapters.check import check_chapters, check_chosen


def found(*chapters: Chapter, seconds: float | None = None) -> list[tuple[int, str]]:
    duration = None if seconds is None else timedelta(seconds=seconds)
    return [(fault.at, fault.fault.name) for fault in check_chapters(chapters, duration)]


def test_a_sound_list_has_no_faults() -> None:
    assert found(Chapter(0, "a", end_ms=1000), Chapter(1000, "b"), Chapter(5000, toc=False), seconds=6) == []


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        ((Chapter(5, "a"), Chapter(3, "b")), [(1, "chapters-out-of-order")]),
        ((Chapter(5, "a"), Chapter(5, "b")), [(1, "chapters-equal-start")]),
        ((Chapter(5, "a", end_ms=4),), [(0, "chapter-invalid-end")]),
        ((Chapter(5),), [(0, "chapter-without-title")]),
        ((Chapter(0, "a"), Chapter(6000, "b")), [(1, "chapter-beyond-duration")]),
        ((Chapter(0, "a", end_ms=7001),), [(0, "chapter-beyond-duration")]),
        ((Chapter(0, "a", end_ms=6900),), []),
        ((), []),
    ],
)
def test_each_fault_names_the_chapter(chapters: tuple[Chapter, ...], expected: list[tuple[int, str]]) -> None:
    assert found(*chapters, seconds=6) == expected


def test_without_a_duration_nothing_is_beyond_it() -> None:
    assert found(Chapter(10**9, "a")) == []


def test_what_was_said_of_a_file_is_not_said_again() -> None:
    chapters = (Chapter(9000, "a"), Chapter(3000, "b"))
    told = [fault.fault.name for fault in check_chosen("file", chapters, timedelta(seconds=6))]
    assert told == ["chapter-beyond-duration"]


def test_nothing_in_notes_or_audio_keeps_a_show_from_being_built() -> None:
    faults = check_chosen("notes", (Chapter(5, "a"), Chapter(3, "b")), None)
    assert [(fault.fault.name, fault.fault.severity) for fault in faults] == [
        ("chapters-out-of-order", Severity.WARNING)
    ]
