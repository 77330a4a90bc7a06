"""The headers of MPEG audio: of each frame, and the one that speaks for the whole file.

mutagen reads both but keeps to itself how many bytes and frames the latter announces, which is what can be
proven, and does not look at its checksum.

Frames: ISO/IEC 11172-3 and 13818-3, section 2.4.2.3. The header of Xing with LAME's extension:
http://gabriel.mp3-tech.org/mp3infotag.html.
"""

from functools import cache
from typing import NamedTuple

#: no frame is longer (layer II, 384 kbit/s at 32 kHz, with padding)
LONGEST_FRAME = 2881
#: kbit/s by the four bits of the header: [is MPEG-1, layer]
_RATES = {
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


class FrameKind(NamedTuple):
    """What frames have in common as long as neither format nor sample rate changes."""

    #: the second byte of the header, with the bit set that says that no checksum follows
    second: int
    mpeg1: bool
    layer: int
    #: samples in a frame, for each channel
    samples: int
    sample_rate: int
    #: length of a frame in bytes, by the third byte of its header; 0 for a frame of another kind
    lengths: tuple[int, ...]

    @property
    def seconds(self) -> float:
        """How long one frame sounds."""
        return self.samples / self.sample_rate


class FileHeader(NamedTuple):
    """What the frame says that carries no sound but tells how much is in the file."""

    #: of this frame, in bytes
    length: int
    #: frames that follow; 0 when it does not say
    frames: int
    #: bytes from this frame on; 0 when it does not say
    bytes: int
    #: whether LAME's checksum of the header is right
    proven: bool


def parse_frame(header: bytes, at: int = 0) -> tuple[FrameKind, int] | None:
    """Kind and length of the frame that begins at ``at``; None when none does."""
    if len(header) < at + 4 or header[at] != 255:
        return None
    kind = _kind(header[at + 1] | 1, header[at + 2] >> 2 & 3)
    if kind is None or not (length := kind.lengths[header[at + 2]]):
        return None
    return kind, length


@cache
def _kind(second: int, rate: int) -> FrameKind | None:
    version, layer = second >> 3 & 3, 4 - (second >> 1 & 3)
    if second < 0xE0 or version == 1 or layer == 4 or rate == 3:
        return None
    hertz = _HERTZ[version][rate]
    samples = 384 if layer == 1 else 576 if layer == 3 and version != 3 else 1152
    slot = 4 if layer == 1 else 1
    lengths = [0] * 256
    for index, kilobits in enumerate(_RATES[version == 3, layer]):
        for low in range(4 if index else 0):
            slots = samples // 8 * kilobits * 1000 // hertz // slot + (low >> 1)
            lengths[index << 4 | rate << 2 | low] = slots * slot
    return FrameKind(second, version == 3, layer, samples, hertz, tuple(lengths))


def parse_file_header(frame: bytes, kind: FrameKind) -> FileHeader | None:
    """The header in a file's first frame: Xing, Info or VBRI; None when that is an ordinary frame."""
    length = kind.lengths[frame[2]]
    if frame[36:40] == b"VBRI" and len(frame) >= 54:
        return FileHeader(length, int.from_bytes(frame[50:54]), int.from_bytes(frame[46:50]), False)
    mono = frame[3] >> 6 == 3
    at = (21 if mono else 36) if kind.mpeg1 else (13 if mono else 21)
    if frame[at : at + 4] not in (b"Xing", b"Info") or len(frame) < at + 16:
        return None
    flags, after = frame[at + 7], at + 12 if frame[at + 7] & 1 else at + 8
    frames = int.from_bytes(frame[at + 8 : at + 12]) if flags & 1 else 0
    octets = int.from_bytes(frame[after : after + 4]) if flags & 2 else 0
    return FileHeader(length, frames, octets, flags & 15 == 15 and _is_proven(frame, at + 154, length))


def _is_proven(frame: bytes, at: int, length: int) -> bool:
    """Whether the checksum at ``at`` is right, as LAME makes it or as ffmpeg does."""
    stored = frame[at : at + 2]
    if stored == b"\0\0":  # as good as certainly none
        return False
    if (crc := _crc16(frame[:at])).to_bytes(2) == stored:
        return True
    # ffmpeg always takes 190 bytes, in which the checksum and what is behind the frame are zero.
    rest = b"\0\0" + frame[at + 2 : min(length, 190)]
    return at < 190 and _crc16(rest.ljust(190 - at, b"\0"), crc).to_bytes(2) == stored


def _crc16(octets: bytes, crc: int = 0) -> int:
    table = _crc_table()
    for octet in octets:
        crc = crc >> 8 ^ table[(crc ^ octet) & 255]
    return crc


@cache
def _crc_table() -> tuple[int, ...]:
    """CRC-16/ARC, the checksum that LAME puts behind its header."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
        table.append(value)
    return tuple(table)
