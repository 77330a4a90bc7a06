"""Whether the document is XML at all (the `<` and `&` of XML, not of any feed)."""

import re
from typing import NamedTuple

from feedpub.validate.document.mend import Fault
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import (
    ERROR,
    INFO,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_FEED_LINK = re.compile(
    rb"<link\b(?=[^>]*\brel\s*=\s*[\"']?alternate)(?=[^>]*\btype\s*=\s*[\"']?application/(?:rss|atom)\+xml)[^>]*>",
    re.IGNORECASE,
)
_HREF = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_NUL = "XML 1.0 has no such character, not even written as a reference"


def _faults(document: Document, *kinds: str) -> list[Fault]:
    return [fault for fault in document.faults if fault.kind in kinds]


@rule(
    id="XML001",
    name="not-well-formed",
    each="document",
    profiles=everywhere(ERROR),
    what="The document is not well-formed XML.",
    why="An app that meets malformed XML shows no episode at all, or none after the place where it breaks. "
    "What is "
    "reported beside this was found in the document as it was most likely meant.",
    fix="Write the feed with a program that writes XML, or mend this place by hand.",
    spec="XML §2.1; w3c:SAXError",
    bad='<rss version="2.0"><channel><title lang=en>Tides</title></channel></rss>',
    good='<rss version="2.0"><channel><title lang="en">Tides</title></channel></rss>',
)
def not_well_formed(document: Document) -> Problems:
    for fault in _faults(document, "attribute"):
        yield Problem(
            fault,
            f'the XML is not well-formed: the attribute {quote(fault.text)} is not written as name="value"',
            fix="Write every attribute with =, and its value in quotes.",
        )
    for fault in _faults(document, "tag"):
        yield Problem(
            fault, f"the XML is not well-formed: a tag has no end: {quote(fault.text)}", fix="Write `>` here."
        )
    for fault in _faults(document, "twice"):
        yield Problem(
            fault,
            f"the XML is not well-formed: the attribute `{fault.text}` is given twice",
            fix="Leave one of them out.",
        )
    for fault in _faults(document, "after-root", "before-root"):
        side = (
            "behind the end of the root element" if fault.kind == "after-root" else "before the root element"
        )
        yield Problem(
            fault,
            f"the XML is not well-formed: {side} stands {quote(fault.text)}",
            fix="Delete it; often it is the output of something else that was appended by mistake.",
        )
    if document.broken is not None and document.walked.blown_up is None:
        yield Problem(document.broken, f"the XML is not well-formed: {document.broken.text}")


@rule(
    id="XML002",
    name="undefined-html-entity",
    each="document",
    profiles=everywhere(ERROR),
    what="A named character of HTML is used, which XML does not have.",
    why="XML knows five names only: `&amp;` `&lt;` `&gt;` `&quot;` `&apos;`. At any other the feed cannot "
    "be read further.",
    fix="Write the character itself, or its number, such as `&#160;` for `&nbsp;`.",
    spec="XML §4.1; w3c:SAXError; w3c:UndefinedNamedEntity",
    bad='<rss version="2.0"><channel><title>Tides&nbsp;and moons</title></channel></rss>',
    good='<rss version="2.0"><channel><title>Tides&#160;and moons</title></channel></rss>',
)
def undefined_html_entity(document: Document) -> Problems:
    for fault in _faults(document, "entity"):
        yield Problem(fault, f"the entity `{fault.text}` is not defined in XML")


@rule(
    id="XML003",
    name="unescaped-ampersand",
    each="document",
    profiles=everywhere(ERROR),
    what="A bare `&` or `<` stands in text or in an attribute.",
    why="In XML `&` begins a reference and `<` begins a tag: alone, each of them ends the reading of the "
    "feed.",
    fix="Write `&amp;` for `&`, and `&lt;` for `<`.",
    spec="XML §2.4; APPLE-G closing notes",
    bad='<rss version="2.0"><channel><title>Q & A</title></channel></rss>',
    good='<rss version="2.0"><channel><title>Q &amp; A</title></channel></rss>',
)
def unescaped_ampersand(document: Document) -> Problems:
    for fault in _faults(document, "ampersand"):
        yield Problem(fault, f"a bare `&` is not well-formed XML: {quote(fault.text)}")
    for fault in _faults(document, "less-than"):
        yield Problem(
            fault,
            f"a bare `<` that begins no tag is not well-formed XML: {quote(fault.text)}",
            fix="Write `&lt;`.",
        )


@rule(
    id="XML004",
    name="mismatched-tag",
    each="document",
    profiles=everywhere(ERROR),
    what="An end tag does not fit the element that is open, or the document ends before all are closed.",
    why="A feed that ends early is most often an upload that was cut off; readers refuse it as a whole.",
    fix="Close elements in the reverse order of their beginning; where the end is missing, upload the feed "
    "again.",
    spec="XML §3; w3c:SAXError",
    bad='<rss version="2.0"><channel><title>Tides</titel></channel></rss>',
    good='<rss version="2.0"><channel><title>Tides</title></channel></rss>',
)
def mismatched_tag(document: Document) -> Problems:
    # An end tag that fits nothing inside an element that is never closed is one slip, not two.
    strays = {fault.began for fault in _faults(document, "mismatch") if fault.began is not None}
    for fault in _faults(document, "mismatch"):
        began = " inside the element that begins on line {line}" if fault.began is not None else ""
        yield Problem(
            fault, f"mismatched tag: {quote(fault.text)} closes nothing that is open{began}", also=fault.began
        )
    for fault in _faults(document, "unclosed"):
        if fault.began not in strays:
            yield Problem(
                fault,
                f"mismatched tag: `{fault.text}`, which begins on line {{line}}, is not closed",
                also=fault.began,
                fix=f"Write </{fault.text}> here.",
            )
    for fault in _faults(document, "truncated"):
        if fault.began is None:
            yield Problem(
                fault, f"the document ends inside {quote(fault.text)}, which is never closed: not well-formed"
            )
        elif fault.began not in strays:
            yield Problem(
                fault,
                f"the document is truncated: it ends inside `{fault.text}`, which begins on line {{line}}; "
                f"not well-formed",
                also=fault.began,
                fix="Upload the feed again; it was cut off.",
            )


@rule(
    id="XML006",
    name="illegal-character",
    each="document",
    profiles=everywhere(ERROR),
    what="The document holds a control character, or another that XML does not have.",
    why="They come with text pasted from word processors, cannot be seen, and end the reading of the feed.",
    fix=f"Delete it: {_NUL}.",
    spec="XML §2.2",
    bad='<rss version="2.0"><channel><title>Tides&#11;and moons</title></channel></rss>',
    good='<rss version="2.0"><channel><title>Tides&#9;and moons</title></channel></rss>',
)
def illegal_character(document: Document) -> Problems:
    for fault in _faults(document, "character"):
        yield Problem(fault, f"{_named(fault.text)} is a character that XML does not allow: not well-formed")


def _named(text: str) -> str:
    if text.startswith("&"):
        return f"`{text}`"
    return " ".join(f"U+{ord(char):04X}" for char in text[:3])


@rule(
    id="XML011",
    name="content-before-xml-declaration",
    each="document",
    profiles=everywhere(ERROR),
    what="Something stands before `<?xml`.",
    why="The XML declaration must be the very first thing in the file; behind a blank line it is an error, "
    "and "
    "readers refuse the feed. A blank line often comes from a template, a word from a program that warns.",
    fix="Delete everything before `<?xml`.",
    spec="XML §2.8; w3c:WPBlankLine; w3c:SAXError",
    bad='\n<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title></channel></rss>',
    good='<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title></channel></rss>',
)
def content_before_declaration(document: Document) -> Problems:
    for fault in _faults(document, "before-declaration"):
        there = quote(fault.text) if fault.text else "white space"
        yield Problem(fault, f"before the XML declaration stands {there}: not well-formed")


@rule(
    id="XML015",
    name="entity-expansion-limit",
    each="document",
    profiles=everywhere(ERROR),
    what="Entities that are made of entities would make the document many times as large.",
    why="That is how a small file is made to fill the memory of whoever reads it. It is not read on.",
    fix="Write the text out, and leave the DOCTYPE away: a feed needs no entities of its own.",
    spec="XML §4.4; practice",
    bad="<!DOCTYPE rss [<!ENTITY a "
    "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
    + "".join(f"<!ENTITY {name} '{f'&{inner};' * 20}'>" for inner, name in ("ab", "bc", "cd", "de", "ef"))
    + ']><rss version="2.0"><channel><title>&f;</title></channel></rss>',
    good='<!DOCTYPE rss [<!ENTITY a "Tides">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
)
def entity_expansion(document: Document) -> Problems:
    if document.walked.blown_up is not None:
        yield Problem(
            document.walked.blown_up, "entities expand beyond any measure here; nothing behind it was read"
        )


@rule(
    id="XML022",
    name="comment-after-root",
    each="document",
    profiles=everywhere(INFO),
    what="A comment or an instruction stands behind `</rss>`.",
    why="It is lawful, but caching plugins that leave their mark there have been seen to make Apple's "
    "reader fail now and then.",
    fix="Keep the program that appends it away from the feed.",
    spec="BLUBRRY",
    bad='<rss version="2.0"><channel><title>Tides</title></channel></rss><!-- cached -->',
    good='<!-- cached --><rss version="2.0"><channel><title>Tides</title></channel></rss>',
)
def comment_after_root(document: Document) -> Problems:
    for mark in document.walked.after_root[:1]:
        yield Problem(mark, f"behind the root element stands {quote(mark.text)}")


@rule(
    id="XML023",
    name="html-instead-of-feed",
    each="document",
    profiles=everywhere(ERROR),
    what="The document is a web page, not a feed.",
    why="Often it is the page of an error, of a login, or of the show, where the feed should be.",
    fix="Give the address of the feed itself.",
    spec="RSS2; w3c:UndefinedElement",
    bad="<!DOCTYPE html><html><head><title>Tides</title></head><body>Listen</body></html>",
    good='<rss version="2.0"><channel><title>Tides</title></channel></rss>',
)
def html_instead_of_feed(document: Document) -> Problems:
    root = document.root
    if not document.is_html and (root is None or root.name not in ("html", "xhtml:html")):
        return
    link = _FEED_LINK.search(document.data[:200_000])
    href = _HREF.search(link[0]) if link else None
    fix = f"It names a feed: {href[1].decode('utf-8', 'replace')[:300]}" if href else ""
    message = "the root element is `html`: this is an HTML page, not an RSS feed"
    yield Problem(root or _Place(max(document.data.lower().find(b"<html"), 0)), message, fix=fix)


class _Place(NamedTuple):
    """Where something begins that was not parsed."""

    offset: int


@rule(
    id="XML024",
    name="empty-document",
    each="document",
    profiles=everywhere(ERROR),
    what="There is nothing in the document.",
    why="An empty file is most often a program that failed half-way, or a disk that was full.",
    fix="Build the feed again.",
    spec="XML §2.1; practice",
    bad=" ",
    good='<rss version="2.0"><channel><title>Tides</title></channel></rss>',
    within="document",
)
def empty_document(document: Document) -> Problems:
    if not document.data.strip():
        yield Problem(document, "the document is empty: no XML, no `rss` element")
    elif document.root is None and not document.is_html and not document.faults:
        yield Problem(document, "the document holds no element at all: no `rss`", fix="Is this the feed?")
