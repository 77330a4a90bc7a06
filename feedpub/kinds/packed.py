"""Bytes that were packed with gzip or deflate, unpacked within a limit."""

import zlib

#: what every gzip file begins with
GZIP = b"\x1f\x8b"

_STEP = 1 << 16
_AUTOMATIC, _RAW = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS
#: parts of one file; tools that pack in parallel make one of every 64 kB
_MOST_PARTS = 20_000


class PackedFault(ValueError):
    """What is packed cannot be unpacked; the text says why. `too_large` when it goes over the limit."""

    def __init__(self, why: str, *, too_large: bool = False) -> None:
        super().__init__(why)
        self.too_large = too_large


def unpack(packed: bytes, limit: int) -> bytes:
    """What gzip (all parts of it), zlib or bare deflate has packed, if it is at most `limit` bytes.

    Never takes much more memory than `limit`, whatever is in there. Raises PackedFault.
    """
    zlib_like = len(packed) > 1 and packed[0] & 15 == 8 and (packed[0] << 8 | packed[1]) % 31 == 0
    kind = _AUTOMATIC if packed[:2] == GZIP or zlib_like else _RAW
    found: list[bytes] = []
    room, at, parts = limit, 0, 0
    view = memoryview(packed)
    while at < len(packed) and parts < _MOST_PARTS:
        at, room = _unpack_part(view, at, kind, room, found)
        parts += 1
        if room < 0:
            raise PackedFault(f"is larger than {limit:,} bytes when unpacked", too_large=True)
        if view[at : at + 2] != GZIP:  # zeros, or whatever else follows: gzip passes over it too
            break
    if parts == _MOST_PARTS:
        raise PackedFault(f"is packed in more than {_MOST_PARTS:,} parts")
    return b"".join(found)


def _unpack_part(view: memoryview, at: int, kind: int, room: int, found: list[bytes]) -> tuple[int, int]:
    """One part, which begins at `at`: where it ends, and how much room is left; less than 0: none."""
    engine = zlib.decompressobj(kind)
    try:
        while not engine.eof:
            piece = engine.unconsumed_tail or view[at : at + _STEP]
            if not len(piece):
                raise PackedFault("breaks off in the middle of what is packed")
            if piece is not engine.unconsumed_tail:
                at += len(piece)
            out = engine.decompress(piece, _STEP * 16)
            room -= len(out)
            if room < 0:
                return at, room
            found.append(out)
    except zlib.error as error:
        raise PackedFault(f"cannot be unpacked: {str(error).rpartition(': ')[2]}") from None
    return at - len(engine.unused_data), room
