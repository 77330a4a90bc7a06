"""What a channel has to have, and where (RSS 2.0, required channel elements)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PODCASTING2,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    rule,
)

_TITLE = "<title>Tides</title>"
_ITEM = "<item><title>One</title></item>"


def _missing(channel: Element, name: str) -> Problems:
    element = channel.first(name)
    if element is None:
        yield Problem(channel, f"`channel` has no `{name}`: it is required")
    elif name == "title" and not element.value and not element.children:
        yield Problem(element, "`title` of the channel is empty: it is required")


@rule(
    id="RSS006",
    name="missing-channel-title",
    each="channel",
    profiles=everywhere(ERROR),
    what="The channel has no title.",
    why="It is the name of the podcast, by which it is listed and found.",
    fix="Add `<title>` with the name of the show.",
    spec="RSS2 required channel elements; APPLE-G; PSP1; SPOT 5.3; w3c:MissingTitle",
    bad="<link>https://example.com/</link>",
    good=_TITLE,
)
def missing_title(channel: Element) -> Problems:
    return _missing(channel, "title")


@rule(
    id="RSS007",
    name="missing-channel-link",
    each="channel",
    profiles={RSS: ERROR, PSP1: ERROR, SPOTIFY: ERROR, APPLE: WARNING},
    what="The channel has no link.",
    why="It leads listeners to the show's page. RSS requires it; Apple only recommends it.",
    fix="Add `<link>` with the address of the show's page.",
    spec="RSS2 required channel elements; APPLE-G; PSP1; SPOT 5.4; w3c:MissingLink",
    bad=_TITLE,
    good="<link>https://example.com/</link>",
)
def missing_link(channel: Element) -> Problems:
    return _missing(channel, "link")


@rule(
    id="RSS008",
    name="missing-channel-description",
    each="channel",
    profiles=everywhere(ERROR),
    what="The channel has no description.",
    why="It is what listeners read before they subscribe, and directories require it.",
    fix="Add `<description>` with what the show is about.",
    spec="RSS2 required channel elements; APPLE-G; PSP1; SPOT 5.5; w3c:MissingDescription",
    bad=_TITLE,
    good="<description>What the sea does.</description>",
)
def missing_description(channel: Element) -> Problems:
    return _missing(channel, "description")


@rule(
    id="RSS018",
    name="no-items",
    each="channel",
    profiles={APPLE: ERROR, SPOTIFY: ERROR, PSP1: WARNING, PODCASTING2: WARNING, RSS: INFO},
    what="The feed has no episode.",
    why="Directories take a show only when it has at least one. A publisher's feed or a list, as its "
    "`podcast:medium` says, needs none.",
    fix="Publish an episode, be it a trailer.",
    spec="APPLE-829; PRX",
    bad=_TITLE,
    good=_TITLE + _ITEM,
)
def no_items(channel: Element) -> Problems:
    if channel.items or channel.has("item"):
        return
    medium = channel.get("podcast:medium")
    if medium == "publisher" or medium.endswith("L") or channel.has("podcast:remoteItem"):
        return
    yield Problem(channel, "`channel` has no `item`: there is no episode")


@rule(
    id="RSS024",
    name="channel-metadata-after-items",
    each="channel",
    profiles=everywhere(WARNING),
    what="An element of the channel comes after an item.",
    why="Readers that need only the first items stop there and never see it.",
    fix="Put all items behind the other elements of the channel.",
    spec="RSSP channel; w3c:MisplacedItem",
    bad=_ITEM + _TITLE,
    good=_TITLE + _ITEM,
)
def metadata_after_items(channel: Element) -> Problems:
    first = next((item for item in channel.items if item.name == "item"), None)
    if first is None or not channel.children or channel.children[-1].offset < first.offset:
        return
    late = [child for child in channel.children if child.offset > first.offset]
    more = f", as do {len(late) - 1:,} more elements" if len(late) > 1 else ""
    name = late[0].name.rpartition("}")[2]
    message = f"`{name}` of the channel comes after the first `item` (line {{line}}){more}"
    yield Problem(late[0], message, also=first)


@rule(
    id="RSS025",
    name="missing-language",
    each="channel",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: WARNING, RSS: INFO},
    what="The feed does not say in which language it is.",
    why="Directories list shows by language, and Apple requires it. To a reader of news it is of little "
    "matter, "
    "unless the feed has itunes tags and so is a podcast.",
    fix="Add `<language>`, such as `en`, `de` or `pt-BR`.",
    spec="APPLE-G; PSP1; SPOT 5.6; w3c:MissingDCLanguage; w3c:MissingItunesElement",
    bad=_TITLE,
    good="<language>en</language>",
)
def missing_language(channel: Element) -> Problems:
    if channel.has("language") or channel.has("dc:language"):
        return
    root = channel.parent
    if channel.attribute("xml:lang") or (root is not None and root.attribute("xml:lang")):
        return
    stricter = None
    if any(child.name.startswith("itunes:") for one in (channel, *channel.items) for child in one.children):
        stricter = {APPLE: ERROR, PSP1: ERROR, SPOTIFY: WARNING, RSS: WARNING}
    yield Problem(channel, "`channel` has no `language`", profiles=stricter)


@rule(
    id="RSS049",
    name="missing-generator",
    each="channel",
    profiles={APPLE: INFO},
    what="The feed does not say which program made it.",
    why="Apple asks hosts to name themselves, so that it knows whom to turn to.",
    fix="Add `<generator>` with the name of the program or host.",
    spec="APPLE-G situational tags",
    bad=_TITLE,
    good="<generator>feedpub</generator>",
)
def missing_generator(channel: Element) -> Problems:
    if not channel.get("generator"):
        yield Problem(channel, "`channel` has no `generator`")


@rule(
    id="RSS051",
    name="missing-last-build-date",
    each="channel",
    profiles={RSS: INFO},
    what="The feed does not say when it changed last.",
    why="Readers that keep a copy can tell by it whether something changed.",
    fix="Add `<lastBuildDate>`.",
    spec="RSS2 lastBuildDate; RSSP",
    bad=_TITLE,
    good="<lastBuildDate>Thu, 01 Jan 2026 06:00:00 GMT</lastBuildDate>",
)
def missing_build_date(channel: Element) -> Problems:
    if not channel.has("lastBuildDate"):
        yield Problem(channel, "`channel` has no `lastBuildDate`")
