"""How large a feed, and what is in it, may be."""

from feedpub.validate.core import CHILDREN
from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import APPLE, ERROR, INFO, PSP1, WARNING, Problem, Problems, everywhere, rule

#: bytes; the W3C validator and some readers take no more, and others are slow from here on
_LARGE, _NOTABLE = 5_000_000, 2_000_000
#: bytes of UTF-8; and characters of an episode's description, by Apple's newer text
_LONG_DESCRIPTION, _LONGEST_DESCRIPTION = 4_000, 10_000
#: characters
_LONG_VALUE = 255
_MANY = 300
#: elements that may be longer, and those that rules of their own judge
_MAY_BE_LONG = {
    "atom:content", "atom:summary", "content:encoded", "description", "googleplay:description",
    "itunes:author", "itunes:keywords", "itunes:name", "itunes:subtitle", "itunes:summary",
    "media:description", "media:keywords", "media:text", "podcast:txt",
}  # fmt: skip


@rule(
    id="SIZE001",
    name="feed-too-large",
    each="document",
    profiles=everywhere(WARNING),
    what="The feed has more than 5,000,000 bytes.",
    why="The W3C validator and several readers refuse more; every app fetches all of it, again and again.",
    fix="Keep fewer episodes or shorter notes in the feed, or split it into pages (RFC 5005).",
    spec="W3C-ISS #27 #69; READERS",
    bad='<rss version="2.0"><channel><description>' + "Tides. " * 720_000 + "</description></channel></rss>",
    good='<rss version="2.0"><channel><description>Tides.</description></channel></rss>',
)
def too_large(document: Document) -> Problems:
    size = len(document.original)
    if size > _NOTABLE:
        severity = None if size > _LARGE else INFO
        yield Problem(document, f"the feed has {size:,} bytes", severity=severity)


@rule(
    id="SIZE002",
    name="description-too-long",
    each=("channel/description", "item/description"),
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="A description has more than 4,000 bytes.",
    why="Apple cuts longer ones off, markup included; of episodes it takes up to 10,000 characters by a "
    "newer text, and "
    "refuses more. Letters outside of ASCII count as two to four bytes.",
    fix="Shorten it, or put the long form into `content:encoded`.",
    spec="PSP1; APPLE-G",
    bad=f"<description>{'Ebb and flood. ' * 300}</description>",
    good="<description>Ebb and flood.</description>",
)
def description_too_long(description: Element) -> Problems:
    text = description.text
    if len(text) <= _LONG_DESCRIPTION // 4:
        return
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > _LONG_DESCRIPTION:
        parent = description.parent
        far = len(text) > _LONGEST_DESCRIPTION and parent is not None and parent.is_item
        message = f"`description` is too long: {size:,} bytes, {len(text):,} characters"
        yield Problem(description, message, profiles={APPLE: ERROR if far else WARNING, PSP1: WARNING})


@rule(
    id="SIZE003",
    name="value-too-long",
    each="*",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="A value has more than 255 characters.",
    why="Apple cuts it off there.",
    fix="Shorten it.",
    spec="APPLE-G closing notes; PSP1",
    bad=f"<title>{'Tides ' * 50}</title>",
    good="<title>Tides</title>",
    # Other namespaces Apple does not read; names that nobody knows RSS011 tells.
    where=lambda parent, name: (
        name not in _MAY_BE_LONG and (name in CHILDREN.get(parent, ()) or name.startswith("itunes:"))
    ),
)
def value_too_long(element: Element) -> Problems:
    text = element.text
    if len(text) > _LONG_VALUE:
        length = len(text.strip())
        if length > _LONG_VALUE and not element.children:
            is_address = text.lstrip()[:8].lower().startswith(("http://", "https://"))
            message = f"`{element.name}` is too long: {length:,} characters"
            yield Problem(element, message, severity=INFO if is_address else None)


@rule(
    id="SIZE004",
    name="many-items",
    each="channel",
    profiles=everywhere(INFO),
    what="The feed has more than 300 items and no pages.",
    why="Apps fetch all of them every time, and some read only the first few hundred.",
    fix='Split the feed into pages with `atom:link rel="next"` (RFC 5005), or leave old episodes out.',
    spec="NSREC paging",
    bad="<item><title>One</title></item>" * 301,
    good="<item><title>One</title></item>",
)
def many_items(channel: Element) -> Problems:
    if len(channel.items) > _MANY:
        links = {link.attribute("rel") for link in channel.all("atom:link")}
        if not links & {"next", "prev", "previous", "prev-archive", "first", "last"}:
            yield Problem(channel, f"the channel has {len(channel.items):,} items, and no links to pages")
