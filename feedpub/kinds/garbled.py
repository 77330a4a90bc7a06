"""Text that was written in UTF-8 and then read in another encoding, such as `JosÃ©` or `Jos√©` for `José`."""

import re
from collections.abc import Iterator
from functools import cache

#: How many different words of a text are examined: 13 us each.
_EXAMINED = 2000
#: is taken out of a text much faster than searched; blanks are kept: between them a quick look is enough
_BUT_BLANK = bytes([*range(32), *range(33, 128)])


def without_ascii(text: str) -> str:
    """What of a text is not ASCII, and the blanks between."""
    return odd_part(text.encode("utf-8", "surrogatepass"))


def odd_part(data: bytes) -> str:
    """The same of what is in UTF-8: little, and soon looked through."""
    return data.translate(None, _BUT_BLANK).decode("utf-8", "surrogatepass")


def looks_garbled(text: str) -> bool:
    """Whether it is worth a closer look. What is garbled always is, what is right hardly ever."""
    return not text.isascii() and bool(suspicious().search(without_ascii(text)))


#: letters, digits, apostrophes and whatever is not ASCII; bounded, so that no file is one huge word
_WORD = r"[^\x00-&(-/:-@\[-`{-\x7f]{1,80}"


def garbled_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Start, word and repaired word, as ftfy's `fix_encoding` makes it: proposed, never done."""
    from ftfy import TextFixerConfig, fix_encoding

    # These two rewrite text that is odd but no mojibake.
    config = TextFixerConfig(restore_byte_a0=False, fix_c1_controls=False)
    pattern = suspicious()
    known: dict[str, str] = {}
    for match in re.finditer(_WORD, text):
        word = match[0]
        if word.isascii() or not pattern.search(word):
            continue
        if word not in known:
            if len(known) == _EXAMINED:
                return
            known[word] = fix_encoding(word, config)
        if known[word] != word:
            yield match.start(), word, known[word]


@cache
def suspicious() -> re.Pattern[str]:
    """What UTF-8 looks like when it was read as another encoding: a lead byte, then its continuations.

    It lets through some text that is right, which ftfy then recognises; it only saves its import.
    """
    after = bytes(range(0x80, 0xC0))
    latin, central, mac = (
        f"[{re.escape(after.decode(name, 'ignore'))}{more}]"
        for name, more in (("cp1252", "\x80-\xbf"), ("cp1250", ""), ("mac_roman", ""))
    )
    # One set in front of all alternatives: the search skips what cannot begin one six times as fast.
    return re.compile(
        "[Â-ïð-ôĂĹĽ√¬ƒ≈‚РС├┬](?:"
        f"(?<=[Â-ß]){latin}|(?<=[à-ï]){latin}{{2}}|(?<=[ð-ô]){latin}{{3}}|(?<=[ĂĹĽ]){central}"
        f"|(?<=[√¬ƒ≈]){mac}|(?<=‚){mac}{{2}}"
        "|(?<=[РС])[^\x00-\x7f](?:[РС][^\x00-\x7f]){2}|(?<=[├┬])[^\x00-\x7f])"
    )
