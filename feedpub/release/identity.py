"""Which guid each episode has: what the ledger says, else what its file says, else a new one.

An episode is found in the ledger by its own guid, by its file, by its slug, by its enclosure, or by
its date, in this order, so that it may change any of them, even several at once, and stays itself.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from feedpub.release.ledger import Ledger, LedgerEntry


class Candidate(NamedTuple):
    """An episode that wants to be told who it is."""

    #: relative to the show's folder
    source: str
    slug: str
    #: as its file claims; empty where it does not
    guid: str
    #: None for drafts without a date
    published: datetime | None
    enclosure: str
    #: whether it may get a new entry: it is no draft, not hidden, and has its audio
    ready: bool


class Conflict(NamedTuple):
    """An episode whose file claims another guid than the one that listeners know."""

    source: str
    claimed: str
    known: str


class Identities(NamedTuple):
    """Who is who."""

    #: candidate's position -> position in `entries`, for all that have an entry
    positions: dict[int, int]
    #: the ledger's entries, brought up to date, new ones behind them in order of date
    entries: tuple[LedgerEntry, ...]
    conflicts: tuple[Conflict, ...]
    #: published entries that no file belongs to any more
    orphans: tuple[LedgerEntry, ...]
    #: candidates whose published entry leaves the feed: set back to a draft, hidden, or given a date ahead
    withdrawn: tuple[int, ...]
    #: positions of scheduled entries that no file belongs to any more: nobody has them, they may go
    dropped: frozenset[int]


def identify(candidates: Sequence[Candidate], ledger: Ledger, now: datetime) -> Identities:
    """Matches the episodes with the ledger's entries and gives new entries to those who need one.

    Entries whose date has passed are facts and only follow their file's name; entries that are
    still scheduled follow their episode in everything.
    """
    matched = _match(candidates, ledger.entries)
    entries = list(ledger.entries)
    conflicts, withdrawn = [], []
    for number, position in matched.items():
        candidate, entry = candidates[number], entries[position]
        scheduled = entry.published > now
        if not scheduled and not _is_out(candidate, now):
            withdrawn.append(number)
        if candidate.guid and candidate.guid != entry.guid and not scheduled:
            conflicts.append(Conflict(candidate.source, candidate.guid, entry.guid))
        elif scheduled and candidate.ready and candidate.published:
            entries[position] = _planned(candidate, candidate.guid or entry.guid)
        else:
            entries[position] = entry._replace(source=candidate.source)
    left = set(range(len(entries))) - set(matched.values())
    orphans = [entries[at] for at in sorted(left) if entries[at].published <= now]
    dropped = frozenset(at for at in left if entries[at].published > now)
    fresh = [n for n, one in enumerate(candidates) if n not in matched and one.ready and one.published]
    fresh.sort(key=lambda n: (candidates[n].published, candidates[n].source))
    used = {entry.guid for entry in entries} | {one.guid for one in candidates}
    for number in fresh:
        candidate = candidates[number]
        matched[number] = len(entries)
        entries.append(_planned(candidate, candidate.guid or new_guid(ledger.guid, candidate.source, used)))
        used.add(entries[-1].guid)
    return Identities(matched, tuple(entries), tuple(conflicts), tuple(orphans), tuple(withdrawn), dropped)


def _is_out(candidate: Candidate, now: datetime) -> bool:
    return candidate.ready and candidate.published is not None and candidate.published <= now


def _planned(candidate: Candidate, guid: str) -> LedgerEntry:
    assert candidate.published is not None
    return LedgerEntry(guid, candidate.source, candidate.slug, candidate.published, candidate.enclosure)


def _match(candidates: Sequence[Candidate], entries: Sequence[LedgerEntry]) -> dict[int, int]:
    """Candidate's position -> entry's position, the surest signs first.

    Who claims a guid is only ever found by it or by the file: the weaker signs are for the others.
    """
    matched: dict[int, int] = {}
    open_candidates = set(range(len(candidates)))
    open_entries = set(range(len(entries)))
    signs: tuple[tuple[Callable[[Candidate], object], Callable[[LedgerEntry], object]], ...] = (
        (lambda one: one.guid, lambda entry: entry.guid),
        (lambda one: one.source, lambda entry: entry.source),
        (lambda one: not one.guid and one.slug, lambda entry: entry.slug),
        (lambda one: not one.guid and one.enclosure, lambda entry: entry.enclosure),
        (lambda one: not one.guid and one.published, lambda entry: entry.published),
    )
    for of_candidate, of_entry in signs:
        if not open_entries or not open_candidates:
            break
        there = _unique((of_entry(entries[at]), at) for at in open_entries)
        here = _unique((of_candidate(candidates[number]), number) for number in open_candidates)
        for sign in here.keys() & there.keys():
            matched[here[sign]] = there[sign]
            open_candidates.discard(here[sign])
            open_entries.discard(there[sign])
    return matched


def _unique(pairs: Iterable[tuple[object, int]]) -> dict[object, int]:
    """Sign -> position, for the signs that only one has."""
    found: dict[object, int] = {}
    several = set()
    for sign, position in pairs:
        if sign in found:
            several.add(sign)
        elif sign:
            found[sign] = position
    return {sign: position for sign, position in found.items() if sign not in several}


def new_guid(show_guid: str, source: str, used: Collection[str] = ()) -> str:
    """The guid of an episode that never had one.

    A UUID of version 5 (RFC 9562, section 5.5) of its file's name in the show's name space.

    The same on every machine, so that two who build a new episode at once agree. It is only made
    once: the ledger remembers it. A file that takes the place of a renamed one gets another.
    """
    name = source
    while True:
        guid = _uuid5(show_guid, name)
        if guid not in used:
            return guid
        name += "+"


def _uuid5(name_space: str, name: str) -> str:
    name_bytes = bytes.fromhex(name_space.replace("-", "")) + name.encode()
    digest = bytearray(hashlib.sha1(name_bytes, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
