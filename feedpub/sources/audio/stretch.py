"""A part of a file that reads like a file: mutagen is shown the sound, without the tags around it.

mutagen takes whatever is behind a tag for sound, counts it, or begins at byte 0 of the file.
"""

import io
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def open_stretch(fd: int, start: int, end: int) -> io.BufferedReader:
    """The bytes from ``start`` to ``end`` of the open file ``fd``, which stays open when this is closed."""
    return io.BufferedReader(_Stretch(fd, start, end))


class _Stretch(io.RawIOBase):
    def __init__(self, fd: int, start: int, end: int) -> None:
        self._fd, self._start, self._size, self._at = fd, start, end - start, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        at = offset + (0, self._at, self._size)[whence]
        if at < 0:
            raise OSError(f"seek to {at}")
        self._at = at
        return at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        octets = os.pread(self._fd, max(min(len(view), self._size - self._at), 0), self._start + self._at)
        view[: len(octets)] = octets
        self._at += len(octets)
        return len(octets)
