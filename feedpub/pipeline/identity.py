"""The ledger of a show: read, matched with the episodes, written when there is something new."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from feedpub.cache.store import AudioRow
from feedpub.errors import RefusedError
from feedpub.files import PathFault, read_regular, reason_of, stat_of, write_if_changed
from feedpub.kinds.show_guid import show_guid
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.places import place_findings
from feedpub.pipeline.run import Run
from feedpub.release.identity import Candidate, Conflict, Identities, identify, new_guid
from feedpub.release.ledger import FILE, Ledger, LedgerEntry, LedgerFault, parse_ledger, render_ledger
from feedpub.sources.worker import Limits, Overrun, run_limited

_LARGEST = 64 << 20
#: where in a ledger the show's own guid stands
_HEAD = 4096
#: reading a large file to its end is honest work
_LIMITS = Limits(3600, 768)
_BLOCK = 1 << 20


class KnownLedger(NamedTuple):
    """The ledger as it is on disk."""

    ledger: Ledger
    text: str
    #: whether it was made in this run
    new: bool = False


def read_ledger(run: Run, feed_url: str) -> KnownLedger:
    """The ledger of a show, or an empty one for a show that was never built.

    A ledger that is gone although the show was built or published before is never replaced without
    being told to: raises RefusedError. Raises it, too, for a ledger that cannot be read.
    """
    shown = f"{run.base}/{FILE}"
    key, remembered = run.cache.ledger(run.show)
    known = from_json(Ledger, remembered) if remembered else None
    try:
        data = read_regular(run.absolute(shown), _LARGEST)
    except FileNotFoundError:
        if not run.options.new_ledger:
            _refuse_if_lost(run, shown, known)
        return KnownLedger(Ledger(show_guid(feed_url)), "", True)
    except (OSError, PathFault) as error:
        message = f"{shown} cannot be read: {reason_of(error)}"
        raise RefusedError(message, "the show's identity is in it: mend that first") from None
    digest = hashlib.sha256(data).digest()
    if known and digest == key:
        return KnownLedger(known, data.decode())
    try:
        text = data.decode()
        del data  # the ledger of a long show is long
        ledger = parse_ledger(text)
    except (LedgerFault, UnicodeDecodeError) as fault:
        place = Place(shown, getattr(fault, "line", 0))
        reason = "is not UTF-8" if isinstance(fault, UnicodeDecodeError) else str(fault)
        finding = Finding(
            Severity.ERROR, "broken-ledger", place, reason, "`git diff` shows what changed in it"
        )
        raise RefusedError(f"{shown} cannot be understood", findings=(finding,)) from None
    if known and not run.options.new_ledger:
        _refuse_if_entries_lost(run, shown, ledger, known)
    run.cache.keep_ledger(run.show, digest, _ledger_json(ledger))
    return KnownLedger(ledger, text)


def match_ledger(
    run: Run, known: KnownLedger, candidates: Sequence[Candidate], feed_url: str
) -> tuple[Identities, list[Finding]]:
    """Who is who, and what is odd about it. Raises RefusedError on a changed guid."""
    identities = identify(candidates, known.ledger, run.options.now)
    if identities.conflicts:
        changed = [_guid_changed(f"{run.base}/{one.source}", one) for one in identities.conflicts]
        message = "the guid of a published episode must not change"
        raise RefusedError(message, findings=place_findings(run, changed))
    published = [one for one in known.ledger.entries if one.published <= run.options.now]
    if published and len(identities.orphans) == len(published):
        raise RefusedError(
            f"not one of the {len(published)} published episodes is left: the feed would be empty",
            f"bring the files back; if the show is to begin anew, remove the entries from {run.base}/{FILE}",
        )
    gone = [_gone(f"{run.base}/{FILE}", one) for one in identities.orphans]
    withdrawn = [_withdrawn(f"{run.base}/{candidates[number].source}") for number in identities.withdrawn]
    borrowed = [_borrowed(f"{run.base}/show.toml", feed_url)] if known.new and _is_reserved(feed_url) else []
    return identities, gone + withdrawn + borrowed + list(_shared(run, known.ledger.guid))


def complete_entries(
    run: Run, known: KnownLedger, identities: Identities, audio: dict[int, AudioRow]
) -> Ledger:
    """The ledger to be written: entries that are new or planned get length and SHA-256 of their audio.

    `audio` holds the measured file by the entry's position. Raises RefusedError for one that cannot be read.
    """
    entries = list(identities.entries)
    planned = [at for at, entry in enumerate(entries) if at in audio and not entry.length_bytes]
    checksums = read_checksums(run, {audio[at].path: audio[at] for at in planned})
    for at in planned:
        row = audio[at]
        entries[at] = entries[at]._replace(length_bytes=row.stat.size, sha256=checksums[row.path])
    return Ledger(known.ledger.guid, tuple(entries))


def write_ledger(run: Run, known: KnownLedger, ledger: Ledger, dropped: frozenset[int]) -> bool:
    """Writes what has changed, and remembers it. Returns whether the file changed. Raises OSError."""
    if not known.new and not dropped and ledger == known.ledger:
        return False
    text = render_ledger(ledger, known.text, dropped)
    ledger = Ledger(ledger.guid, tuple(one for at, one in enumerate(ledger.entries) if at not in dropped))
    changed = write_if_changed(run.absolute(f"{run.base}/{FILE}"), (text.encode(),))
    run.cache.keep_ledger(run.show, hashlib.sha256(text.encode()).digest(), _ledger_json(ledger))
    return changed


def _ledger_json(ledger: Ledger) -> str:
    """What to_json gives, entry by entry: all at once it takes ten times the memory of its result."""
    return f"[{to_json(ledger.guid)},[{','.join(map(to_json, ledger.entries))}]]"


def read_checksums(run: Run, rows: Mapping[str, AudioRow]) -> dict[str, str]:
    """SHA-256 by path. Only what is not known is read. Raises RefusedError for what cannot be read."""
    found = {path: row.sha256 for path, row in rows.items() if row.sha256}
    tasks = sorted(rows.keys() - found.keys())
    total, done = sum(rows[path].stat.size for path in tasks), 0
    for path, result in run_limited(
        tasks, lambda path: _sha256(run.absolute(path)), _LIMITS, run.options.jobs
    ):
        if isinstance(result, Overrun) or not result:
            raise RefusedError(f"{path}: cannot be read to its end", "nothing was written; try again")
        found[path] = result
        run.cache.keep_audio(run.show, [rows[path]._replace(sha256=result)])
        done += rows[path].stat.size
        run.options.progress("bytes of checksums", done, total)
    return found


def _guid_changed(path: str, conflict: Conflict) -> Finding:
    message = f"the guid is now `{conflict.claimed}`, but listeners have the episode as `{conflict.known}`"
    fix = "put the old guid back, or remove the key: with a new one every app downloads the episode again"
    return Finding(Severity.ERROR, "guid-changed", Place(path), message, fix)


def _gone(path: str, entry: LedgerEntry) -> Finding:
    what = f"`{entry.slug}` of {entry.published:%Y-%m-%d}"
    message = f"{what} was published, and {entry.source} is gone: it leaves the feed"
    fix = "restore the file, unless the episode is to be withdrawn"
    return Finding(Severity.WARNING, "published-episode-gone", Place(path), message, fix)


def _shared(run: Run, guid: str) -> Iterator[Finding]:
    """Other shows of the workspace with the same guid: a copied ledger, or a copied `feed_url`."""
    for other in sorted(os.listdir(run.absolute("feeds"))):
        ledger = run.absolute(f"feeds/{other}/{FILE}")
        if other == run.show or not os.path.isfile(ledger):
            continue
        with open(ledger, "rb") as file:
            if f'\nguid = "{guid}"\n'.encode() not in file.read(_HEAD):
                continue
        message = f"the show's guid `{guid}` is that of feeds/{other} as well: apps take both for one show"
        fix = "give each show its own `feed_url`, delete the copied ledger.toml, and build with --new-ledger"
        yield Finding(Severity.WARNING, "shared-guid", Place(f"{run.base}/{FILE}"), message, fix)


def _is_reserved(url: str) -> bool:
    """Whether an address is nobody's, kept for examples and tests (RFC 2606)."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
    parts = host.split(".")
    return parts[-1] in ("example", "test", "invalid", "localhost") or (
        parts[-2:-1] == ["example"] and parts[-1] in ("com", "net", "org")
    )


def _borrowed(path: str, feed_url: str) -> Finding:
    message = f"the show's guid was made from {feed_url}, an address that is only for examples"
    fix = (
        "before anybody subscribes: set `feed_url`, delete ledger.toml, and run `feedpub build --new-ledger`"
    )
    return Finding(Severity.WARNING, "example-address", Place(path), message, fix)


def _withdrawn(path: str) -> Finding:
    message = "the episode was published, and leaves the feed: it is a draft, hidden, or dated ahead now"
    fix = "put its state and date back, unless the episode is to be withdrawn"
    return Finding(Severity.WARNING, "published-episode-withdrawn", Place(path), message, fix)


def _refuse_if_lost(run: Run, shown: str, known: Ledger | None) -> None:
    commit = _git_knows(run.root, shown)
    if known and known.entries:
        evidence = "feedpub built this show here before"
    elif stat_of(os.path.join(run.output, "feed.xml")):
        evidence = f"build/{run.show}/feed.xml was built from it"
    elif commit:
        evidence = f"git has it in commit {commit}"
    else:
        return
    source = f"`git checkout {commit} -- {shown}`" if commit else "a backup, or another copy of the show"
    fix = (
        f"bring it back ({source}): with new guids every app downloads all episodes again."
        " Only for a show that nobody has subscribed to: `feedpub build --new-ledger`"
    )
    raise RefusedError(f"{shown} is gone, but {evidence}", fix)


def _refuse_if_entries_lost(run: Run, shown: str, ledger: Ledger, known: Ledger) -> None:
    """An entry may be missing when nobody has its episode yet, or when it would get the same guid again."""
    guids, sources = {one.guid for one in ledger.entries}, {one.source for one in ledger.entries}
    lost = [
        one
        for one in known.entries
        if one.guid not in guids
        and one.source not in sources
        and one.published <= run.options.now
        and one.guid != new_guid(ledger.guid, one.source)
        and os.path.exists(os.path.join(run.folder, one.source))
    ]
    if lost:
        findings = [_entry_gone(shown, one) for one in lost]
        raise RefusedError(f"{shown} has lost entries that it had at the last build", findings=findings)


def _entry_gone(shown: str, entry: LedgerEntry) -> Finding:
    message = f"the entry of {entry.source} (guid `{entry.guid}`) is gone, but the episode is still there"
    fix = "put the entry back, or write the guid into the episode's header: it would get a new one"
    return Finding(Severity.ERROR, "ledger-entry-gone", Place(shown), message, fix)


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
