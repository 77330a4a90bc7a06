"""ID3v2 tags, frame by frame: headers are walked, contents are read by whoever wants them.

https://id3.org: ID3v2.2, 2.3 (section 3.3) and 2.4 (structure, section 4). Compressed and encrypted frames
are passed over: a small tag can unpack to gigabytes.
"""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.sources.audio.tags import id3_length, synchsafe

#: no sane tag has as many
MOST_FRAMES = 20_000
#: an unsynchronised tag has to be read as a whole
_LARGEST_UNSYNCED = 16 << 20
_WINDOW = 1 << 12
_ID = re.compile(rb"[A-Z][A-Z0-9]{2,3}")
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}


class Frame(NamedTuple):
    """A frame of a tag; its content lies in ``source``."""

    id: bytes
    start: int
    length: int
    source: "Octets"
    #: its bytes were made free of what looks like sound, which has to be undone
    unsynced: bool = False

    def read(self, most: int, at: int = 0) -> bytes:
        """Up to ``most`` bytes of the content, from the byte ``at`` of it."""
        octets = self.source.read(self.start + at, min(most, max(self.length - at, 0)))
        return octets.replace(b"\xff\0", b"\xff") if self.unsynced else octets


class Octets:
    """Bytes at their places: of a file, a window at a time, or of memory."""

    def __init__(self, fd: int = -1, whole: bytes = b"") -> None:
        self._fd, self._base, self._window = fd, 0, whole

    def read(self, at: int, length: int) -> bytes:
        """Fewer bytes at the end."""
        inside = at - self._base
        if inside >= 0 and inside + length <= len(self._window):
            return self._window[inside : inside + length]
        if self._fd < 0:
            return self._window[max(inside, 0) : max(inside + length, 0)]
        if length > _WINDOW:
            return os.pread(self._fd, length, at)
        self._base, self._window = at, os.pread(self._fd, _WINDOW, at)
        return self._window[:length]


def walk_tags(fd: int, end: int) -> Iterator[tuple[int, Iterator[Frame]]]:
    """Version (2 to 4) and frames of each ID3v2 tag ahead of ``end``, where the sound begins."""
    at = 0
    while at < end:
        head = os.pread(fd, 10, at)
        if head[:3] != b"ID3" or len(head) < 10:
            return
        behind = at + id3_length(head)
        yield head[3], _walk_tag(fd, head, at + 10, min(behind - (10 if head[5] & 0x10 else 0), end))
        at = behind


def _walk_tag(fd: int, head: bytes, at: int, end: int) -> Iterator[Frame]:
    version, flags = head[3], head[5]
    if version not in (2, 3, 4):
        return
    if flags & 0x80 and version < 4 and end - at > _LARGEST_UNSYNCED:
        return
    source, at, end = open_tag(Octets(fd), head, at, end)
    yield from walk_frames(source, version, at, end)


def open_tag(source: "Octets", head: bytes, at: int, end: int) -> tuple["Octets", int, int]:
    """Where the frames of a tag lie, which has the first ten bytes ``head`` and lies between two places."""
    version, flags = head[3], head[5]
    if flags & 0x80 and version < 4:
        whole = source.read(at, end - at).replace(b"\xff\0", b"\xff")
        source, at, end = Octets(whole=whole), 0, len(whole)
    if flags & 0x40 and version > 2:
        extension = source.read(at, 4)
        at += synchsafe(extension) if version == 4 else int.from_bytes(extension) + 4
    return source, at, end


class RawFrame(NamedTuple):
    """Where a frame lies in a tag, head and all."""

    id: bytes
    at: int
    end: int
    #: behind its head
    start: int
    flags: int


def walk_raw(source: Octets, version: int, at: int, end: int) -> Iterator[RawFrame]:
    """All frames between two places, as far as they make sense."""
    size = 10 if version > 2 else 6
    for _ in range(MOST_FRAMES):
        head = source.read(at, size)
        id_ = head[: 4 if version > 2 else 3]
        if len(head) < size or at + size > end or not _ID.fullmatch(id_):
            return
        start = at + size
        behind = start + _frame_length(source, version, head, start, end)
        if behind > end:
            return
        yield RawFrame(id_, at, behind, start, head[9] if version > 2 else 0)
        at = behind


def walk_frames(source: Octets, version: int, at: int, end: int) -> Iterator[Frame]:
    """The frames between two places; those that are compressed or encrypted are left out."""
    for raw in walk_raw(source, version, at, end):
        if (version == 3 and raw.flags & 0xC0) or (version == 4 and raw.flags & 0x0C):
            continue
        skip = 0
        if version == 3:
            skip = int(raw.flags & 0x20 > 0)
        elif version == 4:
            skip = int(raw.flags & 0x40 > 0) + (4 if raw.flags & 0x01 else 0)
        unsynced = version == 4 and raw.flags & 0x02 > 0
        yield Frame(raw.id, raw.start + skip, max(raw.end - raw.start - skip, 0), source, unsynced)


def _frame_length(source: Octets, version: int, head: bytes, start: int, end: int) -> int:
    if version == 2:
        return int.from_bytes(head[3:6])
    plain = int.from_bytes(head[4:8])
    if version == 3 or max(head[4:8]) > 127:
        return plain
    length = synchsafe(head[4:8])
    # iTunes long wrote plain lengths into ID3v2.4; which is meant shows by what follows.
    if length != plain and start + plain <= end and not _fits(source, start + length, end):
        return plain if _fits(source, start + plain, end) else length
    return length


def _fits(source: Octets, at: int, end: int) -> bool:
    """Whether a frame begins here, or nothing more comes."""
    id_ = source.read(at, 4)
    return at == end or id_.rstrip(b"\0") == b"" or _ID.fullmatch(id_) is not None


def parse_text(content: bytes) -> str:
    """The first text of a text frame: a byte for the encoding, then the text."""
    return decode_text(content[0], split_text(content[0], content[1:])[0]) if content else ""


def split_text(encoding: int, octets: bytes) -> tuple[bytes, bytes]:
    """The text up to its end mark, and what is behind that."""
    if encoding not in (1, 2):
        text, _, rest = octets.partition(b"\0")
        return text, rest
    for at in range(0, len(octets) - 1, 2):
        if octets[at : at + 2] == b"\0\0":
            return octets[:at], octets[at + 2 :]
    return octets[: len(octets) // 2 * 2], b""


def decode_text(encoding: int, octets: bytes) -> str:
    """Text in the encoding that a frame names by a number; nothing is refused."""
    return octets.decode(_ENCODINGS.get(encoding, "latin-1"), "replace")
