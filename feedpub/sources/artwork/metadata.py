"""What cameras and editors write beside a picture, such as where it was taken.

It is removed without touching a pixel.
"""

from feedpub.sources.artwork.jpeg_segments import find_end, walk_segments
from feedpub.sources.artwork.png_chunks import SIGNATURE, walk_chunks

#: APP1 (Exif, XMP), APP13 (Photoshop, IPTC), COM
_SEGMENTS = {0xE1, 0xED, 0xFE}
_CHUNKS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}


def strip_metadata(content: bytes) -> bytes:
    """The same JPEG or PNG picture without a word about its making."""
    return _strip_png(content) if content.startswith(SIGNATURE) else _strip_jpeg(content)


def _strip_jpeg(content: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    end = 2
    for segment in walk_segments(content):
        end = segment.end
        # MPF is the table of further pictures in the file (CIPA DC-007). They are cut off below.
        part = content[segment.start : end]
        if segment.marker not in _SEGMENTS and part[4:8] != b"MPF\0":
            kept.append(part)
    return b"".join([*kept, content[end : find_end(content, end)]])


def _strip_png(content: bytes) -> bytes:
    chunks = (content[chunk.start : chunk.end] for chunk in walk_chunks(content) if chunk.kind not in _CHUNKS)
    return b"".join([SIGNATURE, *chunks])
