"""What came of looking at the files beside an episode."""

from typing import NamedTuple

from feedpub.model import Chapter, Image, TranscriptFile

#: how an output is made; see :mod:`feedpub.pipeline.beside.makers`
COPY, CHAPTERS, TRANSCRIPT, PICTURE, VARIANT, COVER = (
    "copy",
    "chapters",
    "transcript",
    "picture",
    "variant",
    "cover",
)


class Output(NamedTuple):
    """A file to be made in the show's output folder."""

    #: relative to the output folder
    path: str
    #: one of the words above
    kind: str
    #: the file that it is made from, relative to the workspace; empty where it is made from facts
    source: str = ""
    #: what the maker needs to know, as JSON
    details: str = ""


class Beside(NamedTuple):
    """What the feed says of an episode's company, and the files that belong to it. Addresses are absolute."""

    artwork: str = ""
    chapters: tuple[Chapter, ...] = ()
    chapters_url: str = ""
    transcripts: tuple[TranscriptFile, ...] = ()
    images: tuple[Image, ...] = ()
    outputs: tuple[Output, ...] = ()
    #: speakers of the settings of whom the episode's transcripts know nothing
    strangers: tuple[str, ...] = ()
