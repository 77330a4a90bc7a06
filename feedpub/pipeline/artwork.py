"""Pictures of the show and its episodes: found, looked at, copied beside the feed."""

import os
import posixpath
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, urljoin

from feedpub.files import PathFault, inside, read_regular, stat_of, write_if_changed
from feedpub.model import Finding, Place, Severity
from feedpub.pipeline.reading import Brief
from feedpub.pipeline.run import Run
from feedpub.sources.settings import ShowSettings

#: what a JPEG (ITU T.81, B.1.1.3) and a PNG file (RFC 2083, section 3.1) begin with
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_LARGEST = 32 << 20


class Picture(NamedTuple):
    """A picture that the feed names."""

    #: absolute address
    url: str
    #: the file to be copied, relative to the show's folder and the output; empty for one elsewhere
    path: str = ""


def find_pictures(
    run: Run, briefs: Iterable[Brief], settings: ShowSettings
) -> tuple[dict[int, Picture], list[Finding]]:
    """Brief's id -> its picture; 0 is the show's. And what is wrong with them."""
    wanted: list[tuple[int, str, tuple[str, ...], Place]] = [
        (0, settings.artwork, ("",), Place(f"{run.base}/show.toml"))
    ]
    for brief in briefs:
        if brief.artwork and brief.ready:
            beside = posixpath.relpath(posixpath.dirname(brief.source), run.base)
            wanted.append((brief.id, brief.artwork, (beside, ""), Place(brief.source)))
    pictures: dict[int, Picture] = {}
    findings = []
    for id, value, bases, place in wanted:
        try:
            pictures[id] = _find(value, bases, run.folder, settings.feed_url)
        except _Unfit as unfit:
            name, message, fix = unfit.args
            findings.append(Finding(Severity.ERROR, name, place, f"`artwork`: {message}", fix))
    return pictures, findings


def copy_pictures(pictures: Iterable[Picture], folder: str, output: str) -> list[str]:
    """Copies what is local and has changed; returns the paths that changed. Raises OSError."""
    changed = []
    for path in sorted({picture.path for picture in pictures if picture.path}):
        source, target = inside(folder, path), os.path.join(output, path)
        made, there = os.stat(source), stat_of(target)
        if there and (there.size, there.mtime_ns) == (made.st_size, made.st_mtime_ns):
            continue
        if write_if_changed(target, (read_regular(source, _LARGEST),)):
            changed.append(path)
        # The copy is as old as what it was made from: so it is known next time without being read.
        os.utime(target, ns=(made.st_mtime_ns, made.st_mtime_ns))
    return changed


class _Unfit(Exception):
    """Name, message and fix of a finding."""


def _find(value: str, bases: Iterable[str], folder: str, feed_url: str) -> Picture:
    """The picture that `value` names: an address, or a file in one of `bases` (relative to `folder`)."""
    if value.startswith(("http://", "https://")):
        return Picture(value)
    for base in bases:
        path = posixpath.normpath(posixpath.join(base, value)) if value[:1] not in "/~" else value
        try:
            with open(inside(folder, path), "rb", opener=_without_waiting) as file:
                head = file.read(8)
        except PathFault as fault:
            raise _Unfit("artwork-path", f"{value!a} {fault}", "name a file in the show's folder") from None
        except OSError:
            continue
        if not head.startswith(_SIGNATURES):
            raise _Unfit("artwork-format", f"{value} is neither JPEG nor PNG", "export it as JPEG or PNG")
        return Picture(urljoin(feed_url, quote(path)), path)
    raise _Unfit("missing-artwork", f"{value} is not there", "put the picture there, or correct the name")


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)
