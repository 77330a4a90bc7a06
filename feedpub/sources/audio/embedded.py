"""What else is in an audio file: its chapters, its title and artist, and whether it has a cover.

Read by own, bounded readers. mutagen knows neither QuickTime chapters nor those of Vorbis comments, unpacks
and copies whatever a tag holds, and takes minutes for some small files. Here headers are walked, texts of
chapters are read, and pictures are stepped over.
"""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from feedpub.kinds.one_line import one_line
from feedpub.model import Chapter

#: the reader of each format; imported when a file of that format is met
_READERS = {
    "mp3": ("id3_chapters", "read_id3"),
    "adts": ("id3_chapters", "read_id3"),
    "mp4": ("mp4_chapters", "read_mp4_chapters"),
    "ogg": ("vorbis_chapters", "read_ogg_comments"),
    "flac": ("vorbis_chapters", "read_flac_comments"),
}
#: characters
LONGEST_TITLE = 500
#: controls, and what is no character at all
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: ms; an end that near to the next start says nothing
_NEAR = 2
#: ms; nor does one that near to the end of the file: encoders add silence
_NEAR_THE_END = 500


class Picture(NamedTuple):
    """A picture within a file, not read yet."""

    start: int
    length: int
    #: how it is wrapped, as :mod:`.cover` knows it; empty for the bare picture
    kind: str = ""


class Embedded(NamedTuple):
    """What a file holds beside its sound."""

    chapters: tuple[Chapter, ...] = ()
    #: the front cover, or the first picture where none is called so
    cover: Picture | None = None
    title: str = ""
    artist: str = ""


def read_embedded(fd: int, form: str, start: int, size: int) -> Embedded:
    """Chapters and cover of an open file; nothing where its tag is damaged. Never raises but OSError.

    ``form`` is the format as :func:`feedpub.sources.audio.signatures.sniff_audio` calls it, ``start`` where
    the tags at the beginning end, ``size`` the length of the file.
    """
    if form not in _READERS or (_READERS[form][0] == "id3_chapters" and not start):
        return Embedded()
    module, function = _READERS[form]
    reader = getattr(import_module(f"feedpub.sources.audio.{module}"), function)
    try:
        found: Embedded = reader(fd, start, size)
    except (ValueError, OverflowError, IndexError):
        return Embedded()
    return found._replace(chapters=tidy(found.chapters))


def tidy(chapters: Sequence[Chapter], duration_ms: int | None = None) -> tuple[Chapter, ...]:
    """Chapters by their time, without ends that are the next start, or the end of the file."""
    ordered = sorted(chapters, key=lambda chapter: chapter.start_ms)
    starts = [chapter.start_ms for chapter in ordered[1:]]
    tidied = [
        chapter._replace(end_ms=None) if _says_nothing(chapter, following, _NEAR) else chapter
        for chapter, following in zip(ordered, starts, strict=False)
    ]
    for last in ordered[-1:]:
        nothing = _says_nothing(last, duration_ms, _NEAR_THE_END)
        tidied.append(last._replace(end_ms=None) if nothing else last)
    return tuple(tidied)


def _says_nothing(chapter: Chapter, following: int | None, near: int) -> bool:
    if chapter.end_ms is None or chapter.end_ms <= chapter.start_ms:
        return True
    return following is not None and abs(chapter.end_ms - following) <= near


def plain_text(text: str) -> str:
    """A title on one line, without characters that a feed cannot hold, and not longer than 500.

    What joins parts of an emoji, or turns the direction of a script, is part of the title.
    """
    return one_line(_NO_TEXT.sub(" ", text))[:LONGEST_TITLE].rstrip()


def plain_link(text: str) -> str:
    """The address of a page as it stands in a tag; empty where it is none that a feed can hold."""
    text = text.strip()
    is_web = text.startswith(("https://", "http://"))
    return text if is_web and text.isascii() and text.isprintable() and " " not in text else ""
