"""What stands beside all episodes of a show: judged where something has changed, else known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from feedpub.cache.store import BesideRow
from feedpub.files import Stat
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json
from feedpub.pipeline import freshness
from feedpub.pipeline.audio import Sound
from feedpub.pipeline.beside.beside import Beside
from feedpub.pipeline.beside.claims import check_claims
from feedpub.pipeline.beside.naming import Names
from feedpub.pipeline.beside.task import Answer, Context, Task, as_answer
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.places import locate_setting
from feedpub.pipeline.reading import read_findings
from feedpub.pipeline.run import Run, limits_of
from feedpub.sources.worker import Overrun, run_limited

#: stands for the show among the ids of its episodes
SHOW = 0
#: how many records are in memory at a time
_TOGETHER = 500


class Company(NamedTuple):
    """What is known beside the episodes of a show."""

    #: episode's id -> what changes with all that stands beside it; nothing for those that stand alone
    keys: dict[int, bytes]
    #: id -> what is in the cache
    rows: dict[int, BesideRow]
    #: what belongs to the show itself
    show: Beside
    findings: list[Finding]


def judge_company(run: Run, gathered: Gathered, sounds: Mapping[int, Sound]) -> Company:
    """Judges what has changed. Every error is told; other findings only of what was judged anew."""
    tasks = {task.id: task for task in _plan(run, gathered, sounds)}
    rows = run.cache.beside(run.show)
    if gone := [id for id in rows if id not in tasks]:
        run.cache.forget_beside(run.show, gone)
        for id in gone:
            del rows[id]
    stale = [task for task in tasks.values() if task.id not in rows or rows[task.id].key != task.key]
    for row in _judge(run, gathered, stale):
        rows[row.id] = row._replace(facts="")
    anew = {task.id for task in stale}
    findings = read_findings(row.errors for row in rows.values())
    everything = run.options.everything
    findings += read_findings(row.remarks for row in rows.values() if everything or row.id in anew)
    if any(not row.made or row.made != row.key for row in rows.values()):  # what was made had no fault
        findings += check_claims({task.source: rows[id].claims for id, task in tasks.items()})
    findings += _check_speakers(run, gathered, rows, bool(anew))
    keys = {id: task.key for id, task in tasks.items() if id != SHOW}
    show = from_json(Beside, run.cache.beside_facts(run.show, [SHOW])[SHOW])
    return Company(keys, rows, show, findings)


def _plan(run: Run, gathered: Gathered, sounds: Mapping[int, Sound]) -> Iterator[Task]:
    """A task for the show and for each episode that has company."""
    settings = gathered.settings
    names = Names(run, gathered)
    yield _show_task(run, gathered, sounds)
    for brief in gathered.briefs:
        if not brief.ready:
            continue
        sound = sounds.get(brief.id)
        named = names.find(brief, sound)
        audio = sound.audio if sound and sound.path else None
        embedded = audio and (audio.chapters or (audio.has_cover and settings.pictures.from_audio))
        if not (brief.accompanied or embedded or any(named.paths())):
            continue
        stats = {path: gathered.inputs[path] for path in named.paths()}
        path = sound.path if sound else ""
        key = _key(gathered.key, brief, stats, gathered.inputs.get(path), path)
        yield Task(brief.id, key, brief.source, named, audio, path)


def _show_task(run: Run, gathered: Gathered, sounds: Mapping[int, Sound]) -> Task:
    settings = gathered.settings
    audio = "" if settings.show.artwork else _newest_cover(gathered.briefs, sounds)
    wanted = [settings.show.artwork, *(image.url for image in settings.show.images)]
    stats = {
        path: gathered.inputs[path]
        for path in (*(f"{run.base}/{name}" for name in wanted), audio)
        if path in gathered.inputs
    }
    return Task(SHOW, _key(gathered.key, None, stats, None, ""), f"{run.base}/show.toml", audio_path=audio)


def _newest_cover(briefs: Iterable[Brief], sounds: Mapping[int, Sound]) -> str:
    """The audio of the newest episode that carries a picture."""
    carriers = [
        (brief.published, sounds[brief.id].path)
        for brief in briefs
        if brief.published and brief.id in sounds and sounds[brief.id].audio.has_cover
    ]
    return max(carriers, default=(None, ""))[1]


def _key(
    base: bytes, brief: Brief | None, files: Mapping[str, Stat], audio: Stat | None, audio_path: str
) -> bytes:
    parts = [f"{path}\0{stat[:3]}" for path, stat in files.items()]
    parts.append(f"{audio_path}\0{audio[:3] if audio else ''}")
    return base + (brief.digest if brief else b"") + "\n".join(parts).encode(errors="surrogateescape")


def _judge(run: Run, gathered: Gathered, stale: Sequence[Task]) -> Iterator[BesideRow]:
    """Judges tasks; what came of them is in the cache when it is given."""
    context = Context(run.root, run.base, run.folder, gathered.inputs, gathered.settings)
    for start in range(0, len(stale), _TOGETHER):
        part = stale[start : start + _TOGETHER]
        ids = [task.id for task in part if task.id != SHOW]
        records = dict(zip(ids, (record for record, _ in run.cache.records(ids)), strict=True))
        rows = [
            _row(run, gathered, task, answer)
            for task, answer in _answers(run, gathered, part, records, context)
        ]
        run.cache.keep_beside(run.show, rows)
        run.options.progress("companions", start + len(part), len(stale))
        yield from rows


def _answers(
    run: Run, gathered: Gathered, tasks: Sequence[Task], records: Mapping[int, str], context: Context
) -> Iterator[tuple[Task, Answer]]:
    """What has files is judged in workers; what is told by the episode alone needs none."""
    from feedpub.pipeline.beside.episode import judge_episode, judge_show

    hostile = [task for task in tasks if _reads_files(task)]
    for task in tasks:
        if not _reads_files(task):
            yield task, judge_episode(task, records[task.id], context)
    limits = limits_of(gathered.settings)

    def work(task: Task) -> Answer:
        return (
            judge_show(task, context) if task.id == SHOW else judge_episode(task, records[task.id], context)
        )

    for task, answer in run_limited(hostile, work, limits, run.options.jobs):
        yield task, _too_much(task, answer) if isinstance(answer, Overrun) else answer


def _reads_files(task: Task) -> bool:
    return task.id == SHOW or any(task.named.paths()) or bool(task.audio and task.audio.has_cover)


def _row(run: Run, gathered: Gathered, task: Task, answer: Answer) -> BesideRow:
    """A file that was changed just now may change again unseen: then it is judged once more."""
    settled = all(
        freshness.settled(gathered.inputs[path], run.options.started_ns)
        for path in (*task.named.paths(), task.audio_path)
        if path in gathered.inputs
    )
    return BesideRow(task.id, task.key if settled else b"", *answer, b"", "")


def _too_much(task: Task, overrun: Overrun) -> Answer:
    message = f"what stands beside it needs {overrun.reason}"
    fix = "look for a very large picture or transcript among its files"
    finding = Finding(Severity.ERROR, "too-much-work", Place(task.source), message, fix)
    return as_answer(Beside(), [finding])


def _check_speakers(
    run: Run, gathered: Gathered, rows: Mapping[int, BesideRow], judged: bool
) -> Iterator[Finding]:
    """Speakers of the settings who speak nowhere: by such a slip a name gets out that was to be hidden."""
    settings = gathered.settings.transcripts
    wanted = {*settings.speakers, *settings.hide}
    if not wanted or not (judged or run.options.everything):
        return
    facts = run.cache.beside_facts(run.show, list(rows))
    strangers = [
        set(beside.strangers)
        for beside in (from_json(Beside, text) for text in facts.values())
        if beside.transcripts
    ]
    for name in sorted(wanted.intersection(*strangers)) if strangers else ():
        key = "transcripts.speakers" if name in settings.speakers else "transcripts.hide"
        message = f"`{key}`: nobody is called `{name}` in any transcript"
        place, fix = locate_setting(run, key), "write the name as the files have it"
        yield Finding(Severity.WARNING, "unknown-speaker", place, message, fix)
