"""Text that was read in the wrong encoding before it came into the feed."""

from feedpub.validate.document.element import Element
from feedpub.validate.garbled import find_garbled, repair
from feedpub.validate.rule import WARNING, Problem, Problems, everywhere, quote, rule


@rule(
    id="XML016",
    name="garbled-characters",
    each="*",
    profiles=everywhere(WARNING),
    what="Text shows signs of having been read in the wrong encoding, as `JosÃ©` or `Jos√©` for `José`.",
    why="Listeners see it just so. It comes from UTF-8 that some program took for Windows-1252 or Mac "
    "Roman, or from "
    "characters that were lost on the way.",
    fix="Correct the text where it is written; where all of it is garbled, mend the program that reads it.",
    spec="w3c:BadCharacters; practice",
    bad="<title>A talk with JosÃ©</title>",
    good="<title>A talk with José</title>",
)
def garbled_characters(element: Element) -> Problems:
    text = element.text
    if text and not text.isascii():
        found = find_garbled(text)
        if found:
            word = _word_around(text, found.start(), found.end())
            repaired = repair(word)
            what = (
                "a character that was lost"
                if "\ufffd" in found[0]
                else "garbled characters of another encoding"
            )
            yield Problem(
                element,
                f"`{_plain(element.name)}` has {what}: {quote(word)}",
                offset=found.start(),
                fix=f"Probably {quote(repaired)} is meant." if repaired else "",
            )


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _word_around(text: str, start: int, end: int) -> str:
    """The word in which something stands, not too much of it."""
    while start > 0 and not text[start - 1].isspace() and end - start < 30:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < 40:
        end += 1
    return text[start:end]
