"""Episode files -> what is known of them: from the cache where they have not changed, else read anew."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from feedpub.cache import Cache, EpisodeRow
from feedpub.config import Settings
from feedpub.files import PathFault, Stat, inside, read_regular
from feedpub.model import AudioClaim, Episode, EpisodeState, EpisodeType, Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.freshness import settled
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
            self.source, self.title, self.slug, type=EpisodeType(self.type), number=self.number, season=self.season
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
    cache: Cache,
    show: str,
    folder: str,
    inputs: dict[str, Stat],
    settings: Settings,
    reader_key: bytes,
    template: str,
    *,
    jobs: int,
    started_ns: int,
    progress: Callable[[str, int, int], None],
) -> Reading:
    """All episodes of a show. `folder` is the absolute path of the show's folder."""
    paths = sorted(_episode_files(show, inputs, settings))
    known = {row.path: row for row in cache.episodes(show)}
    cache.forget_episodes([known[path].id for path in known.keys() - set(paths)])
    tasks = []
    for path in paths:
        row = known.get(path)
        if row is None or row.stat[:3] != inputs[path][:3] or row.reader_key != reader_key:
            same = row.digest if row and row.reader_key == reader_key else b""
            tasks.append(_Task(path, os.path.join(folder, path.split("/", 2)[2]), inputs[path], same))
    read = 0
    if tasks:
        reader = EpisodeReader(settings.show, settings.episodes, settings.notes, template)
        limits = Limits(settings.notes.seconds, settings.notes.megabytes)
        results = run_limited(tasks, lambda task: _read(task, reader, folder), limits, jobs)
        for done, (task, result) in enumerate(results, 1):
            stat = task.stat if settled(task.stat, started_ns) else task.stat._replace(mtime_ns=0)
            read += _keep(cache, show, task, stat, result, reader_key, known)
            progress("episodes", done, len(tasks))
    rows = [known[path] for path in paths]
    return Reading(list(_briefs(rows)), list(_findings(rows)), read)


def _episode_files(show: str, inputs: dict[str, Stat], settings: Settings) -> Iterator[str]:
    import fnmatch

    start = f"feeds/{show}/{settings.episodes.folder.strip('/')}/"
    skip = settings.episodes.skip
    for path in inputs:
        if not path.startswith(start) or not path.endswith((".md", ".markdown")):
            continue
        name = path[len(start) :]
        if name[0] != "_" and "/_" not in name and not any(fnmatch.fnmatchcase(name, one) for one in skip):
            yield path


def _read(task: _Task, reader: EpisodeReader, folder: str) -> tuple[object, ...]:
    """Runs in a worker, hence plain values: digest, and unless that is known: brief, record, notes, findings."""
    try:
        if task.stat.link:
            inside(folder, os.path.relpath(task.absolute, folder))
        data = read_regular(task.absolute, _LARGEST)
    except (OSError, PathFault) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        place = Place(task.path.encode(errors="surrogateescape").decode(errors="backslashreplace"))
        finding = Finding(Severity.ERROR, "unreadable-file", place, f"cannot be read: {reason}", "mend the file or its permissions")
        return b"", "", "", "", to_json((finding,))
    digest = hashlib.sha256(data).digest()
    if digest == task.digest:
        return (digest,)
    episode, notes, findings = reader.read(task.path, data)
    found = to_json(findings) if findings else ""
    if episode is None:
        return digest, "", "", "", found
    return digest, _brief_of(episode), to_json(episode), notes, found


def _keep(
    cache: Cache,
    show: str,
    task: _Task,
    stat: Stat,
    result: Sequence[object] | Overrun,
    reader_key: bytes,
    known: dict[str, EpisodeRow],
) -> bool:
    """Keeps what came of a task, also in `known`. Returns whether there was anything new in it."""
    if isinstance(result, Overrun):
        finding = Finding(
            Severity.ERROR,
            "too-much-work",
            Place(task.path),
            f"reading it needs {result.reason}",
            "look for very deep lists, or for long runs of one character such as `[`",
        )
        result = (b"", "", "", "", to_json((finding,)))
    if len(result) == 1:
        cache.touch_episode(known[task.path].id, stat)
        return False
    digest, brief, record, notes, findings = result
    row = EpisodeRow(0, task.path, stat, digest, reader_key, brief, findings)  # type: ignore[arg-type]
    known[task.path] = row._replace(id=cache.keep_episode(show, row, record, notes))  # type: ignore[arg-type]
    return True


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
    for row in rows:
        if row.brief:
            title, slug, guid, state, kind, published, modified, number, season, artwork, *audio = json.loads(row.brief)
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
    for row in rows:
        if row.findings:
            yield from from_json(tuple[Finding, ...], row.findings)
