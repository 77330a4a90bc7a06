"""AAC as a bare stream (ADTS): what mutagen says, timed by the frames. ISO/IEC 13818-7, section 6.2.

mutagen guesses the length from the first hundred frames, hours of it after a quiet beginning, and does not
see an end that is missing. The proof is the count of all frames.
"""

import os

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged
from feedpub.sources.audio.stretch import open_stretch
from feedpub.sources.audio.tags import skip_trailing_tags

_BLOCK = 1 << 20
_SAMPLES = 1024
_LONGEST = 8191


def read_adts(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of the AAC stream from byte ``start``.

    Raises AudioFault when it is cut short or damaged, mutagen's errors when it hardly begins.
    """
    from mutagen.aac import AACInfo

    end = skip_trailing_tags(fd, start, size)
    blocks, frames, at = _count_frames(fd, start, end)
    if at > end:
        raise cut_short(f"frame {frames:,} at byte {end:,}")
    if not frames or end - at > at - start:
        raise damaged(f"the file begins like AAC, but byte {at:,} begins no frame")
    with open_stretch(fd, start, at) as file:
        info = AACInfo(file)
    if not info.sample_rate:
        raise damaged("the file begins like AAC, but with a sample rate that does not exist")
    seconds = blocks * _SAMPLES / info.sample_rate
    warning = f"{end - at:,} bytes at its end are no sound" if at < end else ""
    # 0 channels: the stream itself tells, which is nearly always stereo.
    bitrate, channels = round((at - start) * 8 / seconds), info.channels or 2
    return AudioFacts("audio/aac", seconds, bitrate, channels, info.sample_rate, warning)


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
