"""`podcast:publisher`: whose podcast it is (docs/tags/publisher.md, docs/examples/publishers)."""

from feedpub.kinds.identifiers import check_guid
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, rule

_NAME, _REMOTE = "podcast:publisher", "podcast:remoteItem"
_GUID = "003af0a0-6a45-55cf-b765-68e3d349551a"
_GOOD = (
    f'<podcast:publisher><podcast:remoteItem feedGuid="{_GUID}" feedUrl="https://tides.example/all.xml" '
    'medium="publisher"/></podcast:publisher>'
)


@rule(
    id="POD400",
    name="publisher-children",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="`podcast:publisher` does not hold exactly one remote item with the medium `publisher`.",
    why="It points to the feed of the publisher, and there can be only one.",
    fix='Write one `<podcast:remoteItem>` with medium="publisher" in it.',
    spec="NS publisher",
    bad=_GOOD.replace(' medium="publisher"', ""),
    good=_GOOD,
    within="channel",
)
def wrong_children(publisher: Element) -> Problems:
    remotes = publisher.all(_REMOTE)
    if len(remotes) != 1:
        count = f"{len(remotes)} of" if remotes else "no"
        yield Problem(publisher, f"`{_NAME}` has {count} `{_REMOTE}`, not one")
    elif remotes[0].attribute("medium").strip() != "publisher":
        message = f"the `medium` of `{_REMOTE}` in `{_NAME}` is not publisher"
        yield Problem(remotes[0], message, attribute="medium")


@rule(
    id="POD401",
    name="publisher-missing-url",
    each=f"{_NAME}/{_REMOTE}",
    profiles={PODCASTING2: WARNING},
    what="The publisher's feed is named only by its guid.",
    why="Few apps can look up the guids of publishers; the page of the tag highly recommends the address.",
    fix="Add `feedUrl` with the address of the publisher's feed.",
    spec="NS publisher",
    bad=_GOOD.replace(' feedUrl="https://tides.example/all.xml"', ""),
    good=_GOOD,
    within="channel",
)
def missing_url(remote: Element) -> Problems:
    if not remote.attribute("feedUrl").strip():
        yield Problem(remote, f"`{_REMOTE}` in `{_NAME}` has no `feedUrl`")


@rule(
    id="POD402",
    name="publisher-feed-requirements",
    each="channel",
    profiles={PODCASTING2: ERROR},
    what="The feed of a publisher lacks its guid, or points to no feed.",
    why="The podcasts point back to it by its guid; what it is for is to list them.",
    fix="Add `<podcast:guid>`, and a `<podcast:remoteItem>` for each podcast.",
    spec="NSPUB",
    bad=f"<podcast:medium>publisher</podcast:medium><podcast:guid>{_GUID}</podcast:guid>",
    good=f"<podcast:medium>publisher</podcast:medium><podcast:guid>{_GUID}</podcast:guid>"
    '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>',
)
def feed_of_publisher(channel: Element) -> Problems:
    medium = channel.first("podcast:medium")
    if medium is None or medium.value != "publisher":
        return
    missing = []
    if check_guid(channel.get("podcast:guid")) is not None:
        missing.append("valid `podcast:guid`")
    if not channel.has(_REMOTE):
        missing.append(f"`{_REMOTE}`")
    if missing:
        yield Problem(
            medium, f"`podcast:medium` is publisher, but the channel has no {' and no '.join(missing)}"
        )
