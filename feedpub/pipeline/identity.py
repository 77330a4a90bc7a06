"""The ledger of a show: read, matched with the episodes, written when there is something new."""

import hashlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from feedpub.cache import AudioRow, Cache
from feedpub.errors import RefusedError
from feedpub.feed.show_guid import show_guid
from feedpub.files import PathFault, read_regular, stat_of, write_if_changed
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.freshness import output_folder, show_folder
from feedpub.release.identity import Candidate, Identities, identify, new_guid
from feedpub.release.ledger import FILE, Ledger, LedgerFault, parse_ledger, render_ledger
from feedpub.sources.worker import Limits, Overrun, run_limited

_LARGEST = 64 << 20
_BLOCK = 1 << 20


class KnownLedger(NamedTuple):
    """The ledger as it is on disk."""

    ledger: Ledger
    text: str
    #: whether it was made in this run
    new: bool = False


def read_ledger(
    cache: Cache, root: str, show: str, feed_url: str, now: datetime, *, fresh_start: bool
) -> KnownLedger:
    """The ledger of a show, or an empty one for a show that was never built.

    A ledger that is gone although the show was built or published before is never replaced without
    being told to: raises RefusedError. Raises it, too, for a ledger that cannot be read.
    """
    path = os.path.join(show_folder(root, show), FILE)
    shown = f"feeds/{show}/{FILE}"
    key, remembered = cache.ledger(show)
    known = from_json(Ledger, remembered) if remembered else None
    try:
        data = read_regular(path, _LARGEST)
    except FileNotFoundError:
        if not fresh_start:
            _refuse_if_lost(root, show, shown, known)
        return KnownLedger(Ledger(show_guid(feed_url)), "", True)
    except (OSError, PathFault) as error:
        raise RefusedError(f"{shown}: cannot be read: {error}", "the show's identity is in it: mend that first") from None
    if known and hashlib.sha256(data).digest() == key:
        return KnownLedger(known, data.decode())
    try:
        ledger = parse_ledger(text := data.decode())
    except (LedgerFault, UnicodeDecodeError) as fault:
        place = Place(shown, getattr(fault, "line", 0))
        finding = Finding(Severity.ERROR, "broken-ledger", place, str(fault), "`git diff` shows what changed in it")
        raise RefusedError(f"{shown} cannot be understood", findings=(finding,)) from None
    if known and not fresh_start:
        _refuse_if_entries_lost(shown, ledger, known, show_folder(root, show), now)
    return KnownLedger(ledger, text)


def match_ledger(known: KnownLedger, candidates: Sequence[Candidate], now: datetime, base: str) -> tuple[Identities, list[Finding]]:
    """Who is who; `base` is the show's folder as findings name it. Raises RefusedError on a changed guid."""
    identities = identify(candidates, known.ledger, now)
    if identities.conflicts:
        findings = [
            Finding(
                Severity.ERROR,
                "guid-changed",
                Place(f"{base}/{one.source}"),
                f"the guid is now `{one.claimed}`, but listeners have the episode as `{one.known}`",
                "put the old guid back, or remove the key: with a new one every app downloads the episode again",
            )
            for one in identities.conflicts
        ]
        raise RefusedError("the guid of a published episode must not change", findings=findings)
    orphans = [
        Finding(
            Severity.WARNING,
            "published-episode-gone",
            Place(f"{base}/{FILE}"),
            f"`{one.slug}` of {one.published:%Y-%m-%d} was published, and {one.source} is gone: it leaves the feed",
            "restore the file, unless the episode is to be withdrawn",
        )
        for one in identities.orphans
    ]
    return identities, orphans


def complete_entries(
    cache: Cache,
    root: str,
    show: str,
    known: KnownLedger,
    identities: Identities,
    audio: dict[int, AudioRow],
    limits: Limits,
    *,
    jobs: int,
    progress: Callable[[str, int, int], None],
) -> Ledger:
    """The ledger to be written: entries that are new or still planned get length and SHA-256 of their audio.

    `audio` holds the measured file by the entry's position. Raises RefusedError when a file cannot be read.
    """
    entries = list(identities.entries)
    before = known.ledger.entries
    planned = [at for at, entry in enumerate(entries) if at in audio and not entry.length_bytes]
    rows = {audio[at].path: audio[at] for at in planned}
    tasks = [path for path, row in sorted(rows.items()) if not row.sha256]
    for done, (path, result) in enumerate(run_limited(tasks, lambda path: _sha256(os.path.join(root, path)), limits, jobs), 1):
        if isinstance(result, Overrun) or not result:
            raise RefusedError(f"{path}: cannot be read to its end", "nothing was written; try again")
        rows[path] = rows[path]._replace(sha256=result)
        cache.keep_audio(show, rows[path])
        progress("checksums", done, len(tasks))
    for at in planned:
        row = rows[audio[at].path]
        entries[at] = entries[at]._replace(length_bytes=row.stat.size, sha256=row.sha256)
    assert len(entries) >= len(before)
    return Ledger(known.ledger.guid, tuple(entries))


def write_ledger(cache: Cache, root: str, show: str, known: KnownLedger, ledger: Ledger, dropped: frozenset[int]) -> bool:
    """Writes what has changed, and remembers it. Returns whether the file changed. Raises OSError."""
    text = known.text
    if known.new or dropped or ledger != known.ledger:
        text = render_ledger(ledger, known.text, dropped)
        ledger = Ledger(ledger.guid, tuple(one for at, one in enumerate(ledger.entries) if at not in dropped))
    path = os.path.join(show_folder(root, show), FILE)
    changed = text != known.text and write_if_changed(path, (text.encode(),))
    cache.keep_ledger(show, hashlib.sha256(text.encode()).digest(), to_json(ledger))
    return changed


def _refuse_if_lost(root: str, show: str, shown: str, known: Ledger | None) -> None:
    evidence = ""
    if known and known.entries:
        evidence = "feedpub built this show here before"
    elif stat_of(os.path.join(output_folder(root, show), "feed.xml")):
        evidence = f"build/{show}/feed.xml was built from it"
    elif commit := _git_knows(root, shown):
        evidence = f"git has it in commit {commit}"
    if evidence:
        raise RefusedError(
            f"{shown} is gone, but {evidence}",
            f"bring it back (`git checkout -- {shown}`): with new guids every app downloads all episodes again."
            " Only for a show that nobody has subscribed to: `feedpub build --new-ledger`",
        )


def _refuse_if_entries_lost(shown: str, ledger: Ledger, known: Ledger, folder: str, now: datetime) -> None:
    """An entry may be missing when nobody has its episode yet, or when it would get the same guid again."""
    guids, sources = {one.guid for one in ledger.entries}, {one.source for one in ledger.entries}
    lost = [
        Finding(
            Severity.ERROR,
            "ledger-entry-gone",
            Place(shown),
            f"the entry of {one.source} (guid `{one.guid}`) is gone, but the episode is still there",
            "put the entry back, or write the guid into the episode's header: it would get a new one",
        )
        for one in known.entries
        if one.guid not in guids
        and one.source not in sources
        and one.published <= now
        and one.guid != new_guid(ledger.guid, one.source)
        and os.path.exists(os.path.join(folder, one.source))
    ]
    if lost:
        raise RefusedError(f"{shown} has lost entries that it had at the last build", findings=lost)


def _git_knows(root: str, path: str) -> str:
    """The newest commit that holds or held the file; empty where git, or the knowledge, is not there."""
    import subprocess

    command = ("git", "-C", root, "log", "-1", "--format=%h", "--diff-filter=AM", "--", path)
    try:
        found = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""


def _sha256(path: str) -> str:
    """Runs in a worker. Empty when the file cannot be read."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()
