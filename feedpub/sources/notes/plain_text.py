"""Plain text from show notes, and texts cut to what directories accept."""

import re

_ELLIPSIS = "…"
#: the longest word that is given up so that a text ends with a whole one, in characters
_LONG_WORD = 64
_BREAKING_TAG = re.compile(r"<(?!/?(?:a|b|i|em|strong)[ >])[^>]*>")
_INLINE_TAG = re.compile(r"<[^>]*>")
_ZERO_WIDTH_JOINER = "\u200d"


def plain_text(html: str) -> str:
    """The words of sanitised HTML: no tags, entities decoded, white space collapsed."""
    if "<" in html:
        html = _INLINE_TAG.sub("", _BREAKING_TAG.sub(" ", html))
    if "&" in html:
        from html import unescape

        html = unescape(html)
    return " ".join(html.split())


def cut_at_word(text: str, limit_bytes: int) -> str:
    """``text`` in at most ``limit_bytes`` bytes of UTF-8, ended by "…" where something is cut off.

    It is cut between words, or inside an overlong word between characters as people see them (no
    accent or emoji falls apart). A limit too small for any text with an ellipsis gives "".
    """
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded) <= limit_bytes:
        return text
    room = limit_bytes - len(_ELLIPSIS.encode())
    if room <= 0:
        return ""
    head = encoded[:room].decode("utf-8", "ignore")
    kept = head[: _word_end(text, len(head))].rstrip().rstrip(",;:")
    return kept + _ELLIPSIS if kept else ""


def _word_end(text: str, end: int) -> int:
    if text[end].isspace():
        return end
    for start in range(end, max(end - _LONG_WORD, 0), -1):
        if text[start - 1].isspace():
            return start - 1
    return _cluster_end(text, end)


def _cluster_end(text: str, end: int) -> int:
    """The last place at or before ``end`` between two grapheme clusters (Unicode UAX 29, abridged)."""
    start = end
    while start and _belongs_together(text, start):
        start -= 1
    return start or end


def _belongs_together(text: str, index: int) -> bool:
    from unicodedata import category

    before, after = text[index - 1], text[index]
    if after == _ZERO_WIDTH_JOINER or before == _ZERO_WIDTH_JOINER or category(after).startswith("M"):
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    return _is_flag_letter(after) and _flag_letters_before(text, index) % 2 == 1


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_letters_before(text: str, index: int) -> int:
    start = index
    while start and _is_flag_letter(text[start - 1]):
        start -= 1
    return index - start
