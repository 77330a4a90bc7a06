"""How a feed is encoded, and the same in UTF-8, which is what is parsed.

A document in UTF-8 is taken as it is: expat checks it. Only where that fails, or where another encoding is
declared, is it decoded here, and every byte that does not belong there is found.
"""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: how `<?` begins where there is no mark: bytes -> encoding
_BEGINNINGS = (
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
    (b"<\x00r\x00", "utf-16-le"),
    (b"\x00<\x00r", "utf-16-be"),
)
_DECLARED = re.compile(rb"\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"'<>]{0,80})[\"']")
#: encodings of Python's that are none of a document
_NONE_OF_TEXT = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "mbcs", "oem"}
#: after so many wrong bytes nobody reads on
_MOST_WRONG = 100


class WrongBytes(NamedTuple):
    """Bytes that are nothing in the encoding."""

    #: from the beginning of the document as it came
    byte: int
    #: from the beginning of the document in UTF-8
    offset: int
    bytes: bytes


class Encoding(NamedTuple):
    """What a document says of its encoding, and what it is in."""

    #: as it is written in the declaration; empty when there is none
    declared: str
    #: the encoding that the first bytes give away; empty when they do not
    mark: str
    #: whether a byte order mark is there
    has_mark: bool
    #: Python's name of the encoding that it was read in
    actual: str
    #: whether the declared name is unknown
    unknown: bool
    #: the document
    data: bytes
    wrong: tuple[WrongBytes, ...] = ()


def read_encoding(data: bytes) -> Encoding:
    """The document in UTF-8 without byte order mark; UTF-8 is not looked into."""
    mark, length = _mark_of(data)
    actual = mark
    declared, unknown = "", False
    found = _DECLARED.match(data[:500] if not mark or mark == "utf-8" else _head(data[length:], mark))
    if found:
        declared = found[1].decode("ascii", "replace").strip()
        codec = _codec_of(declared)
        unknown = bool(declared) and not codec
        # What cannot be what it says (UTF-16 that can be read as ASCII) is taken for UTF-8.
        if not mark and codec and not codec.startswith(("utf-16", "utf-32")):
            actual = codec
    actual = actual or "utf-8"
    encoding = Encoding(declared, mark, length > 0, actual, unknown, data[length:] if length else data)
    if actual in ("utf-8", "ascii"):
        return encoding
    return with_decoded(encoding, length)


def with_decoded(encoding: Encoding, before: int = 0) -> Encoding:
    """The same, with the document looked into byte by byte, and in UTF-8."""
    data, wrong = decode(encoding.data, encoding.actual, before)
    return encoding._replace(data=data, wrong=wrong)


def _mark_of(data: bytes) -> tuple[str, int]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name, 0
    return "", 0


def _head(data: bytes, encoding: str) -> bytes:
    return data[:1000].decode(encoding, "replace").encode()


def _codec_of(name: str) -> str:
    """Python's name of an encoding; empty when there is none of that name."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    is_text = getattr(codec, "_is_text_encoding", True)
    return codec.name if is_text and codec.name not in _NONE_OF_TEXT else ""


def decode(data: bytes, encoding: str, before: int = 0) -> tuple[bytes, tuple[WrongBytes, ...]]:
    """`data` in UTF-8, each wrong byte as a question mark; `before`: bytes of the document before it."""
    view = memoryview(data)
    pieces: list[bytes] = []
    wrong: list[WrongBytes] = []
    start = written = 0
    while len(wrong) < _MOST_WRONG:
        try:
            pieces.append(codecs.decode(view[start:], encoding, "strict").encode())
            return b"".join(pieces), tuple(wrong)
        except UnicodeDecodeError as error:
            good = codecs.decode(view[start : start + error.start], encoding, "replace").encode()
            bad = bytes(view[start + error.start : start + error.end])
            pieces += [good, b"?"]
            wrong.append(WrongBytes(before + start + error.start, written + len(good), bad))
            written += len(good) + 1
            start += error.end
        except UnicodeEncodeError:
            break  # lone surrogates that a lenient decoder let through
    pieces.append(codecs.decode(view[start:], encoding, "replace").encode("utf-8", "replace"))
    return b"".join(pieces), tuple(wrong)
