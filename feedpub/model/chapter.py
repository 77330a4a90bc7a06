"""A chapter of an episode."""

from typing import NamedTuple

from feedpub.model.location import Location


class Chapter(NamedTuple):
    """One chapter, whatever format it came from (JSON Chapters 1.2, "The chapter object")."""

    #: milliseconds from the beginning of the audio
    start_ms: int
    title: str = ""
    #: a page about what is spoken of; absolute
    url: str = ""
    #: a picture; an absolute URL by the time that it is published
    image: str = ""
    #: whether it stands in the table of contents; if not, it only changes the picture or the link
    toc: bool = True
    #: milliseconds; None: where the next one starts
    end_ms: int | None = None
    location: Location | None = None
