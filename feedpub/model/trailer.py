"""A trailer of a show or a season."""

from datetime import datetime
from typing import NamedTuple


class Trailer(NamedTuple):
    """A file that makes people want the show (podcast namespace, docs/tags/trailer.md)."""

    title: str
    #: absolute
    url: str
    published: datetime
    length_bytes: int | None = None
    #: MIME type
    type: str = ""
    season: int | None = None
