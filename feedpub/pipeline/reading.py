"""Episode files -> what is known of them: from the cache where they have not changed, else read anew."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from feedpub.cache.store import EpisodeRow
from feedpub.config.settings import Settings
from feedpub.feed.namespaces import NAMESPACES
from feedpub.files import PathFault, Stat, inside, read_regular, reason_of
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.brief import Brief, brief_of, read_briefs
from feedpub.pipeline.freshness import settled
from feedpub.pipeline.run import Run, limits_of
from feedpub.sources.episodes import EpisodeReader
from feedpub.sources.worker import Overrun, run_limited

#: no episode file is larger: notes beyond half of it are refused anyway
_LARGEST = 1 << 20
#: how many results are stored in one go
_TOGETHER = 100
#: for more tasks than this, what they need is loaded before processes are forked
MANY = 64


class Reading(NamedTuple):
    """What came of reading the episode files of a show."""

    briefs: list[Brief]
    #: every error; warnings only of what was read anew, unless everything is asked for
    findings: list[Finding]
    #: the files that were read anew
    anew: set[str]


class _Task(NamedTuple):
    path: str
    absolute: str
    stat: Stat
    #: of the bytes read last time, when reading them again would give the same
    digest: bytes


def read_episodes(
    run: Run, inputs: dict[str, Stat], settings: Settings, key: bytes, template: str
) -> Reading:
    """All episodes of a show; `key` changes with everything but the files that decides how they are read.

    Raises FindingsError for a template that cannot be understood.
    """
    paths = sorted(_episode_files(run.base, inputs, settings))
    known = {row.path: row for row in run.cache.episodes(run.show)}
    gone = [known[path].id for path in known.keys() - set(paths)]
    run.cache.forget_episodes(gone)
    run.cache.forget_beside(run.show, gone)
    tasks = [
        _Task(path, run.absolute(path), inputs[path], _digest_if(known.get(path), key))
        for path in paths
        if not _is_known(known.get(path), inputs[path], key)
    ]
    anew = _read_anew(run, tasks, settings, key, template, known) if tasks else set()
    briefs: list[Brief] = []
    findings: list[Finding] = []
    # A part at a time, and each row is let go: a long show would stand in memory twice otherwise.
    for start in range(0, len(paths), _TOGETHER):
        rows = [known.pop(path) for path in paths[start : start + _TOGETHER]]
        briefs += read_briefs(rows)
        findings += read_findings(row.errors for row in rows)
        findings += read_findings(row.remarks for row in rows if run.options.everything or row.path in anew)
    return Reading(briefs, findings, anew)


def findings_to_json(findings: Sequence[Finding]) -> tuple[str, str]:
    """Errors and other findings, as :func:`read_findings` reads them; empty where there are none."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    remarks = [one for one in findings if one.severity is not Severity.ERROR]
    return to_json(errors) if errors else "", to_json(remarks) if remarks else ""


def read_findings(texts: Iterable[str]) -> list[Finding]:
    """The findings of several rows of the cache. One long text is read much faster than many short ones."""
    several = from_json(tuple[tuple[Finding, ...], ...], f"[{','.join(filter(None, texts))}]")
    return [finding for findings in several for finding in findings]


def _is_known(row: EpisodeRow | None, stat: Stat, key: bytes) -> bool:
    return row is not None and row.reader_key == key and row.stat[:3] == stat[:3]


def _digest_if(row: EpisodeRow | None, key: bytes) -> bytes:
    return row.digest if row and row.reader_key == key else b""


def _read_anew(
    run: Run, tasks: list[_Task], settings: Settings, key: bytes, template: str, known: dict[str, EpisodeRow]
) -> set[str]:
    """The files of which something was learnt: those that were not only touched."""
    # Its findings name the template as they name episode files: relative to the workspace.
    notes = settings.notes._replace(template=f"{run.base}/{settings.notes.template}")
    prefixes = {*NAMESPACES, *settings.feed.namespaces}
    reader = EpisodeReader(settings.show, settings.episodes, notes, template, prefixes)
    if len(tasks) > MANY:
        reader.warm_up()
    limits = limits_of(settings)
    results = run_limited(tasks, lambda task: _read(task, reader, run.folder), limits, run.options.jobs)
    shelf = _Shelf(run, key, known)
    for done, (task, result) in enumerate(results, 1):
        shelf.put(task, result)
        run.options.progress("episodes", done, len(tasks))
    shelf.store()
    return shelf.anew


def _episode_files(base: str, inputs: dict[str, Stat], settings: Settings) -> Iterator[str]:
    import fnmatch

    start = f"{base}/{settings.episodes.folder.strip('/')}/"
    plain = {name for name in settings.episodes.skip if not any(mark in name for mark in "*?[")}
    patterns = [name for name in settings.episodes.skip if name not in plain]
    for path in inputs:
        if not path.startswith(start) or not path.endswith((".md", ".markdown")):
            continue
        name = path[len(start) :]
        if name[0] == "_" or "/_" in name or name in plain:
            continue
        if not any(fnmatch.fnmatchcase(name, one) for one in patterns):
            yield path


def _read(task: _Task, reader: EpisodeReader, folder: str) -> tuple[object, ...]:
    """Runs in a worker, hence plain values: digest; and unless known, the row's texts, record, two notes."""
    try:
        if task.stat.link:
            inside(folder, os.path.relpath(task.absolute, folder))
        data = read_regular(task.absolute, _LARGEST)
    except (OSError, PathFault) as error:
        return b"", "", to_json((_unreadable(task, error),)), "", "", "", ""
    digest = hashlib.sha256(data).digest()
    if digest == task.digest:
        return (digest,)
    episode, notes, findings, page = reader.read(task.path, data)
    told = findings_to_json(findings)
    if episode is None:
        return digest, "", *told, "", "", ""
    return digest, brief_of(episode), *told, to_json(episode), notes, page


def _unreadable(task: _Task, error: Exception) -> Finding:
    message, fix = f"cannot be read: {reason_of(error)}", "mend the file or its permissions"
    return Finding(Severity.ERROR, "unreadable-file", Place(task.path), message, fix)


class _Shelf:
    """Where results are put, on their way into the cache."""

    def __init__(self, run: Run, key: bytes, known: dict[str, EpisodeRow]) -> None:
        self._run, self._key, self._known = run, key, known
        self._next_id = run.cache.next_id()
        self._waiting: list[tuple[EpisodeRow, str, str, str]] = []
        #: the files of which something was learnt
        self.anew: set[str] = set()

    def put(self, task: _Task, result: tuple[Any, ...] | Overrun) -> None:
        """Keeps what came of a task, also among the rows that are known."""
        if isinstance(result, Overrun):
            result = (b"", "", to_json((_too_much(task, result),)), "", "", "", "")
        before = self._known.get(task.path)
        # A file that was changed just now may change again within the same tick: it is looked at once more.
        stat = (
            task.stat if settled(task.stat, self._run.options.started_ns) else task.stat._replace(mtime_ns=0)
        )
        digest, *rest = result
        if not rest:
            assert before is not None
            self._run.cache.touch_episode(before.id, stat)
            return
        *texts, record, notes, page = rest
        row = EpisodeRow(before.id if before else self._next_id, task.path, stat, digest, self._key, *texts)
        self._next_id += before is None
        self._known[task.path] = row
        self._waiting.append((row, record, notes, page))
        self.anew.add(task.path)
        if len(self._waiting) >= _TOGETHER:
            self.store()

    def store(self) -> None:
        """Into the cache."""
        self._run.cache.keep_episodes(self._run.show, self._waiting)
        self._waiting.clear()


def _too_much(task: _Task, overrun: Overrun) -> Finding:
    message = f"reading it needs {overrun.reason}"
    fix = "look for very deep lists, or for long runs of one character such as `[`"
    return Finding(Severity.ERROR, "too-much-work", Place(task.path), message, fix)
