"""The HTML of show notes: what apps strip, what is dangerous, what is broken."""

import re
from functools import lru_cache

from feedpub.validate.document.element import Element
from feedpub.validate.notes import Notes
from feedpub.validate.notes.tokens import KNOWN
from feedpub.validate.rule import (
    APPLE,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    Profile,
    Severity,
    everywhere,
    quote,
    rule,
)

_RELATIVE = re.compile(
    r"(?:^|\s)(?:href|src)\s*=\s*(?:\"\s*|'\s*|)(?![a-z][a-z0-9+.-]*:|#|//|\"|'|\s|\{)([^\"'\s>]+)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"&amp;(?:amp|nbsp|lt|gt|quot|#\d{2,5}|#x[0-9a-fA-F]{2,5}|[lr][sd]quo|hellip|[mn]dash|[a-zA-Z]uml);"
)
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|a|ul|ol|li|div|strong|em|b|i|span|h[1-6])(?:\s[^&]*)?/?&gt;", re.IGNORECASE
)
_APPLE = {"p", "ol", "ul", "li", "a"}
_SETS = {
    PSP1: _APPLE | {"b", "i", "strong", "em"},
    APPLE: _APPLE | {"br"},
    SPOTIFY: {"p", "br", "a", "h1", "h2", "ul", "ol", "li"},
}


def _n(notes: Notes) -> str:
    return f"`{notes.element.name}`"


@rule(
    id="HTML003",
    name="double-escaped-html",
    each="notes",
    profiles=everywhere(WARNING),
    what="HTML was escaped twice.",
    why="Listeners see tags and `&nbsp;` in the text.",
    fix="Escape it once, or put it into CDATA without escaping it.",
    spec="w3c:NotHtml; w3c:ContainsHTML",
    bad="<description>&amp;lt;p&amp;gt;All about tides&amp;lt;/p&amp;gt;</description>",
    good="<description>&lt;p&gt;Ebb &amp;amp; flood&lt;/p&gt;</description>",
)
def double_escaped(notes: Notes) -> Problems:
    text = notes.element.text
    if "&" not in text:
        return
    found = _TWICE.search(text) if "&amp;" in text else None
    if not found and not notes.tokens.has_tags and "&lt;" in text:
        found = _ESCAPED_TAG.search(text)
    if found:
        yield Problem(
            notes, f"{_n(notes)} has HTML that was escaped twice: {quote(found[0])}", offset=found.start()
        )


@rule(
    id="HTML008",
    name="relative-url-in-html",
    each="notes",
    profiles=everywhere(WARNING),
    what="A link or a picture in the notes has no complete address.",
    why="Apps have nothing that it could be relative to: the link leads nowhere.",
    fix="Write the whole address, with https://.",
    spec="RSSP description; w3c:ContainsRelRef",
    bad='<description>&lt;a href="/one"&gt;Tides&lt;/a&gt;</description>',
    good='<description>&lt;a href="https://tides.io/one"&gt;Tides&lt;/a&gt;</description>',
)
def relative_url(notes: Notes) -> Problems:
    rests = notes.tokens.rests
    complete = rests.count('href="http') + rests.count('src="http')
    odd = "HREF" in rests or "SRC" in rests or " =" in rests
    if complete == rests.count("href=") + rests.count("src=") and not odd:
        return  # most are so
    if _RELATIVE.search(rests):
        for tag in notes.tokens.tags:
            found = _RELATIVE.search(tag.rest)
            if found:
                message = f"{_n(notes)} has the relative URL {quote(found[1])} in `<{tag.name}>`"
                yield Problem(notes, message, offset=tag.offset)


@rule(
    id="HTML009",
    name="malformed-html",
    each="notes",
    profiles=everywhere(WARNING),
    what="The HTML of the notes is broken: tags that are not closed or nested wrongly, or that HTML does "
    "not have.",
    why="Apps guess what was meant, each in its own way; a link that is not closed swallows the rest.",
    fix="Close every tag, in the reverse order of their beginning.",
    spec="w3c:NotHtml",
    bad="<description>&lt;p&gt;All &lt;b&gt;about tides&lt;/p&gt;</description>",
    good="<description>&lt;p&gt;All &lt;b&gt;about&lt;/b&gt; tides&lt;br&gt;and moons</description>",
)
def malformed(notes: Notes) -> Problems:
    tokens = notes.tokens
    if "<" not in tokens.text:
        return
    flaws = tokens.flaws
    if flaws:
        more = f", and {len(flaws) - 1:,} more {'flaw' if len(flaws) == 2 else 'flaws'}" * (len(flaws) > 1)
        yield Problem(
            notes, f"the HTML of {_n(notes)} is malformed: {flaws[0].text}{more}", offset=flaws[0].offset
        )
        return
    unknown = tokens.names - KNOWN
    for tag in tokens.tags if unknown else ():
        # `<scriptingNews>` and the like are as often text as they are tags.
        if tag.name in unknown and tag.rest.strip(" /") and "=" in tag.rest:
            yield Problem(notes, f"{_n(notes)} has the unknown HTML tag `<{tag.name}>`", offset=tag.offset)
            return


@rule(
    id="HTML010",
    name="html-not-supported-by-platform",
    each="notes",
    profiles={APPLE: INFO, PSP1: INFO, SPOTIFY: INFO},
    what="The notes have tags that a platform does not show.",
    why="Apple shows paragraphs, lists and links, Spotify these and two headings, PSP-1 adds bold and "
    "italics; the text "
    "inside of other tags stays, its look is lost.",
    fix="Nothing, as long as the text is understood without them.",
    spec="APPLE-G; PSP1 item description; PLAT",
    bad="<description>&lt;table&gt;&lt;tr&gt;&lt;td&gt;Ebb&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</description>",
    good="<description>&lt;p&gt;All about tides&lt;/p&gt;</description>",
)
def not_supported(notes: Notes) -> Problems:
    profiles, first = _unsupported(frozenset(notes.tokens.names))
    if first:
        shown = ", ".join(f"`<{name}>`" for name in first)
        yield Problem(
            notes, f"{_n(notes)} has HTML that not every platform shows: {shown}", profiles=profiles
        )


@lru_cache(maxsize=256)
def _unsupported(names: frozenset[str]) -> tuple[dict[Profile, Severity], list[str]]:
    """The platforms that do not show all of these tags, and some of those that they do not."""
    missing = {profile: names - known for profile, known in _SETS.items()}
    profiles = {profile: INFO for profile, odd in missing.items() if odd}
    return profiles, sorted(set().union(*missing.values()) & KNOWN)[:4]


@rule(
    id="HTML011",
    name="html-not-in-cdata",
    each=("channel/description", "item/description", "item/content:encoded"),
    profiles={APPLE: INFO, PSP1: INFO},
    what="HTML stands in the feed escaped, not in CDATA.",
    why="Both mean the same, but Apple and PSP-1 ask for CDATA, and it can be read by people.",
    fix="Write `<![CDATA[` before it and `]]>` behind it, and do not escape what is between.",
    spec="APPLE-G; PSP1; NSREC",
    bad="<description>&lt;p&gt;All about tides&lt;/p&gt;</description>",
    good="<description><![CDATA[<p>All about tides</p>]]></description>",
)
def not_in_cdata(element: Element) -> Problems:
    if not element.has_cdata and "<" in element.text and re.search(r"<[a-zA-Z/]", element.text):
        yield Problem(element, f"the HTML of `{element.name}` is escaped, not in CDATA")


@rule(
    id="HTML012",
    name="nested-cdata",
    each="notes",
    profiles=everywhere(WARNING),
    what="The text itself holds `<![CDATA[` or `]]>`.",
    why="It was wrapped twice; listeners see the marks.",
    fix="Wrap it once.",
    spec="practice",
    bad="<description>&lt;![CDATA[All about tides]]&gt;</description>",
    good="<description><![CDATA[All about tides]]></description>",
)
def nested_cdata(notes: Notes) -> Problems:
    if "[CDATA[" not in notes.element.text and "]]>" not in notes.element.text:
        return
    text = notes.tokens.html  # in scripts the marks are usual
    at = text.find("<![CDATA[")
    at = text.find("]]>") if at < 0 else at
    if at >= 0:
        yield Problem(notes, f"{_n(notes)} holds the marks of CDATA in its text", offset=at)


@rule(
    id="HTML013",
    name="insecure-link-in-notes",
    each="notes",
    profiles={SPOTIFY: INFO},
    what="Links in the notes begin with http:.",
    why="Spotify makes only https: links clickable.",
    fix="Write https:// where the page answers there.",
    spec="PLAT",
    bad='<description>&lt;a href="http://tides.io/"&gt;Tides&lt;/a&gt;</description>',
    good='<description>&lt;a href="https://tides.io/"&gt;Tides&lt;/a&gt;</description>',
)
def insecure_link(notes: Notes) -> Problems:
    rests = notes.tokens.rests
    if "http://" in rests:
        count = rests.count('href="http://') + rests.count("href='http://")
        if count:
            what = "a link" if count == 1 else f"{count} links"
            yield Problem(notes, f"{_n(notes)} has {what} with http:, not https:")


@rule(
    id="HTML014",
    name="content-encoded-without-description",
    each="item",
    profiles=everywhere(WARNING),
    what="An item has `content:encoded` and no `description` before it.",
    why="Readers that know only `description` show nothing; some take the last of the two for the text.",
    fix="Put a short description into `description`, before `content:encoded`.",
    spec="RSSP content:encoded; w3c:NeedDescriptionBeforeContent",
    bad="<content:encoded>All about tides</content:encoded>",
    good="<description>Tides</description><content:encoded>All about tides</content:encoded>",
)
def content_without_description(item: Element) -> Problems:
    content = item.first("content:encoded")
    if content is not None:
        description = item.first("description")
        if description is None or description.offset > content.offset:
            yield Problem(content, "`content:encoded` has no `description` before it")


@rule(
    id="HTML015",
    name="duplicate-description-content",
    each="item",
    profiles={RSS: WARNING},
    what="The text of an item stands in it twice, in elements of different namespaces.",
    why="Readers show one of them, or both.",
    fix="Keep `description`, and `content:encoded` for the long form.",
    spec="w3c:DuplicateDescriptionSemantics",
    bad="<description>Tides</description><atom:content>All about tides</atom:content>",
    good="<description>Tides</description><content:encoded>All about tides</content:encoded>",
)
def duplicate_content(item: Element) -> Problems:
    if not item.has("description"):
        return
    for name in ("xhtml:body", "xhtml:div", "atom:content"):
        element = item.first(name)
        if element is not None and not element.attribute("src"):
            yield Problem(element, f"both `description` and `{name}` hold the text of the item")
