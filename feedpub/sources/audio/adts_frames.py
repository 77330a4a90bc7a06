"""AAC as a bare stream (ADTS): how long it is, by its frames. ISO/IEC 13818-7, section 6.2."""

import os

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged
from feedpub.sources.audio.tags import skip_trailing_tags

_BLOCK = 1 << 20
_HERTZ = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_SAMPLES = 1024
_LONGEST = 8191


def read_adts(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of the AAC stream from byte ``start``. Raises AudioFault when it is cut short or damaged."""
    end = skip_trailing_tags(fd, start, size)
    header = os.pread(fd, 7, start)
    rate = header[2] >> 2 & 15
    if rate >= len(_HERTZ):
        raise damaged("the file begins like AAC, but with a sample rate that does not exist")
    blocks, frames, at = _count_frames(fd, start, end)
    if at > end:
        raise cut_short(f"frame {frames:,} at byte {end:,}")
    if not frames or end - at > at - start:
        raise damaged(f"the file begins like AAC, but byte {at:,} begins no frame")
    seconds = blocks * _SAMPLES / _HERTZ[rate]
    channels = (header[2] & 1) << 2 | header[3] >> 6
    warning = f"{end - at:,} bytes at its end are no sound" if at < end else ""
    # Channel configuration 7 is 7.1; 0 says that the stream itself tells, which is nearly always stereo.
    speakers = {0: 2, 7: 8}.get(channels, channels)
    return AudioFacts(
        "audio/aac", seconds, round((at - start) * 8 / seconds), speakers, _HERTZ[rate], warning
    )


def _count_frames(fd: int, at: int, end: int) -> tuple[int, int, int]:
    """Blocks of samples, frames, and where the last frame ends (behind ``end`` when it is not all there)."""
    blocks, frames, base, block = 0, 0, at, b""
    while at < end:
        if at + _LONGEST > base + len(block) and base + len(block) < end:
            block, base = os.pread(fd, min(_BLOCK, end - at), at), at
        head = block[at - base : at - base + 7]
        if len(head) < 7 or head[0] != 255 or head[1] & 0xF6 != 0xF0:
            break
        length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
        if length < 7:
            break
        at += length
        frames += 1
        blocks += (head[6] & 3) + 1
    return blocks, frames, at
