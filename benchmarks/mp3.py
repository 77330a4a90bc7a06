"""Real MP3 files of silence, made without an encoder.

MPEG-1 Layer III at 44,100 Hz, mono, of varying bit rate: an ID3v2.3 tag, a Xing header (which tells
the number of frames, so that readers need not walk them), then frames whose side information is zero.
"""

import struct

SAMPLE_RATE = 44_100
SAMPLES_PER_FRAME = 1_152

#: index in the header -> kbit/s (ISO/IEC 11172-3, table of bit rates, Layer III)
_BITRATES = {1: 32, 2: 40, 3: 48, 4: 56}
_CYCLE = (1, 2, 1, 3, 1, 2, 4, 1)


def seconds_of(frames: int) -> float:
    """How long ``frames`` last."""
    return frames * SAMPLES_PER_FRAME / SAMPLE_RATE


def frames_of(seconds: float) -> int:
    """How many frames last ``seconds``."""
    return round(seconds * SAMPLE_RATE / SAMPLES_PER_FRAME)


def silent_mp3(frames: int, title: str, artist: str, number: int) -> bytes:
    """A whole file of ``frames`` frames."""
    cycle = [_frame(index) for index in _CYCLE]
    audio = b"".join(cycle) * (frames // len(cycle)) + b"".join(cycle[: frames % len(cycle)])
    return _id3({"TIT2": title, "TPE1": artist, "TRCK": str(number)}) + _xing(frames, len(audio)) + audio


def _frame(index: int) -> bytes:
    header = bytes((0xFF, 0xFB, index << 4, 0xC0))
    length = 144 * _BITRATES[index] * 1_000 // SAMPLE_RATE
    return header.ljust(length, b"\0")


def _xing(frames: int, audio_bytes: int) -> bytes:
    """A frame that carries the totals behind the 17 bytes of side information of a mono frame."""
    frame = bytearray(_frame(4))
    contents = bytes(position * 256 // 100 for position in range(100))
    totals = (
        struct.pack(">4sIII", b"Xing", 15, frames, len(frame) + audio_bytes)
        + contents
        + struct.pack(">I", 50)
    )
    frame[21 : 21 + len(totals)] = totals
    return bytes(frame)


def _id3(texts: dict[str, str]) -> bytes:
    frames = b"".join(
        struct.pack(">4sIH", name.encode(), len(value), 0) + value
        for name, value in ((name, b"\x01" + text.encode("utf-16")) for name, text in texts.items())
    )
    size = len(frames)
    synchsafe = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + synchsafe + frames
