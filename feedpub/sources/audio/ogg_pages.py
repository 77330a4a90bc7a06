"""Ogg (Vorbis, Opus, FLAC, Speex): what mutagen says of each stream, proven by the pages.

Pages: RFC 3533, section 6. mutagen takes the position in a stream's last page for its length: it does not see
that a file is joined from several streams, cut from a longer one (positions do not begin at zero), or cut
short. The proof is a walk over all pages; each stream that begins on the way is shown to mutagen by itself.
"""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged
from feedpub.sources.audio.stretch import open_stretch

_BLOCK = 1 << 20
#: header, table of segments and 255 segments of 255 bytes
_LONGEST_PAGE = 27 + 255 + 255 * 255
_FIRST = 2
#: module and class of mutagen, by the beginning of a stream
_CODECS = {
    b"\x01vorbis": ("oggvorbis", "OggVorbisInfo"),
    b"OpusHead": ("oggopus", "OggOpusInfo"),
    b"\x7fFLAC": ("oggflac", "OggFLACStreamInfo"),
    b"Speex   ": ("oggspeex", "OggSpeexInfo"),
}
#: whatever the recording, Opus counts at this rate
_OPUS_HERTZ = 48000
#: samples ahead of the sound of which Opus can tell; mutagen leaves them out
_MOST_SKIPPED = 65535
_NO_POSITION = (1 << 64) - 1


class _Page(NamedTuple):
    #: its first byte in the file, and the one behind it
    start: int
    end: int
    flags: int
    #: samples up to here
    position: int
    serial: int
    #: the beginning of what is in it, on the first page of a stream
    head: bytes


class _Stream:
    """One logical stream with sound, as far as its pages have been read."""

    def __init__(self, first: _Page, codec: tuple[str, str]) -> None:
        #: its first byte in the file, and the one behind what has been read of it
        self.start, self.end = first.start, first.end
        self.codec = codec
        self._positions: list[int] = []

    def advance(self, page: _Page) -> None:
        """Take note of a page; of the positions only the first two and the last one count."""
        self.end = page.end
        if page.position in (0, _NO_POSITION):
            return
        if len(self._positions) < 3:
            self._positions.append(page.position)
        else:
            self._positions[2] = page.position

    def read(self, fd: int) -> AudioFacts:
        """What mutagen says, but the time between the pages where its time is another.

        A first page that does not begin at zero is taken to be as long as the second one. Raises mutagen's
        errors.
        """
        said = _ask_mutagen(fd, self.start, self.end, self.codec)
        if not self._positions:
            return said._replace(seconds=0.0)
        first, last, begin = self._positions[0], self._positions[-1], 0
        if len(self._positions) > 1 and first > 2 * (page := self._positions[1] - first) + said.sample_rate:
            begin = first - page
        seconds = max(last - begin, 0) / said.sample_rate
        if not begin and abs(seconds - said.seconds) <= _MOST_SKIPPED / said.sample_rate:
            return said
        return said._replace(seconds=seconds)


def read_ogg(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of an Ogg file.

    Raises AudioFault when it is cut short or has no sound, mutagen's errors when it is damaged.
    """
    streams: list[_Stream] = []
    current: dict[int, _Stream] = {}
    video = False
    for page in _pages(fd, start, size):
        if page.flags & _FIRST:
            video = video or page.head.startswith(b"\x80theora")
            current.pop(page.serial, None)
            if (codec := _name_codec(page.head)) is not None:
                current[page.serial] = _Stream(page, codec)
                streams.append(current[page.serial])
        elif (known := current.get(page.serial)) is not None:
            known.advance(page)
    facts = [fact for stream in streams if (fact := stream.read(fd)).channels]
    if not facts:
        raise damaged("the file is an Ogg file in which no Vorbis, Opus, FLAC or Speex was found")
    seconds = sum(fact.seconds for fact in facts)
    bitrate = round((size - start) * 8 / seconds) if seconds else 0
    warning = "it is joined from several streams: many players stop after the first" if len(facts) > 1 else ""
    kind = "video/ogg" if video else "audio/ogg"
    return facts[0]._replace(type=kind, seconds=seconds, bitrate=bitrate, warning=warning)


def _name_codec(head: bytes) -> tuple[str, str] | None:
    """Module and class of mutagen for the stream that begins with ``head``; None when it is no sound."""
    return next((codec for mark, codec in _CODECS.items() if head.startswith(mark)), None)


def _ask_mutagen(fd: int, start: int, end: int, codec: tuple[str, str]) -> AudioFacts:
    """What mutagen says of a stream that lies between two bytes; its comments are not read."""
    info_class: Any = getattr(import_module(f"mutagen.{codec[0]}"), codec[1])
    with open_stretch(fd, start, end) as file:
        info = info_class(file)
        info._post_tags(file)
    rate = getattr(info, "sample_rate", _OPUS_HERTZ)
    return AudioFacts("audio/ogg", max(info.length, 0.0), 0, info.channels, rate)


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
        behind = base + body + sum(segments)
        begin = block[body : body + 8] if head[5] & _FIRST else b""
        yield _Page(at, behind, head[5], position, serial, begin)
        at = behind
