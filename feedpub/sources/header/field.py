"""One row of the table of keys."""

from typing import NamedTuple

from feedpub.sources.header.field_readers import Reader


class Field(NamedTuple):
    """One row of the table."""

    #: the field of :class:`feedpub.sources.header.fields.Fields`
    name: str
    #: the keys that carry it, best first; case, blanks, `-` and `_` in keys do not matter
    keys: tuple[str, ...]
    read: Reader
    #: for the reference
    doc: str
    example: str
