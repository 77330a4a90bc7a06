"""Show notes: the texts of a feed that hold HTML, and what is in them."""

from typing import NamedTuple

from feedpub.validate.document.element import Element
from feedpub.validate.notes.tokens import Tokens, parse_notes

#: element -> the parents in which it holds notes
_NOTES = {
    "description": {"channel", "item", "podcast:liveItem"},
    "content:encoded": {"item", "podcast:liveItem", "channel"},
    "itunes:summary": {"channel", "item", "podcast:liveItem"},
}
#: elements of Media RSS that hold HTML where they say so
_MEDIA = {"media:description", "media:text", "media:title"}


class Notes(NamedTuple):
    """An element that holds HTML, and what it holds."""

    element: Element
    tokens: Tokens

    @property
    def offset(self) -> int:
        """Where the element begins."""
        return self.element.offset


def has_notes(name: str) -> bool:
    """Whether elements of that name may hold notes."""
    return name in _NOTES or name in _MEDIA


def notes_of(element: Element) -> Notes | None:
    """The notes that an element holds; None where it holds none."""
    parents = _NOTES.get(element.name)
    if parents is None:
        if element.name in _MEDIA and element.attribute("type") == "html" and element.text:
            return Notes(element, parse_notes(element.text))
        return None
    if element.parent is None or element.parent.name not in parents or not element.text:
        return None
    return Notes(element, parse_notes(element.text))
