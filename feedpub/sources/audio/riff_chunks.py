"""WAV and AIFF: what mutagen says, proven by the chunks.

mutagen believes sizes that a writer into a pipe could not fill in, or that are more than there is, takes
blocks of compressed sound for samples, and refuses a WAV without a size, which players play. The proof is
that all of the sound is in the file, and as many samples as it has room for.

RIFF: Microsoft, Multimedia Programming Interface 1.0, chapter 3. RF64: EBU Tech 3306. AIFF: Apple, 1989.
"""

import os
from collections.abc import Iterator
from typing import Literal, NamedTuple

from feedpub.sources.audio.fault import AudioFacts, cut_short, damaged
from feedpub.sources.audio.stretch import open_stretch

#: sizes that writers leave behind who could not go back: nothing, all ones, or as much as a long fits
_UNKNOWN = (0, 0xFFFFFFFF, 0x7FFFFFFF)
#: samples as they are: integers, floats, and either with more to say about the channels
_PLAIN = (1, 3, 0xFFFE)
#: where in `fmt ` kind, channels, hertz and bytes for one sample of all channels stand
_LAYOUT = ((0, 2), (2, 4), (4, 8), (12, 14))
#: no sane file has as many chunks
_MOST_CHUNKS = 10_000


class _Chunk(NamedTuple):
    name: bytes
    #: of the content
    start: int
    size: int


def read_wav(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of a WAV file. A size that was never filled in means: to the end of the file.

    Raises AudioFault when it is cut short, has no sound, or does not say how long it is.
    """
    layout, sound, samples = b"", None, 0
    for chunk in _chunks(fd, start + 12, size, "little"):
        if chunk.name == b"fmt ":
            layout = os.pread(fd, 16, chunk.start)
        elif chunk.name == b"fact":
            samples = int.from_bytes(os.pread(fd, 4, chunk.start), "little")
        elif chunk.name == b"data":
            sound = chunk
            break
    if len(layout) < 16 or sound is None:
        raise damaged("the file is a WAV without sound")
    length = _sound_length(sound, size)
    said = _ask_mutagen(fd, start, sound.start + length)
    form, channels, rate, block = (int.from_bytes(layout[n:m], "little") for n, m in _LAYOUT)
    if form in _PLAIN and channels and block:
        samples = length // block
    if not (channels and rate and samples):
        raise damaged(f"the file is a WAV of kind {form:#x} that does not say how long it is")
    seconds = samples / rate
    if said and abs(said.seconds - seconds) < 1 / rate:
        return said
    return AudioFacts("audio/wav", seconds, round(length * 8 / seconds), channels, rate)


def _ask_mutagen(fd: int, start: int, end: int) -> AudioFacts | None:
    """What mutagen says of a WAV up to the end of its sound; None where it refuses."""
    from mutagen import MutagenError
    from mutagen.wave import WaveStreamInfo

    with open_stretch(fd, start, end) as file:
        try:
            info = WaveStreamInfo(file)
        except MutagenError:
            return None
    return AudioFacts("audio/wav", info.length, info.bitrate, info.channels, info.sample_rate)


def read_aiff(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of an AIFF file.

    Raises AudioFault when it is cut short or has no sound, mutagen's errors when it is damaged.
    """
    from mutagen.aiff import AIFFInfo

    sound = next((chunk for chunk in _chunks(fd, start + 12, size, "big") if chunk.name == b"SSND"), None)
    if sound is None:
        raise damaged("the file is an AIFF without sound")
    if sound.start + sound.size > size:
        raise cut_short(f"its sound at byte {size:,}")
    with open_stretch(fd, start, size) as file:
        info = AIFFInfo(file)
    seconds, block = info.length, info.channels * -(-info.bits_per_sample // 8)
    # AIFC may be compressed. Ahead of the samples stand 8 bytes about where they begin.
    if os.pread(fd, 4, start + 8) == b"AIFF" and block > 0:
        seconds = min(seconds, (sound.size - 8) // block / info.sample_rate)
    return AudioFacts("audio/aiff", seconds, round(info.bitrate), info.channels, info.sample_rate)


def _sound_length(sound: _Chunk, size: int) -> int:
    if sound.size in _UNKNOWN:
        return size - sound.start
    if sound.start + sound.size > size:
        raise cut_short(f"its sound at byte {size:,} of {sound.start + sound.size:,}")
    return sound.size


def _chunks(fd: int, at: int, end: int, order: Literal["little", "big"]) -> Iterator[_Chunk]:
    long_sound = 0
    for _ in range(_MOST_CHUNKS):
        head = os.pread(fd, 8, at)
        if len(head) < 8 or at >= end:
            return
        size = int.from_bytes(head[4:], order)
        if head[:4] == b"ds64":
            long_sound = int.from_bytes(os.pread(fd, 8, at + 16), order)
        if head[:4] == b"data" and long_sound:
            size = long_sound
        yield _Chunk(head[:4], at + 8, size)
        at += 8 + size + (size & 1)
