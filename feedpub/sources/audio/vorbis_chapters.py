"""Chapters in Vorbis comments of Ogg (Vorbis, Opus, Speex, FLAC) and FLAC files; and where the cover lies.

`CHAPTER001=00:00:00.000`, `CHAPTER001NAME=Intro`, `CHAPTER001URL=https://...`:
https://wiki.xiph.org/Chapter_Extension. The comments: Ogg Vorbis I, section 5. With pictures in them they can
be larger than the sound: of each only the beginning is read.
"""

import os
import re
from collections.abc import Callable, Iterator

from feedpub.model import Chapter
from feedpub.model.duration import parse_clock
from feedpub.sources.audio.embedded import Embedded, Picture, plain_link, plain_text

_MOST = 10_000
_MOST_COMMENTS = 30_000
#: bytes of a comment that are looked at
_LONGEST = 2300
_LARGEST_PACKET = 64 << 20
_CHAPTER = re.compile(r"CHAPTER(\d{1,5})(NAME|URL)?=(.*)", re.IGNORECASE | re.DOTALL)
#: what stands ahead of the comments in the second packet
_LEADS = {b"\x03vorbis": 7, b"OpusTags": 8}
_COMMENT_BLOCK, _PICTURE_BLOCK = 4, 6
#: what reads bytes of the comments: place, length
_Read = Callable[[int, int], bytes]


def read_flac_comments(fd: int, start: int, size: int) -> Embedded:
    """Chapters and cover of a FLAC file (RFC 9639, section 8)."""
    found, cover, at = Embedded(), None, start + 4
    for _ in range(128):
        head = os.pread(fd, 4, at)
        length = int.from_bytes(head[1:])
        if len(head) < 4 or at + 4 + length > size:
            break
        kind = head[0] & 0x7F
        if kind == _COMMENT_BLOCK and found == Embedded():
            found = _read_comments(_reader(fd, at + 4), length)
            if found.cover is not None:
                found = found._replace(cover=found.cover._replace(start=found.cover.start + at + 4))
        elif kind == _PICTURE_BLOCK and cover is None:
            cover = Picture(at + 4, length, "flac")
        at += 4 + length
        if head[0] & 0x80:
            break
    return found._replace(cover=cover or found.cover)


def _reader(fd: int, base: int) -> _Read:
    return lambda at, length: os.pread(fd, length, base + at)


def read_ogg_comments(fd: int, start: int, size: int) -> Embedded:
    """Chapters and cover of the first stream in an Ogg file; the cover's place is one in its `OggPacket`."""
    packet = OggPacket(fd, start, size)
    head = packet.read(0, 8)
    lead = next((length for mark, length in _LEADS.items() if head.startswith(mark)), None)
    if lead is None:
        # FLAC in Ogg has a metadata block there, Speex the comments themselves.
        lead = 4 if head[:1] in (b"\x04", b"\x84") else 0
    found = _read_comments(lambda at, length: packet.read(lead + at, length), packet.length - lead)
    cover = found.cover
    return found._replace(cover=cover and cover._replace(start=cover.start + lead, kind="ogg-comment"))


class OggPacket:
    """The second packet of the first stream: where its pieces lie, page by page (RFC 3533, section 6)."""

    def __init__(self, fd: int, at: int, end: int) -> None:
        self._fd = fd
        #: place in the packet, place in the file, length
        self._pieces: list[tuple[int, int, int]] = []
        self.length = 0
        self._near = 0
        packets, serial = 0, b""
        while at < end and self.length < _LARGEST_PACKET:
            head = os.pread(fd, 27 + 255, at)
            if len(head) < 27 or head[:4] != b"OggS":
                return
            table = head[27 : 27 + head[26]]
            serial = serial or head[14:18]
            body = at + 27 + head[26]
            at = body + sum(table)
            if head[14:18] != serial:
                continue
            for size in table:
                if packets == 1:
                    self._add(body, size)
                body += size
                packets += size < 255
                if packets > 1:
                    return

    def _add(self, place: int, size: int) -> None:
        if self._pieces and sum(self._pieces[-1][1:]) == place:
            at, begin, length = self._pieces[-1]
            self._pieces[-1] = (at, begin, length + size)
        else:
            self._pieces.append((self.length, place, size))
        self.length += size

    def read(self, at: int, length: int) -> bytes:
        """Bytes of the packet. Places only rise, so what lies behind is not looked at again."""
        octets = b""
        for number in range(self._near, len(self._pieces)):
            begin, place, size = self._pieces[number]
            if at >= begin + size:
                self._near = number
                continue
            part = os.pread(self._fd, min(length, begin + size - at), place + at - begin)
            octets += part
            at, length = at + len(part), length - len(part)
            if length <= 0 or not part:
                break
        return octets


def _read_comments(read: _Read, size: int) -> Embedded:
    starts: dict[int, Chapter] = {}
    told: dict[tuple[int, str], str] = {}
    cover, title, artist = None, "", ""
    for at, length in _walk_comments(read, size):
        head = read(at, min(length, _LONGEST))
        if head[:7].upper() == b"CHAPTER":
            _take(head.decode("utf-8", "replace"), starts, told)
        elif head[:23].upper() == b"METADATA_BLOCK_PICTURE=" and cover is None:
            cover = Picture(at + 23, length - 23, "comment")
        elif head[:6].upper() == b"TITLE=" and not title:
            title = plain_text(head[6:].decode("utf-8", "replace"))
        elif head[:7].upper() == b"ARTIST=" and not artist:
            artist = plain_text(head[7:].decode("utf-8", "replace"))
    chapters = [
        chapter._replace(
            title=plain_text(told.get((number, "NAME"), "")), url=plain_link(told.get((number, "URL"), ""))
        )
        for number, chapter in starts.items()
    ]
    return Embedded(tuple(chapters), cover, title, artist)


def _walk_comments(read: _Read, size: int) -> Iterator[tuple[int, int]]:
    """Place and length of each comment."""
    at = 4 + int.from_bytes(read(0, 4), "little")
    count = int.from_bytes(read(at, 4), "little")
    at += 4
    for _ in range(min(count, _MOST_COMMENTS)):
        head = read(at, 4)
        length = int.from_bytes(head, "little")
        if len(head) < 4 or at + 4 + length > size:
            return
        yield at + 4, length
        at += 4 + length


def _take(comment: str, starts: dict[int, Chapter], told: dict[tuple[int, str], str]) -> None:
    match = _CHAPTER.fullmatch(comment)
    if match is None or len(starts) >= _MOST:
        return
    number, what, value = int(match[1]), (match[2] or "").upper(), match[3]
    if what:
        told[number, what] = value
    elif (ms := parse_clock(value.strip())) is not None:
        starts[number] = Chapter(ms)
