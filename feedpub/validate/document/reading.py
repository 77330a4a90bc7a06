"""A document as a whole: how it is encoded, what is not well-formed in it, what it holds."""

import re
from typing import NamedTuple, Protocol

from feedpub.validate.document.element import Element
from feedpub.validate.document.encoding import Encoding, read_encoding, with_decoded
from feedpub.validate.document.mend import Fault, mend
from feedpub.validate.document.positions import Shifts
from feedpub.validate.document.walk import Mark, Take, Walked, walk

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


class Document(NamedTuple):
    """What rules on the document judge."""

    encoding: Encoding
    #: what was parsed, in UTF-8: what came, or the same mended
    data: bytes
    #: what came, in UTF-8
    original: bytes
    #: all that is not well-formed, with offsets in `data`
    faults: tuple[Fault, ...]
    shifts: Shifts
    walked: Walked
    #: whether it is a web page
    is_html: bool
    #: where expat gave up in spite of all that was mended, and its words
    broken: Mark | None

    #: so that a problem can be "at" the document: it is at its beginning
    offset: int = 0

    @property
    def root(self) -> Element | None:
        """The outermost element."""
        return self.walked.root

    @property
    def is_whole(self) -> bool:
        """Whether it is well-formed as it came."""
        return not self.faults and self.broken is None


def read_document(data: bytes, takers: "Takers") -> Document:
    """Reads a document, whatever it is; what it holds goes to what `takers` begins."""
    encoding = read_encoding(data)
    is_html = bool(_HTML.match(encoding.data[:4000]))
    if is_html or not encoding.data.strip():
        return _document(encoding, encoding.data, (), Shifts(), Walked(), is_html)
    walked = walk(encoding.data, takers.begin(encoding.data))
    if walked.broken is None or walked.blown_up is not None:
        return _document(encoding, encoding.data, (), Shifts(), walked, is_html)
    if encoding.actual in ("utf-8", "ascii"):
        encoding = with_decoded(encoding, len(data) - len(encoding.data))
    mended = mend(encoding.data)
    walked = walk(mended.data, takers.begin(mended.data))
    return _document(encoding, mended.data, mended.faults, mended.shifts, walked, is_html)


def _document(
    encoding: Encoding,
    data: bytes,
    faults: tuple[Fault, ...],
    shifts: Shifts,
    walked: Walked,
    is_html: bool,
) -> Document:
    return Document(encoding, data, encoding.data, faults, shifts, walked, is_html, walked.broken)


class Takers(Protocol):
    """Begins to take items of a document; what was taken of an earlier attempt is forgotten."""

    def begin(self, data: bytes) -> Take:
        """What takes the items of `data`."""
