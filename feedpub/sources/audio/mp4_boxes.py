"""MP4 and M4A: what mutagen says, proven by the boxes (ISO/IEC 14496-12).

mutagen reads the index alone: it misses that the sound is cut short, finds no time in fragments, and takes
mono AAC for stereo. The proof is that the boxes at the top add up to the file, and what AAC says of itself.
"""

import os
import re
from typing import IO, TYPE_CHECKING, NamedTuple

from feedpub.sources.audio.fault import AudioFacts, AudioFault, cut_short, damaged
from feedpub.sources.audio.stretch import open_stretch

if TYPE_CHECKING:
    from mutagen.mp4 import Atom

#: printable, and the sign that Apple likes to begin a name with
_NAME = re.compile(rb"[\xa9 -~][ -~]{3}")
#: no sane file has as many
_MOST_BOXES = 100_000
#: pictures that come with chapters and covers; they make no video of a file
_STILLS = (b"jpeg", b"png ", b"mjpa", b"mjpb", b"text", b"tx3g")
#: MPEG-4 audio in a track's description, up to what the codec says of itself (ISO/IEC 14496-1, 7.2.6)
_AAC_SETUP = re.compile(rb"esds.*?\x40.{12}\x05\x80*[\x02-\x7f](.{2,5})", re.DOTALL)
_LOW_COMPLEXITY = 2
#: index of 24 kHz: above it nothing makes two channels out of one
_HALF_RATE = 6
#: what follows where it is said that nothing does (ISO/IEC 14496-3, 1.6.6.1)
_NO_EXTENSION = re.compile(rb"\x56\xe5[\x00-\x7f]")
_VIDEO_TYPES = {b"qt  ": "video/quicktime", b"M4V ": "video/x-m4v", b"M4VH": "video/x-m4v"}


class _Box(NamedTuple):
    name: bytes
    start: int
    end: int


def read_mp4(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of an MP4 file.

    Raises AudioFault when it is cut short, has no sound, or is cut into fragments for streaming, which
    podcast apps play without a duration; mutagen's errors when it is damaged.
    """
    boxes = _read_boxes(fd, start, size)
    names = [box.name for box in boxes]
    if b"moof" in names:
        fix = "put it together again: `ffmpeg -i OLD.m4a -c copy -movflags +faststart NEW.m4a`"
        raise AudioFault("audio-fragmented", "the MP4 file is cut into fragments for streaming", fix)
    if b"moov" not in names or b"mdat" not in names:
        missing = "index (moov)" if b"moov" not in names else "sound (mdat)"
        raise damaged(f"the MP4 file has no {missing}")
    warning = ""
    if names.index(b"moov") > names.index(b"mdat"):
        warning = (
            "its index (moov) is at the end, so apps fetch all of it before they play: "
            "`ffmpeg -i OLD.m4a -c copy -movflags +faststart NEW.m4a` moves it"
        )
    return _read_tracks(fd, start, size, warning)._replace(fast_start=not warning)


def _read_tracks(fd: int, start: int, size: int, warning: str) -> AudioFacts:
    from mutagen.mp4 import Atoms, MP4Info

    with open_stretch(fd, start, size) as file:
        atoms = Atoms(file)
        info = MP4Info(atoms, file)
        tracks = [_read_track(trak, file) for trak in atoms[b"moov"].findall(b"trak")]
    if info.length <= 0:
        raise damaged("the MP4 file says that its sound lasts no time at all")
    video = any(kind == b"vide" and setup[12:16] not in _STILLS for kind, setup in tracks)
    sounds = [setup for kind, setup in tracks if kind == b"soun"]
    channels = 1 if sounds and _is_mono(sounds[0]) else info.channels
    kind = _VIDEO_TYPES.get(os.pread(fd, 4, start + 8), "video/mp4") if video else "audio/x-m4a"
    bitrate = info.bitrate or round(size * 8 / info.length)
    return AudioFacts(kind, info.length, bitrate, channels, info.sample_rate, warning)


def _read_track(trak: "Atom", file: IO[bytes]) -> tuple[bytes, bytes]:
    """What a track holds (``soun``, ``vide``), and the description of how (``stsd``)."""
    _, handler = trak[b"mdia", b"hdlr"].read(file)
    kind = handler[8:12]
    if kind not in (b"soun", b"vide"):
        return kind, b""
    return kind, trak[b"mdia", b"minf", b"stbl", b"stsd"].read(file)[1]


def _is_mono(setup: bytes) -> bool:
    """Whether AAC says that it has one channel; the field for it in MP4 says two in any case."""
    if (found := _AAC_SETUP.search(setup)) is None:
        return False
    layout = int.from_bytes(found[1][:2])
    codec, rate, channels = layout >> 11, layout >> 7 & 15, layout >> 3 & 15
    plain = rate < _HALF_RATE or _NO_EXTENSION.match(found[1], 2) is not None
    return codec == _LOW_COMPLEXITY and channels == 1 and plain


def _read_boxes(fd: int, at: int, end: int) -> list[_Box]:
    """The boxes at the top. Raises AudioFault where one reaches beyond the end of the file."""
    boxes: list[_Box] = []
    while at < end and len(boxes) < _MOST_BOXES:
        head = os.pread(fd, 16, at)
        size, name = int.from_bytes(head[:4]), head[4:8]
        if size == 1:
            size = int.from_bytes(head[8:16])
        elif size == 0:
            size = end - at
        if len(head) < 8 or size < 8 or not _NAME.fullmatch(name):
            if {b"moov", b"mdat"} <= {box.name for box in boxes}:
                break  # something was appended, which players pass over
            raise damaged(f"the MP4 file is damaged at byte {at:,}")
        if at + size > end:
            raise cut_short(f"its box '{name.decode()}' at byte {end:,} of {at + size:,}")
        boxes.append(_Box(name, at, at + size))
        at += size
    return boxes
