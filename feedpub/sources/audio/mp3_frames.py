"""MPEG audio (MP3): what mutagen says, proven by the frames.

mutagen believes a file's own header (Xing, Info, VBRI) when the file was cut short or joined from parts, and
takes the first frame's bit rate for all where there is none. The proof is the header's byte count, with its
checksum or frames here and there: a few small reads. Where that does not hold, all frames are counted.
"""

import os
import re
from io import BytesIO
from typing import IO, Any

from feedpub.sources.audio.fault import CONVERT, COPY_AGAIN, AudioFacts, AudioFault, cut_short, damaged
from feedpub.sources.audio.mp3_header import (
    LONGEST_FRAME,
    FileHeader,
    FrameKind,
    parse_file_header,
    parse_frame,
)
from feedpub.sources.audio.stretch import open_stretch
from feedpub.sources.audio.tags import id3_length, skip_trailing_tags

_BLOCK = 1 << 20
#: whatever may begin a frame: a layer, a bit rate and a sample rate that exist
_SYNC = re.compile(
    rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]["
    + b"".join(b"\\x%x0-\\x%xb" % (rate, rate) for rate in range(1, 15))
    + rb"]"
)
_ZEROS = re.compile(rb"\0+")
#: how many false beginnings are looked at before a file is given up
_PATIENCE = 50_000
#: how much is read at each place when a header is checked by samples
_SAMPLE = 4096
#: a last frame that lacks no more bytes than this is nothing to worry about
_TRIFLE = 8
#: samples of padding that LAME's header can tell of, at both ends together; mutagen leaves them out
_MOST_PADDING = 2 * 4095
#: a bit rate that differs from that of the first frame by less (of 1) is padding, not variation
_STEADY = 0.02


def read_mp3(fd: int, start: int, size: int) -> AudioFacts:
    """The facts of the MPEG audio from byte ``start`` (behind any ID3v2 tag) to the end of the file.

    Raises AudioFault when it is cut short or hardly MPEG audio at all.
    """
    end = skip_trailing_tags(fd, start, size)
    first = os.pread(fd, min(LONGEST_FRAME, end - start), start)
    if (frame := parse_frame(first)) is not None:
        kind, length = frame
        header = parse_file_header(first, kind)
        if header and header.bytes == end - start and _is_plausible(fd, start, end, kind, header):
            said, seconds = _ask_mutagen(BytesIO(first)), header.frames * kind.seconds
            return _judge(said, header, seconds, end - start - length)
    return _read_all(_Walk(fd, start, end))


def _ask_mutagen(file: IO[bytes]) -> AudioFacts:
    """What mutagen says of the frames that begin with the file; ID3 tags are never parsed."""
    from mutagen.mp3 import MPEGInfo

    info: Any = MPEGInfo(file, 0)
    return AudioFacts("audio/mpeg", info.length, info.bitrate, info.channels, info.sample_rate)


def _judge(said: AudioFacts, header: FileHeader | None, seconds: float, length: int) -> AudioFacts:
    """What mutagen ``said``; but time and bit rate as they were counted where its time is another.

    Without a header its time is a guess.
    """
    padding = seconds - said.seconds
    if header and -0.001 < padding <= _MOST_PADDING / said.sample_rate and said.seconds > 0:
        return said
    return said._replace(seconds=seconds, bitrate=round(length * 8 / seconds))


def _is_plausible(fd: int, start: int, end: int, kind: FrameKind, header: FileHeader) -> bool:
    """Whether the last frame is whole, and frames here and there are as long as the header implies.

    A header with a right checksum needs no more than the former: a broken download may have its full
    length, with zeros at the end.
    """
    start += header.length
    places = (max(end - _SAMPLE, start), start, (start + end) // 2)
    walks = [_Walk(fd, at, min(at + _SAMPLE, end)) for at in places[: 1 if header.proven else 3]]
    if walks[0].at != end or not header.frames or any(walk.kinds != [kind] for walk in walks):
        return False
    implied = (end - start) / header.frames
    sampled = sum(walk.length for walk in walks) / sum(walk.frames for walk in walks)
    return header.proven or 0.75 < sampled / implied < 1.33


class _Walk:
    """All frames between two bytes, found block by block, across tags and what is no frame."""

    def __init__(self, fd: int, start: int, end: int) -> None:
        self.fd, self.at, self.end = fd, start, end
        self.frames = self.length = self.junk = self.zeros = 0
        self.seconds = 0.0
        self.kinds: list[FrameKind] = []
        #: where the first frame begins, and its bytes
        self.begin, self.first = start, b""
        self._block, self._base, self._tries = b"", start, 0
        while self.at < end - 3 and self._load():
            at = self.at - self._base
            frame = parse_frame(self._block, at)
            if frame and (self.frames or self._is_chain(at)):
                self._count(at, frame[0])
            else:
                self._skip(at)

    @property
    def missing(self) -> int:
        """How many bytes of the last frame are not there."""
        return max(self.at - self.end, 0)

    def _load(self) -> bool:
        """Have three frames in memory, or as many as there are; False at an end that comes too early."""
        held = self._base + len(self._block)
        if self.at + 3 * LONGEST_FRAME > held and held < self.end:
            self._block, self._base = os.pread(self.fd, min(_BLOCK, self.end - self.at), self.at), self.at
        return self.at - self._base < len(self._block)

    def _count(self, at: int, kind: FrameKind) -> None:
        """Step over the frames of one kind that follow one another from ``at`` in the block."""
        start, count, block, lengths, second = at, 0, self._block, kind.lengths, kind.second
        end = len(block) - 2
        while at < end and block[at] == 255 and block[at + 1] | 1 == second:
            step = lengths[block[at + 2]]
            if not step:
                break
            at += step
            count += 1
        if not self.frames:
            self.begin, self.first = self.at, block[start : start + LONGEST_FRAME]
        if kind not in self.kinds:
            self.kinds.append(kind)
        self.frames, self.length, self.at = self.frames + count, self.length + at - start, self._base + at
        self.seconds += count * kind.seconds

    def _skip(self, at: int) -> None:
        """Step over one tag, a stretch of zeros, or whatever stands ahead of the next frames."""
        mark = self._block[at : at + 10]
        if mark[:3] == b"ID3" and len(mark) == 10:
            self.at += id3_length(mark)
        elif mark[:3] == b"TAG":
            self.at += 128
        elif zeros := _ZEROS.match(self._block, at):
            self.zeros += zeros.end() - at
            self.at = self._base + zeros.end()
        else:
            found = self._base + self._find(at + 1)
            self.junk += found - self.at
            self.at = found

    def _find(self, at: int) -> int:
        """Where in the block the next frames begin, or how far there are none."""
        block = self._block
        # What has too little behind it to be judged is looked at again with the next block.
        room = 0 if self._base + len(block) >= self.end else 3 * LONGEST_FRAME
        end = max(len(block) - room, at)
        for match in _SYNC.finditer(block, at, end):
            if self._is_chain(match.start()):
                return match.start()
            self._tries += 1
            if self._tries > _PATIENCE:
                raise damaged("the file looks like MP3 here and there, but holds no run of MP3 frames")
        return end

    def _is_chain(self, at: int) -> bool:
        """Whether three frames of one kind follow one another, or as many as there is room for."""
        frame = first = parse_frame(self._block, at)
        for followers in range(3):
            if frame is None or first is None or frame[0] is not first[0]:
                return False
            at += frame[1]
            if at > len(self._block) - 4:
                return followers > 0 or at == len(self._block) or not self.frames
            frame = parse_frame(self._block, at)
        return True


def _read_all(walk: _Walk) -> AudioFacts:
    if not walk.frames or walk.junk > walk.length:
        raise AudioFault("audio-not-audio", "hardly anything in the file is MP3 sound", CONVERT)
    kind = walk.kinds[0]
    header = parse_file_header(walk.first, kind)
    frames, seconds, length = walk.frames, walk.seconds, walk.length - walk.missing
    if header is not None:
        frames, length = frames - 1, length - header.length
        seconds -= kind.seconds
    _check_whole(header, frames, walk)
    if not frames:
        raise damaged("there is a header in the file but no sound")
    with open_stretch(walk.fd, walk.begin, walk.end) as file:
        said = _ask_mutagen(file)
    steady = abs(length * 8 / seconds - said.bitrate) < said.bitrate * _STEADY
    warning = _warn(walk, header, frames, length, steady)
    seekable = header is not None or steady
    return _judge(said, header, seconds, length)._replace(warning=warning, seekable=seekable)


def _check_whole(header: FileHeader | None, frames: int, walk: _Walk) -> None:
    """Raises AudioFault when sound is missing: by the last frame, or by what the header announces."""
    lacking = header is not None and frames < header.frames - max(1, header.frames // 100)
    held = walk.length + walk.junk + walk.zeros + LONGEST_FRAME
    if walk.missing > _TRIFLE or (header and lacking and (not header.bytes or header.bytes > held)):
        raise cut_short(f"frame {max(frames, 1):,} at byte {walk.end:,}")
    if lacking and walk.zeros > walk.length // 100:
        message = f"{walk.zeros:,} bytes in the file are zeros where its header announces sound"
        raise AudioFault("audio-cut-short", message, COPY_AGAIN)


def _warn(walk: _Walk, header: FileHeader | None, frames: int, length: int, steady: bool) -> str:
    """What players will stumble over, the worst first."""
    kind = walk.kinds[0]
    if len(walk.kinds) > 1:
        return (
            "the sample rate changes within the file, which many players cannot follow: encode it in one go"
        )
    if header and abs(header.frames - frames) > max(2, frames // 100):
        said, real = (_clock(count * kind.seconds) for count in (header.frames, frames))
        return (
            f"its header says {said} but it lasts {real}, so players show a wrong length: encode it in one go"
        )
    if header is None and not steady:
        return (
            "its bit rate varies and there is no seek table (Xing header), so players jump to the wrong "
            "place: `ffmpeg -i OLD.mp3 -c copy NEW.mp3` adds one"
        )
    if walk.junk > length // 100:
        return f"{walk.junk:,} bytes in it are neither sound nor a known tag"
    if kind.layer != 3:
        return f"it is MPEG audio of layer {'I' * kind.layer}, which few podcast apps play: encode it as MP3"
    return ""


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
