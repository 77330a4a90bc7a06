"""Pictures of the show and its episodes: found, looked at, copied beside the feed."""

import os
import posixpath
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, urljoin

from feedpub.files import PathFault, inside, read_regular, write_if_changed
from feedpub.model import Finding, Place, Severity

#: what a JPEG (ITU T.81, B.1.1.3) and a PNG file (RFC 2083, section 3.1) begin with
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_LARGEST = 32 << 20


class Picture(NamedTuple):
    """A picture that the feed names."""

    #: absolute address
    url: str
    #: the file to be copied, relative to the show's folder and the output; empty for one elsewhere
    path: str = ""


def find_picture(value: str, bases: Iterable[str], folder: str, feed_url: str, place: Place) -> Picture | Finding:
    """The picture that `value` names: an address, or a file in one of `bases` (relative to `folder`)."""
    if value.startswith(("http://", "https://")):
        return Picture(value)
    for base in bases:
        path = posixpath.normpath(posixpath.join(base, value)) if value[:1] not in "/~" else value
        try:
            real = inside(folder, path)
            data = read_regular(real, _LARGEST)
        except PathFault as fault:
            return Finding(Severity.ERROR, "artwork-path", place, f"`artwork`: {value!a} {fault}", "name a file in the show's folder")
        except OSError:
            continue
        if not data.startswith(_SIGNATURES):
            return Finding(
                Severity.ERROR, "artwork-format", place, f"`artwork`: {value} is neither JPEG nor PNG", "export it as JPEG or PNG"
            )
        return Picture(urljoin(feed_url, quote(path)), path)
    return Finding(Severity.ERROR, "missing-artwork", place, f"`artwork`: {value} is not there", "put the picture there, or correct the name")


def copy_pictures(pictures: Iterable[Picture], folder: str, output: str) -> list[str]:
    """Copies what is local; returns the paths that changed. Raises OSError."""
    changed = []
    for path in sorted({picture.path for picture in pictures if picture.path}):
        if write_if_changed(os.path.join(output, path), (read_regular(inside(folder, path), _LARGEST),)):
            changed.append(path)
    return changed
