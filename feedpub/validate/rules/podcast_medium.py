"""`podcast:medium`: what a feed holds (docs/tags/medium.md)."""

from feedpub.kinds.lists import check_medium
from feedpub.model.podcast_lists import LIST_MEDIUMS, MEDIUMS
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import text_problem

_NAME = "podcast:medium"
_FOLDED = {name.casefold(): name for name in MEDIUMS}
_REMOTE = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>'
_GOOD = f"<podcast:medium>musicL</podcast:medium>{_REMOTE}"


@rule(
    id="POD270",
    name="medium-unknown",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The medium is none of the namespace.",
    why="Apps take the feed for a podcast, or leave it out.",
    fix=f"Write one of {', '.join(MEDIUMS[:9])}, or the same with an L for a list.",
    spec="NS medium",
    bad="<podcast:medium>radio</podcast:medium>",
    good=_GOOD,
    within="channel",
)
def unknown_medium(medium: Element) -> Problems:
    if medium.value and medium.value.casefold() not in _FOLDED:
        fault = check_medium(medium.value)
        if fault is not None:
            yield text_problem(medium, fault)


@rule(
    id="POD271",
    name="medium-wrong-case",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The medium is written with the wrong small and capital letters.",
    why="Apps compare it letter by letter.",
    fix="Write it in small letters, with a capital L at the end for a list.",
    spec="NS medium",
    bad="<podcast:medium>Podcast</podcast:medium>",
    good=_GOOD,
    within="channel",
)
def wrong_case(medium: Element) -> Problems:
    meant = _FOLDED.get(medium.value.casefold(), "")
    if meant and meant != medium.value:
        message = f"`podcast:medium` is {quote(medium.value)}, not `{meant}`"
        yield Problem(medium, message, fix=f"Write `{meant}`.")


@rule(
    id="POD272",
    name="list-medium-with-items",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="A feed that is a list has items of its own, or nothing that it lists.",
    why="A list points to what other feeds hold: apps look only for `podcast:remoteItem` in it.",
    fix="Remove the items, or write the medium without L.",
    spec='NS medium, "List Mediums"',
    bad=f"<podcast:medium>musicL</podcast:medium>{_REMOTE}<item><title>One</title></item>",
    good=_GOOD,
)
def list_with_items(channel: Element) -> Problems:
    medium = channel.first(_NAME)
    if medium is None or medium.value not in LIST_MEDIUMS:
        return
    if channel.items:
        message = f"`podcast:medium` is {quote(medium.value)}, a list, but the feed has items (line {{line}})"
        yield Problem(medium, message, also=channel.items[0])
    if not channel.has("podcast:remoteItem"):
        message = f"`podcast:medium` is {quote(medium.value)}, a list, but there is no `podcast:remoteItem`"
        yield Problem(medium, message, fix="Add a `<podcast:remoteItem>` for each thing that is listed.")
