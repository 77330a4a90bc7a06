"""Paths below a show's folder, and suffixes of files."""

import re

from feedpub.kinds.fault import Fault, quote

_DRIVE = re.compile(r"[A-Za-z]:")
_SUFFIX = re.compile(r"[a-z0-9]{1,10}")


def check_path(text: str) -> Fault | None:
    """Whether it is a relative path that stays inside, with `/` between its parts."""
    if "\\" in text:
        return _bad(text, "has a backslash", f"write {text.replace(chr(92), '/')}")
    if text[0] in "/~" or _DRIVE.match(text):
        return _bad(text, "is not relative", "write the path from the show's folder on, as in art/cover.jpg")
    if ".." in text.split("/"):
        return _bad(text, "leads out of the show's folder", "put the file or folder below the show's folder")
    if any(len(part.encode()) > 255 for part in text.split("/")):
        return _bad(text, "has a part longer than 255 bytes", "use a shorter name")
    return None


def check_suffix(text: str) -> Fault | None:
    """Whether it is what follows the dot of a file's name, in lower case."""
    if _SUFFIX.fullmatch(text):
        return None
    plain = text.strip().lstrip("*.").lower()
    fix = f"write {plain}" if _SUFFIX.fullmatch(plain) else "write what follows the dot, as in mp3"
    return Fault("bad-suffix", f"{quote(text)} is no suffix of a file", fix)


def _bad(text: str, what: str, fix: str) -> Fault:
    return Fault("bad-path", f"{quote(text)} {what}", fix)
