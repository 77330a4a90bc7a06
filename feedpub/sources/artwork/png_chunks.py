"""The chunks of a PNG file (RFC 2083, section 3)."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.sources.artwork.fault import cut_short, damaged

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Chunk(NamedTuple):
    """A part of the file; ``content[start:end]`` is all of it, its length and checksum among it."""

    kind: bytes
    start: int
    end: int


class Header(NamedTuple):
    """What the file says of its picture."""

    width: int
    height: int
    #: bits a channel: 1, 2, 4, 8, 16
    depth: int
    #: 0: grey, 2: colour, 3: palette; 4 and 6: grey and colour with an alpha channel
    colour: int
    interlaced: bool
    has_alpha: bool


def walk_chunks(content: bytes) -> Iterator[Chunk]:
    """The chunks up to IEND, each with a checksum that is right.

    Raises PictureFault where that is not so. Pillow does not look at the checksums of the picture
    itself nor for the end of the file; browsers do.
    """
    position = len(SIGNATURE)
    while True:
        kind = content[position + 4 : position + 8]
        end = position + 12 + int.from_bytes(content[position : position + 4], "big")
        if len(kind) < 4 or end > len(content):
            raise cut_short(f"at byte {len(content):,}")
        if zlib.crc32(memoryview(content)[position + 4 : end - 4]) != int.from_bytes(
            content[end - 4 : end], "big"
        ):
            raise damaged(f"the picture is damaged between bytes {position:,} and {end:,}")
        yield Chunk(kind, position, end)
        if kind == b"IEND":
            return
        position = end


def read_header(content: bytes) -> Header:
    """The header of a whole PNG file. Raises PictureFault where it is cut short or damaged."""
    first = content[12:16]
    seen = {chunk.kind for chunk in walk_chunks(content) if chunk.kind in (b"IDAT", b"tRNS")}
    if first != b"IHDR" or b"IDAT" not in seen:
        raise damaged("the PNG file holds no picture")
    body = content[16:29]
    width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
    if not width or not height:
        raise damaged("the PNG file does not say how large its picture is")
    return Header(width, height, body[8], body[9], body[12] == 1, body[9] in (4, 6) or b"tRNS" in seen)
