"""`feedpub build`: sources and audio of a show -> the feed and what stands beside it.

Nothing is written before everything has been judged, and then in this order: ledger, the files
beside the feed, feed. So whatever moment a build is ended at, the feed that is there is a whole one,
and its identities are in the ledger.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from feedpub import log
from feedpub.errors import HostError
from feedpub.feed.stylesheet import stylesheet
from feedpub.files import sweep_temporaries, write_if_changed
from feedpub.model import EpisodeState, Finding, Show
from feedpub.model.finding import has_errors
from feedpub.pipeline.beside.company import Company, judge_company
from feedpub.pipeline.beside.makers import write_company
from feedpub.pipeline.describe import describe_channel
from feedpub.pipeline.enclosures import check_addresses, list_alternates, list_enclosures
from feedpub.pipeline.entries import Entry, Parts, list_entries
from feedpub.pipeline.gather import Gathered, gather_show
from feedpub.pipeline.identity import write_ledger
from feedpub.pipeline.items import render_items, stream_feed
from feedpub.pipeline.listening import Heard, listen
from feedpub.pipeline.matches import Matches, match_episodes
from feedpub.pipeline.others import Others, resolve_others
from feedpub.pipeline.places import place_findings
from feedpub.pipeline.run import Run
from feedpub.pipeline.standing import remember_build
from feedpub.release.ledger import FILE as LEDGER
from feedpub.release.schedule import next_due
from feedpub.sources.duplicates import Claimant, check_duplicates

FEED = "feed.xml"
STYLESHEET = "feed.css"


class Built(NamedTuple):
    """What came of building one show."""

    show: str
    findings: tuple[Finding, ...]
    #: files that changed, relative to the workspace
    written: tuple[str, ...] = ()
    #: episodes in the feed
    episodes: int = 0
    #: live streams in the feed
    live: int = 0
    scheduled: int = 0
    drafts: int = 0
    hidden: int = 0
    next_due: datetime | None = None
    #: size of the feed
    bytes: int = 0

    @property
    def failed(self) -> bool:
        """Whether there are errors, so that nothing was written."""
        return has_errors(self.findings)


class Judged(NamedTuple):
    """All that was found out of a show before anything is written."""

    heard: Heard
    company: Company
    others: Others
    findings: list[Finding]


class Draft(NamedTuple):
    """A feed that is ready to be written: its items and pages are in the cache."""

    matches: Matches
    show: Show
    entries: list[Entry]
    #: the entries whose page has to be written anew; None where no pages are wanted
    pages: list[Entry] | None
    findings: tuple[Finding, ...]


def build_show(run: Run) -> Built:
    """Builds one show.

    Raises UsageError for faults in the settings, RefusedError where listeners would be hurt, HostError
    when something cannot be written.
    """
    log.event("build.started", show=run.show)
    gathered = gather_show(run)
    built = _build(run, gathered)
    remember_build(run, gathered, failed=built.failed)
    return built._replace(findings=tuple(place_findings(run, built.findings)))


def _build(run: Run, gathered: Gathered) -> Built:
    judged = judge_show(run, gathered)
    if has_errors(judged.findings):
        return Built(run.show, tuple(judged.findings))
    return _write(run, gathered, judged)


def judge_show(run: Run, gathered: Gathered) -> Judged:
    """Everything that can be wrong is found before anything is written."""
    twice = check_duplicates(
        Claimant(one.source, one.slug, one.guid, one.type, one.number, one.season) for one in gathered.briefs
    )
    heard = listen(run, gathered)
    company = judge_company(run, gathered, heard.sounds)
    others, unknown = resolve_others(run, gathered.settings, gathered.briefs)
    findings = [*gathered.findings, *twice, *heard.findings, *company.findings, *unknown]
    return Judged(heard, company, others, findings)


def _write(run: Run, gathered: Gathered, judged: Judged) -> Built:
    draft = _draft(run, gathered, judged)
    written = _put(run, gathered, judged.company, draft)
    findings = (*judged.findings, *draft.findings)
    return _tell(run, gathered, draft.entries)._replace(findings=findings, written=tuple(written))


def _draft(run: Run, gathered: Gathered, judged: Judged) -> Draft:
    """Decides who is who and what is due."""
    enclosures = list_enclosures(run, gathered, judged.heard)
    matches = match_episodes(run, gathered, judged.heard, enclosures)
    alternates = list_alternates(run, gathered, judged.heard, enclosures)
    parts = Parts(enclosures, alternates, judged.company.keys, judged.others.paid)
    entries = list_entries(run, gathered, matches, parts)
    show = _describe(run, gathered, judged, matches, entries)
    render_items(run, gathered.key, show, entries, gathered.settings)
    findings = (*matches.findings, *check_addresses(run, gathered, judged.heard, enclosures))
    return Draft(matches, show, entries, _render_pages(run, gathered, show, entries), findings)


def _describe(
    run: Run, gathered: Gathered, judged: Judged, matches: Matches, entries: Sequence[Entry]
) -> Show:
    settings, beside = gathered.settings, judged.company.show
    style = STYLESHEET if settings.feed.stylesheet else ""
    due = [entry for entry in entries if not entry.status]
    show = describe_channel(run.show, settings, due, judged.others, matches.known.ledger.guid, style)
    return show._replace(artwork=beside.artwork, images=beside.images)


def _render_pages(run: Run, gathered: Gathered, show: Show, entries: Sequence[Entry]) -> list[Entry] | None:
    if not gathered.settings.notes.pages:
        return None
    from feedpub.pipeline.pages import render_pages

    return render_pages(run, gathered.key, show, entries)


def _put(run: Run, gathered: Gathered, company: Company, draft: Draft) -> list[str]:
    """Writes, the feed last; returns what changed."""
    matches, show, entries, pages, _ = draft
    try:
        for folder in (run.folder, run.output):
            sweep_temporaries(folder, run.options.started_ns / 1e9)
        ledger_changed = write_ledger(run, matches.known, matches.ledger, matches.dropped)
        beside = write_company(run, gathered, company)
        if show.stylesheet and write_if_changed(os.path.join(run.output, STYLESHEET), (stylesheet(),)):
            beside.append(STYLESHEET)
        if pages is not None:
            from feedpub.pipeline.pages import write_pages

            beside += write_pages(run, entries, pages)
        if write_if_changed(os.path.join(run.output, FEED), stream_feed(run, show, entries)):
            beside.append(FEED)
    except OSError as error:
        message = f"{error.filename or run.output}: {error.strerror}"
        raise HostError(message, "the feed that was there before is still whole") from None
    for path in beside:
        log.event("build.wrote", path=f"build/{run.show}/{path}")
    return [f"{run.base}/{LEDGER}"] * ledger_changed + [f"build/{run.show}/{path}" for path in beside]


def _tell(run: Run, gathered: Gathered, entries: Sequence[Entry]) -> Built:
    """What is in the feed, and what is not in it yet."""
    now, briefs = run.options.now, gathered.briefs
    waiting = [
        one.published
        for one in briefs
        if one.ready and not one.live and one.published and one.published > now
    ]
    states = [one.state for one in briefs]
    live = sum(entry.status is not None for entry in entries)
    return Built(
        run.show,
        (),
        episodes=len(entries) - live,
        live=live,
        scheduled=len(waiting),
        drafts=states.count(EpisodeState.DRAFT),
        hidden=states.count(EpisodeState.HIDDEN),
        next_due=next_due(waiting, now),
        bytes=os.path.getsize(os.path.join(run.output, FEED)),
    )
