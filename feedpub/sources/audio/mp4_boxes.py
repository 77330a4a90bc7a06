"""MP4 and M4A: whether all of the file is there, and how it is laid out (ISO/IEC 14496-12)."""

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from feedpub.sources.audio.fault import AudioFacts, AudioFault, cut_short, damaged

if TYPE_CHECKING:
    from mutagen.mp4 import Atom

#: printable, and the sign that Apple likes to begin a name with
_NAME = re.compile(rb"[\xa9 -~][ -~]{3}")
#: no sane file has as many
_MOST_BOXES = 100_000
#: pictures that come with chapters and covers; they make no video of a file
_STILLS = (b"jpeg", b"png ", b"mjpa", b"mjpb", b"text", b"tx3g")
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
        fix = "Put it together again: `ffmpeg -i OLD.m4a -c copy -movflags +faststart NEW.m4a`."
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
    return _read_tracks(fd, size, warning)


def _read_tracks(fd: int, size: int, warning: str) -> AudioFacts:
    from mutagen.mp4 import Atoms, MP4Info

    with os.fdopen(os.dup(fd), "rb") as file:
        file.seek(0)
        atoms = Atoms(file)
        info = MP4Info(atoms, file)
        video = any(_is_video(trak, file) for trak in atoms[b"moov"].findall(b"trak"))
    if info.length <= 0:
        raise damaged("the MP4 file says that its sound lasts no time at all")
    brand = os.pread(fd, 4, 8)
    kind = _VIDEO_TYPES.get(brand, "video/mp4") if video else "audio/x-m4a"
    bitrate = info.bitrate or round(size * 8 / info.length)
    return AudioFacts(kind, info.length, bitrate, info.channels, info.sample_rate, warning)


def _is_video(trak: "Atom", file: object) -> bool:
    _, handler = trak[b"mdia", b"hdlr"].read(file)
    if handler[8:12] != b"vide":
        return False
    _, entries = trak[b"mdia", b"minf", b"stbl", b"stsd"].read(file)
    return entries[12:16] not in _STILLS


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
