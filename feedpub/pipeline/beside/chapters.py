"""Chapters: gathered from all that tells them, one list chosen, and compared with the others."""

from collections.abc import Sequence
from typing import NamedTuple

from feedpub.files import PathFault, read_regular, reason_of
from feedpub.kinds.quoting import quote
from feedpub.model import AudioFile, Chapter, Episode, Finding, Place, Severity
from feedpub.sources.chapters.chapter_files import ChapterFile
from feedpub.sources.chapters.check import check_chosen
from feedpub.sources.chapters.choose import Chosen, choose_chapters, compare_chapters
from feedpub.sources.chapters.parse import LARGEST, looks_like_chapters, parse_chapters

#: where a list of chapters comes from; the words of the setting `chapters.order`
HEADER, FILE, AUDIO, NOTES = "header", "file", "audio", "notes"


class GatheredChapters(NamedTuple):
    """The chapters of an episode, from each source that has any."""

    found: dict[str, tuple[Chapter, ...]]
    #: the source that counts; empty where there are no chapters
    chosen: str
    findings: tuple[Finding, ...]
    #: where the chapters of the source `file` stand, relative to the workspace
    path: str = ""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Those that count, by their time."""
        return tuple(sorted(self.found.get(self.chosen, ()), key=lambda chapter: chapter.start_ms))


def gather_chapters(
    root: str,
    episode: Episode,
    files: Sequence[ChapterFile],
    audio: AudioFile | None,
    audio_path: str,
    order: Sequence[str],
) -> GatheredChapters:
    """All chapters of an episode, and what is wrong with them. Reads files: belongs into a worker.

    `files` are those beside the episode, the best first; `audio` is what was measured in the file at
    `audio_path`; `order` says which source counts.
    """
    findings: list[Finding] = []
    path, from_file, more = _read_files(root, files, findings)
    found = {
        HEADER: episode.chapters,
        FILE: from_file,
        AUDIO: audio.chapters if audio else (),
        NOTES: episode.note_chapters,
    }
    found = {source: chapters for source, chapters in found.items() if chapters}
    chosen = choose_chapters(found, order)
    place = _place(chosen.source, episode, path, audio_path)
    for fault, _ in check_chosen(chosen.source, chosen.chapters, audio.duration if audio else None):
        findings.append(fault.at(place))
    fix = "correct one of the two; `chapters.order` says which counts"
    for source, difference in compare_chapters(chosen, found).items():
        if source in order:
            where = _place(source, episode, path, audio_path)
            findings.append(Finding(Severity.WARNING, "chapters-differ", where, difference, fix))
    for other, difference in compare_chapters(Chosen(FILE, from_file), more).items():
        fix = f"remove one of the two files; {quote(path)} counts"
        findings.append(Finding(Severity.WARNING, "chapters-differ", Place(other), difference, fix))
    return GatheredChapters(found, chosen.source, tuple(findings), path)


def _read_files(
    root: str, files: Sequence[ChapterFile], findings: list[Finding]
) -> tuple[str, tuple[Chapter, ...], dict[str, tuple[Chapter, ...]]]:
    """The first of the files that is one of chapters, what is in it, and what is in the others, by path.

    A file with a vague name may as well be something else. What is wrong with the others is not told.
    """
    first, more = "", dict[str, tuple[Chapter, ...]]()
    for path, sure in dict(files).items():
        try:
            data = read_regular(f"{root}/{path}", LARGEST)
        except (OSError, PathFault) as error:
            message = f"the chapters cannot be read: {reason_of(error)}"
            fix = "mend the file or its permissions"
            findings.append(Finding(Severity.ERROR, "chapters-unreachable", Place(path), message, fix))
            continue
        if sure or looks_like_chapters(data):
            more[path], faults = parse_chapters(data, path)
            findings += () if first else faults
            first = first or path
    return first, more.pop(first, ()), more


def _place(source: str, episode: Episode, path: str, audio_path: str) -> Place:
    return Place({FILE: path, AUDIO: audio_path}.get(source) or episode.source)
