"""`atom:link`: where the feed itself is, where its hub is, and where its other pages are."""

from collections.abc import Iterator

from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import (
    ERROR,
    INFO,
    PSP1,
    RSS,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)
from feedpub.validate.runner import Run

_SELF = '<atom:link href="https://tides.io/feed.xml" rel="self" type="application/rss+xml"/>'
#: registered with IANA, as far as feeds use them (https://www.iana.org/assignments/link-relations)
_REGISTERED = set(
    """
    about alternate amphtml appendix archives author bookmark canonical chapter collection contents
    copyright create-form current describedby describes disclosure duplicate edit edit-form
    edit-media enclosure external first glossary help hosts http://podlove.org/deep-link
    http://schemas.google.com/g/2005#feed hub icon index item last latest-version license me memento
    monitor next next-archive nofollow noopener noreferrer original payment pingback
    predecessor-version prefetch prev prev-archive preview previous privacy-policy profile related
    replies search section self service shortlink start stylesheet subsection successor-version tag
    terms-of-service timegate timemap type up version-history via webmention working-copy
    """.split()
)
_PAGING = ("first", "last", "next", "previous", "prev")
_RSS_TYPES = {"application/rss+xml"}


def _links(channel: Element, rel: str) -> Iterator[Element]:
    for link in channel.all("atom:link"):
        if link.attribute("rel").strip().lower() == rel:
            yield link


def _is_absolute(url: str) -> bool:
    return url[:8].lower().startswith(("http://", "https://")) and len(url.partition("//")[2]) > 0


@rule(
    id="ATOM001",
    name="missing-self-link",
    each="channel",
    profiles=everywhere(WARNING, psp1=ERROR),
    what="The channel does not say where the feed itself is.",
    why="Apps and indexes that get the feed by way of another address recognise it by its self link.",
    fix='Add `<atom:link rel="self" href="…" type="application/rss+xml"/>` with the address of the feed.',
    spec="PSP1 required; RSSP atom:link; w3c:MissingAtomSelfLink; w3c:MissingSelf",
    bad="<title>Tides</title>",
    good=_SELF,
)
def missing_self(channel: Element) -> Problems:
    if next(_links(channel, "self"), None) is None:
        yield Problem(channel, 'the `channel` has no `atom:link` with rel="self"')


@rule(
    id="ATOM002",
    name="self-link-not-absolute",
    each="channel",
    profiles=everywhere(ERROR),
    what="The self link is no absolute address.",
    why="It says nothing then: a feed is copied about.",
    fix="Write the whole public address of the feed.",
    spec="w3c:RelativeSelf",
    bad='<atom:link href="/feed.xml" rel="self"/>',
    good=_SELF,
)
def relative_self(channel: Element) -> Problems:
    for link in _links(channel, "self"):
        url = link.attribute("href").strip()
        if url and not _is_absolute(url):
            message = f"the self link (`href` of `atom:link`) is {quote(url)}: relative, not an absolute URL"
            yield Problem(link, message, attribute="href")


@rule(
    id="ATOM003",
    name="self-link-differs-from-location",
    each="channel",
    profiles=everywhere(WARNING),
    what="The self link is not the address at which the feed is.",
    why="Apps may follow it and end up with another feed, or an older one.",
    fix="Write the address at which the feed is published.",
    spec="w3c:SelfDoesntMatchLocation",
    bad='<atom:link href="https://tides.io/old.xml" rel="self"/>',
    good='<atom:link href="https://example.com/feed.xml" rel="self"/>',
)
def self_differs(channel: Element, run: Run) -> Problems:
    link = next(_links(channel, "self"), None)
    url = link.attribute("href").strip() if link is not None else ""
    if link is not None and run.feed_url and _is_absolute(url) and url != run.feed_url:
        message = f"the self link of `atom:link` is {quote(url)}, but the feed is at {quote(run.feed_url)}"
        yield Problem(link, message, attribute="href")


@rule(
    id="ATOM004",
    name="multiple-self-links",
    each="channel",
    profiles=everywhere(WARNING),
    what="There is more than one self link, or two links that say the same of different addresses.",
    why="Readers cannot tell which counts.",
    fix="Keep one of them.",
    spec="RFC 4287 §4.1.1; w3c:DuplicateAtomLink",
    bad=_SELF * 2,
    good=_SELF,
)
def multiple_self(channel: Element) -> Problems:
    seen: dict[tuple[str, str, str], Element] = {}
    for link in channel.all("atom:link"):
        rel = link.attribute("rel").strip().lower() or "alternate"
        key = (rel, link.attribute("type") if rel != "self" else "", link.attribute("hreflang"))
        first = seen.setdefault(key, link)
        # There may be any number of hubs, related pages, and pages of other readers.
        if first is not link and rel in ("self", "alternate", "next", "prev", "previous", "first", "last"):
            yield Problem(link, f'duplicate `atom:link` with rel="{rel}", first on line {{line}}', also=first)


@rule(
    id="ATOM005",
    name="atom-link-missing-href",
    each="atom:link",
    profiles=everywhere(ERROR),
    what="An `atom:link` has no `href`.",
    why="It leads nowhere.",
    fix="Write the address into `href`.",
    spec="RFC 4287 §4.2.7.1; w3c:MissingHref",
    bad='<atom:link rel="self"/>',
    good=_SELF,
    within="channel",
)
def missing_href(link: Element) -> Problems:
    if not link.attribute("href").strip():
        yield Problem(link, "`atom:link` has no `href`")


@rule(
    id="ATOM006",
    name="atom-link-unregistered-rel",
    each="atom:link",
    profiles={RSS: WARNING},
    what="The `rel` of a link is neither registered nor an address.",
    why="No reader knows what it means.",
    fix="Use a name from IANA's list of link relations.",
    spec="RFC 4287 §4.2.7.2; w3c:UnregisteredAtomLinkRel",
    bad='<atom:link rel="myself" href="https://tides.io/feed.xml"/>',
    good=_SELF,
    within="channel",
)
def unregistered_rel(link: Element) -> Problems:
    rel = link.attribute("rel").strip()
    if rel and rel.lower() not in _REGISTERED and "://" not in rel:
        yield Problem(link, f"`rel` of `atom:link` is {quote(rel)}, which is not registered", attribute="rel")


@rule(
    id="ATOM007",
    name="self-link-type",
    each="channel",
    profiles={PSP1: INFO, RSS: INFO},
    what="The self link does not say that it is RSS.",
    why="Readers that choose among links go by the type.",
    fix='Write type="application/rss+xml".',
    spec="PSP1 example",
    bad='<atom:link href="https://tides.io/feed.xml" rel="self" type="text/xml"/>',
    good=_SELF,
)
def self_type(channel: Element) -> Problems:
    for link in _links(channel, "self"):
        kind = link.attribute("type").strip().lower()
        if kind not in _RSS_TYPES:
            there = quote(kind) if kind else "missing"
            yield Problem(
                link, f"`type` of the self link is {there}, not application/rss+xml", attribute="type"
            )


@rule(
    id="ATOM008",
    name="atom-link-not-empty",
    each="atom:link",
    profiles={RSS: WARNING},
    what="There is something inside an `atom:link`.",
    why="Everything that it says stands in its attributes; what is inside nobody reads.",
    fix="Write the address into `href`.",
    spec="w3c:AtomLinkNotEmpty",
    bad="<atom:link>https://tides.io/feed.xml</atom:link>",
    good=_SELF,
    within="channel",
)
def not_empty(link: Element) -> Problems:
    if link.value or link.children:
        yield Problem(link, "`atom:link` is not empty")


@rule(
    id="ATOM009",
    name="paging-links-inconsistent",
    each="channel",
    profiles=everywhere(WARNING),
    what="The links between the pages of the feed contradict each other.",
    why="Apps that follow them miss episodes, or go round in circles.",
    fix="Give the last page no `next`, the first no `previous`, and write all of them as whole addresses.",
    spec="RFC 5005 §3-4; NSREC paging; w3c:LinkPastEnd; w3c:FeedRelInCompleteFeed",
    bad=f'{_SELF}<atom:link rel="next" href="?page=2"/>',
    good=f'{_SELF}<atom:link rel="next" href="https://tides.io/feed.xml?page=2"/>',
)
def paging(channel: Element) -> Problems:
    links = {link.attribute("rel").strip().lower(): link for link in channel.all("atom:link")}
    urls = {rel: link.attribute("href").strip() for rel, link in links.items()}
    here = urls.get("self", "")
    complete = channel.has("fh:complete")
    for rel in _PAGING:
        if rel not in links:
            continue
        if complete:
            yield Problem(links[rel], f'`atom:link` with rel="{rel}" in a feed that says that it is complete')
        elif urls[rel] and not _is_absolute(urls[rel]):
            yield Problem(links[rel], f'`atom:link` with rel="{rel}" is relative: {quote(urls[rel])}')
        elif here and urls[rel] == here and rel in ("next", "previous", "prev"):
            yield Problem(links[rel], f'`atom:link` with rel="{rel}" leads to this very page')
        elif rel == "next" and here and here == urls.get("last"):
            yield Problem(links[rel], '`atom:link` with rel="next" on the last page')
        elif rel in ("previous", "prev") and here and here == urls.get("first"):
            yield Problem(links[rel], f'`atom:link` with rel="{rel}" on the first page')


@rule(
    id="ATOM010",
    name="websub-hub-without-self",
    each="channel",
    profiles=everywhere(WARNING),
    what="The feed names a hub, but not its own address.",
    why="Subscribers of a hub subscribe to the address of the self link (WebSub §4).",
    fix='Add `<atom:link rel="self" href="…"/>`.',
    spec="WebSub §4",
    bad='<atom:link rel="hub" href="https://hub.tides.io/"/>',
    good=f'{_SELF}<atom:link rel="hub" href="https://hub.tides.io/"/>',
)
def hub_without_self(channel: Element) -> Problems:
    hub = next(_links(channel, "hub"), None)
    if hub is not None and next(_links(channel, "self"), None) is None:
        yield Problem(hub, '`atom:link` names a hub, but there is none with rel="self"')


@rule(
    id="ATOM011",
    name="atom-namespace-obsolete",
    each="document",
    profiles=everywhere(WARNING),
    what="The namespace is that of Atom 0.3, which was given up in 2005.",
    why="Readers do not know its elements any more.",
    fix='Write xmlns:atom="http://www.w3.org/2005/Atom".',
    spec="w3c:ObsoleteNamespace",
    bad='<rss version="2.0" xmlns:atom="http://purl.org/atom/ns#"><channel/></rss>',
    good='<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel/></rss>',
)
def obsolete_namespace(document: Document) -> Problems:
    for one in document.walked.namespaces:
        if one.uri.startswith(("http://purl.org/atom/ns", "http://purl.org/net/atom")):
            yield Problem(
                one.element,
                f"the namespace {quote(one.uri)} of Atom 0.3 is obsolete",
                attribute=f"xmlns:{one.prefix}" if one.prefix else "xmlns",
            )
