"""`podcast:guid`: what a podcast is known by wherever its feed goes (docs/tags/guid.md)."""

import re

from feedpub.kinds.identifiers import check_guid
from feedpub.kinds.show_guid import show_guid
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, PSP1, WARNING, Problem, Problems, quote, rule
from feedpub.validate.runner import Run
from feedpub.validate.value_faults import text_problem

_NAME = "podcast:guid"
#: version and variant of RFC 9562
_VERSION_5 = re.compile(r".{14}5.{4}[89abAB].{16}", re.DOTALL)
_SELF = '<atom:link rel="self" href="https://mp3s.nashownotes.com/pc20rss.xml"/>'
#: the one that the page of the tag computes for that address
_GOOD = f"{_SELF}<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"


@rule(
    id="POD240",
    name="guid-not-uuid",
    each=_NAME,
    profiles={PODCASTING2: ERROR, PSP1: ERROR},
    what="`podcast:guid` is no UUID.",
    why="Directories and wallets look podcasts up by it, and take nothing else.",
    fix="Write the 36 characters that the podcast was given.",
    spec="NS guid; PSP1",
    bad="<podcast:guid>https://tides.example/</podcast:guid>",
    good=_GOOD,
    within="channel",
)
def not_uuid(guid: Element) -> Problems:
    fault = check_guid(guid.value) if guid.value else None
    if fault is not None:
        # The remedy of the check speaks of the guids of other feeds.
        fix = "" if "other feed" in fault.fix else fault.fix
        yield text_problem(guid, fault._replace(fix=fix))


@rule(
    id="POD241",
    name="guid-not-uuid-v5",
    each=_NAME,
    profiles={PODCASTING2: WARNING, PSP1: WARNING},
    what="`podcast:guid` is a UUID, but not one of version 5.",
    why="It is meant to be computed from the address of the feed, so that everybody comes to the same; a "
    "random "
    "one is not what the Podcast Index gave the podcast.",
    fix="Use the guid that the podcast has in the Podcast Index, if nobody has made use of this one yet.",
    spec="NS guid",
    bad="<podcast:guid>917393e3-1b1e-4cef-ace4-edaa54e1f810</podcast:guid>",
    good=_GOOD,
    within="channel",
)
def not_version_5(guid: Element) -> Problems:
    text = guid.value
    if text and check_guid(text) is None and not _VERSION_5.fullmatch(text):
        yield Problem(guid, f"`podcast:guid` is {quote(text)}, not a UUID of version 5")


@rule(
    id="POD242",
    name="guid-not-from-feed-url",
    each="channel",
    profiles={PODCASTING2: INFO},
    what="`podcast:guid` was not computed from the present address of the feed.",
    why="That is as it should be when the feed has moved since: the guid stays for ever. In a new feed it "
    "is a slip.",
    fix="Leave it, unless the podcast is new.",
    spec="NS guid; PSP1",
    bad=_GOOD.replace("mp3s.", "feeds."),
    good=_GOOD,
)
def not_from_feed_url(channel: Element, run: Run) -> Problems:
    guid = channel.first(_NAME)
    if guid is None or check_guid(guid.value) is not None or not _VERSION_5.fullmatch(guid.value):
        return
    addresses = [address for address in (_self_of(channel), run.feed_url) if address]
    computed = [show_guid(address) for address in addresses]
    if computed and guid.value.lower() not in computed:
        message = f"`podcast:guid` is not computed from the address of the feed, {quote(addresses[0])}"
        yield Problem(guid, message, fix=f"Leave it, unless the podcast is new: then it is `{computed[0]}`.")


@rule(
    id="POD243",
    name="missing-podcast-guid",
    each="channel",
    profiles={PSP1: INFO, PODCASTING2: INFO},
    what="The podcast has no `podcast:guid`.",
    why="By it a podcast is known when its feed has moved, and other feeds can point to it.",
    fix="Add `<podcast:guid>`, and never change it.",
    spec="PSP1 recommended channel elements",
    bad=_SELF,
    good=_GOOD,
)
def missing_guid(channel: Element, run: Run) -> Problems:
    if not channel.has(_NAME):
        address = _self_of(channel) or run.feed_url
        fix = (
            f"Add `<podcast:guid>{show_guid(address)}</podcast:guid>`, and never change it."
            if address
            else ""
        )
        yield Problem(channel, "the `channel` has no `podcast:guid`", fix=fix)


def _self_of(channel: Element) -> str:
    """The address that the feed gives as its own."""
    for link in channel.all("atom:link"):
        address = link.attribute("href").strip()
        if link.attribute("rel").strip() == "self" and "://" in address:
            return address
    return ""
