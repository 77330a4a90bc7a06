"""`podcast:liveItem`: an episode that is heard while it takes place (docs/tags/live-item.md)."""

import re
from datetime import datetime, timedelta

from feedpub.kinds.nearest import nearest
from feedpub.validate.document.element import Element
from feedpub.validate.iso_dates import IsoReading, parse_w3c_date
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.runner import Run

_NAME = "podcast:liveItem"
_STATES = ("pending", "live", "ended")
#: an offset without a colon, which ISO 8601 allows in its basic form
_BARE_OFFSET = re.compile(r"([+-][0-9]{2})([0-9]{2})$")
#: a live stream may last longer than was thought
_OVERTIME = timedelta(hours=24)
_CONTENT = (
    '<title>Live</title><guid isPermaLink="false">live-1</guid>'
    '<enclosure url="https://tides.example/live.mp3" length="0" type="audio/mpeg"/>'
    '<podcast:contentLink href="https://tides.example/live">Listen</podcast:contentLink>'
)


def _example(attributes: str, content: str = _CONTENT) -> str:
    return f"<podcast:liveItem {attributes}>{content}</podcast:liveItem>"


_TIMES = 'start="2026-01-20T18:00:00.000-0600" end="2026-01-20T20:00:00-06:00"'
_GOOD = _example(f'status="pending" {_TIMES}')


def _read(text: str) -> IsoReading:
    """Day and time of day, with a time zone in either form of ISO 8601."""
    text = text.strip()
    if "T" not in text.upper():
        reading = parse_w3c_date(text)
        return IsoReading(None, reading.fault or "it has no time of day")
    return parse_w3c_date(_BARE_OFFSET.sub(r"\1:\2", text))


def _instant(live_item: Element, name: str) -> datetime | None:
    return _read(live_item.attribute(name)).when if live_item.attribute(name).strip() else None


@rule(
    id="POD300",
    name="live-item-invalid-status",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The status of a live item is none of pending, live, ended.",
    why="By the status apps know whether to play the stream, whatever the clock says.",
    fix="Write `pending`, `live` or `ended`.",
    spec="NS liveItem",
    bad=_example(f'status="Live now" {_TIMES}'),
    good=_GOOD,
    within="channel",
)
def invalid_status(live_item: Element) -> Problems:
    status = live_item.attribute("status").strip()
    if status and status not in _STATES:
        meant = nearest(status, _STATES)
        message = f"`status` of `podcast:liveItem` is {quote(status)}, not pending, live or ended"
        yield Problem(live_item, message, attribute="status", fix=f'Write status="{meant}".' if meant else "")


@rule(
    id="POD301",
    name="live-item-invalid-time",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The start or end of a live item is no date and time, or it ends before it starts.",
    why="Apps announce the stream, in the listener's own time: for this they need the time zone. The page "
    "writes "
    "the zone as -0600, most others as -06:00; both will do.",
    fix="Write them as in 2026-01-20T18:00:00-06:00.",
    spec="NS liveItem; RFC 3339",
    bad=_example('status="pending" start="2026-01-20T18:00:00"'),
    good=_GOOD,
    within="channel",
)
def invalid_time(live_item: Element) -> Problems:
    for name in ("start", "end"):
        text = live_item.attribute(name).strip()
        fault = _read(text).fault if text else ""
        if fault:
            message = f"`{name}` of `podcast:liveItem` is no date and time, {quote(text)}: {fault}"
            yield Problem(live_item, message, attribute=name)
    start, end = _instant(live_item, "start"), _instant(live_item, "end")
    if start and end and end <= start:
        message = f"`end` of `podcast:liveItem` is not after its `start`: {quote(live_item.attribute('end'))}"
        yield Problem(live_item, message, attribute="end", fix="Correct `start` or `end`.")


@rule(
    id="POD302",
    name="live-item-missing-content-link",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="A live item has no `podcast:contentLink`.",
    why="It is where those go whose app cannot play the stream.",
    fix="Add `<podcast:contentLink>` with the address of a page that plays the stream.",
    spec='NS liveItem, "Node Value"',
    bad=_example(f'status="pending" {_TIMES}', "<title>Live</title>"),
    good=_GOOD,
    within="channel",
)
def missing_content_link(live_item: Element) -> Problems:
    if not live_item.has("podcast:contentLink"):
        yield Problem(live_item, "`podcast:liveItem` has no `podcast:contentLink`")


@rule(
    id="POD303",
    name="live-item-missing-guid-or-title",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="A live item has no guid, or no title.",
    why="A live item is told from others by its guid and title like any episode. Whether its guid is that "
    "of an "
    "episode as well, duplicate-guid tells.",
    fix="Add what is missing.",
    spec="NS liveItem",
    bad=_example(f'status="pending" {_TIMES}', "<title>Live</title>"),
    good=_GOOD,
    within="channel",
)
def missing_guid_or_title(live_item: Element) -> Problems:
    missing = [f"`{name}`" for name in ("guid", "title") if not live_item.get(name)]
    if missing:
        yield Problem(live_item, f"`podcast:liveItem` has no {' and no '.join(missing)}")


@rule(
    id="POD304",
    name="live-item-missing-enclosure",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="A live item has neither an enclosure nor an alternate one.",
    why="There is nothing that an app could play. It is best to have both.",
    fix="Add `<enclosure>` with the address of the stream.",
    spec="NS liveItem",
    bad=_example(f'status="pending" {_TIMES}', "<title>Live</title>"),
    good=_GOOD,
    within="channel",
)
def missing_enclosure(live_item: Element) -> Problems:
    if not live_item.has("enclosure") and not live_item.has("podcast:alternateEnclosure"):
        yield Problem(live_item, "`podcast:liveItem` has no `enclosure` and no `podcast:alternateEnclosure`")


@rule(
    id="POD305",
    name="live-item-stale",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The status of a live item does not fit the present time.",
    why="Apps announce a stream that is over, or hide one that is still to come.",
    fix="Set `status` anew, or remove the live item.",
    spec="practice",
    bad=_example('status="pending" start="2025-01-20T18:00:00Z" end="2025-01-20T20:00:00Z"'),
    good=_GOOD,
    within="channel",
)
def stale(live_item: Element, run: Run) -> Problems:
    status = live_item.attribute("status").strip()
    start, end = _instant(live_item, "start"), _instant(live_item, "end")
    if status == "pending" and end and end < run.now:
        what = f"its `end` has passed: {quote(live_item.attribute('end'))}"
    elif status == "live" and end and end + _OVERTIME < run.now:
        what = f"its `end` was more than a day ago: {quote(live_item.attribute('end'))}"
    elif status == "ended" and start and start > run.now:
        what = f"its `start` is in the future: {quote(live_item.attribute('start'))}"
    else:
        return
    yield Problem(
        live_item, f"`status` of `podcast:liveItem` is {quote(status)}, but {what}", attribute="status"
    )


@rule(
    id="POD310",
    name="content-link-blank",
    each="podcast:contentLink",
    profiles={PODCASTING2: WARNING},
    what="`podcast:contentLink` has no text.",
    why="The text tells listeners where the link leads.",
    fix="Write a few words, such as Watch on YouTube.",
    spec="NS contentLink",
    bad='<podcast:contentLink href="https://tides.example/live"/>',
    good='<podcast:contentLink href="https://tides.example/live">Listen</podcast:contentLink>',
)
def blank_link(link: Element) -> Problems:
    if not link.value:
        yield Problem(link, "`podcast:contentLink` is blank: nothing says where it leads")
