"""Elements whose text is plain: no HTML, and `&` and `<` in the form that most readers show rightly."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.markup import find_markup, find_tag
from feedpub.validate.rule import INFO, RSS, WARNING, Problem, Problems, everywhere, quote, rule
from feedpub.validate.runner import Run

_PLAIN = (
    "channel/title",
    "channel/category",
    "channel/copyright",
    "channel/managingEditor",
    "channel/webMaster",
    "channel/generator",
    "image/title",
    "image/description",
    "textInput/title",
    "textInput/description",
    "item/title",
    "item/category",
    "item/author",
    "item/source",
    "media:title",
    "media:description",
    "media:text",
    "media:copyright",
    "dc:creator",
    "dc:title",
)
_REFERENCE = re.compile(r"&#(?:\d+|x[0-9a-f]*);?", re.IGNORECASE)
#: how `&` and `<` are written so that even readers that decode twice show them (RSS Best Practices Profile)
_SAFE = re.compile(rb"&#x(?:26|3c);", re.IGNORECASE)


@rule(
    id="HTML001",
    name="html-in-plain-text-element",
    each=(*_PLAIN, "channel/description"),
    profiles=everywhere(WARNING),
    what="An element whose text is plain holds HTML.",
    why="Apps show tags and references as they are.",
    fix="Leave the tags out, and write characters as themselves.",
    spec="RSSP character data; w3c:ContainsHTML; w3c:ContainsUndeclaredHTML",
    bad="<title>All &lt;b&gt;about&lt;/b&gt; tides</title>",
    good="<title>Ebb &amp; flood</title>",
)
def html(element: Element, run: Run) -> Problems:
    text = element.text
    if "<" not in text and "&" not in text:
        return
    if element.attributes.get("type") == "html" and element.name.startswith("media:"):
        return
    if element.name == "description" and element.parent is not None and element.parent.name == "channel":
        found = find_tag(text)
        profiles = {RSS: INFO}
    else:
        found = find_markup(text) or _REFERENCE.search(text)
        profiles = None
    if found and not (found[0][0] == "&" and _SAFE.search(run.raw(element))):
        message = f"`{element.name}` contains HTML: {quote(found[0])}"
        yield Problem(element, message, offset=found.start(), profiles=profiles)


@rule(
    id="HTML002",
    name="ambiguous-character-data",
    each=("channel/title", "item/title"),
    profiles={RSS: INFO},
    what="`&` or `<` in plain text are written as `&amp;` or `&lt;`.",
    why="That is right, but readers that take titles for HTML decode them twice; written as `&#x26;` and "
    "`&#x3C;` most "
    "readers show them rightly.",
    fix="Write `&#x26;` for `&` and `&#x3C;` for `<` in titles.",
    spec="RSSP character data; w3c:CharacterData",
    bad="<title>Less &lt; more</title>",
    good="<title>Less &#x3C; more</title>",
)
def ambiguous(element: Element, run: Run) -> Problems:
    if "<" in element.text or "&" in element.text:
        raw = run.raw(element)
        if b"&lt;" in raw or re.search(rb"&amp;\S", raw):
            yield Problem(element, f"`{element.name}` writes character data as `&amp;` or `&lt;`")
