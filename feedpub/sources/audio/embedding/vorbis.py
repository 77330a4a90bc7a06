"""Chapters in Vorbis comments, written by mutagen (https://wiki.xiph.org/Chapter_Extension)."""

from collections.abc import Sequence
from typing import Any

from feedpub.model import Chapter
from feedpub.model.duration import render_clock
from feedpub.sources.audio.embedding.fault import CopyFault

#: module and class of mutagen, by what the head of the file holds
_CLASSES = {
    b"fLaC": ("flac", "FLAC"),
    b"\x01vorbis": ("oggvorbis", "OggVorbis"),
    b"OpusHead": ("oggopus", "OggOpus"),
    b"\x7fFLAC": ("oggflac", "OggFLAC"),
    b"Speex   ": ("oggspeex", "OggSpeex"),
}
_MOST = 999


def write_comments(path: str, chapters: Sequence[Chapter]) -> None:
    """Puts these chapters, and no others, into the comments of the file at ``path``, in place.

    Titles, starts and links are all that they can hold. Raises CopyFault.
    """
    from importlib import import_module

    from mutagen import MutagenError

    if len(chapters) > _MOST:
        raise CopyFault(f"Vorbis comments hold at most {_MOST} chapters, and these are {len(chapters)}")
    with open(path, "rb") as file:
        head = file.read(512)
    known = next((names for mark, names in _CLASSES.items() if mark in head[:64]), None)
    if known is None:
        raise CopyFault("it is of a kind into which no chapters can be written")
    kind: Any = getattr(import_module(f"mutagen.{known[0]}"), known[1])
    try:
        file_of_kind = kind(path)
        if file_of_kind.tags is None:
            file_of_kind.add_tags()
        tags = file_of_kind.tags
        for key in [key for key in tags.keys() if key.upper().startswith("CHAPTER")]:  # noqa: SIM118
            del tags[key]
        for number, chapter in enumerate((one for one in chapters if one.toc), 1):
            tags[f"CHAPTER{number:03}"] = render_clock(chapter.start_ms)
            tags[f"CHAPTER{number:03}NAME"] = chapter.title
            if chapter.url:
                tags[f"CHAPTER{number:03}URL"] = chapter.url
        file_of_kind.save()
    except (MutagenError, ValueError, IndexError) as error:
        raise CopyFault(f"its comments cannot be written: {str(error) or type(error).__name__}") from None
