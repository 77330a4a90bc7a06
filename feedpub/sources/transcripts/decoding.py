"""The bytes of a transcript to text."""

import re

from feedpub.kinds.fault import quote
from feedpub.sources.text import check_mojibake
from feedpub.sources.transcripts.complaints import Complaints

_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
#: bytes; more of a file is not looked at to guess how it was written
_SAMPLE = 4096


def decode_transcript(data: bytes, complaints: Complaints) -> str:
    """The text, with LF line ends and without a byte order mark.

    What is not UTF-8 is an error, and read as what it looks like, so that the rest can still be checked.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        wide = _is_wide(data)
        text = _decode_wrongly(data, data.index(0), complaints) if wide else data.decode()
    except UnicodeDecodeError as error:
        text = _decode_wrongly(data, error.start, complaints)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if found := _CONTROLS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"{quote(found[0])} is a control character, which no text should have"
        complaints.warn("control-character", line, message, "remove it; most editors do not show it")
        text = _CONTROLS.sub("\ufffd", text)
    complaints.add(check_mojibake(text, complaints.path))
    return text


def _decode_wrongly(data: bytes, start: int, complaints: Complaints) -> str:
    encoding = _guess_encoding(data)
    line = data.count(b"\n", 0, start) + 1
    message = f"byte {start:,} (0x{data[start]:02X}) is not UTF-8; the file looks like {encoding}"
    fix = f"save it as UTF-8 in your editor, or with: iconv -f {encoding} -t UTF-8"
    complaints.error("transcript-not-utf-8", line, message, fix)
    return data.decode("cp1252" if encoding == "WINDOWS-1252" else encoding, "replace").removeprefix("\ufeff")


def _is_wide(data: bytes) -> bool:
    """Whether every other byte or so is NUL, which UTF-8 would allow."""
    sample = data[:_SAMPLE]
    return 0 < len(sample) <= sample.count(0) * 4


def _guess_encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if _is_wide(data):
        sample = data[:_SAMPLE]
        return "UTF-16LE" if sample[1::2].count(0) >= sample[::2].count(0) else "UTF-16BE"
    return "WINDOWS-1252"
