"""The files beside episodes, made where they are not there yet or were made from something else."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from feedpub.config.settings import Settings
from feedpub.errors import HostError
from feedpub.files import Stat, read_regular, scan_tree, sweep_temporaries, write_if_changed
from feedpub.model.plain import from_json
from feedpub.pipeline.beside.beside import (
    CHAPTERS,
    COPY,
    COVER,
    PICTURE,
    TRANSCRIPT,
    VARIANT,
    Beside,
    Output,
)
from feedpub.pipeline.beside.company import Company
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.run import Run
from feedpub.sources.worker import Limits, Overrun, run_limited

#: how many episodes are seen to at a time
_TOGETHER = 100
_LARGEST_COPY = 64 << 20


class _Job(NamedTuple):
    """A file to be made."""

    id: int
    output: Output
    #: what the episode's feed item says
    beside: Beside


def write_company(run: Run, gathered: Gathered, company: Company) -> list[str]:
    """Makes what is missing or out of date in the show's output; returns the paths that changed.

    Raises OSError where something cannot be written, HostError where a source vanished meanwhile.
    """
    there = scan_tree(run.output)
    keys = {**{id: row.key for id, row in company.rows.items()}, **company.keys}
    stale = [
        id
        for id, row in company.rows.items()
        if row.made != keys[id] or not row.made or not _are_there(row.outputs, there)
    ]
    changed: list[str] = []
    swept: set[str] = set()
    for start in range(0, len(stale), _TOGETHER):
        part = stale[start : start + _TOGETHER]
        facts = run.cache.beside_facts(run.show, part)
        known = {id: from_json(Beside, text) for id, text in facts.items()}
        jobs = [_Job(id, output, beside) for id, beside in known.items() for output in beside.outputs]
        for job, content in _make(run, gathered, jobs):
            target = os.path.join(run.output, job.output.path)
            folder = os.path.dirname(target)
            if folder not in swept:
                sweep_temporaries(folder, run.options.started_ns / 1e9)
                swept.add(folder)
            if write_if_changed(target, (content,)):
                changed.append(job.output.path)
        run.cache.keep_made(
            run.show, [(id, keys[id], _list_outputs(run.output, known[id].outputs)) for id in part]
        )
        run.options.progress("files beside episodes", start + len(part), len(stale))
    return changed


def _are_there(outputs: str, there: Mapping[str, Stat]) -> bool:
    for line in outputs.splitlines():
        path, _, size = line.partition("\0")
        if path not in there or str(there[path].size) != size:
            return False
    return True


def _list_outputs(folder: str, outputs: Iterable[Output]) -> str:
    return "".join(f"{one.path}\0{os.path.getsize(os.path.join(folder, one.path))}\n" for one in outputs)


def _make(run: Run, gathered: Gathered, jobs: Sequence[_Job]) -> Iterator[tuple[_Job, bytes]]:
    """The content of each file; what is no mere copy is made in workers."""
    for job in jobs:
        if job.output.kind == COPY:
            yield job, read_regular(run.absolute(job.output.source), _LARGEST_COPY)
        elif job.output.kind == CHAPTERS:
            yield job, _render_chapters(job)
    limits = Limits(gathered.settings.notes.seconds, gathered.settings.notes.megabytes)
    hostile = [job for job in jobs if job.output.kind in MAKERS]

    def work(job: _Job) -> bytes:
        maker = MAKERS[job.output.kind]
        return maker(run.absolute(job.output.source), job.output.details, gathered.settings)

    for job, content in run_limited(hostile, work, limits, run.options.jobs):
        if isinstance(content, Overrun) or not content:
            message = f"{job.output.source}: it changed while it was worked on"
            raise HostError(message, "the feed that was there before is still whole; build again")
        yield job, content


def _render_chapters(job: _Job) -> bytes:
    from feedpub.sources.chapters.render import render_json

    title, podcast, author, file_name = json.loads(job.output.details)
    return render_json(job.beside.chapters, title=title, podcast=podcast, author=author, file_name=file_name)


def _make_transcript(source: str, details: str, settings: Settings) -> bytes:
    from feedpub.pipeline.beside.transcripts import LARGEST, make_planned

    return make_planned(read_regular(source, LARGEST), details, settings.transcripts)


def _convert(source: str, details: str, settings: Settings) -> bytes:
    from feedpub.sources.artwork.conversion import convert_picture
    from feedpub.sources.artwork.facts import measure_picture, read_picture

    content = read_picture(source)
    return convert_picture(content, measure_picture(content), json.loads(details))


def _make_variant(source: str, details: str, settings: Settings) -> bytes:
    from feedpub.sources.artwork.conversion import make_variant
    from feedpub.sources.artwork.facts import measure_picture, read_picture

    content = read_picture(source)
    width, quality = json.loads(details)
    return make_variant(content, measure_picture(content), width, quality)


def _take_cover(source: str, details: str, settings: Settings) -> bytes:
    from feedpub.sources.artwork.conversion import convert_picture
    from feedpub.sources.artwork.facts import measure_picture
    from feedpub.sources.audio.cover import read_cover

    content = read_cover(source) or b""
    return convert_picture(content, measure_picture(content), json.loads(details))


#: kind of an output -> what makes its bytes, from the absolute path of its source, its details, the settings
MAKERS: dict[str, Callable[[str, str, Settings], bytes]] = {
    TRANSCRIPT: _make_transcript,
    PICTURE: _convert,
    VARIANT: _make_variant,
    COVER: _take_cover,
}
