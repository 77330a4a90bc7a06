"""Dates of Dublin Core, of the syndication module and of Atom inside RSS."""

from feedpub.validate.dates import parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.iso_dates import parse_rfc3339, parse_w3c_date
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule

#: the others of its dates may be periods
_DCTERMS = ("created", "date", "issued", "modified")


def _fix(text: str) -> str:
    when = parse_rfc822(text).when
    return f"Write `{when.isoformat()}`." if when else ""


@rule(
    id="DATE014",
    name="invalid-w3c-date",
    each=("dc:*", "sy:updateBase", *(f"dcterms:{name}" for name in _DCTERMS)),
    profiles=everywhere(ERROR),
    what="A date is not in the form of W3CDTF.",
    why="Dublin Core has dates of ISO 8601, with a time zone when there is a time of day; others are not "
    "read.",
    fix="Write it as in `2026-01-01T06:00:00+01:00`, or only the day, `2026-01-01`.",
    spec="W3CDTF; w3c:InvalidW3CDTFDate; w3c:InvalidISO8601DateTime",
    bad="<dc:date>2026-01-01T06:00:00</dc:date>",
    good="<dc:date>2026-01-01T06:00:00+01:00</dc:date>",
    within="item",
)
def invalid_w3c_date(element: Element) -> Problems:
    name = element.name
    if name.startswith("dc:") and not (name == "dc:date" or name.startswith("dc:date.")):
        return
    # The module shows its date without a time zone.
    reading = parse_w3c_date(element.value, zone_needed=name != "sy:updateBase")
    if reading.fault:
        message = f"`{name}` is {quote(element.value)}, not a date of W3CDTF: {reading.fault}"
        yield Problem(element, message, fix=_fix(element.value))


@rule(
    id="DATE015",
    name="invalid-rfc3339-date",
    each=("atom:published", "atom:updated"),
    profiles=everywhere(ERROR),
    what="A date of Atom is not in the form of RFC 3339.",
    why="Elements of Atom have dates as in Atom, also inside RSS; others are not read.",
    fix="Write it as in `2026-01-01T06:00:00+01:00`.",
    spec="RFC 4287 §3.3; w3c:InvalidRFC3339Date",
    bad="<atom:updated>2026-01-01</atom:updated>",
    good="<atom:updated>2026-01-01T06:00:00Z</atom:updated>",
    within="item",
)
def invalid_rfc3339_date(element: Element) -> Problems:
    reading = parse_rfc3339(element.value)
    if reading.fault:
        message = f"`{element.name}` is {quote(element.value)}, not a date of RFC 3339: {reading.fault}"
        yield Problem(element, message, fix=_fix(element.value))
