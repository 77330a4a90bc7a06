"""Each episode's audio: which file it is, and what was measured in it."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from feedpub.cache.store import AudioRow
from feedpub.files import PathFault, Stat, inside
from feedpub.kinds.fault import quote
from feedpub.model import AudioClaim, AudioFile, Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline import freshness
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.reading import MANY, read_findings
from feedpub.pipeline.run import Run
from feedpub.sources.settings import AudioSettings
from feedpub.sources.worker import Limits, Overrun, run_limited

if TYPE_CHECKING:
    from feedpub.sources.audio.names import AudioIndex

#: more than rounding and encoder delay can explain
_TOLERANCE_SECONDS = 2
_PUT_THERE = "put the file there, name it with `audio`, or mark the episode with `draft: true`"
_MEASURED = "remove the key: the file is measured"


class Sound(NamedTuple):
    """An episode's audio: a local file that was measured, or an address with what its author says of it."""

    #: relative to the workspace; empty for a remote file
    path: str
    #: empty for a local file
    url: str
    audio: AudioFile


def find_audio(finder: "AudioFinder", briefs: Iterable[Brief]) -> tuple[dict[int, str], list[Finding]]:
    """Brief's id -> local file (relative to the workspace) or URL, for the episodes that are ready."""
    found: dict[int, str] = {}
    findings: list[Finding] = []
    for brief in briefs:
        # A stream is an address; it may as well be told by alternate enclosures alone.
        if brief.ready and (brief.audio.file or brief.live is None):
            try:
                found[brief.id] = finder.find(brief)
            except _Absent as absent:
                findings.append(absent.finding)
    return found, findings


def measure_audio(
    run: Run, paths: Iterable[str], inputs: dict[str, Stat], limits: Limits
) -> tuple[dict[str, AudioRow], set[str]]:
    """What is in each file: from the cache where it has not changed, else measured in a worker.

    And which files were measured.
    """
    known = run.cache.audio(run.show)
    wanted = set(paths)
    run.cache.forget_audio(run.show, [path for path in known if path not in inputs])
    tasks = sorted(path for path in wanted if path not in known or known[path].stat[:3] != inputs[path][:3])
    if len(tasks) > MANY:
        from feedpub.sources.audio.file import warm_up

        warm_up()
    results = run_limited(tasks, lambda path: _measure(path, run.absolute(path)), limits, run.options.jobs)
    for done, (path, result) in enumerate(results, 1):
        settled = freshness.settled(inputs[path], run.options.started_ns)
        stat = inputs[path] if settled else inputs[path]._replace(mtime_ns=0)
        facts, findings = ("", to_json((_too_much(path, result),))) if isinstance(result, Overrun) else result
        known[path] = AudioRow(path, stat, facts, findings, "")
        run.options.progress("audio files", done, len(tasks))
    run.cache.keep_audio(run.show, [known[path] for path in tasks])
    return {path: known[path] for path in wanted}, set(tasks)


def _too_much(path: str, overrun: Overrun) -> Finding:
    message = f"measuring it needs {overrun.reason}"
    return Finding(Severity.ERROR, "too-much-work", Place(path), message, "export it again")


def join_audio(
    briefs: Iterable[Brief], found: dict[int, str], rows: dict[str, AudioRow]
) -> tuple[dict[int, Sound], list[Finding]]:
    """Brief's id -> its Sound, and the files that are used twice."""
    sounds: dict[int, Sound] = {}
    findings: list[Finding] = []
    users: dict[str, Brief] = {}
    measured = [row for row in rows.values() if row.facts]
    facts = from_json(tuple[AudioFile, ...], f"[{','.join(row.facts for row in measured)}]")
    audio = dict(zip((row.path for row in measured), facts, strict=True))
    for brief in briefs:
        where = found.get(brief.id)
        if where is None:
            continue
        first = users.setdefault(where.lower() if where in rows else where, brief)
        if first is not brief:
            findings.append(_used_twice(brief, first, where))
        if where not in rows:
            sounds[brief.id] = Sound("", where, _claimed(brief.audio))
        elif where in audio:
            sounds[brief.id] = Sound(where, "", audio[where])
    return sounds, findings


def check_audio(rows: Iterable[AudioRow], measured: set[str], everything: bool) -> list[Finding]:
    """The faults of files; oddities only of those just measured, unless everything is asked for."""
    return read_findings(row.findings for row in rows if not row.facts or everything or row.path in measured)


def check_claim(brief: Brief, audio: AudioFile) -> Iterator[Finding]:
    """Where an author says something else of the audio than was measured. What was measured counts."""
    claim = brief.audio
    if claim.duration and abs(claim.duration - audio.duration).total_seconds() > _TOLERANCE_SECONDS:
        lasts = str(audio.duration).partition(".")[0]
        message = f"`duration` says {claim.duration}, the audio lasts {lasts}"
        yield Finding(Severity.WARNING, "duration-differs", Place(brief.source), message, _MEASURED)
    if claim.length_bytes is not None and claim.length_bytes != audio.length_bytes:
        message = f"`length` says {claim.length_bytes} bytes, the audio has {audio.length_bytes}"
        yield Finding(Severity.WARNING, "length-differs", Place(brief.source), message, _MEASURED)


class _Absent(Exception):
    def __init__(
        self, brief: Brief, name: str, message: str, fix: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.finding = Finding(severity, name, Place(brief.source), message, fix)


class AudioFinder:
    """Finds the audio of each episode of a show, or says why there is none."""

    def __init__(self, run: Run, inputs: dict[str, Stat], settings: AudioSettings) -> None:
        self._base = f"{run.base}/"
        self._audio = posixpath.normpath(self._base + settings.folder) + "/"
        self._folder, self._inputs, self._settings = run.folder, inputs, settings
        self._index: AudioIndex | None = None

    def find(self, brief: Brief) -> str:
        """The local file (relative to the workspace) or the URL of an episode's audio."""
        claim = brief.audio
        if claim.file.startswith(("http://", "https://")):
            if claim.length_bytes is None and brief.live is None:
                raise _Absent(
                    brief,
                    "remote-audio-unmeasured",
                    "the audio is elsewhere, and nothing says how long it is",
                    "add `length` (bytes) and `duration` to the episode's header",
                )
            return claim.file
        return self._named(brief, claim.file) if claim.file else self._matched(brief)

    def find_alternates(self, brief: Brief) -> tuple[dict[str, str], list[Finding]]:
        """The other forms that an episode names, as path (relative to the workspace) -> name.

        And what is wrong with those that are not there.
        """
        paths, findings = {}, []
        for name in brief.alternates:
            try:
                paths[self._named(brief, name)] = name
            except _Absent as absent:
                kind, fix = absent.finding.name.replace("audio", "alternate"), absent.finding.fix
                fix = fix.replace(_PUT_THERE, "put the file there, or correct the name")
                findings.append(absent.finding._replace(name=kind, fix=fix))
        return paths, findings

    def _named(self, brief: Brief, name: str) -> str:
        plain = self._audio + name
        stat = self._inputs.get(plain)
        if stat and not stat.link and "/" not in name:
            return plain
        for base in (self._audio, brief.source.rpartition("/")[0] + "/", self._base):
            rooted = name[0] in "/~\\" or ":" in name[:5]
            path = name if rooted else posixpath.normpath(base + name)
            try:
                real = inside(self._folder, path if rooted else posixpath.relpath(path, self._base))
            except PathFault as fault:
                raise _Absent(
                    brief, "audio-path", f"{quote(name)} {fault}", "name a file in the audio folder"
                ) from None
            if path in self._inputs:
                return self._base + os.path.relpath(real, os.path.realpath(self._folder)).replace(os.sep, "/")
        raise self._missing(
            brief,
            f"{quote(name)} is not in {self._audio} or beside the episode",
            _nearest(name, self._names()),
        )

    def _matched(self, brief: Brief) -> str:
        from feedpub.sources.audio.names import AudioIndex

        if self._index is None:
            self._index = AudioIndex(self._names(), self._settings.formats)
        names = self._index.match(brief.as_episode())
        if len(names) > 1:
            raise _Absent(
                brief,
                "ambiguous-audio",
                f"several audio files could be meant: {', '.join(names)}",
                "say which with `audio`, or rename the others",
            )
        if not names:
            wanted = f"number {brief.number} or " if brief.number is not None else ""
            raise self._missing(brief, f"no file in {self._audio} fits {wanted}the name `{brief.slug}`")
        return self._named(brief, names[0])

    def _names(self) -> list[str]:
        return [path[len(self._audio) :] for path in self._inputs if path.startswith(self._audio)]

    def _missing(self, brief: Brief, message: str, fix: str = "") -> _Absent:
        fix = fix or _PUT_THERE
        severity = Severity.ERROR if self._settings.required else Severity.WARNING
        return _Absent(brief, "missing-audio", message, fix, severity)


def _measure(path: str, absolute: str) -> tuple[str, str]:
    """Runs in a worker, hence plain values: JSON of the AudioFile, JSON of the findings."""
    from feedpub.sources.audio.file import AudioFault, read_audio

    try:
        audio, warning = read_audio(absolute)
    except AudioFault as fault:
        return "", to_json((fault.at(Place(path)),))
    finding = Finding(Severity.WARNING, "odd-audio", Place(path), warning)
    return to_json(audio), to_json((finding,)) if warning else ""


def _claimed(claim: AudioClaim) -> AudioFile:
    from datetime import timedelta

    return AudioFile(
        claim.length_bytes or 0, claim.duration or timedelta(), claim.type or _guess_type(claim.file), 0, 0, 0
    )


def _guess_type(url: str) -> str:
    """By the suffix, which is all that is known of a file elsewhere."""
    suffix = posixpath.splitext(url.partition("?")[0].partition("#")[0])[1].lower()
    known = {
        ".mp3": "audio/mpeg",
        ".m4a": "audio/x-m4a",
        ".m4b": "audio/x-m4a",
        ".mp4": "video/mp4",
        ".m4v": "video/x-m4v",
    }
    others = {
        ".ogg": "audio/ogg",
        ".opus": "audio/ogg",
        ".flac": "audio/flac",
        ".wav": "audio/wav",
        ".mov": "video/quicktime",
    }
    return (known | others).get(suffix, "audio/mpeg")


def _used_twice(brief: Brief, first: Brief, where: str) -> Finding:
    return Finding(
        Severity.ERROR,
        "audio-used-twice",
        Place(brief.source),
        f"{where} is the audio of {first.source} already",
        "give each episode audio of its own: directories ignore the second one",
    )


def _nearest(name: str, names: Iterable[str]) -> str:
    from feedpub.kinds.nearest import nearest

    close = nearest(name, names)
    return f"did you mean `{close}`?" if close else ""
