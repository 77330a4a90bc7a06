"""FLAC: what mutagen says, proven by the last frame. RFC 9639, sections 8 and 9.

mutagen believes the number of samples in the header, which a file that was cut short still announces and a
file that was written to a pipe does not have. The proof is the number that the last frame carries.
"""

import os
import re

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged

#: a frame is hardly longer: 65,535 samples of 8 channels are rare in podcasts
_TAIL = 1 << 18
_SYNC = re.compile(rb"\xff[\xf8\xf9][^\x00-\x0f][\x00-\xaf]")
_SIZES = {1: 192, **{n: 576 << n - 2 for n in range(2, 6)}, **{n: 256 << n - 8 for n in range(8, 16)}}


def read_flac(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of a FLAC file; the number of samples is that of its last frame.

    Raises AudioFault when it is cut short or has no frame, mutagen's errors when its header is damaged.
    """
    from mutagen.flac import StreamInfo

    head = os.pread(fd, 42, start)
    if int.from_bytes(head[4:8]) & 0x7FFFFFFF != 34:
        raise damaged("the FLAC file does not begin with the block that says how its sound is stored")
    block = head[8:]
    info = StreamInfo(block)
    # The header's smallest and largest block are equal when frames, not samples, are numbered.
    fixed = int.from_bytes(block[:2])
    samples = _last_sample(fd, start + 42, size, fixed)
    if samples is None:
        raise damaged("the file has a FLAC header but no sound")
    announced = info.total_samples
    if announced and samples < announced:
        raise cut_short(f"second {samples / info.sample_rate:,.0f} at byte {size:,}")
    seconds = (announced or samples) / info.sample_rate
    warning = "" if announced else "its header does not say how long it is: `flac --best` writes it anew"
    return AudioFacts(
        "audio/flac", seconds, round(size * 8 / seconds), info.channels, info.sample_rate, warning
    )


def _last_sample(fd: int, start: int, end: int, fixed: int) -> int | None:
    """The number of samples up to the end of the last frame; None when no frame is found."""
    begin = max(start, end - _TAIL)
    tail = os.pread(fd, end - begin, begin)
    for match in reversed(list(_SYNC.finditer(tail))):
        if (last := _parse_frame(tail[match.start() : match.start() + 16], fixed)) is not None:
            return last
    return None


def _parse_frame(head: bytes, fixed: int) -> int | None:
    """The number of samples up to the end of the frame; None when its checksum says that it is none."""
    number, at = _parse_number(head)
    code = head[2] >> 4
    length = _SIZES.get(code, 0)
    if code in (6, 7):
        length = int.from_bytes(head[at : at + code - 5]) + 1
        at += code - 5
    at += {12: 1, 13: 2, 14: 2}.get(head[2] & 15, 0)
    if at >= len(head) or not length or _crc8(head[:at]) != head[at]:
        return None
    return (number if head[1] & 1 else number * fixed) + length


def _parse_number(head: bytes) -> tuple[int, int]:
    """The frame's or first sample's number, coded like a long UTF-8 character, and where it ends."""
    if len(head) < 5 or head[4] < 0x80:
        return (head[4] if len(head) > 4 else 0), 5
    extra = max(7 - (head[4] ^ 0xFF).bit_length(), 1)
    number = head[4] & (0x3F >> extra)
    for octet in head[5 : 5 + extra]:
        number = number << 6 | octet & 0x3F
    return number, 5 + extra


def _crc8(octets: bytes) -> int:
    crc = 0
    for octet in octets:
        crc ^= octet
        for _ in range(8):
            crc = (crc << 1 ^ 0x07 if crc & 0x80 else crc << 1) & 0xFF
    return crc
