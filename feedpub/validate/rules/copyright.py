"""`copyright` as PSP-1 wants it."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.rule import PSP1, WARNING, Problem, Problems, quote, rule

_WORDS = re.compile(r"\bcopyright\b|©|℗|\([cCpP]\)|(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE)


@rule(
    id="RSS050",
    name="copyright-wording",
    each="channel/copyright",
    profiles={PSP1: WARNING},
    what="`copyright` holds more than the holder of the rights.",
    why="PSP-1 wants the name of the holder only, without the word, the sign or a year. Apple's own "
    "example has "
    "them: this is no demand of Apple.",
    fix="Write only the name of the holder.",
    spec="PSP1 copyright",
    bad="<copyright>© 2026 Ada</copyright>",
    good="<copyright>Ada</copyright>",
)
def copyright_wording(element: Element) -> Problems:
    if match := _WORDS.search(element.text):
        message = f"`copyright` is {quote(element.value)}: besides the holder it has {quote(match[0])}"
        yield Problem(element, message, offset=match.start())
