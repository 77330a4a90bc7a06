"""HTML of show notes that does something: scripts, frames, styles that move or hide."""

import re
from html import unescape

from feedpub.validate.document.element import Element
from feedpub.validate.notes import Notes
from feedpub.validate.rule import (
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_UNSAFE = frozenset(
    """
    applet base bgsound blink body comment embed form frame frameset head html iframe ilayer input
    isindex layer link listing meta noembed noframes noscript object param plaintext script style
    textarea title xmp xml
    """.split()
)
#: harmless where they wrap the whole
_WRAPPERS = {"body", "head", "html", "title"}
_HANDLER = re.compile(r"(?:^|[\s\"'/])(on[a-z]{3,})\s*=", re.MULTILINE)
#: how such an attribute begins, with what stands before it
_BEGINNINGS = (" on", "\non", "\ton", '"on', "'on", "/on")
_STYLE = re.compile(
    r"position\s*:|url\s*\(|expression\s*\(|behaviou?r\s*:|-moz-binding|display\s*:\s*none|visibility\s*:\s*hidden|"
    r"z-index\s*:|javascript:|@import",
    re.IGNORECASE,
)
#: without any of these, in small letters, there is no script in a link
_SIGNS = ("javascript", "vbscript", "data:text", "&#", "&colon", "&tab", "&newline")
_SCRIPT = re.compile(r"=\s*[\"']?\s*(javascript(?=\s*:)|vbscript(?=\s*:)|data:text/html)", re.IGNORECASE)


def _n(notes: Notes) -> str:
    return f"`{notes.element.name}`"


@rule(
    id="HTML004",
    name="unsafe-html-element",
    each=("notes", "xhtml:*"),
    profiles=everywhere(WARNING),
    what="The notes hold an element that apps take out: scripts, frames, forms, and their like.",
    why="What is inside is lost, and some readers refuse notes that hold any.",
    fix="Leave it out; in place of a player write a link.",
    spec="w3c:SecurityRisk",
    bad="<description>&lt;script&gt;alert(1)&lt;/script&gt;</description>",
    good="<description>&lt;p&gt;All about tides&lt;/p&gt;</description>",
)
def unsafe(notes: Notes | Element) -> Problems:
    if isinstance(notes, Element):
        name = notes.name.partition(":")[2].lower()
        if name in _UNSAFE - _WRAPPERS:
            yield Problem(notes, f"`{notes.name}` is an unsafe HTML element")
        return
    tokens = notes.tokens
    for name in sorted(tokens.names & _UNSAFE):
        offset = tokens.find(name)
        if offset >= 0:
            yield Problem(notes, f"{_n(notes)} has the unsafe HTML element `<{name}>`", offset=offset)
    if tokens.instruction >= 0:
        message = f"{_n(notes)} has an unsafe processing instruction in its HTML"
        yield Problem(notes, message, offset=tokens.instruction)


@rule(
    id="HTML005",
    name="event-handler-attribute",
    each="notes",
    profiles=everywhere(WARNING),
    what="An element in the notes has an attribute that runs a script.",
    why="Apps take it out.",
    fix="Leave the attribute out.",
    spec="w3c:SecurityRisk; w3c:SecurityRiskAttr",
    bad='<description>&lt;a href="https://tides.io/" onclick="go()"&gt;Tides&lt;/a&gt;</description>',
    good='<description>&lt;a href="https://tides.io/"&gt;Tides&lt;/a&gt;</description>',
)
def event_handler(notes: Notes) -> Problems:
    rests = notes.tokens.lowered
    if not any(beginning in rests for beginning in _BEGINNINGS) or not _HANDLER.search(rests):
        return
    for tag in notes.tokens.tags:
        names = [name for name in tag.attributes if name.startswith("on") and len(name) > 4]
        if names:
            what = f"the event handler attribute `{names[0]}` in `<{tag.name}>`"
            yield Problem(notes, f"{_n(notes)} has {what}: a security risk", offset=tag.offset)


@rule(
    id="HTML006",
    name="dangerous-style",
    each="notes",
    profiles=everywhere(WARNING),
    what="A style in the notes moves or hides things, or fetches something.",
    why="Apps take such styles out, or with them the whole element.",
    fix="Leave the style out.",
    spec="w3c:DangerousStyleAttr",
    bad='<description>&lt;p style="position: absolute"&gt;Tides&lt;/p&gt;</description>',
    good='<description>&lt;p style="color: green"&gt;Tides&lt;/p&gt;</description>',
)
def dangerous_style(notes: Notes) -> Problems:
    if "style" in notes.tokens.lowered and _STYLE.search(notes.tokens.rests):
        for tag in notes.tokens.tags:
            found = _STYLE.search(tag.attributes.get("style", ""))
            if found:
                message = f"{_n(notes)} has the dangerous style {quote(found[0])} in `<{tag.name}>`"
                yield Problem(notes, message, offset=tag.offset)


@rule(
    id="HTML007",
    name="script-url",
    each="notes",
    profiles=everywhere(WARNING),
    what="A link in the notes is a script.",
    why="Apps take it out.",
    fix="Write the address of a page.",
    spec="w3c:SecurityRisk",
    bad='<description>&lt;a href="javascript:go()"&gt;Tides&lt;/a&gt;</description>',
    good='<description>&lt;a href="https://tides.io/"&gt;Tides&lt;/a&gt;</description>',
)
def script_url(notes: Notes) -> Problems:
    rests = notes.tokens.lowered
    if not any(sign in rests for sign in _SIGNS):
        return
    for tag in notes.tokens.tags:
        if "&" in tag.rest or ":" in tag.rest:
            found = _SCRIPT.search(unescape(tag.rest))
            if found:
                message = f"{_n(notes)} has a {found[1]} link in `<{tag.name}>`: a security risk"
                yield Problem(notes, message, offset=tag.offset)
