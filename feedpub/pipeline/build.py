"""`feedpub build`: sources and audio of a show -> the feed and what stands beside it.

Nothing is written before everything has been judged, and then in this order: ledger, pictures and
stylesheet, feed. So whatever moment a build is ended at, the feed that is there is a whole one, and
its identities are in the ledger.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from feedpub import log
from feedpub.cache import Cache, Freshness
from feedpub.errors import HostError
from feedpub.feed.rss import build_channel, build_item
from feedpub.feed.stylesheet import stylesheet
from feedpub.files import Stat, stat_of, sweep_temporaries, write_if_changed
from feedpub.model import Enclosure, Episode, Finding, Place, Severity, Show
from feedpub.model.plain import from_json
from feedpub.pipeline import freshness
from feedpub.pipeline.artwork import Picture, copy_pictures, find_picture
from feedpub.pipeline.audio import Sound, find_audio, join_audio, measure_audio
from feedpub.pipeline.gather import Options, gather_show
from feedpub.pipeline.identity import complete_entries, match_ledger, read_ledger, write_ledger
from feedpub.pipeline.reading import Brief
from feedpub.release.identity import Candidate
from feedpub.release.ledger import FILE as LEDGER
from feedpub.release.schedule import is_due, last_due, next_due
from feedpub.sources.duplicates import Claimant, check_duplicates
from feedpub.sources.enclosure import enclosure_url
from feedpub.sources.show import describe_show
from feedpub.sources.worker import Limits

FEED = "feed.xml"
STYLESHEET = "feed.css"

_NEVER = 9e15
#: reading a large file to its end is honest work
_CHECKSUM_LIMITS = Limits(3600, 768)


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


def build_show(cache: Cache, root: str, show: str, options: Options) -> Built:
    """Builds one show. `cache` is begun; the caller commits it, also when the result has failed.

    Raises UsageError for faults in the settings, RefusedError where listeners would be hurt, HostError
    when something cannot be written.
    """
    log.event("build.started", show=show)
    return _Build(cache, root, show, options).run()


class _Build:
    """The steps of one build, in their order; each leaves what the next ones need."""

    def __init__(self, cache: Cache, root: str, show: str, options: Options) -> None:
        self.cache, self.root, self.show, self.options = cache, root, show, options
        self.folder = freshness.show_folder(root, show)
        self.output = freshness.output_folder(root, show)

    def run(self) -> Built:
        self.settings, self.key, self.inputs, briefs, self.findings = gather_show(
            self.cache, self.root, self.show, self.options
        )
        self.findings += check_duplicates(
            Claimant(one.source, one.slug, one.guid, one.type, one.number, one.season) for one in briefs
        )
        sounds = self._listen(briefs)
        art = self._look(briefs)
        built = Built(self.show, ())
        if not _fatal(self.findings):
            built = self._write(briefs, sounds, art)
        self._remember(briefs)
        return built._replace(findings=tuple(self.findings))

    def _listen(self, briefs: Sequence[Brief]) -> dict[int, Sound]:
        found, findings = find_audio(briefs, self.show, self.folder, self.inputs, self.settings)
        notes = self.settings.notes
        rows = measure_audio(
            self.cache, self.show, self.folder, (path for path in found.values() if path in self.inputs), self.inputs,
            Limits(notes.seconds, notes.megabytes), jobs=self.options.jobs, started_ns=self.options.started_ns,
            progress=self.options.progress,
        )  # fmt: skip
        self.rows = rows
        sounds, more = join_audio(briefs, found, rows)
        self.findings += findings + more
        return sounds

    def _look(self, briefs: Sequence[Brief]) -> dict[int, Picture]:
        """Brief's id -> its picture; 0 is the show's."""
        pictures: dict[int, Picture] = {}
        wanted = [(0, self.settings.show.artwork, ("",), Place(f"feeds/{self.show}/show.toml"))]
        for brief in briefs:
            if brief.artwork and brief.ready:
                beside = brief.source.split("/", 2)[2].rpartition("/")[0]
                wanted.append((brief.id, brief.artwork, (beside, ""), Place(brief.source)))  # type: ignore[arg-type]
        for id, value, bases, place in wanted:
            found = find_picture(value, bases, self.folder, self.settings.show.feed_url, place)
            if isinstance(found, Finding):
                self.findings.append(found)
            else:
                pictures[id] = found
        return pictures

    def _write(self, briefs: Sequence[Brief], sounds: dict[int, Sound], art: dict[int, Picture]) -> Built:
        now = self.options.now
        enclosures = {brief.id: self._enclosure(brief, sounds[brief.id]) for brief in briefs if brief.id in sounds}
        guids = self._identify(briefs, sounds, enclosures)
        due = [b for b in briefs if b.id in enclosures and b.published and is_due(b.published, now)]
        due.sort(key=lambda brief: (brief.published, brief.season or 0, brief.number or 0, brief.source), reverse=True)
        if self.settings.feed.limit:
            due = due[: self.settings.feed.limit]
        feed = self.settings.feed
        show = describe_show(self.show, self.settings.show)._replace(
            guid=self.known.ledger.guid,
            artwork=art[0].url,
            locked=feed.locked,
            hubs=feed.hubs,
            stylesheet=STYLESHEET if feed.stylesheet else "",
        )
        self._render(show, due, enclosures, guids, art)
        written = self._put(show, due, art)
        waiting = [b for b in briefs if b.ready and b.published and not is_due(b.published, now)]
        states = [brief.state for brief in briefs]
        return Built(
            self.show, (), tuple(written), len(due), len(waiting), states.count("draft"), states.count("hidden"),
            next_due((b.published for b in waiting if b.published), now),
            os.path.getsize(os.path.join(self.output, FEED)),
        )  # fmt: skip

    def _enclosure(self, brief: Brief, sound: Sound) -> Enclosure:
        url, audio = sound.url, sound.audio
        if not url:
            settings = self.settings.audio
            start = f"feeds/{self.show}/{settings.folder.strip('/')}/"
            file = sound.path.removeprefix(start) if sound.path.startswith(start) else sound.path.rpartition("/")[2]
            url = enclosure_url(
                settings.url, self.settings.show.feed_url, file, slug=brief.slug, number=brief.number, season=brief.season
            )
        return Enclosure(url, audio.length_bytes, audio.type, audio.duration or None)

    def _identify(
        self, briefs: Sequence[Brief], sounds: dict[int, Sound], enclosures: dict[int, Enclosure]
    ) -> dict[int, str]:
        """Brief's id -> the guid that counts. Writes nothing yet."""
        now, base = self.options.now, f"feeds/{self.show}"
        self.known = read_ledger(
            self.cache, self.root, self.show, self.settings.show.feed_url, now, fresh_start=self.options.new_ledger
        )
        candidates = [
            Candidate(
                brief.source.removeprefix(base + "/"), brief.slug, brief.guid, brief.published,
                enclosures[brief.id].url if brief.id in enclosures else "", brief.ready and brief.id in enclosures,
            )
            for brief in briefs
        ]  # fmt: skip
        self.identities, orphans = match_ledger(self.known, candidates, now, base)
        self.findings += orphans
        positions = self.identities.positions
        local = {
            position: self.rows[sounds[briefs[number].id].path]
            for number, position in positions.items()
            if briefs[number].id in sounds and sounds[briefs[number].id].path
        }
        self.ledger = complete_entries(
            self.cache, self.root, self.show, self.known, self.identities, local, _CHECKSUM_LIMITS,
            jobs=self.options.jobs, progress=self.options.progress,
        )  # fmt: skip
        return {briefs[number].id: self.ledger.entries[position].guid for number, position in positions.items()}

    def _render(
        self, show: Show, due: Sequence[Brief], enclosures: dict[int, Enclosure], guids: dict[int, str],
        art: dict[int, Picture],
    ) -> None:  # fmt: skip
        """Items that are not yet in the cache, or were made from something else."""
        known = self.cache.item_keys()
        # Of the show itself, an item holds nothing but what it leaves out when it is the same.
        base = hashlib.blake2b(show.author.encode() + b"\0" + self.key, digest_size=16)
        stale = []
        for brief in due:
            key = base.copy()
            picture = art[brief.id].url if brief.id in art else ""
            key.update(f"{guids[brief.id]}\0{picture}\0{enclosures[brief.id]}".encode() + brief.digest)
            if known.get(brief.id) != key.digest():
                stale.append((brief, key.digest(), picture))
        for done, (brief, digest, picture) in enumerate(stale, 1):
            record, notes = self.cache.record(brief.id)
            episode = from_json(Episode, record)._replace(artwork=picture)
            item = build_item(show, episode, enclosures[brief.id], guids[brief.id], notes)
            self.cache.keep_item(brief.id, digest, item)
            self.options.progress("items", done, len(stale))
        log.event("build.rendered", show=self.show, items=len(stale))

    def _put(self, show: Show, due: Sequence[Brief], art: dict[int, Picture]) -> list[str]:
        """Everything is judged: now it is written, the feed last."""
        try:
            sweep_temporaries(self.output, self.options.started_ns / 1e9)
            written = []
            if write_ledger(self.cache, self.root, self.show, self.known, self.ledger, self.identities.dropped):
                written.append(f"feeds/{self.show}/{LEDGER}")
            beside = copy_pictures(art.values(), self.folder, self.output)
            if show.stylesheet and write_if_changed(os.path.join(self.output, STYLESHEET), (stylesheet(),)):
                beside.append(STYLESHEET)
            if write_if_changed(os.path.join(self.output, FEED), self._feed(show, due)):
                beside.append(FEED)
        except OSError as error:
            raise HostError(
                f"{error.filename or self.output}: {error.strerror}", "the feed that was there before is still whole"
            ) from None
        for path in beside:
            log.event("build.wrote", path=f"build/{self.show}/{path}")
        return written + [f"build/{self.show}/{path}" for path in beside]

    def _feed(self, show: Show, due: Sequence[Brief]) -> Iterator[bytes]:
        published = max((b.published for b in due if b.published), default=None)
        changed = max((date for b in due for date in (b.published, b.modified) if date), default=None)
        head, tail = build_channel(show, published, changed)
        yield head
        yield from self.cache.items([brief.id for brief in due])
        yield tail

    def _remember(self, briefs: Sequence[Brief]) -> None:
        """When nothing need be done next time, if that can be said for certain."""
        ledger = f"feeds/{self.show}/{LEDGER}"
        restless = [
            path
            for path, stat in self.inputs.items()
            if path != ledger and not freshness.settled(stat, self.options.started_ns)
        ]
        if restless or _fatal(self.findings):
            self.cache.keep_freshness(self.show, None)
            return
        after = stat_of(os.path.join(self.root, ledger))
        inputs: dict[str, Stat] = self.inputs | ({ledger: after} if after else {})
        dates = [brief.published for brief in briefs if brief.published and brief.ready]
        last, coming = last_due(dates, self.options.now), next_due(dates, self.options.now)
        fresh = Freshness(
            freshness.fingerprint(self.root, self.show, inputs, self.options.environ),
            last.timestamp() if last else 0.0,
            coming.timestamp() if coming else _NEVER,
        )
        self.cache.keep_freshness(self.show, fresh)


def _fatal(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
