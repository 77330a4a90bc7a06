"""Lines: text broken into short ones, and put together again."""

import re
from collections.abc import Iterable, Iterator

#: scripts that put no blanks between words, and their punctuation: Chinese, Japanese
_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff"
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
_PIECE = re.compile(f"[{_WIDE}]|[^{_WIDE}]+")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_ENDS = " \t\n\r\f\v"


def squeeze(text: str) -> str:
    """The text on one line, with single blanks; blanks that do not break (U+00A0) are kept."""
    return _BLANKS.sub(" ", text).strip(_ENDS)


def unwrap(lines: Iterable[str]) -> str:
    """One line of many, with blanks between them where the script has any."""
    parts: list[str] = []
    last = ""
    for line in lines:
        if not (text := squeeze(line)):
            continue
        if last and not (is_wide(last) and is_wide(text[0])):
            parts.append(" ")
        parts.append(text)
        last = text[-1]
    return "".join(parts)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters, where blanks allow it; :func:`unwrap` gives the text again."""
    if len(text) <= width:
        return [text]
    lines: list[str] = []
    line: list[str] = []
    length, last = 0, ""
    for glue, piece in _pieces(text, width):
        wide = bool(last) and is_wide(last) and is_wide(piece[:1])
        may_break = bool(last) and bool(piece) and wide == (not glue)
        if may_break and length + len(glue) + len(piece) > width:
            lines.append("".join(line))
            line, length, glue = [], 0, ""
        line += (glue, piece)
        length += len(glue) + len(piece)
        last = piece[-1:] or last
    return [*lines, "".join(line)]


def is_wide(char: str) -> bool:
    """Whether a character is of a script without blanks between words."""
    return char > "\u2fff" and _WIDE_CHARACTER.match(char) is not None


def _pieces(text: str, width: int) -> Iterator[tuple[str, str]]:
    """What is never broken, each with what stands before it."""
    glue = ""
    for word in text.split(" "):
        if len(word) <= width or word.isascii():
            yield glue, word
        else:
            for piece in _PIECE.findall(word):
                yield glue, piece
                glue = ""
        glue = " "
