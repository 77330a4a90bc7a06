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
from feedpub.cache.freshness import Freshness
from feedpub.errors import HostError
from feedpub.feed.stylesheet import stylesheet
from feedpub.files import stat_of, sweep_temporaries, write_if_changed
from feedpub.model import AlternateEnclosure, Enclosure, EpisodeState, Finding, Severity, Show
from feedpub.pipeline import freshness
from feedpub.pipeline.alternates import describe_alternates
from feedpub.pipeline.audio import Sound
from feedpub.pipeline.beside.company import judge_company
from feedpub.pipeline.beside.makers import write_company
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.describe import describe_channel
from feedpub.pipeline.gather import Gathered, gather_show
from feedpub.pipeline.identity import complete_entries, match_ledger, read_ledger, write_ledger
from feedpub.pipeline.items import Entry, render_items, stream_feed
from feedpub.pipeline.listening import listen
from feedpub.pipeline.places import place_findings
from feedpub.pipeline.run import Run
from feedpub.pipeline.siblings import resolve_others
from feedpub.release.identity import Candidate, new_guid
from feedpub.release.ledger import FILE as LEDGER
from feedpub.release.live import live_moments, live_status
from feedpub.release.schedule import is_due, last_due, next_due
from feedpub.sources.duplicates import Claimant, check_duplicates
from feedpub.sources.enclosure import EnclosureAddress

FEED = "feed.xml"
STYLESHEET = "feed.css"

#: seconds since 1970 that no clock will show
_NEVER = 9e15


class Built(NamedTuple):
    """What came of building one show."""

    show: str
    findings: tuple[Finding, ...]
    #: files that changed, relative to the workspace
    written: tuple[str, ...] = ()
    #: episodes in the feed
    episodes: int = 0
    scheduled: int = 0
    drafts: int = 0
    hidden: int = 0
    next_due: datetime | None = None
    #: size of the feed
    bytes: int = 0

    @property
    def failed(self) -> bool:
        """Whether there are errors, so that nothing was written."""
        return _fatal(self.findings)


def build_show(run: Run) -> Built:
    """Builds one show.

    Raises UsageError for faults in the settings, RefusedError where listeners would be hurt, HostError
    when something cannot be written.
    """
    log.event("build.started", show=run.show)
    gathered = gather_show(run)
    build = _Build(run, gathered)
    build.judge()
    built = Built(run.show, ())
    if not _fatal(build.findings):
        built = build.write()
    findings = place_findings(run, build.findings)
    del build  # what a long show took is needed for the last step
    _remember(run, gathered, findings)
    return built._replace(findings=tuple(findings))


class _Build:
    """The steps of one build; each leaves what the next ones need."""

    def __init__(self, run: Run, gathered: Gathered) -> None:
        self.run, self.gathered = run, gathered
        self.settings, self.key, _, self.briefs, findings, _ = gathered
        self.findings = list(findings)
        self._address = EnclosureAddress(self.settings.audio.url, self.settings.show.feed_url)

    def judge(self) -> None:
        """Everything that can be wrong is found before anything is written."""
        self.findings += check_duplicates(
            Claimant(one.source, one.slug, one.guid, one.type, one.number, one.season) for one in self.briefs
        )
        self.heard = listen(self.run, self.gathered)
        self.company = judge_company(self.run, self.gathered, self.heard.sounds)
        self.others, unknown = resolve_others(self.run, self.settings)
        self.findings += [*self.heard.findings, *self.company.findings, *unknown]

    def write(self) -> Built:
        """Decides who is who and what is due, and writes it."""
        now = self.run.options.now
        sounds = self.heard.sounds
        enclosures = {one.id: self._enclosure(one, sounds[one.id]) for one in self.briefs if one.id in sounds}
        guids = self._identify(enclosures)
        alternates = self._alternates(enclosures)
        due = [self._entry(one, enclosures, guids[one.id], alternates) for one in self._due(enclosures)]
        live = [self._live(one, enclosures, alternates) for one in self.briefs if one.ready and one.live]
        show = self._describe(due)
        entries = [*live, *due]
        render_items(self.run, self.key, show, entries, self.settings)
        pages = self._pages(show, entries)
        written = self._put(show, entries, pages)
        waiting = [
            one.published
            for one in self.briefs
            if one.ready and not one.live and one.published and one.published > now
        ]
        states = [one.state for one in self.briefs]
        return Built(
            self.run.show,
            (),
            tuple(written),
            len(due),
            len(waiting),
            states.count(EpisodeState.DRAFT),
            states.count(EpisodeState.HIDDEN),
            next_due(waiting, now),
            os.path.getsize(os.path.join(self.run.output, FEED)),
        )

    def _pages(self, show: Show, entries: Sequence[Entry]) -> list[Entry]:
        """The entries whose page has to be written anew."""
        if not self.settings.notes.pages:
            return []
        from feedpub.pipeline.pages import render_pages

        return render_pages(self.run, self.key, show, entries)

    def _enclosure(self, brief: Brief, sound: Sound) -> Enclosure:
        audio = sound.audio
        url = sound.url or self._url(brief, sound.path)
        return Enclosure(url, audio.length_bytes, audio.type, audio.duration or None)

    def _url(self, brief: Brief, path: str) -> str:
        """The address of a local audio file."""
        start = f"{self.run.base}/{self.settings.audio.folder.strip('/')}/"
        file = path[len(start) :] if path.startswith(start) else path.rpartition("/")[2]
        return self._address.fill(file, brief.slug, brief.number, brief.season)

    def _alternates(self, enclosures: dict[int, Enclosure]) -> dict[int, tuple[AlternateEnclosure, ...]]:
        heard = self.heard
        local = {
            id: (heard.sounds[id].path, enclosures[id])
            for id in heard.alternates
            if id in enclosures and heard.sounds[id].path
        }
        return describe_alternates(self.run, self.briefs, heard.alternates, heard.rows, local, self._url)

    def _entry(
        self,
        brief: Brief,
        enclosures: dict[int, Enclosure],
        guid: str,
        alternates: dict[int, tuple[AlternateEnclosure, ...]],
    ) -> Entry:
        beside = self.company.keys.get(brief.id, b"")
        return Entry(brief, enclosures.get(brief.id), guid, alternates.get(brief.id, ()), beside)

    def _live(
        self,
        brief: Brief,
        enclosures: dict[int, Enclosure],
        alternates: dict[int, tuple[AlternateEnclosure, ...]],
    ) -> Entry:
        """A stream has the guid that its episode will have: it is never in the feed as both."""
        assert brief.live
        assert brief.published
        guid = brief.guid or new_guid(self.known.ledger.guid, brief.source.removeprefix(f"{self.run.base}/"))
        status = live_status(brief.live, brief.published, self.run.options.now)
        return self._entry(brief, enclosures, guid, alternates)._replace(status=status)

    def _identify(self, enclosures: dict[int, Enclosure]) -> dict[int, str]:
        """Brief's id -> the guid that counts. Writes nothing yet."""
        feed_url = self.settings.show.feed_url
        self.known = read_ledger(self.run, feed_url)
        candidates = [self._candidate(brief, enclosures.get(brief.id)) for brief in self.briefs]
        self.identities, odd = match_ledger(self.run, self.known, candidates, feed_url)
        self.findings += odd
        local = {}
        for number, position in self.identities.positions.items():
            sound = self.heard.sounds.get(self.briefs[number].id)
            if sound and sound.path:
                local[position] = self.heard.rows[sound.path]
        self.ledger = complete_entries(self.run, self.known, self.identities, local)
        return {
            self.briefs[number].id: self.ledger.entries[position].guid
            for number, position in self.identities.positions.items()
        }

    def _candidate(self, brief: Brief, enclosure: Enclosure | None) -> Candidate:
        return Candidate(
            brief.source.removeprefix(self.run.base + "/"),
            brief.slug,
            brief.guid,
            brief.published,
            enclosure.url if enclosure else "",
            enclosure is not None and brief.live is None,
        )

    def _due(self, enclosures: dict[int, Enclosure]) -> list[Brief]:
        """The episodes of the feed, newest first."""
        now = self.run.options.now
        due = [
            one
            for one in self.briefs
            if one.id in enclosures and one.published and not one.live and is_due(one.published, now)
        ]
        due.sort(key=lambda one: (one.published, one.season or 0, one.number or 0, one.source), reverse=True)
        return due[: self.settings.feed.limit or None]

    def _describe(self, due: Sequence[Entry]) -> Show:
        style = STYLESHEET if self.settings.feed.stylesheet else ""
        guid = self.known.ledger.guid
        show = describe_channel(self.run.show, self.settings, due, self.others, guid, style)
        return show._replace(artwork=self.company.show.artwork, images=self.company.show.images)

    def _put(self, show: Show, entries: Sequence[Entry], pages: Sequence[Entry]) -> list[str]:
        """Writes, the feed last; returns what changed."""
        run = self.run
        try:
            for folder in (run.folder, run.output):
                sweep_temporaries(folder, run.options.started_ns / 1e9)
            ledger_changed = write_ledger(run, self.known, self.ledger, self.identities.dropped)
            beside = write_company(run, self.gathered, self.company)
            if show.stylesheet and write_if_changed(os.path.join(run.output, STYLESHEET), (stylesheet(),)):
                beside.append(STYLESHEET)
            if self.settings.notes.pages:
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


def _remember(run: Run, gathered: Gathered, findings: Sequence[Finding]) -> None:
    """When nothing need be done next time, if that can be said for certain."""
    ledger = f"{run.base}/{LEDGER}"
    restless = any(
        path != ledger and not freshness.settled(stat, run.options.started_ns)
        for path, stat in gathered.inputs.items()
    )
    if restless or _fatal(findings):
        run.cache.keep_freshness(run.show, None)
        return
    after = stat_of(run.absolute(ledger))
    inputs = gathered.inputs | ({ledger: after} if after else {})
    dates = _moments(gathered.briefs)
    last, coming = last_due(dates, run.options.now), next_due(dates, run.options.now)
    run.cache.keep_freshness(
        run.show,
        Freshness(
            freshness.fingerprint(run.root, run.show, inputs, run.options.environ),
            last.timestamp() if last else 0.0,
            coming.timestamp() if coming else _NEVER,
        ),
    )


def _moments(briefs: Sequence[Brief]) -> list[datetime]:
    """The instants at which the feed changes by itself."""
    dates: list[datetime] = []
    for brief in briefs:
        if brief.ready and brief.published:
            dates += live_moments(brief.live, brief.published) if brief.live else (brief.published,)
    return dates


def _fatal(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
