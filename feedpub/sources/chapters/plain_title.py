"""What is left of a line of Markdown when everything that is no title is taken out."""

import html
import re
import unicodedata
from typing import NamedTuple

from feedpub.kinds.one_line import one_line

#: a link; the target may be an address with brackets, or something of a template engine
_LINK = re.compile(
    r"\[([^\[\]]{0,500})\]\(\s*((?:[^()\s]|\([^()\s]{0,200}\)|\{\{[^{}]{0,200}\}\}){0,2000})[^()]{0,200}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,200}\]")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_KRAMDOWN = re.compile(r"\{:[^{}]{0,500}\}")
_FOOTNOTE = re.compile(r"<sup\b[^<>]{0,200}>.{0,300}?</sup>|\[\^[^\[\]]{1,50}\]", re.IGNORECASE)
_ANCHOR = re.compile(r'<a\b[^<>]{0,500}?href\s*=\s*["\']([^"\'<>]{0,2000})["\'][^<>]{0,500}>', re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--.{0,500}?-->")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_EMPHASIS = re.compile(r"\*{1,3}|(?<![\w/])_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`|~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
#: what joins a title and its time
_JOINTS = " \t\N{NO-BREAK SPACE}-–—:|·•>»,;=@→"


class Plain(NamedTuple):
    """A piece of a line as plain text, and the first address of a page that it links to."""

    text: str
    url: str = ""


def plain_piece(markdown: str) -> Plain:
    """Markdown and HTML of a line as plain text. What is longer than any title was cut off before."""
    text = _KRAMDOWN.sub("", _FOOTNOTE.sub("", _IMAGE.sub("", markdown)))
    targets = [match[2] for match in _LINK.finditer(text)] + _ANCHOR.findall(text)
    targets += _AUTOLINK.findall(text)
    # A label may itself hold brackets that were a link.
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", _LINK.sub(r"\1", text)))
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))
    url = next((url for url in targets if url.startswith(("https://", "http://"))), "")
    return Plain(one_line(html.unescape(text)), html.unescape(url))


def trim_title(text: str) -> str:
    """A title without the dashes, colons and brackets that tied it to its time."""
    text = text.strip(_JOINTS)
    if text.startswith((")", "]")):
        text = text[1:].lstrip(_JOINTS)
    for opening, closing in (("(", ")"), ("[", "]")):
        if text.endswith(opening) or (text.startswith(opening) and text.endswith(closing)):
            text = text.strip(opening + closing)
    return text.strip(_JOINTS)


def skip_ornaments(text: str) -> str:
    """The text from its first letter, digit or bracket on: emoji, bullets and arrows are left out."""
    for index, char in enumerate(text[:12]):
        if char.isalnum() or char in "([":
            return text[index:]
        if unicodedata.category(char)[0] in "LN":
            return text[index:]
    return text
