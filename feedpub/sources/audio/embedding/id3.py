"""Chapters in an ID3v2 tag: CHAP frames, and the CTOC frame without which many players show none of them.

ID3v2 Chapter Frame Addendum 1.0. The tag keeps its version (2.3 or 2.4) and all of its other frames, byte for
byte; a tag of version 2.2, which knows no chapters, becomes one of 2.4.
"""

import os
from collections.abc import Iterator, Sequence
from struct import pack

from feedpub.model import Chapter
from feedpub.sources.audio.embedding.fault import CopyFault
from feedpub.sources.audio.id3_frames import MOST_FRAMES, Octets, open_tag, walk_raw
from feedpub.sources.audio.tags import id3_length

#: bytes; tags hold pictures, not films
_LARGEST = 64 << 20
_BLOCK = 1 << 20
#: room for other tools to write into, without moving the sound
_PADDING = 1024
#: of a table of contents
_TOP_LEVEL, _ORDERED = 2, 1
_MOST_CHILDREN = 255
#: "not told by place in the file"
_NO_OFFSET = 0xFFFFFFFF


def stream_with_id3(fd: int, size: int, chapters: Sequence[Chapter], duration_ms: int) -> Iterator[bytes]:
    """The bytes of the file with these chapters in its tag, and no others.

    Hidden chapters (`toc: false`) stand in no table of contents. Raises CopyFault.
    """
    head = os.pread(fd, 10, 0)
    behind = id3_length(head) if head[:3] == b"ID3" and len(head) == 10 else 0
    if behind > _LARGEST or behind > size:
        raise CopyFault(f"its ID3 tag has {behind:,} bytes")
    old = os.pread(fd, behind, 0)
    version = old[3] if old else 3
    if version == 2:
        old, version = _translate(old), 4
    frames = list(_kept_frames(old)) if old else []
    frames += _chapter_frames(chapters, version, duration_ms)
    body = b"".join(frames) + bytes(_PADDING)
    if len(body) >= 1 << 28:
        raise CopyFault(f"its ID3 tag would have {len(body):,} bytes")
    yield b"ID3" + bytes((version, 0, 0)) + _synchsafe(len(body)) + body
    for at in range(behind, size, _BLOCK):
        yield os.pread(fd, min(_BLOCK, size - at), at)


def _kept_frames(tag: bytes) -> Iterator[bytes]:
    """The frames as they are, but for chapters."""
    version, unsynced = tag[3], tag[5] & 0x80
    end = len(tag) - (10 if tag[5] & 0x10 else 0)
    source, at, end = open_tag(Octets(whole=tag), tag[:10], 10, end)
    for raw in walk_raw(source, version, at, end):
        if raw.id in (b"CHAP", b"CTOC"):
            continue
        head = bytearray(source.read(raw.at, 10))
        if version == 4:
            # The length is written as it should be, and what the tag said of all frames each says for itself.
            head[4:8] = _synchsafe(raw.end - raw.at - 10)
            head[9] |= 0x02 if unsynced else 0
        yield bytes(head) + source.read(raw.at + 10, raw.end - raw.at - 10)


def _translate(tag: bytes) -> bytes:
    """A tag of version 2.2 as one of version 2.4."""
    from io import BytesIO

    from mutagen import MutagenError
    from mutagen.id3 import ID3

    if sum(1 for _ in walk_raw(Octets(whole=tag), 2, 10, len(tag))) >= MOST_FRAMES:
        raise CopyFault("its ID3 tag has too many frames")
    written = BytesIO()
    try:
        ID3(BytesIO(tag)).save(written, v1=0, v2_version=4)
    except MutagenError as error:
        raise CopyFault(f"its ID3v2.2 tag cannot be read: {error}") from None
    return written.getvalue()


def _chapter_frames(chapters: Sequence[Chapter], version: int, duration_ms: int) -> Iterator[bytes]:
    starts = [chapter.start_ms for chapter in chapters[1:]] + [duration_ms]
    listed = []
    for number, (chapter, following) in enumerate(zip(chapters, starts, strict=False), 1):
        id_ = b"chp%d" % number
        end = chapter.end_ms if chapter.end_ms is not None else max(following, chapter.start_ms)
        times = pack(">IIII", chapter.start_ms, end, _NO_OFFSET, _NO_OFFSET)
        yield _frame(b"CHAP", id_ + b"\0" + times + _details(chapter, version), version)
        if chapter.toc:
            listed.append(id_)
    yield from _tables(listed, version)


def _details(chapter: Chapter, version: int) -> bytes:
    frames = _frame(b"TIT2", _text(chapter.title, version), version) if chapter.title else b""
    if chapter.url:
        frames += _frame(b"WXXX", b"\0chapter url\0" + chapter.url.encode("latin-1", "replace"), version)
    return frames


def _text(text: str, version: int) -> bytes:
    if version == 4:
        return b"\3" + text.encode("utf-8", "replace")
    try:
        return b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        return b"\1\xff\xfe" + text.encode("utf-16-le", "replace")


def _tables(listed: list[bytes], version: int) -> Iterator[bytes]:
    """One table at the top; it holds tables of 255 where there are more chapters than fit."""
    if len(listed) <= _MOST_CHILDREN:
        yield _table(b"toc", listed, _TOP_LEVEL | _ORDERED, version)
        return
    parts = [listed[at : at + _MOST_CHILDREN] for at in range(0, len(listed), _MOST_CHILDREN)]
    ids = [b"toc%d" % number for number in range(1, len(parts) + 1)]
    yield _table(b"toc", ids, _TOP_LEVEL | _ORDERED, version)
    for id_, part in zip(ids, parts, strict=True):
        yield _table(id_, part, _ORDERED, version)


def _table(id_: bytes, children: Sequence[bytes], flags: int, version: int) -> bytes:
    listed = b"".join(child + b"\0" for child in children)
    return _frame(b"CTOC", id_ + b"\0" + bytes((flags, len(children))) + listed, version)


def _frame(id_: bytes, content: bytes, version: int) -> bytes:
    length = _synchsafe(len(content)) if version == 4 else pack(">I", len(content))
    return id_ + length + b"\0\0" + content


def _synchsafe(value: int) -> bytes:
    return bytes(value >> shift & 127 for shift in (21, 14, 7, 0))
