"""Transcripts: which are published, and whether what is in them can be right."""

import json
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import quote, urljoin

from feedpub.files import PathFault, Stat, read_regular, reason_of
from feedpub.model import Episode, Finding, Place, Severity, Transcript, TranscriptFile
from feedpub.pipeline.beside.beside import COPY, TRANSCRIPT, Output
from feedpub.sources.chapters.parse import looks_like_chapters
from feedpub.sources.settings import TranscriptsSettings
from feedpub.sources.transcripts.forms import TIMED
from feedpub.sources.transcripts.making import make_transcript
from feedpub.sources.transcripts.names import FoundTranscript
from feedpub.sources.transcripts.planning import PlannedTranscript, plan_transcripts
from feedpub.sources.transcripts.reading import LARGEST, read_closely
from feedpub.sources.transcripts.span import check_transcript


def judge_transcripts(
    episode: Episode,
    found: Sequence[FoundTranscript],
    *,
    inputs: dict[str, Stat],
    base: str,
    root: str,
    feed_url: str,
    language: str,
    settings: TranscriptsSettings,
    duration: timedelta | None,
    findings: list[Finding],
) -> tuple[tuple[TranscriptFile, ...], tuple[Output, ...], frozenset[str]]:
    """What the feed says of an episode's transcripts, the files to be made, and settings that matched nobody.

    Belongs into a worker.
    """
    home = f"{base}/{settings.folder.strip('/')}/"
    plan = plan_transcripts(
        episode.transcripts,
        [one for one in found if one.path.startswith(home) or not _holds_chapters(root, one)],
        files=inputs,
        base=base,
        episode=episode.source,
        slug=episode.slug,
        language=language,
        formats=settings.formats,
    )
    findings += plan.findings
    files, outputs, sources = list(plan.remote), [], _Sources(root, duration, language, settings)
    for planned in plan.files:
        how = sources.ask(planned, findings)
        if how:
            url = urljoin(feed_url, quote(planned.target))
            files.append(TranscriptFile(url, planned.type, planned.language, planned.rel))
            details = "" if how == COPY else json.dumps([*planned, language])
            outputs.append(Output(planned.target, how, planned.source, details))
    return tuple(files), tuple(outputs), sources.unused


def _holds_chapters(root: str, one: FoundTranscript) -> bool:
    """Whether a JSON file beside an episode or its audio has chapters: both may be called `040.json`."""
    if one.form != "json":
        return False
    try:
        return looks_like_chapters(read_regular(f"{root}/{one.path}", LARGEST))
    except (OSError, PathFault):
        return False


class _Sources:
    """The files that an episode's transcripts are made of, each looked into once."""

    def __init__(
        self, root: str, duration: timedelta | None, language: str, settings: TranscriptsSettings
    ) -> None:
        self._root, self._duration, self._language, self._settings = root, duration, language, settings
        self._known: dict[str, Transcript | None] = {}
        #: settings of speakers that matched nobody
        self.unused = frozenset({*settings.speakers, *settings.hide})

    def ask(self, planned: PlannedTranscript, findings: list[Finding]) -> str:
        """How a file is made: COPY or TRANSCRIPT, or nothing where it cannot be; why not is told."""
        path = planned.source
        if path in self._known:
            known = self._known[path]
            # Only times cannot be made up: where they are there, every form can be written.
            if known is None or planned.target_form not in TIMED or _is_timed(known):
                return TRANSCRIPT if known else ""
        try:
            data = read_regular(f"{self._root}/{path}", LARGEST)
        except (OSError, PathFault) as error:
            findings.append(_unreadable(path, error))
            self._known[path] = None
            return ""
        reading, settings = read_closely(data, path), self._settings
        made = make_transcript(
            reading, data, planned, names=settings.speakers, hide=settings.hide, language=self._language
        )
        findings += [one for one in made.findings if path not in self._known or one not in findings]
        if path not in self._known:
            findings += check_transcript(made.transcript, self._duration, path)
            self.unused &= made.unused
        self._known[path] = made.transcript if made.transcript.cues else None
        if not made.content:
            return ""
        return COPY if made.content is data else TRANSCRIPT


def _is_timed(transcript: Transcript) -> bool:
    return any(cue.start_ms is not None for cue in transcript.cues)


def make_planned(data: bytes, details: Sequence[str], settings: TranscriptsSettings) -> list[bytes]:
    """The bytes of several outputs of :func:`judge_transcripts` that have one source."""
    made, reading = [], None
    for one in details:
        *fields, language = json.loads(one)
        planned = PlannedTranscript(*fields)
        reading = reading or read_closely(data, planned.source)
        names, hide = settings.speakers, settings.hide
        made.append(
            make_transcript(reading, data, planned, names=names, hide=hide, language=language).content
        )
    return made


def _unreadable(path: str, error: Exception) -> Finding:
    message = f"the transcript cannot be read: {reason_of(error)}"
    fix = "mend the file or its permissions"
    return Finding(Severity.ERROR, "transcript-unreachable", Place(path), message, fix)
