"""How many dots of a picture are to be printed on an inch."""

#: chunk of a PNG, and unit (metre) in which it says so (PNG, section 11.3.4.3)
_PNG_CHUNK, _METRE = b"pHYs", 1
_INCH_IN_METRES = 0.0254


def read_density(head: bytes) -> int:
    """Dots per inch, as the beginning of a JPEG (JFIF, section 10) or PNG says; 0 where it says nothing."""
    if head.startswith(b"\xff\xd8"):
        return _of_jpeg(head)
    return _of_png(head) if head.startswith(b"\x89PNG") else 0


def _of_jpeg(head: bytes) -> int:
    at = head.find(b"JFIF\0")
    if not 0 < at < 32 or len(head) < at + 10:
        return 0
    unit, dots = head[at + 7], int.from_bytes(head[at + 8 : at + 10], "big")
    return dots if unit == 1 else round(dots * 2.54) if unit == 2 else 0


def _of_png(head: bytes) -> int:
    at = head.find(_PNG_CHUNK)
    if at < 0 or len(head) < at + 13 or head[at + 12] != _METRE:
        return 0
    return round(int.from_bytes(head[at + 4 : at + 8], "big") * _INCH_IN_METRES)
