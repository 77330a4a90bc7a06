"""The files beside episodes, made where they are not there yet or were made from something else."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from feedpub.config.settings import Settings
from feedpub.errors import FindingsError, HostError
from feedpub.files import (
    PathFault,
    Stat,
    look_of,
    read_regular,
    scan_tree,
    stat_of,
    sweep_temporaries,
    write_if_changed,
)
from feedpub.kinds.fault import quote
from feedpub.model import Finding, Place, Severity
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
from feedpub.pipeline.run import Run, limits_of
from feedpub.release.schedule import is_due
from feedpub.sources.worker import Overrun, run_limited

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

    What belongs to episodes that are not due yet is nobody's business, and waits with them.
    Raises OSError where something cannot be written, HostError where a source vanished meanwhile.
    """
    keys = {**{id: row.key for id, row in company.rows.items()}, **company.keys}
    stale = _find_stale(run, gathered, company, keys)
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


def _find_stale(run: Run, gathered: Gathered, company: Company, keys: Mapping[int, bytes]) -> list[int]:
    """Those of which something has to be made."""
    there, now = scan_tree(run.output), run.options.now
    waiting = {
        one.id for one in gathered.briefs if one.published and not one.live and not is_due(one.published, now)
    }
    return [
        id
        for id, row in company.rows.items()
        if id not in waiting
        and (not row.made or row.made != keys[id] or not _are_untouched(row.outputs, there))
    ]


def _are_untouched(outputs: str, there: Mapping[str, Stat]) -> bool:
    lines = (line.partition("\0") for line in outputs.splitlines())
    return all(look_of(there.get(path)) == look for path, _, look in lines)


def _list_outputs(folder: str, outputs: Iterable[Output]) -> str:
    return "".join(f"{one.path}\0{look_of(stat_of(os.path.join(folder, one.path)))}\n" for one in outputs)


def _make(run: Run, gathered: Gathered, jobs: Sequence[_Job]) -> Iterator[tuple[_Job, bytes]]:
    """The content of each file; what is no mere copy is made in workers."""
    for job in jobs:
        if job.output.kind == COPY:
            yield job, _copy(run.absolute(job.output.source))
        elif job.output.kind == CHAPTERS:
            yield job, _render_chapters(job)
    limits = limits_of(gathered.settings)

    def work(group: list[_Job]) -> list[bytes]:
        output = group[0].output
        details = [job.output.details for job in group]
        try:
            return MAKERS[output.kind](run.absolute(output.source), details, gathered.settings)
        except (OSError, ValueError):  # what was right a moment ago is not there, or something else now
            return []

    for group, contents in run_limited(_by_source(jobs), work, limits, run.options.jobs):
        if isinstance(contents, Overrun):
            raise _too_much(group[0].output, contents)
        if not contents or not all(contents):
            raise _changed(group[0].output.source)
        yield from zip(group, contents, strict=True)


def _copy(source: str) -> bytes:
    try:
        return read_regular(source, _LARGEST_COPY)
    except (OSError, PathFault):
        raise _changed(source) from None


def _changed(source: str) -> HostError:
    message = f"{source}: it changed while it was worked on"
    return HostError(message, "the feed that was there before is still whole; build again")


def _too_much(output: Output, overrun: Overrun) -> FindingsError:
    message = f"making {quote(output.path)} of it needs {overrun.reason}"
    fix = "make the file smaller, or raise `notes.seconds` or `notes.megabytes`"
    finding = Finding(Severity.ERROR, "too-much-work", Place(output.source), message, fix)
    return FindingsError("a file beside an episode cannot be made", "", [finding])


def _by_source(jobs: Iterable[_Job]) -> list[list[_Job]]:
    """What is made of one file in one way is made together: the file is read once."""
    groups: dict[tuple[str, str], list[_Job]] = {}
    for job in jobs:
        if job.output.kind in MAKERS:
            groups.setdefault((job.output.kind, job.output.source), []).append(job)
    return list(groups.values())


def _render_chapters(job: _Job) -> bytes:
    from feedpub.sources.chapters.render import render_json

    title, podcast, author, file_name = json.loads(job.output.details)
    return render_json(job.beside.chapters, title=title, podcast=podcast, author=author, file_name=file_name)


def _make_transcripts(source: str, details: Sequence[str], settings: Settings) -> list[bytes]:
    from feedpub.pipeline.beside.transcripts import make_planned
    from feedpub.sources.transcripts.reading import LARGEST

    return make_planned(read_regular(source, LARGEST), details, settings.transcripts)


def _convert(source: str, details: Sequence[str], settings: Settings) -> list[bytes]:
    from feedpub.sources.artwork.conversion import convert_picture
    from feedpub.sources.artwork.facts import measure_picture, read_picture

    content = read_picture(source)
    facts = measure_picture(content)
    return [convert_picture(content, facts, json.loads(one)) for one in details]


def _make_variants(source: str, details: Sequence[str], settings: Settings) -> list[bytes]:
    from feedpub.sources.artwork.conversion import make_variant
    from feedpub.sources.artwork.facts import measure_picture, read_picture

    content = read_picture(source)
    facts = measure_picture(content)
    return [make_variant(content, facts, *json.loads(one)) for one in details]


def _take_cover(source: str, details: Sequence[str], settings: Settings) -> list[bytes]:
    from feedpub.sources.artwork.conversion import convert_picture
    from feedpub.sources.artwork.facts import measure_picture
    from feedpub.sources.audio.cover import read_cover

    content = read_cover(source) or b""
    facts = measure_picture(content)
    return [convert_picture(content, facts, json.loads(one)) for one in details]


#: kind of an output -> what makes the bytes of several with one source (its absolute path), by their details
MAKERS: dict[str, Callable[[str, Sequence[str], Settings], list[bytes]]] = {
    TRANSCRIPT: _make_transcripts,
    PICTURE: _convert,
    VARIANT: _make_variants,
    COVER: _take_cover,
}
