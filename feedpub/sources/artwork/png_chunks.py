"""The chunks of a PNG file (RFC 2083, section 3)."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from feedpub.sources.artwork.fault import cut_short, damaged

SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: channels by the kind of colours
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: first column and row of each pass of an interlaced picture, and how far the next ones are (section 2.6)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PLAIN = ((0, 0, 1, 1),)
#: bytes that are taken in, and unpacked, at a time
_BLOCK, _UNPACKED = 1 << 16, 1 << 20


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


def check_rows(content: bytes, header: Header) -> None:
    """Raises PictureFault when the picture has fewer rows than its header says.

    Pillow would fill them with black. Memory stays small whatever is unpacked.
    """
    missing = _count_octets(header)
    unpacker = zlib.decompressobj()
    for chunk in walk_chunks(content):
        if chunk.kind == b"IDAT":
            for start in range(chunk.start + 8, chunk.end - 4, _BLOCK):
                block = content[start : min(start + _BLOCK, chunk.end - 4)]
                while block and missing > 0:
                    missing -= len(_unpack(unpacker, block))
                    block = unpacker.unconsumed_tail
    while missing > 0 and (rest := _unpack(unpacker, b"")):
        missing -= len(rest)
    if missing > 0:
        raise cut_short("before its last row of pixels")


def _unpack(unpacker: "zlib._Decompress", block: bytes) -> bytes:
    try:
        return unpacker.decompress(block, _UNPACKED)
    except zlib.error:
        raise damaged("the pixels of the PNG file cannot be unpacked") from None


def _count_octets(header: Header) -> int:
    """The bytes of all rows, each of which begins with one that says how it is filtered."""
    bits = header.depth * _CHANNELS.get(header.colour, 1)
    total = 0
    for left, top, across, down in _PASSES if header.interlaced else _PLAIN:
        width, height = -(-(header.width - left) // across), -(-(header.height - top) // down)
        if width > 0:
            total += max(0, height) * (1 + (width * bits + 7) // 8)
    return total
