"""The cover picture that an audio file carries."""

import base64
import binascii
import os
import stat

from feedpub.sources.audio.embedded import Picture, read_embedded
from feedpub.sources.audio.id3_frames import split_text
from feedpub.sources.audio.signatures import sniff_audio
from feedpub.sources.audio.tags import find_sound

#: bytes; no cover is larger
LARGEST_COVER = 32 << 20


def read_cover(path: str) -> bytes | None:
    """The front cover in the file at ``path``, or its first picture; None where it has none.

    What is in it is not looked at. Nothing beyond 32 MiB is read; a damaged tag has no cover. Raises OSError
    when the file cannot be read.
    """
    fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            return None
        start, head = find_sound(fd)
        form = sniff_audio(head) or ("mp3" if start else "")
        picture = read_embedded(fd, form, start, status.st_size).cover
        if picture is None or picture.length > LARGEST_COVER * 4 // 3:
            return None
        octets = _unwrap(picture.kind, _read(fd, picture, start, status.st_size))
        return octets if 0 < len(octets) <= LARGEST_COVER else None
    finally:
        os.close(fd)


def _read(fd: int, picture: Picture, start: int, size: int) -> bytes:
    if picture.kind == "ogg-comment":
        from feedpub.sources.audio.vorbis_chapters import OggPacket

        return OggPacket(fd, start, size).read(picture.start, picture.length)
    return os.pread(fd, picture.length, picture.start)


def _unwrap(kind: str, octets: bytes) -> bytes:
    if kind.endswith("comment"):
        try:
            return _unwrap_flac(base64.b64decode(octets))
        except binascii.Error:
            return b""
    if kind == "flac":
        return _unwrap_flac(octets)
    return _unwrap_id3(kind, octets) if kind.startswith("id3") else octets


def _unwrap_flac(octets: bytes) -> bytes:
    """The picture in a picture block (RFC 9639, section 8.8), behind its type, MIME type and title."""
    at = 4
    for _ in range(2):
        at += 4 + int.from_bytes(octets[at : at + 4])
    at += 16
    return octets[at + 4 : at + 4 + int.from_bytes(octets[at : at + 4])]


def _unwrap_id3(kind: str, octets: bytes) -> bytes:
    """The picture in an APIC frame (ID3v2.4, section 4.14) or in a PIC frame (ID3v2.2, section 4.15)."""
    if kind.endswith("unsynced"):
        octets = octets.replace(b"\xff\0", b"\xff")
    if not octets:
        return b""
    encoding, rest = octets[0], octets[4:] if kind.startswith("id3v2") else octets[1:].partition(b"\0")[2]
    if octets[1:4] == b"-->":
        return b""
    return split_text(encoding, rest[1:])[1]
