"""Whether anything has changed since the last build, decided before anything heavy is imported."""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache

import feedpub
from feedpub.cache.freshness import Freshness
from feedpub.files import Stat, scan_tree, stat_of

#: a file that changed less than this before it was looked at may change again unseen, within the
#: same tick of the file system's clock (coarse clocks tick every 4 to 16 ms; 2 s on FAT is beyond us)
SETTLED_NS = 200_000_000

#: changes when the system learns of new rules for time zones
_ZONES = "/usr/share/zoneinfo/tzdata.zi"

#: variables that are no settings and do not change what is built
_NOT_SETTINGS = ("FEEDPUB_NOW", "FEEDPUB_CACHE_DIR", "FEEDPUB_LOG")


def show_folder(root: str, show: str) -> str:
    """Where the sources of a show are."""
    return os.path.join(root, "feeds", show)


def output_folder(root: str, show: str) -> str:
    """Where a show is built."""
    return os.path.join(root, "build", show)


#: scans by which something was seen to have changed: the build that follows needs not look again
_scanned: dict[tuple[str, str], dict[str, Stat]] = {}


def scan_inputs(root: str, show: str) -> dict[str, Stat]:
    """Every file that a show is built from, by its path relative to the workspace."""
    if (root, show) in _scanned:
        return _scanned.pop((root, show))
    inputs = scan_tree(show_folder(root, show), f"feeds/{show}/")
    for path in ("config.toml", *_sibling_files(root, show)):
        if stat := stat_of(os.path.join(root, path)):
            inputs[path] = stat
    return inputs


def _sibling_files(root: str, show: str) -> Iterator[str]:
    """What a show may say of others (their title, address and guid) stands in these."""
    for name in os.listdir(os.path.join(root, "feeds")):
        if name != show and name[0] != ".":
            yield f"feeds/{name}/show.toml"
            yield f"feeds/{name}/ledger.toml"


def fingerprint(root: str, show: str, inputs: dict[str, Stat], environ: Mapping[str, str]) -> bytes:
    """What must be the same for a build to have nothing to do: inputs, output, settings, program.

    Not a digest of it but the text itself: comparing it is quicker than loading a hash function.
    """
    output = scan_tree(output_folder(root, show))
    parts = [program_key(), environment_key(environ), _listing(inputs), _listing(output)]
    return b"\0\0".join(parts)


def is_fresh(root: str, show: str, known: Freshness | None, now: float, environ: Mapping[str, str]) -> bool:
    """Whether the last build of a show still stands at `now` (seconds since 1970)."""
    if known is None or not known.fresh_from <= now < known.fresh_until:
        return False
    inputs = scan_inputs(root, show)
    fresh = fingerprint(root, show, inputs, environ) == known.fingerprint
    if not fresh:
        _scanned[root, show] = inputs
    return fresh


@cache
def program_key() -> bytes:
    """Changes with feedpub's own code, Python, the libraries installed, and the rules of time zones."""
    own = scan_tree(os.path.dirname(feedpub.__file__))
    code = {name: stat for name, stat in own.items() if not name.endswith(".pyc")}
    outside = [path for path in sys.path if path.endswith("-packages")] + [_ZONES]
    libraries = "".join(f"{path}{stat_of(path)}" for path in outside)
    return f"{feedpub.__version__}\0{sys.version}\0{libraries}".encode() + _listing(code)


def environment_key(environ: Mapping[str, str]) -> bytes:
    """Changes with the settings that come from the environment."""
    lines = [
        f"{name}={value}\n"
        for name, value in sorted(environ.items())
        if name.startswith("FEEDPUB_") and name not in _NOT_SETTINGS
    ]
    return "".join(lines).encode(errors="surrogateescape")


def _listing(files: dict[str, Stat]) -> bytes:
    lines = [f"{path}\0{stat[0]}\0{stat[1]}\0{stat[2]}\n" for path, stat in files.items()]
    lines.sort()
    return "".join(lines).encode(errors="surrogateescape")


def settled(stat: Stat, started_ns: int) -> bool:
    """Whether a file had rest when it was looked at, so that its Stat can be trusted later."""
    return stat.ctime_ns < started_ns - SETTLED_NS
