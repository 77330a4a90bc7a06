"""Episode files -> what is known of them: from the cache where they have not changed, else read anew."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from feedpub.cache import EpisodeRow
from feedpub.config.settings import Settings
from feedpub.files import PathFault, Stat, inside, read_regular
from feedpub.model import AudioClaim, Episode, EpisodeState, EpisodeType, Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.freshness import settled
from feedpub.pipeline.run import Run
from feedpub.sources.episodes import EpisodeReader
from feedpub.sources.worker import Limits, Overrun, run_limited

#: no episode file is larger: notes beyond half of it are refused anyway
_LARGEST = 1 << 20


class Brief(NamedTuple):
    """What the show as a whole needs to know of an episode; the rest stays in the cache."""

    #: the episode's row in the cache
    id: int
    digest: bytes
    #: the episode file, relative to the workspace
    source: str
    title: str
    slug: str
    guid: str
    state: str
    type: str
    published: datetime | None
    modified: datetime | None
    number: int | None
    season: int | None
    artwork: str
    audio: AudioClaim

    @property
    def ready(self) -> bool:
        """Whether its author wants it out."""
        return self.state == EpisodeState.READY

    def as_episode(self) -> Episode:
        """As much of the episode as is known here."""
        return Episode(
            self.source,
            self.title,
            self.slug,
            type=EpisodeType(self.type),
            number=self.number,
            season=self.season,
        )


class Reading(NamedTuple):
    """What came of reading the episode files of a show."""

    briefs: list[Brief]
    findings: list[Finding]
    #: how many files were read anew
    read: int


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
    run.cache.forget_episodes([known[path].id for path in known.keys() - set(paths)])
    tasks = [
        _Task(path, run.absolute(path), inputs[path], _digest_if(known.get(path), key))
        for path in paths
        if not _is_known(known.get(path), inputs[path], key)
    ]
    read = _read_anew(run, tasks, settings, key, template, known) if tasks else 0
    rows = [known[path] for path in paths]
    return Reading(list(_briefs(rows)), list(_findings(rows)), read)


def _is_known(row: EpisodeRow | None, stat: Stat, key: bytes) -> bool:
    return row is not None and row.reader_key == key and row.stat[:3] == stat[:3]


def _digest_if(row: EpisodeRow | None, key: bytes) -> bytes:
    return row.digest if row and row.reader_key == key else b""


def _read_anew(
    run: Run, tasks: list[_Task], settings: Settings, key: bytes, template: str, known: dict[str, EpisodeRow]
) -> int:
    """How many of the files were not only touched."""
    # Its findings name the template as they name episode files: relative to the workspace.
    notes = settings.notes._replace(template=f"{run.base}/{settings.notes.template}")
    reader = EpisodeReader(settings.show, settings.episodes, notes, template)
    limits = Limits(settings.notes.seconds, settings.notes.megabytes)
    results = run_limited(tasks, lambda task: _read(task, reader, run.folder), limits, run.options.jobs)
    read = 0
    for done, (task, result) in enumerate(results, 1):
        read += _keep(run, task, result, key, known)
        run.options.progress("episodes", done, len(tasks))
    return read


def _episode_files(base: str, inputs: dict[str, Stat], settings: Settings) -> Iterator[str]:
    import fnmatch

    start = f"{base}/{settings.episodes.folder.strip('/')}/"
    skip = settings.episodes.skip
    for path in inputs:
        if not path.startswith(start) or not path.endswith((".md", ".markdown")):
            continue
        name = path[len(start) :]
        if name[0] != "_" and "/_" not in name and not any(fnmatch.fnmatchcase(name, one) for one in skip):
            yield path


def _read(task: _Task, reader: EpisodeReader, folder: str) -> tuple[object, ...]:
    """Runs in a worker, hence plain values: digest; and unless known, brief, record, notes, findings."""
    try:
        if task.stat.link:
            inside(folder, os.path.relpath(task.absolute, folder))
        data = read_regular(task.absolute, _LARGEST)
    except (OSError, PathFault) as error:
        return b"", "", "", "", to_json((_unreadable(task, error),))
    digest = hashlib.sha256(data).digest()
    if digest == task.digest:
        return (digest,)
    episode, notes, findings = reader.read(task.path, data)
    found = to_json(findings) if findings else ""
    if episode is None:
        return digest, "", "", "", found
    return digest, _brief_of(episode), to_json(episode), notes, found


def _unreadable(task: _Task, error: Exception) -> Finding:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    fix = "mend the file or its permissions"
    return Finding(Severity.ERROR, "unreadable-file", Place(task.path), f"cannot be read: {reason}", fix)


def _keep(
    run: Run, task: _Task, result: Sequence[object] | Overrun, key: bytes, known: dict[str, EpisodeRow]
) -> bool:
    """Keeps what came of a task, also in `known`. Returns whether there was anything new in it."""
    if isinstance(result, Overrun):
        result = (b"", "", "", "", to_json((_too_much(task, result),)))
    # A file that was changed just now may change again within the same tick: it is looked at once more.
    stat = task.stat if settled(task.stat, run.options.started_ns) else task.stat._replace(mtime_ns=0)
    if len(result) == 1:
        run.cache.touch_episode(known[task.path].id, stat)
        return False
    digest, brief, record, notes, findings = result
    row = EpisodeRow(0, task.path, stat, digest, key, brief, findings)  # type: ignore[arg-type]
    id = run.cache.keep_episode(run.show, row, record, notes)  # type: ignore[arg-type]
    known[task.path] = row._replace(id=id)
    return True


def _too_much(task: _Task, overrun: Overrun) -> Finding:
    message = f"reading it needs {overrun.reason}"
    fix = "look for very deep lists, or for long runs of one character such as `[`"
    return Finding(Severity.ERROR, "too-much-work", Place(task.path), message, fix)


def _brief_of(episode: Episode) -> str:
    return json.dumps(
        (
            episode.title,
            episode.slug,
            episode.guid,
            episode.state,
            episode.type,
            episode.published and episode.published.isoformat(),
            episode.modified and episode.modified.isoformat(),
            episode.number,
            episode.season,
            episode.artwork,
            episode.audio.file,
            episode.audio.length_bytes,
            episode.audio.duration and episode.audio.duration.total_seconds(),
            episode.audio.type,
        ),
        ensure_ascii=False,
    )


def _briefs(rows: Sequence[EpisodeRow]) -> Iterator[Brief]:
    date = datetime.fromisoformat
    rows = [row for row in rows if row.brief]
    # One long text is read much faster than a thousand short ones.
    for row, brief in zip(rows, json.loads(f"[{','.join(row.brief for row in rows)}]"), strict=True):
        title, slug, guid, state, kind, published, modified, number, season, artwork, *audio = brief
        file, length, seconds, media_type = audio
        yield Brief(
            row.id,
            row.digest,
            row.path,
            title,
            slug,
            guid,
            state,
            kind,
            date(published) if published else None,
            date(modified) if modified else None,
            number,
            season,
            artwork,
            AudioClaim(file, length, timedelta(seconds=seconds) if seconds else None, media_type),
        )


def _findings(rows: Sequence[EpisodeRow]) -> Iterator[Finding]:
    texts = [row.findings for row in rows if row.findings]
    for found in from_json(tuple[tuple[Finding, ...], ...], f"[{','.join(texts)}]"):
        yield from found
