"""Patterns such as `old/*.xml` that the shell left alone, and the files that they mean."""

import os
import re
from collections.abc import Iterator
from fnmatch import translate

_MAGIC = re.compile(r"[*?[]")


def is_pattern(word: str) -> bool:
    """Whether a word has `*`, `?` or `[` in it."""
    return bool(_MAGIC.search(word))


def expand(pattern: str) -> list[str]:
    """All files that a pattern means, sorted; folders are none.

    `*` and `?` do not cross a `/`; `**` stands for any number of folders. Names that begin with a dot are
    meant only where the pattern says the dot, and `**` follows no links, so that no loop of them traps it.
    """
    parts: list[str] = []
    for part in pattern.split("/"):
        if part and not (part == "**" and parts[-1:] == ["**"]):
            parts.append(part)
    start = "/" if pattern.startswith("/") else ""
    return sorted({path for path in _walk(start, parts) if not os.path.isdir(path)})


def _walk(folder: str, parts: list[str]) -> Iterator[str]:
    part, rest = parts[0], parts[1:]
    if part == "**":
        yield from _walk(folder, rest or ["*"])
        for name in _names(folder):
            below = folder + name
            if name[0] != "." and os.path.isdir(below) and not os.path.islink(below):
                yield from _walk(below + "/", parts)
    elif not is_pattern(part):
        found = folder + part
        if os.path.lexists(found):
            yield from _walk(found + "/", rest) if rest else (found,)
    else:
        matches = re.compile(translate(part)).match
        for name in _names(folder):
            if matches(name) and (name[0] != "." or part[0] == "."):
                yield from _walk(f"{folder}{name}/", rest) if rest else (folder + name,)


def _names(folder: str) -> list[str]:
    """What is in a folder; nothing in what is none, or may not be read."""
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []
