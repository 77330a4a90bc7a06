"""Chapters in an MP4 file: Nero's list (`chpl`) for old players, a QuickTime text track for all others.

QuickTime File Format, "Chapter lists"; ISO/IEC 14496-12. Only the index (`moov`) is written anew, and a box
with the titles follows it. What lies behind is moved, so every place that the index names is corrected.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from struct import pack
from typing import NamedTuple

from feedpub.model import Chapter
from feedpub.sources.audio.embedding.fault import CopyFault
from feedpub.sources.audio.embedding.text_track import build_samples, build_track, join_box
from feedpub.sources.audio.mp4_chapters import ticks_of, track_id_of, walk_boxes

_LARGEST_INDEX = 256 << 20
_BLOCK = 1 << 20
_MOST_NERO = 255
_LONGEST_NERO = 255
_CONTAINERS = (b"mdia", b"minf", b"stbl")


class Part(NamedTuple):
    """A box in memory."""

    name: bytes
    content: bytes


def stream_with_chapters(
    fd: int, size: int, chapters: Sequence[Chapter], duration_ms: int
) -> Iterator[bytes]:
    """The bytes of the file with these chapters, and no others; titles and starts are all that it can hold.

    Raises CopyFault.
    """
    moov = next((box for box in walk_boxes(fd, 0, size) if box.name == b"moov"), None)
    if moov is None or moov.end - moov.start > _LARGEST_INDEX:
        raise CopyFault("it has no index that can be changed")
    begin = moov.start - (16 if os.pread(fd, 4, moov.start - 16) == b"\0\0\0\1" else 8)
    parts = split_boxes(os.pread(fd, moov.end - moov.start, moov.start))
    if any(part.name == b"mvex" for part in parts):
        raise CopyFault("it is cut into fragments")
    listed = [chapter for chapter in chapters if chapter.toc]
    index = Index(parts, listed, duration_ms)
    samples = build_samples(listed, index.scale)
    titles = join_box(b"mdat", *samples)
    end = moov.end
    if os.pread(fd, len(titles), end) == titles and not index.uses(end, end + len(titles)):
        # An earlier copy had the same titles: they are not wanted twice.
        end += len(titles)
    written = _settle(index, samples, begin, end)
    yield from _copy(fd, 0, begin)
    yield written
    yield titles
    yield from _copy(fd, end, size)


def _settle(index: "Index", samples: Sequence[bytes], begin: int, end: int) -> bytes:
    """The index in which all places are right: its own length decides about them."""
    titles = sum(map(len, samples)) + 8
    wide = False
    while True:
        length = len(index.build(samples, begin, lambda place: place, wide=wide))
        # Whether the place of the titles takes four bytes or eight is known only now.
        length = len(index.build(samples, begin + length + 8, lambda place: place, wide=wide))
        moved = begin + length + titles - end
        if wide or index.furthest + max(moved, 0) < 1 << 32:
            break
        wide = True
    return index.build(
        samples, begin + length + 8, lambda place: place + moved if place >= end else place, wide=wide
    )


class Index:
    """The boxes of `moov`, and what becomes of them."""

    def __init__(self, parts: list[Part], chapters: Sequence[Chapter], duration_ms: int) -> None:
        self._chapters, self._duration_ms = chapters, duration_ms
        tracks = [part for part in parts if part.name == b"trak"]
        old = {id_ for track in tracks for id_ in _chapter_references(track)}
        self._parts = [
            part
            for part in parts
            if not (part.name == b"trak" and _id(part) in old and _kind(part) == b"text")
        ]
        self._header = next((part.content for part in parts if part.name == b"mvhd"), b"")
        if len(self._header) < 100:
            raise CopyFault("its index has no head")
        kept = [_id(part) for part in self._parts if part.name == b"trak"]
        self._track_id = max(kept, default=0) + 1
        #: the last place that the index names
        self.furthest = max((place for track in tracks for place in _places(track)), default=0)

    def uses(self, start: int, end: int) -> bool:
        """Whether a track that is kept has anything there."""
        tracks = [part for part in self._parts if part.name == b"trak"]
        return any(start <= place < end for track in tracks for place in _places(track))

    def build(
        self, samples: Sequence[bytes], titles_at: int, move: Callable[[int], int], *, wide: bool
    ) -> bytes:
        """The index when the titles lie at ``titles_at`` and ``move`` tells where everything else lies."""
        written = []
        udta = b""
        for part in self._parts:
            if part.name == b"udta":
                udta += b"".join(
                    join_box(*inner) for inner in split_boxes(part.content) if inner.name != b"chpl"
                )
            elif part.name == b"mvhd":
                written.append(join_box(b"mvhd", part.content[:-4], pack(">I", self._track_id + 1)))
            elif part.name == b"trak":
                written.append(join_box(b"trak", _refer(part.content, self._track_id, move, wide=wide)))
            else:
                written.append(join_box(*part))
        written.append(
            build_track(self._track_id, self._chapters, samples, titles_at, self._duration_ms, self.scale)
        )
        written.append(join_box(b"udta", udta, join_box(b"chpl", _nero(self._chapters))))
        return join_box(b"moov", *written)

    @property
    def scale(self) -> int:
        """How many ticks a second the film counts."""
        return ticks_of(self._header)


def _nero(chapters: Sequence[Chapter]) -> bytes:
    entries = chapters[:_MOST_NERO]
    content = pack(">IIB", 0x01000000, 0, len(entries))
    for chapter in entries:
        title = chapter.title.encode("utf-8", "replace")[:_LONGEST_NERO]
        title = title.decode("utf-8", "ignore").encode()
        content += pack(">QB", chapter.start_ms * 10_000, len(title)) + title
    return content


def _refer(track: bytes, to: int, move: Callable[[int], int], *, wide: bool) -> bytes:
    """A track that names the new list of chapters, with its places corrected."""
    inner = split_boxes(track)
    refers = _kind(Part(b"trak", track)) in (b"soun", b"vide")
    kept = b"".join(
        join_box(*one)
        for part in inner
        if part.name == b"tref"
        for one in split_boxes(part.content)
        if one.name != b"chap"
    )
    if refers:
        kept += join_box(b"chap", pack(">I", to))
    written = b""
    for part in inner:
        if part.name != b"tref":
            written += _correct(part, move, wide=wide)
        if part.name == b"tkhd" and kept:
            written += join_box(b"tref", kept)
    return written


def _correct(part: Part, move: Callable[[int], int], *, wide: bool) -> bytes:
    """A box, with the places corrected in the tables that name any."""
    if part.name in _CONTAINERS:
        return join_box(part.name, *(_correct(inner, move, wide=wide) for inner in split_boxes(part.content)))
    if part.name not in (b"stco", b"co64"):
        return join_box(*part)
    places = [move(place) for place in _table(part)]
    width = "Q" if wide or part.name == b"co64" else "I"
    name = b"co64" if width == "Q" else b"stco"
    return join_box(name, part.content[:4], pack(f">I{len(places)}{width}", len(places), *places))


def _places(part: Part) -> Iterator[int]:
    if part.name in (b"stco", b"co64"):
        yield from _table(part)
    elif part.name in (b"trak", *_CONTAINERS):
        for inner in split_boxes(part.content):
            yield from _places(inner)


def _table(part: Part) -> list[int]:
    width = 8 if part.name == b"co64" else 4
    count = int.from_bytes(part.content[4:8])
    if len(part.content) < 8 + count * width:
        raise CopyFault("its index is damaged")
    return [int.from_bytes(part.content[8 + n * width : 8 + (n + 1) * width]) for n in range(count)]


def _chapter_references(track: Part) -> list[int]:
    ids = _inner(track, b"tref", b"chap")
    return [int.from_bytes(ids[at : at + 4]) for at in range(0, len(ids) - 3, 4)]


def _id(track: Part) -> int:
    return track_id_of(_inner(track, b"tkhd"))


def _kind(track: Part) -> bytes:
    return _inner(track, b"mdia", b"hdlr")[8:12]


def _inner(part: Part, *path: bytes) -> bytes:
    """The content of the first box of these names; empty where there is none."""
    for name in path:
        found = next((inner for inner in split_boxes(part.content) if inner.name == name), None)
        if found is None:
            return b""
        part = found
    return part.content


def split_boxes(content: bytes) -> list[Part]:
    """The boxes in the content of a box. Raises CopyFault where they do not add up."""
    parts, at = [], 0
    while at + 8 <= len(content):
        size, name, skip = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8], 8
        if size == 1:
            size, skip = int.from_bytes(content[at + 8 : at + 16]), 16
        if size == 0:
            size = len(content) - at
        if size < skip or at + size > len(content):
            # QuickTime ends a list of user data with four zeros; anything else is damage.
            break
        parts.append(Part(name, content[at + skip : at + size]))
        at += size
    if content[at:].strip(b"\0"):
        raise CopyFault("its index is damaged")
    return parts


def _copy(fd: int, at: int, end: int) -> Iterator[bytes]:
    while at < end:
        block = os.pread(fd, min(_BLOCK, end - at), at)
        if not block:
            raise CopyFault("it became shorter while it was read")
        yield block
        at += len(block)
