"""`feedpub build`: sources and audio of a show -> the feed and what stands beside it.

Nothing is written before everything has been judged, and then in this order: ledger, pictures and
stylesheet, feed. So whatever moment a build is ended at, the feed that is there is a whole one, and
its identities are in the ledger.
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
from feedpub.model import Enclosure, EpisodeState, Finding, Severity, Show
from feedpub.pipeline import freshness
from feedpub.pipeline.artwork import copy_pictures, find_pictures
from feedpub.pipeline.audio import (
    Sound,
    check_audio,
    check_claim,
    find_audio,
    join_audio,
    measure_audio,
)
from feedpub.pipeline.gather import Gathered, gather_show
from feedpub.pipeline.identity import complete_entries, match_ledger, read_ledger, write_ledger
from feedpub.pipeline.items import Entry, render_items, stream_feed
from feedpub.pipeline.places import place_findings
from feedpub.pipeline.reading import Brief
from feedpub.pipeline.run import Run
from feedpub.release.identity import Candidate
from feedpub.release.ledger import FILE as LEDGER
from feedpub.release.schedule import is_due, last_due, next_due
from feedpub.sources.duplicates import Claimant, check_duplicates
from feedpub.sources.enclosure import EnclosureAddress
from feedpub.sources.show import describe_show
from feedpub.sources.worker import Limits

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
        self.run = run
        self.settings, self.key, self.inputs, self.briefs, findings, self.anew = gathered
        self.findings = list(findings)
        self._address = EnclosureAddress(self.settings.audio.url, self.settings.show.feed_url)

    def judge(self) -> None:
        """Everything that can be wrong is found before anything is written."""
        self.findings += check_duplicates(
            Claimant(one.source, one.slug, one.guid, one.type, one.number, one.season) for one in self.briefs
        )
        self.sounds = self._listen()
        self.art, findings = find_pictures(self.run, self.briefs, self.settings.show)
        self.findings += findings

    def write(self) -> Built:
        """Decides who is who and what is due, and writes it."""
        now = self.run.options.now
        enclosures = {
            one.id: self._enclosure(one, self.sounds[one.id]) for one in self.briefs if one.id in self.sounds
        }
        guids = self._identify(enclosures)
        due = [
            Entry(one, enclosures[one.id], guids[one.id], self.art[one.id].url if one.id in self.art else "")
            for one in self._due(enclosures)
        ]
        show = self._describe()
        render_items(self.run, self.key, show, due)
        written = self._put(show, due)
        waiting = [
            one.published for one in self.briefs if one.ready and one.published and one.published > now
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

    def _listen(self) -> dict[int, Sound]:
        found, absent = find_audio(self.run, self.briefs, self.inputs, self.settings.audio)
        limits = Limits(self.settings.notes.seconds, self.settings.notes.megabytes)
        local = [path for path in found.values() if path in self.inputs]
        self.rows, measured = measure_audio(self.run, local, self.inputs, limits)
        sounds, twice = join_audio(self.briefs, found, self.rows)
        everything = self.run.options.everything
        self.findings += absent + twice + check_audio(self.rows.values(), measured, everything)
        for brief in self.briefs:
            sound = sounds.get(brief.id)
            if sound and sound.path and (everything or brief.source in self.anew or sound.path in measured):
                self.findings += check_claim(brief, sound.audio)
        return sounds

    def _enclosure(self, brief: Brief, sound: Sound) -> Enclosure:
        url, audio = sound.url, sound.audio
        if not url:
            start = f"{self.run.base}/{self.settings.audio.folder.strip('/')}/"
            inside = sound.path.startswith(start)
            file = sound.path[len(start) :] if inside else sound.path.rpartition("/")[2]
            url = self._address.fill(file, brief.slug, brief.number, brief.season)
        return Enclosure(url, audio.length_bytes, audio.type, audio.duration or None)

    def _identify(self, enclosures: dict[int, Enclosure]) -> dict[int, str]:
        """Brief's id -> the guid that counts. Writes nothing yet."""
        feed_url = self.settings.show.feed_url
        self.known = read_ledger(self.run, feed_url)
        candidates = [self._candidate(brief, enclosures.get(brief.id)) for brief in self.briefs]
        self.identities, odd = match_ledger(self.run, self.known, candidates, feed_url)
        self.findings += odd
        local = {}
        for number, position in self.identities.positions.items():
            sound = self.sounds.get(self.briefs[number].id)
            if sound and sound.path:
                local[position] = self.rows[sound.path]
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
            enclosure is not None,
        )

    def _due(self, enclosures: dict[int, Enclosure]) -> list[Brief]:
        """The episodes of the feed, newest first."""
        now = self.run.options.now
        due = [
            one
            for one in self.briefs
            if one.id in enclosures and one.published and is_due(one.published, now)
        ]
        due.sort(key=lambda one: (one.published, one.season or 0, one.number or 0, one.source), reverse=True)
        return due[: self.settings.feed.limit or None]

    def _describe(self) -> Show:
        feed = self.settings.feed
        return describe_show(self.run.show, self.settings.show)._replace(
            guid=self.known.ledger.guid,
            artwork=self.art[0].url,
            locked=feed.locked,
            hubs=feed.hubs,
            stylesheet=STYLESHEET if feed.stylesheet else "",
        )

    def _put(self, show: Show, due: Sequence[Entry]) -> list[str]:
        """Writes, the feed last; returns what changed."""
        run = self.run
        try:
            for folder in {
                run.folder,
                run.output,
                *(os.path.join(run.output, os.path.dirname(one.path)) for one in self.art.values()),
            }:
                sweep_temporaries(folder, run.options.started_ns / 1e9)
            ledger_changed = write_ledger(run, self.known, self.ledger, self.identities.dropped)
            beside = copy_pictures(self.art.values(), run.folder, run.output)
            if show.stylesheet and write_if_changed(os.path.join(run.output, STYLESHEET), (stylesheet(),)):
                beside.append(STYLESHEET)
            if write_if_changed(os.path.join(run.output, FEED), stream_feed(run, show, due)):
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
    dates = [brief.published for brief in gathered.briefs if brief.published and brief.ready]
    last, coming = last_due(dates, run.options.now), next_due(dates, run.options.now)
    run.cache.keep_freshness(
        run.show,
        Freshness(
            freshness.fingerprint(run.root, run.show, inputs, run.options.environ),
            last.timestamp() if last else 0.0,
            coming.timestamp() if coming else _NEVER,
        ),
    )


def _fatal(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
