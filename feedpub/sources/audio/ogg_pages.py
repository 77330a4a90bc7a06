"""Ogg (Vorbis, Opus, FLAC, Speex): how long it is, by the positions in its pages.

Pages: RFC 3533, section 6. Opus: RFC 7845, section 4. Files that were joined are several streams one
after another; files that were cut from a longer one begin at another position than zero.
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged

_BLOCK = 1 << 20
#: header, table of segments and 255 segments of 255 bytes
_LONGEST_PAGE = 27 + 255 + 255 * 255
_FIRST = 2
_NO_POSITION = (1 << 64) - 1


class _Page(NamedTuple):
    flags: int
    #: samples up to here
    position: int
    serial: int
    #: the beginning of its content
    head: bytes


class _Stream:
    """One logical stream, as far as it has been read."""

    def __init__(self, codec: str, channels: int, rate: int, skip: int) -> None:
        self.codec, self.channels, self.rate = codec, channels, rate
        self._skip = skip
        self._positions: list[int] = []

    def advance(self, position: int) -> None:
        """Take note of a page's position; only the first two and the last one count."""
        if position in (0, _NO_POSITION):
            return
        if len(self._positions) < 3:
            self._positions.append(position)
        else:
            self._positions[2] = position

    @property
    def seconds(self) -> float:
        """From the beginning of the first page, which is taken to be as long as the second one."""
        if not self._positions:
            return 0.0
        first, last = self._positions[0], self._positions[-1]
        begin = 0
        if len(self._positions) > 1 and first > 2 * (page := self._positions[1] - first) + self.rate:
            begin = first - page
        return max(last - begin - (0 if begin else self._skip), 0) / self.rate


def read_ogg(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of an Ogg file. Raises AudioFault when it is cut short, damaged, or has no sound."""
    streams: list[_Stream] = []
    current: dict[int, _Stream] = {}
    video = False
    for page in _pages(fd, start, size):
        if page.flags & _FIRST:
            video = video or page.head.startswith(b"\x80theora")
            if (stream := _parse_codec(page.head)) is not None:
                streams.append(stream)
                current[page.serial] = stream
            else:
                current.pop(page.serial, None)
        elif (known := current.get(page.serial)) is not None:
            known.advance(page.position)
    if not streams:
        raise damaged("the file is an Ogg file in which no Vorbis, Opus, FLAC or Speex was found")
    seconds = sum(stream.seconds for stream in streams)
    bitrate = round((size - start) * 8 / seconds) if seconds else 0
    first = streams[0]
    warning = (
        "it is joined from several streams: many players stop after the first" if len(streams) > 1 else ""
    )
    return AudioFacts(
        "video/ogg" if video else "audio/ogg", seconds, bitrate, first.channels, first.rate, warning
    )


def _parse_codec(head: bytes) -> _Stream | None:
    """The stream that a first page begins; None when it is no sound or is too short."""
    if head[:7] == b"\x01vorbis" and len(head) >= 16:
        stream = _Stream("vorbis", head[11], int.from_bytes(head[12:16], "little"), 0)
    elif head[:8] == b"OpusHead" and len(head) >= 12:
        stream = _Stream("opus", head[9], 48000, int.from_bytes(head[10:12], "little"))
    elif head[:5] == b"\x7fFLAC" and len(head) >= 30:
        stream = _Stream("flac", (head[29] >> 1 & 7) + 1, int.from_bytes(head[27:30]) >> 4, 0)
    elif head[:8] == b"Speex   " and len(head) >= 52:
        rate, channels = (int.from_bytes(head[at : at + 4], "little") for at in (36, 48))
        stream = _Stream("speex", channels, rate, 0)
    else:
        return None
    return stream if stream.rate and stream.channels else None


def _pages(fd: int, at: int, end: int) -> Iterator[_Page]:
    """All pages, in the order of the file. Raises AudioFault where they stop before its end."""
    base, block, count = at, b"", 0
    while at < end:
        if at + _LONGEST_PAGE > base + len(block) and base + len(block) < end:
            block, base = os.pread(fd, min(_BLOCK, end - at), at), at
        head = block[at - base : at - base + 27]
        if head[:4] != b"OggS"[: len(head)]:
            raise damaged(f"the Ogg file is damaged: byte {at:,} should begin page {count + 1:,}")
        body = at - base + 27 + (head[26] if len(head) == 27 else 0)
        segments = block[at - base + 27 : body]
        count += 1
        if base + body + sum(segments) > end or len(head) < 27 or len(segments) < head[26]:
            raise cut_short(f"page {count:,} at byte {end:,}")
        position = int.from_bytes(head[6:14], "little")
        serial = int.from_bytes(head[14:18], "little")
        yield _Page(head[5], position, serial, block[body : body + 64] if head[5] & _FIRST else b"")
        at = base + body + sum(segments)
