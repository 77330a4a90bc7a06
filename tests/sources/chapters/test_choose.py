"""Which of several lists of chapters counts, and how the others differ."""

from feedpub.model import Chapter
from feedpub.sources.chapters.choose import Chosen, choose_chapters, compare_chapters

HEADER = (Chapter(0, "Intro"), Chapter(60_000, "Talk"))
NOTES = (Chapter(0, "Intro", url="https://a.example/"),)


def differences(**found: tuple[Chapter, ...]) -> dict[str, str]:
    return compare_chapters(choose_chapters(found), found)


def test_the_first_source_that_has_chapters_counts() -> None:
    assert choose_chapters({"notes": NOTES, "header": HEADER}) == Chosen("header", HEADER)
    assert choose_chapters({"notes": NOTES, "header": HEADER}, ("notes", "header")) == Chosen("notes", NOTES)
    assert choose_chapters({"notes": NOTES, "header": ()}) == Chosen("notes", NOTES)


def test_sources_outside_the_order_never_count() -> None:
    assert choose_chapters({"notes": NOTES}, ("header",)) == Chosen("", ())
    assert choose_chapters({}) == Chosen("", ())


def test_nothing_is_added_from_other_sources() -> None:
    chosen = choose_chapters({"header": HEADER, "notes": NOTES})
    assert chosen.chapters[0].url == ""


def test_the_first_difference_is_told() -> None:
    assert differences(header=HEADER, notes=(Chapter(0, "Intro"), Chapter(62_000, "Talk"))) == {
        "notes": "the chapters of the header and the notes differ: number 2 is 1:00 `Talk` and 1:02 `Talk`"
    }
    assert differences(header=HEADER, audio=(Chapter(0, "Intro"), Chapter(60_000, "Walk")))["audio"].endswith(
        "differ: number 2 is 1:00 `Talk` and 1:00 `Walk`"
    )


def test_missing_chapters_are_counted() -> None:
    assert differences(header=HEADER, notes=HEADER[:1])["notes"].endswith(
        "differ: 2 and 1 of them; only one has 1:00 `Talk`"
    )


def test_what_formats_cannot_hold_is_no_difference() -> None:
    same = (Chapter(0, "intro!", end_ms=59_000), Chapter(30_000, toc=False), Chapter(60_900, " TALK"))
    assert differences(header=HEADER, audio=same) == {}


def test_a_source_without_chapters_does_not_differ() -> None:
    assert differences(header=HEADER, audio=()) == {}
