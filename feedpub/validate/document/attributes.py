"""What stands in a start tag behind its name, mended."""

import re
from typing import NamedTuple

from feedpub.validate.document.references import CLEAN, NAME, SUSPECT, References

_ATTRIBUTE = re.compile(
    rb"(?P<space>\s*)(?P<name>" + NAME + rb")(?P<equals>\s*=\s*)?"
    rb"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>=`/]+))?"
)
_TAG_CLOSE = re.compile(rb"\s*(/?)>")

#: kind, offset, what is there
TagFault = tuple[str, int, bytes]


class Attributes(NamedTuple):
    """What follows the name of a start tag."""

    #: all of it, mended
    text: bytes
    #: where it ends
    end: int
    #: whether the element is empty
    is_empty: bool
    faults: list[TagFault]


class AttributeReader:
    """Reads the attributes of start tags in `data`."""

    def __init__(self, data: bytes, references: References) -> None:
        self._data, self._references = data, references

    def read(self, at: int) -> Attributes | None:
        """What follows at `at`; None where it cannot belong to a tag, which then is none."""
        data, names = self._data, set[bytes]()
        pieces: list[bytes] = []
        faults: list[TagFault] = []
        while not (close := _TAG_CLOSE.match(data, at)):
            found = _ATTRIBUTE.match(data, at)
            if not found:
                return self._unclosed(pieces, faults, at) if names else None
            if found["name"] in names:
                faults.append(("twice", found.start("name"), found["name"]))
            else:
                names.add(found["name"])
                pieces.append(self._read_one(found, faults))
            at = found.end()
        return Attributes(b"".join(pieces) + close[0], close.end(), close[1] == b"/", faults)

    def _read_one(self, found: re.Match[bytes], faults: list[TagFault]) -> bytes:
        kind = "double" if found["double"] is not None else "single"
        value, quote = found[kind], b'"' if kind == "double" else b"'"
        if value is None or not found["equals"] or not found["space"]:
            faults.append(("attribute", found.start("name"), found[0].strip()))
            value = value or found["bare"] or b""
        value = self._clean(value, found.start(kind), faults)
        return (found["space"] or b" ") + found["name"] + (found["equals"] or b"=") + quote + value + quote

    def _unclosed(self, pieces: list[bytes], faults: list[TagFault], at: int) -> Attributes | None:
        """A start tag at whose end the `>` is missing, if that is what it is."""
        if not self._data[at : at + 1000].lstrip().startswith(b"<"):
            return None
        faults.append(("tag", at, self._data[max(0, at - 30) : at]))
        return Attributes(b"".join(pieces) + b">", at, False, faults)

    def _clean(self, value: bytes, start: int, faults: list[TagFault]) -> bytes:
        """A value with its `<` and `&` mended."""
        if b"<" in value:
            faults.append(("less-than", start + value.index(b"<"), value))
            value = value.replace(b"<", b"&lt;")
        if CLEAN.fullmatch(value):
            return value

        def mended(match: re.Match[bytes]) -> bytes:
            kind, text = self._references.judge(match)
            if kind:
                faults.append((kind, start + match.start(), match[0] if kind != "ampersand" else value))
            return text

        return SUSPECT.sub(mended, value)
