"""Dates in the form of RFC 822: `pubDate`, `lastBuildDate`, and those that extensions have like them."""

from feedpub.validate.dates import DateReading, Kind, parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, WARNING, Problem, Problems, everywhere, quote, rule

_NOTHING: Problems = iter(())
_DATES = ("pubDate", "lastBuildDate", "itunes:pubDate", "podcast:trailer")
_GOOD = "<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>"


def _judge(element: Element, kind: Kind) -> Problems:
    if element.name != "podcast:trailer":
        reading = parse_rfc822(element.text.strip())
    elif "pubdate" in element.attributes and kind in ("weekday", "risky"):
        # That it is no date at all POD190 tells.
        reading = parse_rfc822(element.attributes["pubdate"].strip())
    else:
        return _NOTHING
    return _tell(element, kind, reading) if reading.faults else _NOTHING


def _tell(element: Element, kind: Kind, reading: DateReading) -> Problems:
    phrases = [fault.phrase for fault in reading.faults if fault.kind == kind]
    if not phrases:
        return
    attribute = "pubdate" if element.name == "podcast:trailer" else ""
    text = element.attribute(attribute) if attribute else element.value
    name = f"`{attribute}` of `{element.name}`" if attribute else f"`{element.name}`"
    fix = f"Write {quote(reading.corrected)}." if reading.corrected else ""
    message = f"{name} is {quote(text.strip())}: {' and '.join(phrases)}"
    yield Problem(element, message, attribute=attribute, fix=fix)


@rule(
    id="DATE001",
    name="invalid-rss-date",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="A date is none in the form of RFC 822.",
    why="Apps that cannot read it put the episode at the end, or leave it out. The time zone is part of "
    "the form: "
    "without one the date may be off by a day.",
    fix="Write it as in `Thu, 01 Jan 2026 06:00:00 +0100`.",
    spec="RSS2 pubDate; RFC 822 §5; APPLE-823; PSP1; w3c:InvalidRFC2822Date",
    bad="<pubDate>Sat, 31 Jun 2026 06:00:00 GMT</pubDate>",
    good=_GOOD,
    within="item",
)
def invalid_date(element: Element) -> Problems:
    return _judge(element, "invalid")


@rule(
    id="DATE002",
    name="wrong-weekday",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="The day of the week does not fit the date.",
    why="Nobody can tell which of the two is right, and strict programs refuse the date.",
    fix="Correct the weekday or the date, or leave the weekday out.",
    spec="RFC 2822 §3.3; w3c:IncorrectDOW",
    bad="<pubDate>Mon, 01 Jan 2026 06:00:00 GMT</pubDate>",
    good=_GOOD,
    within="item",
)
def wrong_weekday(element: Element) -> Problems:
    return _judge(element, "weekday")


@rule(
    id="DATE003",
    name="iso-date-in-rss-element",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="A date of RSS is in the form of ISO 8601.",
    why="RSS has another form, and not every app understands this one.",
    fix="Write it as in `Thu, 01 Jan 2026 06:00:00 +0100`.",
    spec="RSS2 pubDate; w3c:InvalidRFC2822Date",
    bad="<pubDate>2026-01-01T06:00:00Z</pubDate>",
    good=_GOOD,
    within="item",
)
def iso_date(element: Element) -> Problems:
    return _judge(element, "iso")


@rule(
    id="DATE004",
    name="localised-date-name",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="The month or the weekday is written out, or in another language.",
    why="Programs know the English names of three letters only.",
    fix="Write the names as in `Thu, 01 Jan 2026`. Programs that make dates do so in the language of the "
    "computer "
    "unless told otherwise.",
    spec="RFC 822 §5.1; w3c:InvalidRFC2822Date",
    bad="<pubDate>Thu, 01 January 2026 06:00:00 GMT</pubDate>",
    good=_GOOD,
    within="item",
)
def localised_name(element: Element) -> Problems:
    return _judge(element, "name")


@rule(
    id="DATE005",
    name="timezone-colon",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="The time zone is written with a colon.",
    why="RFC 822 has four digits in a row; strict programs refuse the date, or take it for one without a "
    "zone.",
    fix="Write `+0200` in place of `+02:00`.",
    spec="RFC 2822 §3.3; w3c:InvalidRFC2822Date",
    bad="<pubDate>Thu, 01 Jan 2026 06:00:00 +02:00</pubDate>",
    good="<pubDate>Thu, 01 Jan 2026 06:00:00 +0200</pubDate>",
    within="item",
)
def zone_with_colon(element: Element) -> Problems:
    return _judge(element, "colon")


@rule(
    id="DATE006",
    name="unknown-timezone-name",
    each=_DATES,
    profiles=everywhere(ERROR),
    what="The name of the time zone is none that RFC 822 knows.",
    why="It knows UT, GMT and the American zones. Others are ignored or guessed at, so the date is off by "
    "hours; only "
    "`UTC` is understood nearly everywhere.",
    fix="Write the time zone in digits, as in `+0100`; in place of `UTC` write `GMT` or `+0000`.",
    spec="RFC 822 §5.1; w3c:InvalidRFC2822Date",
    bad="<pubDate>Thu, 01 Jan 2026 06:00:00 CET</pubDate>",
    good=_GOOD,
    within="item",
)
def unknown_zone(element: Element) -> Problems:
    return _judge(element, "zone")


@rule(
    id="DATE007",
    name="problematic-date",
    each=_DATES,
    profiles=everywhere(WARNING),
    what="A date is lawful, but written as few programs expect it.",
    why="Years of two digits, comments, military letters, other cases of letters, spaces too many or too "
    "few and odd "
    "time zones are read in different ways, or not at all.",
    fix="Write it as in `Thu, 01 Jan 2026 06:00:00 +0100`.",
    spec="RFC 822 §3.4; RFC 1123 §5.2.14; w3c:ProblematicalRFC822Date",
    bad="<pubDate>Thu, 01 Jan 26 06:00:00 GMT</pubDate>",
    good=_GOOD,
    within="item",
)
def risky_date(element: Element) -> Problems:
    return _judge(element, "risky")
