"""`ttl`: minutes for which a reader may keep a copy of the feed."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule


@rule(
    id="RSS029",
    name="invalid-ttl",
    each="channel/ttl",
    profiles=everywhere(ERROR),
    what="`ttl` is not a whole number of minutes above zero.",
    why="Readers cannot tell by it how long they may wait, and ask too often or too seldom.",
    fix="Write minutes, such as `60`, or leave `ttl` out.",
    spec="RSS2 ttl; w3c:InvalidInteger; w3c:InvalidPositiveInteger",
    bad="<ttl>1.5</ttl>",
    good="<ttl>60</ttl>",
)
def invalid_ttl(ttl: Element) -> Problems:
    text = ttl.value
    if not text:
        yield Problem(ttl, "`ttl` is empty, not a positive whole number")
    elif not (text.isascii() and text.isdigit() and text.strip("0")):
        yield Problem(ttl, f"`ttl` is {quote(text)}, not a positive whole number of minutes")
