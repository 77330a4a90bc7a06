"""Chapters in MP4 files: Nero's list (`chpl`) and QuickTime's text track; and where the cover lies.

QuickTime File Format, "Chapter lists"; ISO/IEC 14496-12. Nero's list holds no more than 255 chapters.
"""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.model import Chapter
from feedpub.sources.audio.embedded import Embedded, Picture, plain_text

_MOST = 10_000
#: boxes within one box, and tracks, that are looked at
_MOST_BOXES = 1_000
#: a table of the text track that is longer holds more than chapters
_LARGEST_TABLE = 1 << 20
_LONGEST = 2048
_NAME = re.compile(rb"[\xa9 -~]{4}", re.DOTALL)
_TEXT_KINDS = (b"text", b"sbtl")


class Box(NamedTuple):
    """A box: its name, and where its content lies."""

    name: bytes
    start: int
    end: int

    def read(self, fd: int, most: int = _LARGEST_TABLE) -> bytes:
        """Up to ``most`` bytes of the content."""
        return os.pread(fd, min(self.end - self.start, most), self.start)


def read_mp4_chapters(fd: int, start: int, size: int) -> Embedded:
    """Chapters and cover of an MP4 file; of the two kinds of chapters the one that has more."""
    moov = _find(fd, start, size, b"moov")
    if moov is None:
        return Embedded()
    inner = list(walk_boxes(fd, moov.start, moov.end))
    scale = next((ticks_of(box.read(fd, 32)) for box in inner if box.name == b"mvhd"), 1000)
    track = tuple(_read_track_chapters(fd, [box for box in inner if box.name == b"trak"], scale))
    nero: tuple[Chapter, ...] = ()
    cover, title, artist = None, "", ""
    for udta in (box for box in inner if box.name == b"udta"):
        if chpl := _find(fd, udta.start, udta.end, b"chpl"):
            nero = tuple(_parse_nero(chpl.read(fd)))
        if items := _find_items(fd, udta):
            cover = cover or _find_cover(fd, items)
            title, artist = (
                title or _read_text(fd, items, b"\xa9nam"),
                artist or _read_text(fd, items, b"\xa9ART"),
            )
    return Embedded(track if len(track) >= len(nero) else nero, cover, title, artist)


def walk_boxes(fd: int, at: int, end: int) -> Iterator[Box]:
    """The boxes between two places, as far as they make sense."""
    for _ in range(_MOST_BOXES):
        head = os.pread(fd, 16, at)
        size, name, skip = int.from_bytes(head[:4]), head[4:8], 8
        if size == 1:
            size, skip = int.from_bytes(head[8:16]), 16
        elif size == 0:
            size = end - at
        if len(head) < 8 or size < skip or at + size > end or not _NAME.fullmatch(name):
            return
        yield Box(name, at + skip, at + size)
        at += size


def _find(fd: int, at: int, end: int, *path: bytes) -> Box | None:
    """The first box of these names, each within the one before."""
    for box in walk_boxes(fd, at, end):
        if box.name == path[0]:
            return _find(fd, box.start, box.end, *path[1:]) if len(path) > 1 else box
    return None


def _find_items(fd: int, udta: Box) -> Box | None:
    """The list of what is said of the file."""
    meta = _find(fd, udta.start, udta.end, b"meta")
    if meta is None:
        return None
    # Four bytes of version and flags stand ahead of the boxes, but not in files of QuickTime.
    inner = meta.start if os.pread(fd, 4, meta.start + 4) == b"hdlr" else meta.start + 4
    return _find(fd, inner, meta.end, b"ilst")


def _find_cover(fd: int, items: Box) -> Picture | None:
    item = _find(fd, items.start, items.end, b"covr", b"data")
    # Ahead of the picture stand its kind and a locale.
    return Picture(item.start + 8, item.end - item.start - 8) if item and item.end > item.start + 8 else None


def _read_text(fd: int, items: Box, name: bytes) -> str:
    item = _find(fd, items.start, items.end, name, b"data")
    return plain_text(item.read(fd, _LONGEST)[8:].decode("utf-8", "replace")) if item else ""


def _parse_nero(content: bytes) -> Iterator[Chapter]:
    at = 9 if content[:1] == b"\1" else 5
    for _ in range(content[at - 1] if len(content) >= at else 0):
        head = content[at : at + 9]
        if len(head) < 9:
            return
        title = content[at + 9 : at + 9 + head[8]]
        at += 9 + head[8]
        # Its unit is 100 ns.
        ms = (int.from_bytes(head[:8]) + 5_000) // 10_000
        if ms < 1 << 32:
            yield Chapter(ms, plain_text(title.decode("utf-8", "replace")))


def _read_track_chapters(fd: int, tracks: list[Box], film_scale: int) -> Iterator[Chapter]:
    """Those of the text track that another track names as its list of chapters."""
    for track in tracks:
        reference = _find(fd, track.start, track.end, b"tref", b"chap")
        if reference is None:
            continue
        known = {id_: named for named in tracks if (id_ := _track_id(fd, named))}
        ids = reference.read(fd, 64)
        for at in range(0, len(ids) - 3, 4):
            named = known.get(int.from_bytes(ids[at : at + 4]))
            if named is not None and _handler(fd, named) in _TEXT_KINDS:
                yield from _read_text_track(fd, named, film_scale)
                return


def _track_id(fd: int, track: Box) -> int:
    head = _find(fd, track.start, track.end, b"tkhd")
    return track_id_of(head.read(fd, 32)) if head else 0


def track_id_of(head: bytes) -> int:
    """The number of a track, by its head (`tkhd`); 0 where there is none."""
    return _number_in(head)


def _handler(fd: int, track: Box) -> bytes:
    box = _find(fd, track.start, track.end, b"mdia", b"hdlr")
    return box.read(fd, 12)[8:12] if box else b""


def _read_text_track(fd: int, track: Box, film_scale: int) -> Iterator[Chapter]:
    media = _find(fd, track.start, track.end, b"mdia")
    table = _find(fd, media.start, media.end, b"minf", b"stbl") if media else None
    head = _find(fd, media.start, media.end, b"mdhd") if media else None
    if table is None or head is None:
        return
    boxes = {box.name: box for box in walk_boxes(fd, table.start, table.end)}
    scale = ticks_of(head.read(fd, 32))
    time = _edit_start(fd, track, scale, film_scale)
    samples = list(_sample_places(fd, boxes))
    for (place, length), duration in zip(samples, _durations(fd, boxes), strict=False):
        text = os.pread(fd, min(length, _LONGEST), place)
        title = _parse_sample(text)
        # Ahead of a first chapter that begins later stands one without a title.
        if title or time > 0 or len(samples) == 1:
            yield Chapter(max(round(time * 1000 / scale), 0), title)
        time += duration


def ticks_of(head: bytes) -> int:
    """Ticks a second, by the head of a film (`mvhd`) or of its media (`mdhd`)."""
    return _number_in(head) or 1000


def _number_in(head: bytes) -> int:
    """What stands behind the two dates of a head, which take four bytes each, or eight in version 1."""
    at = 20 if head[:1] == b"\1" else 12
    return int.from_bytes(head[at : at + 4])


def _edit_start(fd: int, track: Box, scale: int, film_scale: int) -> int:
    """When the media begins, in ticks of its own: later than the film, or (below zero) within the media."""
    box = _find(fd, track.start, track.end, b"edts", b"elst")
    content = box.read(fd, 64) if box else b""
    delay = 0
    for at in range(8, len(content) - 11, 12) if content[:1] == b"\0" else ():
        lasts, begin = (
            int.from_bytes(content[at : at + 4]),
            int.from_bytes(content[at + 4 : at + 8], signed=True),
        )
        if begin >= 0:
            return delay - begin
        delay += lasts * scale // film_scale
    return delay


def _sample_places(fd: int, boxes: dict[bytes, Box]) -> Iterator[tuple[int, int]]:
    """Where each sample lies, and its length (ISO/IEC 14496-12, 8.7)."""
    sizes = _sizes(boxes[b"stsz"].read(fd)) if b"stsz" in boxes else []
    wide = b"co64" in boxes
    chunks = boxes.get(b"co64" if wide else b"stco")
    spread = boxes.get(b"stsc")
    if chunks is None or spread is None:
        return
    offsets = _numbers(chunks.read(fd), 8, 8 if wide else 4)
    runs = _numbers(spread.read(fd), 8, 4)
    sample, run = 0, 0
    for number, offset in enumerate(offsets, 1):
        while run + 3 < len(runs) and runs[run + 3] <= number:
            run += 3
        for _ in range(min(runs[run + 1] if run + 1 < len(runs) else 1, _MOST)):
            if sample >= len(sizes):
                return
            yield offset, sizes[sample]
            offset += sizes[sample]
            sample += 1


def _sizes(content: bytes) -> list[int]:
    alike, count = int.from_bytes(content[4:8]), int.from_bytes(content[8:12])
    return [alike] * min(count, _MOST) if alike else _numbers(content, 12, 4)[:_MOST]


def _durations(fd: int, boxes: dict[bytes, Box]) -> Iterator[int]:
    numbers = _numbers(boxes[b"stts"].read(fd), 8, 4) if b"stts" in boxes else []
    for at in range(0, len(numbers) - 1, 2):
        for _ in range(min(numbers[at], _MOST)):
            yield numbers[at + 1]


def _numbers(content: bytes, at: int, width: int) -> list[int]:
    return [int.from_bytes(content[n : n + width]) for n in range(at, len(content) - width + 1, width)]


def _parse_sample(content: bytes) -> str:
    """The text of a sample: its length in two bytes, then UTF-8, or UTF-16 with its mark."""
    text = content[2 : 2 + int.from_bytes(content[:2])]
    utf16 = text[:2] in (b"\xfe\xff", b"\xff\xfe")
    return plain_text(text.decode("utf-16" if utf16 else "utf-8", "replace"))
