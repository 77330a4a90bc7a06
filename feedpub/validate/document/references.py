"""References and characters that no XML can hold, in text and in attributes."""

import re
from html.entities import html5

NAME = rb"[A-Za-z_:\x80-\xff][-\w.:\x80-\xff]*"
#: ampersands that begin no reference, references, characters that XML 1.0 forbids
SUSPECT = re.compile(
    rb"&(?:#(?P<decimal>\d{1,10});|#x(?P<hex>[0-9A-Fa-f]{1,8});|(?P<entity>" + NAME + rb");)?"
    rb"|[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
)
#: where there is nothing to suspect
CLEAN = re.compile(rb"[^&\x00-\x08\x0b\x0c\x0e-\x1f\xef\xed]*")
_OWN_ENTITIES = {b"amp", b"lt", b"gt", b"quot", b"apos"}


class References:
    """The names that mean something in a document."""

    def __init__(self) -> None:
        self.entities = set(_OWN_ENTITIES)

    def judge(self, match: re.Match[bytes]) -> tuple[str, bytes]:
        """What kind of fault something suspect is, if it is one, and what to write for it."""
        whole = match[0]
        if whole[:1] != b"&":
            return "character", b"?"
        if whole == b"&":
            return "ampersand", b"&amp;"
        if match["entity"] is not None:
            name = match["entity"]
            if name in self.entities:
                return "", whole
            known = html5.get(name.decode("ascii", "replace") + ";", "?")
            return "entity", "".join(f"&#{ord(char)};" for char in known).encode()
        code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
        return ("", whole) if _may_stand(code) else ("character", b"?")


def _may_stand(code: int) -> bool:
    """Whether XML 1.0 has that character (section 2.2, production Char)."""
    return (
        code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
    )
