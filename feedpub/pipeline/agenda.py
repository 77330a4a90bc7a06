"""`feedpub next`: which episodes are due, and when."""

from datetime import datetime
from typing import NamedTuple

from feedpub.model import Finding
from feedpub.pipeline.gather import gather_show
from feedpub.pipeline.run import Run
from feedpub.release.schedule import is_due


class Due(NamedTuple):
    """An episode that will enter the feed by itself."""

    show: str
    title: str
    published: datetime
    #: the episode file, relative to the workspace
    source: str


class Agenda(NamedTuple):
    """What is coming in a show."""

    show: str
    #: the nearest first
    coming: tuple[Due, ...]
    findings: tuple[Finding, ...]


def read_agenda(run: Run) -> Agenda:
    """The scheduled episodes of a show. Writes nothing but the cache."""
    gathered = gather_show(run)
    coming = [
        Due(run.show, brief.title, brief.published, brief.source)
        for brief in gathered.briefs
        if brief.ready and brief.published and not is_due(brief.published, run.options.now)
    ]
    return Agenda(run.show, tuple(sorted(coming, key=lambda due: due.published)), tuple(gathered.findings))
