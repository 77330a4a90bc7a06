"""When episodes are published: whether that is said, can be, and is in order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from feedpub.validate.dates import parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.iso_dates import parse_w3c_date
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
    quote,
    rule,
)
from feedpub.validate.runner import Run

_DATES = ("pubDate", "lastBuildDate", "dc:date", "atom:published", "atom:updated")
#: clocks differ
_TOLERANCE = timedelta(minutes=10)
#: there were no feeds before
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_ONE = "<item><title>One</title><pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate></item>"
_TWO = "<item><title>Two</title><pubDate>Thu, 08 Jan 2026 06:00:00 GMT</pubDate></item>"


def _instant_of(element: Element) -> datetime | None:
    text = element.text.strip()
    return parse_w3c_date(text).when if ":" in element.name else parse_rfc822(text).when


def _published(channel: Element) -> Iterator[tuple[Element, datetime]]:
    """The publication dates of the items of a channel that can be read."""
    for item in channel.items:
        element = item.first("pubDate")
        if element is not None and item.name == "item" and (when := _instant_of(element)):
            yield element, when


@rule(
    id="DATE008",
    name="missing-pubdate",
    each="item",
    profiles={SPOTIFY: ERROR, APPLE: WARNING, PSP1: WARNING, RSS: INFO},
    what="An episode has no date of publication.",
    why="Apps sort episodes by it; without one it is chance where it is shown.",
    fix="Add `<pubDate>`.",
    spec="APPLE-G episode tags; PSP1 recommended item elements; SPOT 5.18",
    bad="<title>One</title>",
    good="<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>",
)
def missing_date(item: Element) -> Problems:
    if item.name == "item" and not item.has("pubDate"):
        yield Problem(item, "the `item` has no `pubDate`")


@rule(
    id="DATE009",
    name="future-date",
    each=_DATES,
    profiles=everywhere(WARNING),
    what="A date is in the future.",
    why="Some apps hide the episode until then, others show it at once and on top.",
    fix="Publish the episode when its time has come, or correct the date.",
    spec="w3c:ImplausibleDate",
    bad="<pubDate>Thu, 01 Jan 2099 06:00:00 GMT</pubDate>",
    good="<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>",
    within="item",
)
def future_date(element: Element, run: Run) -> Problems:
    if element.parent is not None and element.parent.name == "podcast:liveItem":
        # It is announced before it takes place.
        return
    when = _instant_of(element)
    if when is not None and when > run.now + _TOLERANCE:
        yield Problem(element, f"the date in `{element.name}` is in the future: {quote(element.value)}")


@rule(
    id="DATE010",
    name="implausibly-old-date",
    each=_DATES,
    profiles=everywhere(WARNING),
    what="A date is older than feeds are.",
    why="Dates of 1970 come from programs that did not know the date, and put the episode at the very end.",
    fix="Correct the date.",
    spec="w3c:ImplausibleDate",
    bad="<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>",
    good="<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>",
    within="item",
)
def old_date(element: Element) -> Problems:
    when = _instant_of(element)
    if when is not None and when < _EARLIEST:
        yield Problem(element, f"the date in `{element.name}` is implausibly old: {quote(element.value)}")


@rule(
    id="DATE011",
    name="duplicate-pubdate",
    each="channel",
    profiles=everywhere(INFO),
    what="Two episodes were published at the very same time.",
    why="It is chance which of them apps show first.",
    fix="Let them differ by a minute.",
    spec="practice",
    bad=_ONE + _ONE,
    good=_TWO + _ONE,
)
def same_date(channel: Element) -> Problems:
    first: dict[datetime, Element] = {}
    for element, when in _published(channel):
        if first.setdefault(when, element) is not element:
            message = f"`pubDate` {quote(element.value)} is that of the `item` on line {{line}} as well"
            yield Problem(element, message, also=first[when])


@rule(
    id="DATE012",
    name="items-not-newest-first",
    each="channel",
    profiles=everywhere(INFO),
    what="The newest episode is not the first.",
    why="Readers that take only the first items of a long feed lose the newest ones.",
    fix="Put the newest episode first. Only a serial show is sorted by season and episode, whatever the "
    "dates.",
    spec="practice",
    bad=_ONE + _TWO,
    good=_TWO + _ONE,
)
def not_newest_first(channel: Element) -> Problems:
    if channel.get("itunes:type").lower() == "serial":
        return
    before: tuple[Element, datetime] | None = None
    for element, when in _published(channel):
        if before is not None and when > before[1]:
            message = "the `item` is newer than the one before it (`pubDate` on line {line})"
            yield Problem(element, message, also=before[0])
            return
        before = (element, when)


@rule(
    id="DATE013",
    name="build-date-older-than-newest-item",
    each="channel",
    profiles={RSS: INFO},
    what="The feed says that it changed last before its newest episode came out.",
    why="Readers that go by `lastBuildDate` may think that there is nothing new.",
    fix="Set `lastBuildDate` whenever the feed changes.",
    spec="RSS2 lastBuildDate",
    bad=f"<lastBuildDate>Thu, 01 Jan 2026 06:00:00 GMT</lastBuildDate>{_TWO}",
    good=f"<lastBuildDate>Thu, 08 Jan 2026 06:00:00 GMT</lastBuildDate>{_TWO}",
)
def build_date_too_old(channel: Element) -> Problems:
    built = channel.first("lastBuildDate")
    when = _instant_of(built) if built is not None else None
    if built is None or when is None:
        return
    newest = max(_published(channel), key=lambda one: one[1], default=None)
    if newest is not None and newest[1] > when:
        message = f"`lastBuildDate` {quote(built.value)} is older than the newest `pubDate` (line {{line}})"
        yield Problem(built, message, also=newest[0])
