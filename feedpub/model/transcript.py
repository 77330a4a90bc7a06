"""What is said in an episode."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Cue(NamedTuple):
    """A stretch of speech."""

    text: str
    #: milliseconds from the beginning of the audio; None where it is not known
    start_ms: int | None = None
    end_ms: int | None = None
    #: who speaks; empty where it is not known
    speaker: str = ""


class Transcript(NamedTuple):
    """The text of an episode, whatever format it came from."""

    cues: tuple[Cue, ...]


class TranscriptFile(NamedTuple):
    """A file with a transcript, as a feed names it (podcast namespace, docs/tags/transcript.md)."""

    #: an absolute URL by the time that a feed is written
    url: Annotated[str, Setting("The transcript: a file below the show's folder, or a URL.", '"transcripts/040.vtt"', "path or url")]
    type: Annotated[str, Setting("The media type. Told by the name where it is not given.", '"text/vtt"', "media type")] = ""
    language: Annotated[str, Setting("The language, where it is not that of the show.", '"es"', "language")] = ""
    rel: Annotated[str, Setting("`captions` for a file that is timed to the speech. Told by the content of local files.", '"captions"', "transcript rel")] = ""
