"""Files of chapters and transcripts, read for the rules."""

from datetime import timedelta

from feedpub.model import Finding
from feedpub.sources.chapters.parse import parse_chapters
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.span import check_transcript
from feedpub.validate.document.element import Element
from feedpub.validate.facts import LocalChapters, LocalTranscript


def read_chapters_file(
    path: str, data: bytes, element: Element, duration: timedelta | None = None
) -> LocalChapters:
    """The file of chapters that `element` names; `duration` is that of the episode, where it is known."""
    chapters, complaints = parse_chapters(data, path, duration)
    starts = tuple(chapter.start_ms / 1000 for chapter in chapters)
    return LocalChapters(path, element, tuple(complaints), "", starts)


def read_transcript_file(
    path: str, data: bytes, element: Element, duration: timedelta | None = None
) -> LocalTranscript:
    """The transcript that `element` names; `duration` is that of the episode, where it is known."""
    transcript, _, complaints = read_transcript(data, path)
    starts: tuple[float, ...] = ()
    found: list[Finding] = list(complaints)
    if transcript is not None:
        starts = tuple(cue.start_ms / 1000 for cue in transcript.cues if cue.start_ms is not None)
        found += check_transcript(transcript, duration, path)
    return LocalTranscript(path, element, tuple(found), "", starts)
