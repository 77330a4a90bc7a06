"""Names in the build that two things lay claim to: one of the two would be lost."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from feedpub.kinds.fault import quote
from feedpub.model import Finding, Place, Severity
from feedpub.pipeline.beside.beside import CHAPTERS, COVER, VARIANT, Output

_WORDS = {CHAPTERS: "chapters", COVER: "the picture in {}", VARIANT: "a smaller copy of {}"}


class _Claim(NamedTuple):
    """An output, and who wants it."""

    path: str
    #: tells apart what is made in different ways or of different things
    mark: str
    #: what it is, for a person
    what: str
    #: the file whose episode (or show) wants it, relative to the workspace
    claimant: str


def write_claims(outputs: Iterable[Output]) -> str:
    """The names of outputs with what they are made from, as text for the cache."""
    return "".join(
        f"{one.path}\0{zlib.crc32(repr(one).encode()):08x}\0{_WORDS.get(one.kind, '{}').format(one.source)}\n"
        for one in outputs
    )


def check_claims(claims: Mapping[str, str]) -> Iterator[Finding]:
    """An error for each name that is claimed twice; `claims` are those of each claimant.

    Two episodes may have the same picture. Names that differ in case alone are one name on many disks.
    """
    taken: dict[str, _Claim] = {}
    for claimant, text in claims.items():
        for line in text.splitlines():
            path, mark, what = line.split("\0")
            claim = _Claim(path, mark, what, claimant)
            first = taken.setdefault(claim.path.casefold(), claim)
            if (first.path, first.mark) != (claim.path, claim.mark):
                yield _twice(first, claim)


def _twice(first: _Claim, second: _Claim) -> Finding:
    if first.path != second.path:
        message = (
            f"{quote(second.path)} and {quote(first.path)} differ in case alone: on many disks they are one"
        )
    else:
        message = f"{quote(second.path)} would be both {second.what} and {first.what}"
    fix = "rename one of the two files, or change the episode's `slug`"
    return Finding(Severity.ERROR, "same-output", Place(second.claimant), message, fix)
