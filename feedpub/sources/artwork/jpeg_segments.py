"""What stands ahead of the picture in a JPEG file (ITU T.81, annex B)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.sources.artwork.fault import EXPORT, PictureFault, cut_short, damaged

START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
#: markers without a segment: TEM, RST0 to RST7, SOI
_BARE = {0x01, *range(0xD0, 0xD9)}
#: the ways of coding that browsers and apps know: baseline, extended, progressive
_USUAL = {0xC0, 0xC1, 0xC2}
#: SOF3 to SOF15, of which DHT, JPG and DAC are no frames
_UNUSUAL = set(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
#: what ends a scan: a marker that is neither a stuffed zero nor a restart
_MARKER = re.compile(rb"\xff[^\0\xd0-\xd7\xff]")


class Segment(NamedTuple):
    """A part of the file; ``content[start:end]`` is all of it, its marker among it."""

    marker: int
    start: int
    end: int


class Frame(NamedTuple):
    """What the file says of its picture."""

    width: int
    height: int
    #: 1: grey, 3: colour, 4: CMYK
    components: int
    #: comes in several scans, all of which a decoder keeps in memory
    progressive: bool


def walk_segments(content: bytes) -> Iterator[Segment]:
    """The segments up to the first scan, which is the last one. Raises PictureFault where there is none."""
    position = 2
    while True:
        # What stands between segments is passed over, as all readers do.
        start = content.find(b"\xff", position)
        position = start + 1
        while content[position : position + 1] == b"\xff":
            position += 1
        if start < 0 or position + 3 > len(content):
            raise cut_short(f"in its header, at byte {len(content):,}")
        marker = content[position]
        if marker == END_OF_IMAGE:
            raise damaged("the JPEG file holds no picture")
        if marker == 0 or marker in _BARE:
            position += 1
            continue
        end = position + 1 + max(2, int.from_bytes(content[position + 1 : position + 3], "big"))
        if end > len(content):
            raise cut_short(f"in its header, at byte {len(content):,}")
        yield Segment(marker, start, end)
        if marker == START_OF_SCAN:
            return
        position = end


def find_end(content: bytes, scan_end: int) -> int:
    """Where the picture ends, if the header of its first scan ends at ``scan_end``.

    Behind it there may be more: telephones append a second picture, or a film. It is the file's end
    where it is not marked.
    """
    position = scan_end
    while match := _MARKER.search(content, position):
        if match[0][1] == END_OF_IMAGE:
            return match.end()
        position = match.end() + max(2, int.from_bytes(content[match.end() : match.end() + 2], "big"))
    return len(content)


def read_frame(content: bytes) -> Frame:
    """The frame of the picture. Raises PictureFault where it is cut short, damaged or of an odd kind.

    Proves that the picture's end is marked. Decoders are content without the mark, and so take a
    file that lacks its last bytes.
    """
    frame = None
    scan = Segment(0, 0, 0)
    for scan in walk_segments(content):
        if scan.marker in _UNUSUAL:
            message = "the file is a JPEG of a kind that hardly any app can show"
            raise PictureFault("artwork-wrong-format", message, EXPORT)
        if scan.marker in _USUAL:
            frame = _read_frame(content[scan.start : scan.end].lstrip(b"\xff"), scan.marker)
        elif scan.marker == START_OF_SCAN and frame and _count_channels(content, scan) < frame.components:
            frame = frame._replace(progressive=True)
    if frame is None or not frame.width or not frame.height:
        raise damaged("the JPEG file does not say how large its picture is")
    if frame.components not in (1, 3, 4):
        raise damaged(f"the JPEG file has {frame.components} colour channels")
    if content.rfind(b"\xff\xd9", scan.end) < 0:
        raise cut_short(f"at byte {len(content):,}, without the mark of its end")
    return frame


def _read_frame(body: bytes, marker: int) -> Frame | None:
    """``body`` begins with the marker: 1 byte, length 2, bits 1, height 2, width 2, channels 1."""
    if len(body) < 9:
        return None
    if body[3] != 8:
        message = f"the file is a JPEG with {body[3]} bits a channel, which hardly any app can show"
        raise PictureFault("artwork-wrong-format", message, EXPORT)
    height, width = int.from_bytes(body[4:6], "big"), int.from_bytes(body[6:8], "big")
    return Frame(width, height, body[8], marker == 0xC2)


def _count_channels(content: bytes, scan: Segment) -> int:
    body = content[scan.start : scan.end].lstrip(b"\xff")
    return body[3] if len(body) > 3 else 0
