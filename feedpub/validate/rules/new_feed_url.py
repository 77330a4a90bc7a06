"""`itunes:new-feed-url`, and what else tells of a feed that moves."""

from urllib.parse import urlsplit

from feedpub.validate.document.element import Element
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PODCASTING2,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)
from feedpub.validate.runner import Run

_NEW = "<itunes:new-feed-url>https://new.tides.io/feed.xml</itunes:new-feed-url>"
_SELF = '<atom:link rel="self" href="https://{}/feed.xml"/>'


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _self_link(channel: Element) -> Element | None:
    return next((one for one in channel.all("atom:link") if one.attribute("rel") == "self"), None)


@rule(
    id="MIG001",
    name="new-feed-url-invalid",
    each="itunes:new-feed-url",
    profiles=everywhere(ERROR),
    what="`itunes:new-feed-url` is no absolute address.",
    why="Apple follows it and drops the feed where it was: a wrong one loses the show.",
    fix="Write the whole address of the new feed.",
    spec="APPLE-G; w3c:InvalidFullLink; w3c:UndefinedElement",
    bad="<itunes:new-feed-url>/feed.xml</itunes:new-feed-url>",
    good=_NEW,
    within="channel",
)
def invalid(element: Element) -> Problems:
    url = element.value
    if not url[:8].lower().startswith(("http://", "https://")) or not _host(url):
        there = quote(url) if url else "blank"
        yield Problem(element, f"`itunes:new-feed-url` is {there}, not an absolute URL")


@rule(
    id="MIG002",
    name="new-feed-url-differs-from-self",
    each="channel",
    profiles={APPLE: WARNING},
    what="`itunes:new-feed-url` names another address than the self link.",
    why="In the old feed that is right as long as it moves; in the new one it sends Apple away again.",
    fix="In the new feed let it be the feed's own address, or leave it out.",
    spec="APPLE-G",
    bad=_NEW + _SELF.format("tides.io"),
    good=_NEW + _SELF.format("new.tides.io"),
)
def differs_from_self(channel: Element) -> Problems:
    new, link = channel.first("itunes:new-feed-url"), _self_link(channel)
    if new is not None and new.value and link is not None and link.attribute("href").strip() != new.value:
        yield Problem(new, "`itunes:new-feed-url` is not the address of the self link")


@rule(
    id="MIG003",
    name="new-feed-url-left-over",
    each="channel",
    profiles={APPLE: INFO},
    what="`itunes:new-feed-url` is the feed's own address.",
    why="It has done its work about four weeks after the move.",
    fix="Take it out when the directories have followed.",
    spec="APPLE-G",
    bad=_NEW + _SELF.format("new.tides.io"),
    good=_SELF.format("new.tides.io"),
)
def left_over(channel: Element) -> Problems:
    new, link = channel.first("itunes:new-feed-url"), _self_link(channel)
    if new is not None and link is not None and new.value and link.attribute("href").strip() == new.value:
        yield Problem(new, "`itunes:new-feed-url` is the address of this feed: the move is over")


@rule(
    id="MIG006",
    name="locked-while-moving",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="The feed is locked, and moves to another host.",
    why="Hosts must refuse to import a feed whose `podcast:locked` is yes.",
    fix="Say `no` in `podcast:locked` until the move is over.",
    spec="NS locked",
    bad=f"{_NEW}<podcast:locked>yes</podcast:locked>{_SELF.format('tides.io')}",
    good=f"{_NEW}<podcast:locked>no</podcast:locked>{_SELF.format('tides.io')}",
)
def locked(channel: Element) -> Problems:
    element, new, link = (
        channel.first("podcast:locked"),
        channel.get("itunes:new-feed-url"),
        _self_link(channel),
    )
    if element is None or element.value.lower() != "yes" or not new:
        return
    if link is None or _host(link.attribute("href")) != _host(new):
        yield Problem(element, "`podcast:locked` is yes while `itunes:new-feed-url` names another host")


@rule(
    id="MIG011",
    name="old-host-urls",
    each="channel",
    profiles=everywhere(WARNING),
    what="The self link is on another host than everything else in the feed.",
    why="It is often left over from before a move, and leads apps back to the old feed.",
    fix="Write the address at which the feed is now.",
    spec="practice",
    bad=_SELF.format("old.tides.net")
    + "<link>https://tides.io/</link>"
    + '<item><link>https://tides.io/1</link><enclosure url="https://tides.io/1.mp3"/></item>' * 2,
    good=_SELF.format("tides.io")
    + "<link>https://tides.io/</link>"
    + '<item><link>https://tides.io/1</link><enclosure url="https://tides.io/1.mp3"/></item>' * 2,
)
def old_host(channel: Element, run: Run) -> Problems:
    link = _self_link(channel)
    own = _site(_host(link.attribute("href"))) if link is not None else ""
    page = _site(_host(channel.get("link")))
    if link is None or not own or not page or own == page:
        return
    hosts = {_site(_host(one.attribute("url"))) for item in channel.items for one in item.all("enclosure")}
    # Shows with a site of their own at a host of podcasts are usual: then the audio is where the feed is.
    if hosts and hosts == {page}:
        # Many feeds are on a host of their own, as at FeedBurner: only who knows where this one is can tell.
        if run.feed_url and _site(_host(run.feed_url)) == own:
            return
        severity = None if run.feed_url else INFO
        message = f"the self link is on {own}, while `link` and all enclosures are on {page}"
        yield Problem(link, message, attribute="href", severity=severity)


def _site(host: str) -> str:
    """The last two parts of a host's name: good enough to tell one owner from another."""
    return ".".join(host.split(".")[-2:])
