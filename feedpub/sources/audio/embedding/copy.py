"""A copy of an audio file with chapters in it: written, read back, and only then put in its place."""

import os
from collections.abc import Iterator, Sequence

from feedpub.files import write_if_changed
from feedpub.model import Chapter
from feedpub.sources.audio.embedded import plain_text
from feedpub.sources.audio.embedding.fault import CopyFault, OriginalFault
from feedpub.sources.audio.embedding.sound import digest_sound
from feedpub.sources.audio.file import read_audio

_BLOCK = 1 << 20
#: MIME type -> what the format can hold beside title and start
_HOLDS = {
    "audio/mpeg": ("end_ms", "url", "toc"),
    "audio/aac": ("end_ms", "url", "toc"),
    "audio/x-m4a": (),
    "video/mp4": (),
    "video/x-m4v": (),
    "video/quicktime": (),
    "audio/ogg": ("url",),
    "audio/flac": ("url",),
}
_MP4 = ("audio/x-m4a", "video/mp4", "video/x-m4v", "video/quicktime")


def write_copy(source: str, target: str, chapters: Sequence[Chapter]) -> bool:
    """Writes the audio file ``source`` with these chapters, and no others, to ``target``.

    What the format cannot hold is left out. Before the copy takes its place, whole or not at all, it is read
    back: it must have the chapters, and the same sound byte for byte. Returns whether ``target`` changed.
    Raises OriginalFault, CopyFault, AudioFault when ``source`` is no sound audio file, OSError when something
    cannot be written.
    """
    if _is_same_file(source, target):
        raise OriginalFault("the copy must not take the place of the original")
    audio, _ = read_audio(source)
    if audio.type not in _HOLDS:
        raise CopyFault(f"{audio.type} cannot hold chapters: MP3, M4A, MP4, Ogg, Opus and FLAC can")
    titled = [chapter._replace(title=plain_text(chapter.title)) for chapter in chapters]
    wanted = sorted(titled, key=lambda chapter: chapter.start_ms)
    duration_ms = round(audio.duration.total_seconds() * 1000)
    fd = os.open(source, os.O_RDONLY | os.O_CLOEXEC)
    try:
        chunks = _stream(fd, audio.type, wanted, duration_ms)
        return write_if_changed(
            target, chunks, complete=lambda written: _complete(source, written, audio.type, wanted, target)
        )
    except (CopyFault, OSError):
        raise
    except ValueError as error:
        raise CopyFault(str(error)) from None
    finally:
        os.close(fd)


def held_chapters(chapters: Sequence[Chapter], kind: str) -> tuple[Chapter, ...]:
    """The chapters as a file of this MIME type can hold them."""
    holds = _HOLDS[kind]
    return tuple(
        Chapter(
            chapter.start_ms,
            plain_text(chapter.title),
            chapter.url if "url" in holds else "",
            toc=chapter.toc,
            end_ms=chapter.end_ms if "end_ms" in holds else None,
        )
        for chapter in chapters
        if chapter.toc or "toc" in holds
    )


def _is_same_file(one: str, other: str) -> bool:
    """Also by way of links."""
    try:
        return os.path.samefile(one, other)
    except FileNotFoundError:
        return os.path.realpath(one) == os.path.realpath(other)


def _stream(fd: int, kind: str, chapters: Sequence[Chapter], duration_ms: int) -> Iterator[bytes]:
    size = os.fstat(fd).st_size
    if kind in _MP4:
        from feedpub.sources.audio.embedding.mp4 import stream_with_chapters

        return stream_with_chapters(fd, size, chapters, duration_ms)
    if kind in ("audio/mpeg", "audio/aac"):
        from feedpub.sources.audio.embedding.id3 import stream_with_id3

        return stream_with_id3(fd, size, chapters, duration_ms)
    return (os.pread(fd, min(_BLOCK, size - at), at) for at in range(0, size, _BLOCK))


def _complete(source: str, written: str, kind: str, chapters: Sequence[Chapter], target: str) -> None:
    """Finishes the copy, which does not have its name yet, and proves it."""
    if kind in ("audio/ogg", "audio/flac"):
        from feedpub.sources.audio.embedding.vorbis import write_comments

        write_comments(written, chapters)
    audio, _ = read_audio(written, name=target)
    if not _alike(audio.chapters, held_chapters(chapters, kind)):
        raise CopyFault("the copy does not give back the chapters that were written: it is thrown away")
    # What the copy has beside them are its titles, perhaps those of an earlier copy, too.
    after = iter(digest_sound(written))
    if not all(digest in after for digest in digest_sound(source)):
        raise CopyFault("the copy has other sound than the original: it is thrown away")


def _alike(read: Sequence[Chapter], wanted: Sequence[Chapter]) -> bool:
    """Whether these are the same chapters; ends count only where both have one."""
    if len(read) != len(wanted):
        return False
    return all(
        (one.start_ms, one.title, one.url, one.toc) == (two.start_ms, two.title, two.url, two.toc)
        and (one.end_ms == two.end_ms or one.end_ms is None or two.end_ms is None)
        for one, two in zip(read, wanted, strict=True)
    )
