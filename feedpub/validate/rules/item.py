"""What an item has to have (RSS 2.0, elements of item; what directories ask for)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    rule,
)

_TITLE = "<title>One</title>"
_DESCRIPTION = "<description>The first one.</description>"


@rule(
    id="RSS019",
    name="item-without-title-and-description",
    each="item",
    profiles=everywhere(ERROR),
    what="An item has neither a title nor a description.",
    why="RSS requires one of the two: without them there is nothing to show.",
    fix="Give the episode a title.",
    spec="RSS2 elements of item; w3c:ItemMustContainTitleOrDescription",
    bad="<link>https://example.com/one</link>",
    good=_DESCRIPTION,
)
def nothing_to_show(item: Element) -> Problems:
    if (
        item.name == "item"
        and not _says_something(item, "title")
        and not _says_something(item, "description")
    ):
        yield Problem(
            item, "the `item` has no title and no description: one of `title` and `description` is required"
        )


def _says_something(item: Element, name: str) -> bool:
    element = item.first(name)
    return element is not None and bool(element.value or element.children)


@rule(
    id="RSS020",
    name="missing-item-title",
    each="item",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR, RSS: INFO},
    what="An episode has no title.",
    why="Apps list episodes by their titles, and directories require them. RSS is content with a "
    "description.",
    fix="Add `<title>`.",
    spec="APPLE-G episode tags; PSP1 required item elements; SPOT",
    bad=_DESCRIPTION,
    good=_TITLE,
)
def missing_title(item: Element) -> Problems:
    if item.name == "item" and not item.has("title"):
        yield Problem(item, "the `item` has no `title`")


@rule(
    id="RSS021",
    name="missing-item-description",
    each="item",
    profiles={APPLE: WARNING, PSP1: WARNING, SPOTIFY: WARNING, RSS: INFO},
    what="An episode has no description.",
    why="Listeners decide by it whether they want to hear the episode.",
    fix="Add `<description>`.",
    spec="APPLE-G episode tags; PSP1 recommended item elements",
    bad=_TITLE,
    good=_DESCRIPTION,
)
def missing_description(item: Element) -> Problems:
    if item.name == "item" and not item.has("description"):
        yield Problem(item, "the `item` has no `description`")


@rule(
    id="RSS022",
    name="missing-item-link",
    each="item",
    profiles={APPLE: INFO, PSP1: INFO},
    what="An episode has no link to a page of its own.",
    why="Apps offer it to listeners who want to read more.",
    fix="Add `<link>` with the address of the episode's page.",
    spec="PSP1 recommended item elements; APPLE-G episode tags",
    bad=_TITLE,
    good="<link>https://example.com/one</link>",
)
def missing_link(item: Element) -> Problems:
    if item.name == "item" and not item.has("link"):
        yield Problem(item, "the `item` has no `link`")


@rule(
    id="RSS056",
    name="identical-item-titles",
    each="channel",
    profiles=everywhere(INFO),
    what="Two episodes have the same title.",
    why="Listeners cannot tell them apart. Often one was published a second time with a new guid.",
    fix="Give each a title of its own, or remove the one that is there by mistake.",
    spec="practice",
    bad="<item><title>One</title></item><item><title>One</title></item>",
    good="<item><title>One</title></item><item><title>Two</title></item>",
)
def same_title(channel: Element) -> Problems:
    first: dict[str, Element] = {}
    for item in channel.items:
        element = item.first("title")
        title = element.value if element is not None else ""
        if element is not None and title and first.setdefault(title, element) is not element:
            yield Problem(
                element, "`title` is the same as that of the `item` on line {line}", also=first[title]
            )
