"""The bytes of an episode file to text: encoding, line ends, and characters that cannot be right."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from feedpub.kinds.garbled import garbled_words, looks_garbled, suspicious
from feedpub.kinds.quoting import quote
from feedpub.kinds.xml_characters import NOT_XML
from feedpub.model import Finding, Place, Severity

#: How many findings of one kind a file gets; a file that is wrong throughout would bury the rest.
_AT_MOST = 10

T = TypeVar("T")

#: ASCII that stands in any text; nearly all of a file, and taken out of it much faster than searched
_PLAIN = bytes([9, 10, 13, *range(32, 128)])
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CALLED = {0: "NUL", 8: "backspace", 11: "vertical tab", 12: "form feed", 27: "escape"}


def decode_source(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """The text of a source file, with LF line ends, and what is wrong with its characters.

    Sources are UTF-8. Bytes that are not, and characters that XML 1.0 forbids (section 2.2), are errors
    and stand as U+FFFD in the text, so that the rest can still be looked at. Mojibake is a warning.
    """
    findings = []
    if data.startswith(_BYTE_ORDER_MARK):
        data = data[3:]
        findings.append(_byte_order_mark(path))
    odd = data.translate(None, _PLAIN)
    wide = wide_encoding(data) if odd else ""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        text = _decode_surrogates(data)
        if not text:
            findings.append(_not_utf8(data, error.start, wide or narrow_encoding(data), path))
            return _lf(data.decode("utf-8", "replace")), findings
    if wide:
        return _lf(text), [*findings, _not_utf8(data, data.index(0), wide, path)]
    text = _lf(text)
    if not odd:
        return text, findings
    odd_text = odd.decode("utf-8", "surrogatepass")
    if re.search(NOT_XML, odd_text):
        findings += _check_forbidden(text, path)
        text = re.sub(NOT_XML, "\ufffd", text)
        return text, findings + check_mojibake(text, path)
    # What looks like mojibake has no ASCII in it, so it is also there when all ASCII is left out.
    if suspicious().search(odd_text):
        findings += check_mojibake(text, path)
    return text, findings


def holds_forbidden(data: bytes) -> bool:
    """Whether UTF-8 holds characters that XML 1.0 forbids."""
    odd = data.translate(None, _PLAIN)
    return re.search(NOT_XML, odd.decode("utf-8", "surrogatepass")) is not None


def place_in(text: str, index: int, path: str) -> Place:
    """The line and column of a character of a text, counted from 1."""
    return Place(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _byte_order_mark(path: str) -> Finding:
    message = "the file begins with a byte order mark (U+FEFF), which is passed over"
    return Finding(
        Severity.INFO, "byte-order-mark", Place(path, 1, 1), message, "save the file as “UTF-8 without BOM”"
    )


def _decode_surrogates(data: bytes) -> str:
    """Text with lone surrogates where these are all that is wrong with the bytes, else nothing."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, told by its mark or by NUL bytes in at least a quarter of the file; else empty."""
    for mark, name in ((b"\xff\xfe\0\0", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            return name
    if data.count(0) * 4 < len(data) or not data:
        return ""
    if data.count(0) * 3 >= len(data) * 2:
        return "UTF-32"
    return "UTF-16LE" if data[1::2].count(0) >= data[::2].count(0) else "UTF-16BE"


def narrow_encoding(data: bytes) -> str:
    """The likeliest one-byte encoding of Western text.

    Latin-1 has nothing printable from 0x80 to 0x9F; Windows put quotes, dashes, the ellipsis and the
    euro there; the old Macintosh put its accented small letters there.
    """
    middle = {byte for byte in data if 0x80 <= byte <= 0x9F}
    if not middle:
        return "ISO-8859-1"
    return (
        "WINDOWS-1252"
        if middle <= set(b"\x80\x82\x84\x85\x8a\x8c\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9c")
        else "MACINTOSH"
    )


def _not_utf8(data: bytes, start: int, encoding: str, path: str) -> Finding:
    before = data[:start].decode("utf-8", "replace")
    message = f"byte {start} (0x{data[start]:02X}) is not UTF-8; the file looks like {encoding}"
    fix = f"save it as UTF-8 in your editor, or with: iconv -f {encoding} -t UTF-8"
    return Finding(Severity.ERROR, "not-utf-8", place_in(_lf(before), len(_lf(before)), path), message, fix)


def _check_forbidden(text: str, path: str) -> Iterator[Finding]:
    matches = list(re.finditer(NOT_XML, text))
    for match, more in _first_few(matches):
        code = ord(match[0])
        called = f" ({_CALLED[code]})" if code in _CALLED else ""
        message = f"the character U+{code:04X}{called} cannot stand in a feed{more}"
        fix = "delete it; most editors do not show it, so search for it or type the line anew"
        yield Finding(
            Severity.ERROR, "forbidden-character", place_in(text, match.start(), path), message, fix
        )


def _first_few(items: Sequence[T]) -> Iterator[tuple[T, str]]:
    """The first items with nothing, but the last of them with a word on how many follow."""
    for number, item in enumerate(items[:_AT_MOST], 1):
        rest = len(items) - number
        yield item, f" (and {rest} more like it)" if rest and number == _AT_MOST else ""


def check_mojibake(text: str, path: str) -> list[Finding]:
    """Words that were written in UTF-8 and then read in another encoding, such as ``JosÃ©``.

    What ftfy's ``fix_encoding`` makes of a word is proposed, never done.
    """
    garbled = list(garbled_words(text)) if looks_garbled(text) else []
    findings = []
    for (start, word, repaired), more in _first_few(garbled):
        message = f"{quote(word)} looks garbled by a wrong encoding{more}"
        place = place_in(text, start, path)
        findings.append(
            Finding(
                Severity.WARNING, "garbled-text", place, message, f"write {quote(repaired)} if that is meant"
            )
        )
    return findings
