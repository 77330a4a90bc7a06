"""Inputs read or fetched, within limits and without waiting for what never comes."""

import errno
import os
import sys
from collections.abc import Callable
from typing import NamedTuple

from feedpub.errors import HostError, UsageError
from feedpub.files import PathFault, read_regular, reason_of
from feedpub.kinds.packed import GZIP, PackedFault, unpack

#: bytes. A feed of 100,000 episodes has about 200 MB; memory grows with the size
LARGEST = 200 << 20

_STEP = 1 << 20


class Loading(NamedTuple):
    """How inputs may be read."""

    #: bytes, as they are and once unpacked
    max_size: int = LARGEST
    #: whether nothing may be fetched
    offline: bool = False
    #: hosts that may be in private networks: names, addresses, networks
    private_hosts: tuple[str, ...] = ()
    #: seconds for one address, with all its redirects
    seconds: float = 30.0


class Loaded(NamedTuple):
    """An input as it was read."""

    data: bytes
    #: where it was in the end, after redirects; relative addresses in it count from there. Empty for files
    url: str = ""
    #: the header's, in small letters; empty when it was not told, and for files
    content_type: str = ""
    charset: str = ""
    #: where the server said that it is instead, one after the other
    redirects: tuple[tuple[int, str], ...] = ()


def load_file(path: str, loading: Loading, guess: Callable[[], str]) -> Loaded:
    """A regular file, unpacked if it is gzip. `guess` tells what may have been meant if it is none."""
    if os.path.isdir(path):
        raise UsageError("is a folder", guess())
    try:
        data = read_regular(path, loading.max_size)
    except FileNotFoundError:
        link = "is a link to what is not there" if os.path.islink(path) else "there is no such file"
        raise HostError(link, guess()) from None
    except PathFault as fault:
        regular = os.path.isfile(path)
        raise HostError(str(fault), "--max-size allows more" if regular else guess()) from None
    except (OSError, ValueError) as error:
        pipe = getattr(error, "errno", 0) == errno.ENXIO
        raise HostError("is no regular file" if pipe else f"cannot be read: {reason_of(error)}") from None
    return Loaded(_unpacked(data, loading))


def load_stdin(loading: Loading) -> Loaded:
    """All of stdin, unpacked if it is gzip."""
    if sys.stdin is None:
        raise HostError("stdin is closed")
    pieces, size = [], 0
    try:
        while piece := sys.stdin.buffer.read(_STEP):
            size += len(piece)
            if size > loading.max_size:
                raise HostError(f"is larger than {loading.max_size:,} bytes", "--max-size allows more")
            pieces.append(piece)
    except OSError as error:
        raise HostError(f"cannot be read: {reason_of(error)}") from None
    return Loaded(_unpacked(b"".join(pieces), loading))


def load_address(url: str, loading: Loading) -> Loaded:
    """What a server sends, unpacked if the file itself is gzip. Raises FetchError, and UsageError offline."""
    if loading.offline:
        raise UsageError("is not fetched: --offline was given")
    from feedpub.links.fetch import Limits, fetch
    from feedpub.links.guard import guard_allowing

    fetched = fetch(url, guard_allowing(loading.private_hosts), Limits(loading.max_size, loading.seconds))
    return Loaded(
        _unpacked(fetched.data, loading),
        fetched.final_url,
        fetched.content_type,
        fetched.charset,
        tuple((one.status, one.url) for one in fetched.redirects),
    )


def _unpacked(data: bytes, loading: Loading) -> bytes:
    if not data.startswith(GZIP):
        return data
    try:
        unpacked = unpack(data, loading.max_size)
    except PackedFault as fault:
        raise HostError(
            f"is packed with gzip, and {fault}", "--max-size allows more" if fault.too_large else ""
        ) from None
    if unpacked.startswith(GZIP):
        raise HostError("is packed with gzip twice", "unpack it once: gunzip")
    return unpacked
