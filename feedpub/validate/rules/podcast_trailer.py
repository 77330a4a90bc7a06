"""`podcast:trailer`: what makes one curious about the podcast, or about a season (docs/tags/trailer.md)."""

from feedpub.kinds.media import check_media_type
from feedpub.validate.dates import parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.numbers import parse_whole
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:trailer"
_START = '<podcast:trailer url="https://tides.example/t.mp3" pubdate="Thu, 01 Jan 2026 06:00:00 GMT"'
_GOOD = f'{_START} length="12345" type="audio/mpeg" season="2">The tide turns</podcast:trailer>'


@rule(
    id="POD190",
    name="trailer-invalid-pubdate",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `pubdate` of a trailer is no date in the form of RFC 2822.",
    why="Of several trailers apps play the newest; they cannot tell which that is.",
    fix="Write it as in `Thu, 01 Jan 2026 06:00:00 +0100`.",
    spec="NS trailer; RFC 2822 §3.3",
    bad=_GOOD.replace("Thu, 01 Jan 2026 06:00:00 GMT", "2026-01-01"),
    good=_GOOD,
    within="channel",
)
def invalid_pubdate(trailer: Element) -> Problems:
    text = trailer.attribute("pubdate").strip()
    reading = parse_rfc822(text)
    phrases = [fault.phrase for fault in reading.faults if fault.kind not in ("weekday", "risky")]
    if not text or not phrases:
        return
    fix = f"Write {quote(reading.corrected)}." if reading.corrected else ""
    message = f"`pubdate` of `podcast:trailer` is no date of RFC 2822: {quote(text)}, {' and '.join(phrases)}"
    yield Problem(trailer, message, attribute="pubdate", fix=fix)


@rule(
    id="POD191",
    name="trailer-invalid-length-or-season",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The length, season or type of a trailer is not what it has to be.",
    why="Apps show how much there is to download, and match the trailer with its season, by whole numbers.",
    fix="Write whole numbers for `length` (in bytes) and `season`, and a media type for `type`.",
    spec="NS trailer",
    bad=_GOOD.replace("12345", "2:30"),
    good=_GOOD,
    within="channel",
)
def invalid_value(trailer: Element) -> Problems:
    for name in ("length", "season"):
        text = trailer.attribute(name).strip()
        number = parse_whole(text)
        if text and (number is None or number < 0):
            message = f"`{name}` of `podcast:trailer` is no whole number: {quote(text)}"
            yield Problem(trailer, message, attribute=name)
    media_type = trailer.attribute("type").strip()
    fault = check_media_type(media_type) if media_type else None
    if fault is not None:
        yield attribute_problem(trailer, "type", fault)


@rule(
    id="POD192",
    name="trailer-incomplete",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="A trailer lacks its length or type.",
    why="By these apps know before they load it whether they can play it, and how much there is.",
    fix="Add what is missing.",
    spec="NS trailer",
    bad=f"{_START}>The tide turns</podcast:trailer>",
    good=_GOOD,
    within="channel",
)
def incomplete(trailer: Element) -> Problems:
    missing = [f"`{name}`" for name in ("length", "type") if not trailer.attribute(name).strip()]
    if missing:
        yield Problem(trailer, f"`podcast:trailer` has no {' and no '.join(missing)}")
