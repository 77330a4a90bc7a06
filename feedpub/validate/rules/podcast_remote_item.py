"""`podcast:remoteItem` and `podcast:podroll`: what other feeds hold (docs/tags/remote-item.md)."""

from collections.abc import Iterator

from feedpub.kinds.identifiers import check_guid
from feedpub.kinds.lists import check_medium
from feedpub.model.podcast_lists import LIST_MEDIUMS
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME, _PODROLL = "podcast:remoteItem", "podcast:podroll"
_OWN = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
_OTHER = "29cdca4a-32d8-56ba-b48b-09a011c5daa9"


def _example(attributes: str) -> str:
    return f"<podcast:podroll><podcast:remoteItem {attributes}/></podcast:podroll>"


_GOOD = _example(f'feedGuid="{_OTHER}" feedUrl="https://tides.example/feed.xml" medium="music" title="Tides"')


@rule(
    id="POD350",
    name="remote-item-missing-feed-guid",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="A remote item has no `feedGuid`, or one that is no UUID.",
    why="By it apps find the other feed, wherever that has moved.",
    fix="Add `feedGuid`, the `podcast:guid` of the other feed.",
    spec="NS remoteItem",
    bad=_example('feedUrl="https://tides.example/feed.xml" title="Tides"'),
    good=_GOOD,
    within="channel",
)
def missing_feed_guid(remote: Element) -> Problems:
    guid = remote.attribute("feedGuid").strip()
    fault = check_guid(guid) if guid else None
    if not guid:
        yield Problem(remote, "`podcast:remoteItem` has no `feedGuid`")
    elif fault is not None:
        yield attribute_problem(remote, "feedGuid", fault)


@rule(
    id="POD351",
    name="remote-item-medium",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The medium of a remote item is none of the namespace.",
    why="By it apps know what to expect, and how to show it.",
    fix="Write the medium of the other feed, or nothing for a podcast.",
    spec="NS remoteItem; NS medium",
    bad=_GOOD.replace('"music"', '"Song"'),
    good=_GOOD,
    within="channel",
)
def unknown_medium(remote: Element) -> Problems:
    medium = remote.attribute("medium").strip()
    fault = check_medium(medium) if medium else None
    if fault is not None:
        yield attribute_problem(remote, "medium", fault)


@rule(
    id="POD352",
    name="remote-item-missing-url",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="A remote item says nothing but the guid of the other feed.",
    why="Apps that cannot look guids up need the address; with a title they can show it before they have "
    "fetched it.",
    fix="Add what is missing.",
    spec="NS podroll",
    bad=_example(f'feedGuid="{_OTHER}"'),
    good=_GOOD,
    within="channel",
)
def missing_url(remote: Element) -> Problems:
    parent = remote.parent.name if remote.parent is not None else ""
    if parent == "podcast:publisher":
        # There it matters more, and publisher-missing-url says so.
        return
    wanted = ("feedUrl", "title") if parent == _PODROLL else ("feedUrl",)
    missing = [f"`{name}`" for name in wanted if not remote.attribute(name).strip()]
    if missing:
        yield Problem(remote, f"`podcast:remoteItem` has no {' and no '.join(missing)}")


@rule(
    id="POD353",
    name="remote-item-self-reference",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="A feed recommends itself, or the same thing twice.",
    why="Listeners who follow the link come back to where they are.",
    fix="Remove the remote item.",
    spec="practice",
    bad=f"<podcast:guid>{_OWN}</podcast:guid>" + _GOOD.replace(_OTHER, _OWN.upper()),
    good=f"<podcast:guid>{_OWN}</podcast:guid>{_GOOD}",
)
def self_reference(channel: Element) -> Problems:
    own = channel.get("podcast:guid").lower()
    is_list = channel.get("podcast:medium") in LIST_MEDIUMS
    for parent in _parents(channel):
        first: dict[tuple[str, str], Element] = {}
        for remote in parent.all(_NAME):
            guid = remote.attribute("feedGuid").strip().lower()
            key = (guid, remote.attribute("itemGuid").strip())
            if guid and guid == own and not is_list:
                message = "`podcast:remoteItem` points to the feed that it is in"
                yield Problem(remote, message, attribute="feedGuid")
            elif guid and first.setdefault(key, remote) is not remote:
                message = "`podcast:remoteItem` points to the same as the one on line {line}"
                yield Problem(remote, message, attribute="feedGuid", also=first[key])


def _parents(channel: Element) -> Iterator[Element]:
    """The elements of a channel that hold remote items by way of a recommendation."""
    yield channel
    for name in (_PODROLL, "podcast:publisher"):
        yield from channel.all(name)


@rule(
    id="POD360",
    name="podroll-empty",
    each=_PODROLL,
    profiles={PODCASTING2: ERROR},
    what="A podroll is empty.",
    why="It is the list of the podcasts that you recommend.",
    fix="Add a `<podcast:remoteItem>` for each of them, or remove the podroll.",
    spec="NS podroll",
    bad="<podcast:podroll/>",
    good=_GOOD,
    within="channel",
)
def empty_podroll(podroll: Element) -> Problems:
    if not podroll.has(_NAME):
        yield Problem(podroll, "`podcast:podroll` has no `podcast:remoteItem`")


@rule(
    id="POD361",
    name="podroll-item-guid",
    each=f"{_PODROLL}/{_NAME}",
    profiles={PODCASTING2: INFO},
    what="A podroll points to an episode.",
    why="It recommends podcasts: most apps show the podcast, and pass over the episode.",
    fix="Remove `itemGuid`.",
    spec="NS podroll",
    bad=_example(f'feedGuid="{_OTHER}" itemGuid="one"'),
    good=_GOOD,
    within="channel",
)
def item_guid(remote: Element) -> Problems:
    guid = remote.attribute("itemGuid").strip()
    if guid:
        message = f"`podcast:remoteItem` in a podroll has an `itemGuid`: {quote(guid)}"
        yield Problem(remote, message, attribute="itemGuid")
