"""Stepping over the tags around the sound in MP3 and AAC files, unread.

Their frames are never parsed: a small file can hold a tag that unpacks to gigabytes.
"""

import os

from feedpub.sources.audio.fault import damaged

#: enough to tell a format, and usually the first frame behind a small tag
HEAD = 512
#: enough for an ID3v1 tag with the end of another one ahead of it
_TAIL = 160


def find_sound(fd: int) -> tuple[int, bytes]:
    """Where the sound of an open file begins, and its first bytes, which tell the format."""
    head = os.pread(fd, HEAD, 0)
    start = skip_leading_tags(fd, 0, head)
    return start, os.pread(fd, HEAD, start) if start else head


def skip_leading_tags(fd: int, start: int, head: bytes) -> int:
    """Where the ID3v2 tags that begin at ``start`` end; ``head`` are the bytes there (ID3v2.4, 3.1)."""
    while head[:3] == b"ID3" and len(head) >= 10:
        start += id3_length(head)
        head = os.pread(fd, 10, start)
    return start


def id3_length(head: bytes) -> int:
    """The length of the whole ID3v2 tag, by its first or its last ten bytes."""
    return synchsafe(head[6:10]) + (20 if head[5] & 0x10 else 10)


def synchsafe(octets: bytes) -> int:
    """A number of which each byte holds seven bits (ID3v2.4, section 6.2)."""
    value = 0
    for octet in octets:
        value = value << 7 | octet & 127
    return value


def skip_trailing_tags(fd: int, start: int, end: int) -> int:
    """Where the sound ends: ahead of ID3v1, APEv2, Lyrics3 v2 and an ID3v2 tag with a footer.

    Raises AudioFault when nothing is left between ``start`` and them.
    """
    while start < end:
        length = _trailing_tag(os.pread(fd, min(_TAIL, end - start), max(end - _TAIL, start)))
        if not length:
            return end
        end -= length
    raise damaged("there is no sound in the file, only tags")


def _trailing_tag(tail: bytes) -> int:
    """The length of the tag that ``tail`` ends with; 0 when there is none."""
    if tail[-128:-125] == b"TAG":
        return 128
    if tail[-32:-24] == b"APETAGEX":
        return int.from_bytes(tail[-20:-16], "little") + (32 if tail[-9] & 0x80 else 0)
    if tail[-9:] == b"LYRICS200" and tail[-15:-9].isdigit():
        return int(tail[-15:-9]) + 15
    if tail[-10:-7] == b"3DI":
        return id3_length(tail[-10:])
    return 0
