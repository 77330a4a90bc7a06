"""What show notes say, or do not; and how long texts are."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.notes import Notes
from feedpub.validate.rule import APPLE, INFO, WARNING, Problem, Problems, everywhere, quote, rule

_NOTHING = {
    "",
    "no description",
    "no description available",
    "tbd",
    "todo",
    "n/a",
    "none",
    "-",
    ".",
    "test",
    "description",
}
_MARKDOWN = re.compile(
    r"\*\*[^\s*](?:[^*\n]{0,80}[^\s*])?\*\*(?!\w)|(?<!!)\[[^\]\[\n]{1,120}\]\(https?://[^)\s]{1,1000}\)"
    r"|^#{1,4} [A-Z]\w",
    re.MULTILINE,
)
_BARE = re.compile(r"https?://[^\s<>\"]+")
_DATA = re.compile(r"data:[\w/+.-]{3,40};base64,")
_PIXEL = re.compile(r"(?:width|height)\s*=\s*[\"']?[01](?:px)?[\"'\s/>]", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
#: elements that are something to look at, or to hear
_NO_TEXT = {"img", "iframe", "audio", "video", "embed"}
_BIG = 10_000
_LONG_TITLE = 150
_YOUTUBE = 5_000


@rule(
    id="HTML016",
    name="description-equals-title",
    each="item",
    profiles=everywhere(INFO),
    what="The description of an episode says nothing: it is empty of words, or the same as the title.",
    why="Listeners decide by it, and search finds nothing.",
    fix="Write one or two sentences.",
    spec="practice",
    bad="<title>Ebb</title><description>Ebb</description>",
    good="<title>Ebb</title><description>Where the water goes.</description>",
)
def says_nothing(item: Element) -> Problems:
    description = item.first("description")
    if description is None or len(description.text) > 300:
        return
    text = description.value.lower()
    title = item.get("title").lower()
    if text and (text in _NOTHING or text == title):
        yield Problem(description, f"`description` of the episode says nothing: {quote(description.value)}")


@rule(
    id="HTML017",
    name="empty-html",
    each="notes",
    profiles=everywhere(INFO),
    what="The notes have tags, and no text.",
    why="Apps show an empty page.",
    fix="Write a text, or leave the element out.",
    spec="practice",
    bad="<description>&lt;p&gt;&lt;br&gt;&lt;/p&gt;</description>",
    good="<description>&lt;p&gt;Tides&lt;/p&gt;</description>",
)
def empty(notes: Notes) -> Problems:
    tokens = notes.tokens
    if not tokens.has_tags or len(tokens.text) > 500 or tokens.names & _NO_TEXT:
        return
    if not tokens.plain.replace("&nbsp;", "").strip():
        yield Problem(notes, f"`{notes.element.name}` has HTML and no text")


@rule(
    id="HTML018",
    name="tracking-pixel",
    each="notes",
    profiles=everywhere(INFO),
    what="The notes hold a picture of one pixel, or hidden elements.",
    why="They are there to watch who reads; apps take them out.",
    fix="Leave them out.",
    spec="w3c:DangerousStyleAttr; practice",
    bad='<description>&lt;img src="https://t.tides.io/p.gif" width="1" height="1"&gt;</description>',
    good='<description>&lt;img src="https://tides.io/a.jpg" width="600" height="400"&gt;</description>',
)
def pixel(notes: Notes) -> Problems:
    if "img" in notes.tokens.names or "display" in notes.tokens.rests:
        for tag in notes.tokens.tags:
            hidden = "display" in tag.rest and _HIDDEN.search(tag.rest)
            if hidden or (tag.name == "img" and len(_PIXEL.findall(f"{tag.rest} ")) > 1):
                message = f"`{notes.element.name}` has a tracking pixel or a hidden element: `<{tag.name}>`"
                yield Problem(notes, message, offset=tag.offset)
                return


@rule(
    id="HTML019",
    name="markdown-in-notes",
    each="notes",
    profiles=everywhere(INFO),
    what="The notes hold Markdown that nobody turned into HTML.",
    why="Listeners see asterisks and brackets.",
    fix="Render the Markdown before it goes into the feed.",
    spec="practice",
    bad="<description>All about **tides**, see [here](https://tides.io/)</description>",
    good="<description>All about tides</description>",
)
def markdown(notes: Notes) -> Problems:
    text = notes.element.text
    headings = not notes.tokens.has_tags and (text.startswith("#") or "\n#" in text)
    if not headings and "**" not in text and "](" not in text:
        return
    # In HTML, code may well hold Markdown.
    if notes.tokens.names & {"code", "pre"}:
        return
    found = _MARKDOWN.search(text)
    if found and not (found[0].startswith("#") and notes.tokens.has_tags):
        message = f"`{notes.element.name}` has Markdown that was not rendered: {quote(found[0])}"
        yield Problem(notes, message, offset=found.start())


@rule(
    id="HTML020",
    name="bare-url-in-plain-notes",
    each="notes",
    profiles=everywhere(INFO),
    what="The notes are plain text with addresses in it.",
    why="Not every app makes links of them.",
    fix="Write the links as HTML.",
    spec="practice",
    bad="<description>More at https://tides.io/</description>",
    good='<description>More at &lt;a href="https://tides.io/"&gt;tides.io&lt;/a&gt;</description>',
)
def bare_url(notes: Notes) -> Problems:
    if not notes.tokens.has_tags and "://" in notes.element.text and notes.element.name != "itunes:summary":
        found = _BARE.search(notes.element.text)
        if found:
            message = f"`{notes.element.name}` is plain text with the address {quote(found[0])}"
            yield Problem(notes, message, offset=found.start())


@rule(
    id="SIZE005",
    name="long-title",
    each="item/title",
    profiles={APPLE: INFO},
    what="The title of an episode has more than 150 characters.",
    why="Apple's own editor takes no longer ones; on a phone some 60 are to be seen.",
    fix="Shorten it, or put what tells most at its beginning.",
    spec="PLAT",
    bad=f"<title>{'All about tides and moons. ' * 6}</title>",
    good="<title>All about tides and moons</title>",
)
def long_title(title: Element) -> Problems:
    if len(title.text) > _LONG_TITLE and len(title.value) > _LONG_TITLE:
        yield Problem(title, f"`title` of the episode has {len(title.value)} characters")


@rule(
    id="SIZE006",
    name="youtube-description-limit",
    each="item/description",
    profiles={APPLE: INFO},
    what="The description is one that YouTube rejects: more than 5,000 characters, or with `<` or `>`.",
    why="Shows that YouTube takes from the feed lack this episode.",
    fix="Nothing, if the show is not on YouTube by its feed.",
    spec="PLAT",
    bad=f"<description>{'All about tides. ' * 300}</description>",
    good="<description>All about tides.</description>",
)
def youtube(description: Element) -> Problems:
    text = description.text
    if len(text) > _YOUTUBE:
        yield Problem(description, f"`description` has {len(text):,} characters, more than YouTube takes")


@rule(
    id="SIZE007",
    name="oversized-inline-data",
    each="notes",
    profiles=everywhere(WARNING),
    what="A whole file is written into the notes.",
    why="Every app fetches it again with every update of the feed, and hardly any shows it.",
    fix="Publish the file, and name its address.",
    spec="practice",
    bad=f'<description>&lt;img src="data:image/png;base64,{"A" * 12_000}"&gt;</description>',
    good='<description>&lt;img src="https://tides.io/a.png"&gt;</description>',
)
def inline_data(notes: Notes) -> Problems:
    text = notes.element.text
    if len(text) > _BIG and "base64," in text:
        for found in _DATA.finditer(text):
            end = re.compile(r"[\"'\s)<]").search(text, found.end())
            size = (end.start() if end else len(text)) - found.start()
            if size > _BIG:
                message = f"`{notes.element.name}` holds a file of {size:,} characters in itself"
                yield Problem(notes, message, offset=found.start())
                return
