"""Slips in Markdown that no renderer complains about."""

import re
from collections.abc import Iterator

from feedpub.sources.notes.link_targets import Fault, shortened
from feedpub.sources.notes.source_lines import SourceLines

_CODE = r"<code\b[^<]*+(?:<(?!/code>)[^<]*+)*</code>"
_TAG = r"<[^>]*>"
_UNREAD_LINK = r"\]\([^<>\n]{0,40}"
_BLANK = r"\]\([ \t]+([^\s)]{1,200})"
_FOOTNOTE = r"\[\^([^\]\s]+)\](:?)"


def check_markdown(markdown: str, html: str, lines: SourceLines) -> Iterator[Fault]:
    """What ``markdown`` does not say as it was meant, seen by the raw ``html`` made from it."""
    # One character is found much faster than two.
    if "]" in html and "](" in html:
        yield from _check_unread_links(html)
    if "]( " in markdown:
        yield from _check_blanks(lines)
    if "^" in markdown and "[^" in markdown:
        yield from _check_footnotes(lines)


def _check_unread_links(html: str) -> Iterator[Fault]:
    from html import unescape

    fix = "write [text](address) without blanks in the address and with both parentheses"
    for match in re.finditer(_UNREAD_LINK, re.sub(_TAG, "", re.sub(_CODE, "", html))):
        text = unescape(match[0])
        yield Fault("unread-link", f"`{shortened(text, 40)}` was not understood as a link", fix, text)


def _check_blanks(lines: SourceLines) -> Iterator[Fault]:
    for match in re.finditer(_BLANK, lines.without_code()):
        message = f"there is a blank before the address in `{shortened(match[0] + ')')}`"
        yield Fault("blank-in-link", message, f"write ]({match[1]})", match[0])


def _check_footnotes(lines: SourceLines) -> Iterator[Fault]:
    """Renderers leave out a note to which nothing points, or show it at the end."""
    marks = re.findall(_FOOTNOTE, lines.without_code())
    used = {label for label, colon in marks if not colon}
    for label in dict.fromkeys(label for label, colon in marks if colon and label not in used):
        message = f"nothing in the text points to the footnote `[^{label}]`"
        yield Fault("unused-footnote", message, f"write [^{label}] where it belongs", f"[^{label}]:")
