"""Text that was read in the wrong encoding once: what gives it away, and what it was.

`José` in UTF-8, read as Windows-1252 or Mac Roman, becomes `JosÃ©` or `Jos√©`. The signs are sequences that
hardly any language writes.
"""

import re

#: what Windows-1252 shows for the bytes that begin a letter of two bytes in UTF-8, and for those that follow
_FIRST = "\u00c2-\u00c5\u00c8\u00c9\u00ce-\u00d1\u00d7-\u00d9"
_NEXT = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
#: the same for typographic signs and emoji
_SIGNS = f"\u00e2[\u20ac\u0080][{_NEXT}]|\u00f0\u0178[{_NEXT}]"
#: what Mac Roman shows for letters and for signs
_MAC_NEXT = (
    "\u00a1-\u00a3\u00a7-\u00a9\u00ae\u00b0\u00b1\u00b4\u00b6\u00ba\u00c6\u00d8\u00df\u2020\u2022\u221e\u2260"
)
_MAC = f"[\u221a\u00ac\u0192][{_MAC_NEXT}]|\u201a\u00c4[\u00b6\u00ec-\u00ee\u00f2\u00f4\u00f9\u00fa]"
_SIGN = re.compile(f"{_SIGNS}|{_MAC}|[{_FIRST}][{_NEXT}]|\ufffd|[\u0080-\u0084\u0086-\u009f]")
#: how sequences begin of which nobody asks further
_SURE = ("\u00e2\u20ac", "\u00e2\u0080", "\u201a\u00c4", "\u00f0\u0178")


_ASCII = bytes(range(128))


def find_garbled(text: str) -> re.Match[str] | None:
    """The first sequence in `text` that shows that it was read in the wrong encoding."""
    # Most text is ASCII: what is left without it is soon looked through.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    if not rest or not _SIGN.search(rest.decode("utf-8", "surrogatepass")):
        return None
    for match in _SIGN.finditer(text):
        found = match[0]
        if len(found) == 1:
            return match
        # Two such letters may stand in a word of some language: they are a sign where they make one letter.
        letter = repair(found)
        if found.startswith(_SURE) or (len(letter) == 1 and letter.isprintable()):
            return match
    return None


def repair(text: str) -> str:
    """`text` as it was before; empty where that cannot be told."""
    for encoding in ("cp1252", "mac_roman", "latin-1"):
        try:
            repaired = text.encode(encoding).decode("utf-8")
        except ValueError:
            continue
        if repaired != text:
            return repaired
    return ""
