"""The digest of the sound in a file, without the tags and indexes around it."""

import hashlib
import os
from collections.abc import Iterator

from feedpub.sources.audio.mp4_chapters import walk_boxes
from feedpub.sources.audio.signatures import sniff_audio
from feedpub.sources.audio.tags import find_sound

_BLOCK = 1 << 20
_NO_POSITION = (0, (1 << 64) - 1)


def digest_sound(path: str) -> list[str]:
    """A SHA-256 for each stretch of sound: equal ones mean that not a byte of it differs.

    For MP3 everything behind the leading tags, for MP4 each `mdat`, for FLAC the frames, for Ogg what is in
    the pages with sound. Raises OSError.
    """
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        size = os.fstat(fd).st_size
        start, head = find_sound(fd)
        form = sniff_audio(head)
        if form == "mp4":
            return [
                _digest(fd, [(box.start, box.end)])
                for box in walk_boxes(fd, start, size)
                if box.name == b"mdat"
            ]
        if form == "flac":
            return [_digest(fd, [(_behind_flac_blocks(fd, start), size)])]
        if form == "ogg":
            return [_digest(fd, _ogg_bodies(fd, start, size))]
        return [_digest(fd, [(start, size)])]
    finally:
        os.close(fd)


def _digest(fd: int, stretches: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> str:
    digest = hashlib.sha256()
    for start, end in stretches:
        for at in range(start, end, _BLOCK):
            digest.update(os.pread(fd, min(_BLOCK, end - at), at))
    return digest.hexdigest()


def _behind_flac_blocks(fd: int, start: int) -> int:
    at = start + 4
    while True:
        head = os.pread(fd, 4, at)
        at += 4 + int.from_bytes(head[1:4])
        if len(head) < 4 or head[0] & 0x80:
            return at


def _ogg_bodies(fd: int, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the contents of pages lie, from the first page on that ends a packet of sound."""
    sounding = False
    while at < end:
        head = os.pread(fd, 27 + 255, at)
        if len(head) < 27 or head[:4] != b"OggS":
            return
        body = at + 27 + head[26]
        at = body + sum(head[27 : 27 + head[26]])
        sounding = sounding or int.from_bytes(head[6:14], "little") not in _NO_POSITION
        if sounding:
            yield body, at
