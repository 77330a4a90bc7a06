"""Text that was read in the wrong encoding before it came into the feed."""

import re
from itertools import islice

from feedpub.kinds.garbled import garbled_words, odd_part, suspicious, without_ascii
from feedpub.validate.document.element import Element
from feedpub.validate.rule import WARNING, Problem, Problems, everywhere, quote, rule

#: what is left of a character that was lost, and characters of Latin-1 that nobody types
_LOST = re.compile("[\ufffd\u0080-\u0084\u0086-\u009f]")
#: of one element so many words are told
_ENOUGH = 5
#: characters; so much is looked through as it is
_SHORT = 200
#: references to characters outside of ASCII, which are not among the bytes
_REFERENCES = re.compile(
    rb"&#(?:1[2-9]\d|[2-9]\d\d|\d{4,}|x0*[8-9A-Fa-f][0-9A-Fa-f]|x0*[1-9A-Fa-f][0-9A-Fa-f]{2,});"
)
_NOTHING: Problems = iter(())


def _may_break_it(data: bytes) -> bool:
    try:
        odd = odd_part(data)
    except UnicodeDecodeError:
        return True
    return bool(_REFERENCES.search(data) or suspicious().search(odd) or _LOST.search(odd))


@rule(
    id="XML016",
    name="garbled-characters",
    each="*",
    profiles=everywhere(WARNING),
    what="Text shows signs of having been read in the wrong encoding, as `JosÃ©` or `Jos√©` for `José`.",
    why="Listeners see it just so. It comes from UTF-8 that some program took for Windows-1252 or Mac Roman, "
    "or from characters that were lost on the way.",
    fix="Correct the text where it is written; where all of it is garbled, mend the program that reads it.",
    spec="w3c:BadCharacters; practice",
    bad="<title>A talk with JosÃ©</title>",
    good="<title>A talk with José</title>",
    needed=_may_break_it,
)
def garbled_characters(element: Element) -> Problems:
    return _NOTHING if element.text.isascii() else _look_through(element)


def _look_through(element: Element) -> Problems:
    text = element.text
    # What is not ASCII in a long text is little, and soon looked through.
    odd = without_ascii(text) if len(text) > _SHORT else text
    if suspicious().search(odd):
        words = list(islice(garbled_words(text), _ENOUGH))
        yield from (_garbled(element, *word) for word in words)
        if words:
            return
    if _LOST.search(odd):
        yield from (_lost(element, match) for match in islice(_LOST.finditer(text), _ENOUGH))


def _garbled(element: Element, start: int, word: str, repaired: str) -> Problem:
    message = f"`{_name(element)}` has garbled characters of another encoding: {quote(word)}"
    return Problem(element, message, offset=start, fix=f"Write {quote(repaired)} if that is meant.")


def _lost(element: Element, match: re.Match[str]) -> Problem:
    around = match.string[max(0, match.start() - 15) : match.end() + 15].split("\n")[0].strip()
    what = "a character was lost" if match[0] == "\ufffd" else f"U+{ord(match[0]):04X} is a control character"
    message = f"`{_name(element)}` is garbled: {what} in {quote(around)}"
    return Problem(element, message, offset=match.start(), fix="Write the character that was meant.")


def _name(element: Element) -> str:
    return element.name.rpartition("}")[2]
