"""The folder that a website is uploaded from: which of its files an address means."""

import os
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from feedpub.files import PathFault, inside, read_head


class LocalSite(NamedTuple):
    """A folder, and the address that it has on the web."""

    #: absolute, or relative to where the program runs
    folder: str
    #: how findings call the folder, ending in `/` where it is not empty
    shown: str
    #: ends in `/`; empty: no address means anything here
    address: str

    def find(self, url: str) -> str:
        """How findings call the file that has this address; empty when there is none."""
        if not self.address or not url.startswith(self.address):
            return ""
        name = unquote(url[len(self.address) :].partition("?")[0].partition("#")[0])
        try:
            read_head(inside(self.folder, name), 1)
        except (OSError, PathFault, ValueError):
            return ""
        return self.shown + name

    def absolute(self, path: str) -> str:
        """The path by which a file that :meth:`find` has found is opened."""
        return os.path.join(self.folder, path[len(self.shown) :])


def site_around(feed: str, feed_url: str) -> LocalSite:
    """The site that a feed file lies in, told by the end that its path and its address have in common.

    `public/podcast/feed.xml` at `https://example.com/podcast/feed.xml` lies in `public`, which is
    `https://example.com/`.
    """
    try:
        parts = urlsplit(feed_url)
    except ValueError:
        return LocalSite("", "", "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return LocalSite("", "", "")
    file, address = feed.split("/"), unquote(parts.path).split("/")
    same = _same_end(file, address)
    if not same:
        # Called otherwise here than there: what lies beside it here lies beside it there.
        same = 1
    folder = "/".join(file[:-same])
    shown = f"{folder}/" if folder or feed.startswith("/") else ""
    beginning = "/".join(parts.path.split("/")[:-same]) if len(address) > same else ""
    return LocalSite(folder or ("/" if shown else "."), shown, f"{parts.scheme}://{parts.netloc}{beginning}/")


def _same_end(one: Sequence[str], other: Sequence[str]) -> int:
    """How many names two paths have in common at their end."""
    same = 0
    for first, second in zip(reversed(one), reversed(other), strict=False):
        if first != second or not first:
            break
        same += 1
    return same
