"""Which of several lists of chapters counts, and how the others differ from it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from feedpub.kinds.quoting import quote
from feedpub.model import Chapter
from feedpub.model.duration import render_short_clock

#: where chapters can come from, in the order in which they count unless somebody says otherwise
ORDER = ("header", "file", "audio", "notes")
#: how messages call the sources
CALLED = {
    "header": "the header",
    "file": "the chapter file",
    "audio": "the audio file",
    "notes": "the notes",
}
#: ms; formats and people round
_TOLERANCE_MS = 1000


class Chosen(NamedTuple):
    """The list that counts, as it is: nothing is added to it from the others."""

    #: empty where there are no chapters at all
    source: str
    chapters: tuple[Chapter, ...]


def choose_chapters(found: Mapping[str, tuple[Chapter, ...]], order: Sequence[str] = ORDER) -> Chosen:
    """The chapters of the first source in ``order`` that has any; sources not named there never count."""
    for source in order:
        if chapters := found.get(source):
            return Chosen(source, chapters)
    return Chosen("", ())


def compare_chapters(chosen: Chosen, found: Mapping[str, tuple[Chapter, ...]]) -> dict[str, str]:
    """Source -> in one line how its chapters differ from the chosen ones; only those that do differ.

    What only some formats hold (links, pictures, ends) does not count, nor does a second more or less.
    """
    differences = {}
    for source, chapters in found.items():
        if source != chosen.source and chapters:
            told = _difference(chosen.chapters, chapters)
            if told:
                pair = f"{CALLED.get(chosen.source, chosen.source)} and {CALLED.get(source, source)}"
                differences[source] = f"the chapters of {pair} differ: {told}"
    return differences


def _difference(chosen: Sequence[Chapter], other: Sequence[Chapter]) -> str:
    count = "" if len(chosen) == len(other) else f"{len(chosen)} and {len(other)} of them; "
    for number, (one, two) in enumerate(zip_longest(_listed(chosen), _listed(other)), 1):
        if one is None or two is None:
            present = one or two
            return f"{count}only one has {_shown(present)}" if present else ""
        if abs(one.start_ms - two.start_ms) > _TOLERANCE_MS or _fold(one.title) != _fold(two.title):
            return f"{count}number {number} is {_shown(one)} and {_shown(two)}"
    return ""


def _listed(chapters: Sequence[Chapter]) -> list[Chapter]:
    """Those that people see; others only change the picture, which most formats cannot say."""
    return [chapter for chapter in chapters if chapter.toc]


def _fold(title: str) -> str:
    return "".join(char for char in title.casefold() if char.isalnum())[:60]


def _shown(chapter: Chapter) -> str:
    return f"{render_short_clock(chapter.start_ms)} {quote(chapter.title)}"
