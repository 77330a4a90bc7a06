"""The bytes of a transcript to text."""

import re

from feedpub.kinds.fault import Fault, quote
from feedpub.model import Severity
from feedpub.sources.complaints import Complaints
from feedpub.sources.text import check_mojibake, narrow_encoding, wide_encoding

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode_transcript(data: bytes, complaints: Complaints) -> str:
    """The text, with LF line ends and without a byte order mark.

    What is not UTF-8 is an error, and read as what it looks like, so that the rest can still be checked.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        wide = wide_encoding(data)
        text = _decode_as(wide, data, max(data.find(0), 0), complaints) if wide else data.decode()
    except UnicodeDecodeError as error:
        text = _decode_as(narrow_encoding(data), data, error.start, complaints)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if found := _CONTROLS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"{quote(found[0])} is a control character, which no text should have"
        fix = "remove it; most editors do not show it"
        complaints.add(Fault("control-character", message, fix, Severity.WARNING), line)
        text = _CONTROLS.sub("\ufffd", text)
    complaints.take(check_mojibake(text, complaints.path))
    return text


def _decode_as(encoding: str, data: bytes, start: int, complaints: Complaints) -> str:
    """The text in another encoding; ``start`` is the first byte that is not UTF-8, or should not be there."""
    line = data.count(b"\n", 0, start) + 1
    message = f"byte {start:,} (0x{data[start]:02X}) is not UTF-8; the file looks like {encoding}"
    fix = f"save it as UTF-8 in your editor, or with: iconv -f {encoding} -t UTF-8"
    complaints.add(Fault("transcript-not-utf-8", message, fix), line)
    return data.decode(encoding, "replace").removeprefix("\ufeff")
