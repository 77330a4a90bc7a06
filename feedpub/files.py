"""Reading and writing files so that nothing is ever half done and nothing outside is touched."""

import os
import stat
from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple

#: file names of ours that are still being written; what a killed run leaves of them is swept later
TEMPORARY = ".feedpub-"

_DAY = 86_400
_BUFFER = 1 << 20


class PathFault(ValueError):
    """A path that must not or cannot be followed; the text says why."""


def reason_of(error: Exception) -> str:
    """Why something could not be read or written, in words and without its path."""
    return getattr(error, "strerror", None) or str(error)


class Stat(NamedTuple):
    """What a file looks like from outside. Two equal ones mean: not touched in between."""

    size: int
    mtime_ns: int
    ctime_ns: int
    link: bool = False


def look_of(stat: Stat | None) -> str:
    """What an output looks like, in short: whoever touched it since has changed this. Empty for None."""
    return f"{stat.size} {stat.mtime_ns}" if stat else ""


def scan_tree(folder: str, prefix: str = "") -> dict[str, Stat]:
    """Every file below ``folder`` by its relative path, behind ``prefix``.

    Names that begin with a dot are passed over, links to folders are not followed (so that no loop
    of links can trap the scan), links to files are, and their Stat says so. A folder that is not
    there holds nothing. What cannot be looked at has a size of -1: a link that leads nowhere, and a
    folder that may not be read, which ends in ``/``.
    """
    found: dict[str, Stat] = {}
    _scan(folder, prefix, found)
    return found


def _scan(folder: str, prefix: str, found: dict[str, Stat]) -> None:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    except OSError:
        found[prefix] = Stat(-1, 0, 0)
        return
    with entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    _scan(entry.path, f"{prefix}{name}/", found)
                else:
                    seen = entry.stat()
                    found[prefix + name] = Stat(
                        seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, entry.is_symlink()
                    )
            except OSError:  # known by name all the same, so that it is reported when it is used
                found[prefix + name] = Stat(-1, 0, 0, True)


def stat_of(path: str) -> Stat | None:
    """The Stat of one file, None where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stat(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def inside(root: str, value: str) -> str:
    """The real path of ``value``, read relative to ``root``, which it must not leave.

    Links are followed. Raises PathFault for everything that would lead out of ``root`` or that no
    portable show could mean: absolute paths, ``~``, drive letters, ``file:`` addresses, control
    characters, names longer than 255 bytes, loops of links.
    """
    if not value:
        raise PathFault("is empty")
    if any(ord(char) < 32 or 0xD800 <= ord(char) <= 0xDFFF for char in value):
        raise PathFault("holds a character that no file name should have")
    if value[0] in "/\\~" or value[1:2] == ":" or value.lower().startswith("file:"):
        raise PathFault("must be relative, without a drive, `~` or `file:`")
    if any(len(part.encode()) > 255 for part in value.split("/")):
        raise PathFault("has a part longer than 255 bytes")
    base = os.path.realpath(root)
    try:
        real = os.path.realpath(os.path.join(base, value), strict=os.path.islink(os.path.join(base, value)))
    except OSError as error:
        raise PathFault(f"cannot be followed ({error.strerror})") from None
    if real != base and not real.startswith(base + os.sep):
        raise PathFault("leads out of the show's folder")
    return real


def read_regular(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Never waits on a pipe or device. Raises OSError when the file cannot be opened or read,
    PathFault when it is no regular file or larger than the limit.
    """
    with _open_regular(path) as file:
        # Not limit + 1: making room for so much takes longer than reading an ordinary file.
        data = file.read(min(os.fstat(file.fileno()).st_size, limit) + 1)
        if len(data) > limit:
            raise PathFault(f"is larger than {limit:,} bytes")
        return data


def read_head(path: str, length: int) -> bytes:
    """The first ``length`` bytes of a regular file, however large it is. Raises as :func:`read_regular`."""
    with _open_regular(path) as file:
        return file.read(length)


def _open_regular(path: str) -> BinaryIO:
    file = open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")  # noqa: SIM115  # the caller's
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise PathFault("is no regular file")
    return file


def write_if_changed(
    path: str,
    chunks: Iterable[bytes],
    mode: int = 0o644,
    complete: Callable[[str], None] | None = None,
) -> bool:
    """Makes ``path`` hold the chunks: wholly or not at all, also when the machine dies midway.

    Written beside the target, synced, renamed, the folder synced; a file that holds these bytes
    already is left alone. Missing folders are made. ``complete`` is called with the path of what was
    written, before it takes its place: it may change it, or raise and so keep it from doing so. Returns
    whether anything changed. Raises OSError; the old file is then as it was.
    """
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, mode=0o755, exist_ok=True)
    temporary = os.path.join(folder, f"{TEMPORARY}{os.getpid()}-{os.path.basename(path)}")
    try:
        with open(temporary, "wb", buffering=_BUFFER, opener=_exclusively) as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            if complete is not None:
                complete(temporary)
            if _same_bytes(temporary, path):
                os.unlink(temporary)
                return False
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.rename(temporary, path)
        _sync_folder(folder)
    except BaseException as error:
        _unlink_quietly(temporary)
        if isinstance(error, OSError):
            error.filename = path  # some calls name nothing, others a name that nobody knows
        raise
    return True


def sweep_temporaries(folder: str, now: float) -> None:
    """Removes what killed runs left in ``folder`` itself, once it is a day old."""
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        status = stat_of(path) if name.startswith(TEMPORARY) else None
        if status and now - status.mtime_ns / 1e9 > _DAY:
            _unlink_quietly(path)


def _exclusively(path: str, flags: int) -> int:
    # A file of this name can only stem from a dead process that had our number: it is ours to replace.
    _unlink_quietly(path)
    return os.open(path, flags | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)


def _same_bytes(one: str, other: str) -> bool:
    if not os.path.isfile(other) or os.path.getsize(one) != os.path.getsize(other):
        return False
    with open(one, "rb") as first, open(other, "rb") as second:
        while block := first.read(1 << 18):
            if block != second.read(1 << 18):
                return False
    return True


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError:  # some file systems cannot sync a folder; the rename stands all the same
        pass
    finally:
        os.close(descriptor)


def _unlink_quietly(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass
