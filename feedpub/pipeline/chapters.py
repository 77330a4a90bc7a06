"""The chapters of one episode, for somebody who asks for them; and a copy of its audio that has them."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from feedpub.errors import FeedpubError, FindingsError, RefusedError, UsageError
from feedpub.files import PathFault, read_regular
from feedpub.model import AudioFile, Chapter, Episode, Finding
from feedpub.model.finding import has_errors
from feedpub.model.plain import from_json
from feedpub.pipeline.audio import AudioFinder, find_audio, join_audio, measure_audio
from feedpub.pipeline.beside.chapters import GatheredChapters, gather_chapters
from feedpub.pipeline.beside.naming import Names
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered, gather_show
from feedpub.pipeline.reading import read_findings
from feedpub.pipeline.run import Run, limits_of
from feedpub.sources.chapters.chapter_files import ChapterFile

#: characters of an audio file that tell what it is
_HEAD = 512


class EpisodeChapters(NamedTuple):
    """An episode, its audio, and all chapters that anything says it has."""

    #: its file, relative to the workspace
    source: str
    title: str
    #: None where its audio is elsewhere, or is not there
    audio: AudioFile | None
    #: relative to the workspace; empty where there is no audio
    audio_path: str
    gathered: GatheredChapters
    #: all that is wrong with what was looked at
    findings: tuple[Finding, ...]
    #: where a copy of its audio belongs, absolute
    target: str

    @property
    def failed(self) -> bool:
        """Whether there are errors."""
        return has_errors(self.findings)


def read_episode_chapters(run: Run, wanted: str) -> EpisodeChapters | None:
    """The chapters of the episode that ``wanted`` means: its file, its slug or its number.

    None where the show has no such episode. Raises UsageError where several could be meant.
    """
    gathered = gather_show(run)
    found = _match(gathered.briefs, wanted, run)
    if not found:
        return None
    if len(found) > 1:
        several = ", ".join(brief.source for brief in found)
        raise UsageError(f"`{wanted}` could mean several episodes: {several}", "name the file")
    return _read(run, gathered, found[0])


def write_episode_copy(episode: EpisodeChapters, root: str, target: str = "") -> tuple[str, bool]:
    """Writes a copy of the episode's audio that has its chapters; the file itself is never changed.

    Returns the absolute path, and whether anything changed. Raises FindingsError for faults in the chapters,
    UsageError where there is nothing to write or no format for it, RefusedError where the original or
    another file of a show would be replaced, OSError when the copy cannot be written.
    """
    from feedpub.sources.audio.embedding.copy import write_copy
    from feedpub.sources.audio.embedding.fault import CopyFault, OriginalFault
    from feedpub.sources.audio.fault import AudioFault

    if episode.failed:
        raise FindingsError("the chapters have faults: nothing was written", findings=episode.findings)
    if not episode.audio_path or episode.audio is None:
        raise UsageError(f"{episode.source} has no audio file here", "put its audio into the audio folder")
    chapters = episode.gathered.chapters
    if not chapters:
        fix = "write them into its head, into its notes, or into a file in chapters/"
        raise UsageError(f"{episode.source} has no chapters", fix)
    target = target or episode.target
    original = os.path.join(root, episode.audio_path)
    try:
        _keep_sources(root, target, original)
        return target, write_copy(original, target, chapters)
    except OriginalFault as fault:
        fix = "choose another name: the original is never changed"
        raise RefusedError(f"{episode.audio_path}: {fault}", fix) from None
    except CopyFault as fault:
        raise UsageError(f"{episode.audio_path}: {fault}") from None
    except AudioFault as fault:
        raise UsageError(f"{episode.audio_path}: {fault.message}", fault.fix) from None


def _keep_sources(root: str, target: str, original: str) -> None:
    """Raises RefusedError for another file that a show is made from: nothing could bring it back."""
    shows = os.path.realpath(os.path.join(root, "feeds"))
    real = os.path.realpath(target)
    if os.path.exists(real) and real.startswith(shows + os.sep) and not os.path.samefile(real, original):
        message = f"{os.path.relpath(real, root)} is there already: a copy replaces no file of a show"
        raise RefusedError(message, "choose another name, or remove that file first")


def read_chapter_file(path: str, shown: str) -> tuple[tuple[Chapter, ...], Sequence[Finding]]:
    """The chapters in a file: one of chapters in any format, or an audio file.

    ``shown`` is what findings call it. Raises UsageError when it cannot be read.
    """
    from feedpub.sources.audio.fault import AudioFault
    from feedpub.sources.audio.file import read_audio
    from feedpub.sources.chapters.parse import LARGEST, parse_chapters

    try:
        if _is_audio(path):
            return read_audio(os.path.realpath(path))[0].chapters, ()
        return parse_chapters(read_regular(path, LARGEST), shown)
    except AudioFault as fault:
        raise UsageError(f"{shown}: {fault.message}", fault.fix) from None
    except PathFault as fault:
        raise UsageError(f"{shown} {fault}") from None
    except OSError as error:
        raise UsageError(f"{shown}: {error.strerror}") from None


def only_episode(outcomes: Sequence[EpisodeChapters | FeedpubError | None], wanted: str) -> EpisodeChapters:
    """The episode that was found in one of several shows. Raises what went wrong, or UsageError."""
    found = [one for one in outcomes if isinstance(one, EpisodeChapters)]
    errors = [one for one in outcomes if isinstance(one, FeedpubError)]
    if errors and not found:
        raise errors[0]
    if not found:
        raise UsageError(f"there is no episode `{wanted}`", "name its file, its slug or its number")
    if len(found) > 1:
        raise UsageError(f"several shows have an episode `{wanted}`", "choose one with --show")
    return found[0]


def _match(briefs: Sequence[Brief], wanted: str, run: Run) -> list[Brief]:
    path = os.path.relpath(os.path.realpath(wanted), os.path.realpath(run.root)).replace(os.sep, "/")
    name = wanted.rpartition("/")[2]
    tests = (
        lambda brief: brief.source in (path, wanted, f"{run.base}/{wanted}"),
        lambda brief: brief.slug == wanted,
        lambda brief: name == wanted and brief.source.rpartition("/")[2] in (name, f"{name}.md"),
        lambda brief: brief.number is not None and _as_number(wanted) == brief.number,
    )
    for test in tests:
        if found := [brief for brief in briefs if test(brief)]:
            return found
    return []


def _as_number(text: str) -> float | None:
    plain = text.lstrip("#")
    return float(plain) if plain.replace(".", "", 1).isdecimal() and plain.isascii() else None


def _read(run: Run, gathered: Gathered, brief: Brief) -> EpisodeChapters:
    # A draft has chapters, too.
    brief = brief._replace(state="ready")
    settings, inputs = gathered.settings, gathered.inputs
    found, findings = find_audio(AudioFinder(run, inputs, settings.audio), [brief])
    limits = limits_of(settings)
    rows, _ = measure_audio(run, [path for path in found.values() if path in inputs], inputs, limits)
    findings += read_findings(row.findings for row in rows.values() if not row.facts)
    sound = join_audio([brief], found, rows)[0].get(brief.id)
    audio = sound.audio if sound and sound.path else None
    audio_path = sound.path if sound else ""
    record, _ = next(iter(run.cache.records([brief.id])))
    episode = from_json(Episode, record)
    files = list(Names(run, gathered).find(brief, sound).chapters)
    if episode.chapters_url and "://" not in episode.chapters_url:
        files.insert(0, ChapterFile(f"{run.base}/{episode.chapters_url}", sure=True))
    chapters = gather_chapters(run.root, episode, files, audio, audio_path, settings.chapters.order)
    own = [one for one in gathered.findings if one.place.path == brief.source and "chapter" in one.name]
    target = os.path.join(run.output, "audio", os.path.basename(audio_path)) if audio_path else ""
    told = tuple(dict.fromkeys([*own, *findings, *chapters.findings]))
    return EpisodeChapters(brief.source, brief.title, audio, audio_path, chapters, told, target)


def _is_audio(path: str) -> bool:
    from feedpub.sources.audio.signatures import sniff_audio

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        head = os.pread(descriptor, _HEAD, 0)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return head[:3] == b"ID3" or sniff_audio(head) != ""
