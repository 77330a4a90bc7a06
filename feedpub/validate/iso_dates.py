"""Dates of other vocabularies: W3CDTF (Dublin Core) and RFC 3339 (Atom), both forms of ISO 8601."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from feedpub.validate.dates import parse_rfc822

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?P<time>[Tt]"
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"(?P<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)


class IsoReading(NamedTuple):
    """What came of reading a date."""

    #: the instant, or the first that the date allows; nothing when it cannot be read
    when: datetime | None
    #: what is wrong with it; empty when nothing is
    fault: str = ""


@lru_cache(maxsize=4096)
def parse_w3c_date(text: str, *, zone_needed: bool = True) -> IsoReading:
    """Reads a date of W3CDTF: a year, a month, a day, or a time of day with a time zone."""
    match = _DATE.fullmatch(text)
    if match is None:
        return IsoReading(None, _why_not(text))
    zone = match["zone"] or ""
    if match["time"] and not zone and zone_needed:
        return IsoReading(None, "it has a time of day, but no time zone")
    number = {name: int(match[name] or 1) for name in ("year", "month", "day")}
    number |= {name: int(match[name] or 0) for name in ("hour", "minute", "second")}
    try:
        # A leap second is lawful, but datetime has no place for it.
        second = number.pop("second")
        if second > 60:
            raise ValueError(f"second {second}")
        return IsoReading(datetime(**number, second=min(second, 59), tzinfo=_zone_of(zone)))
    except ValueError:
        return IsoReading(None, "there is no such day or time")


def parse_rfc3339(text: str) -> IsoReading:
    """Reads a date of RFC 3339: day and time of day down to seconds, with a time zone."""
    match = _DATE.fullmatch(text)
    if match is not None and not (match["time"] and match["second"] and match["zone"]):
        return IsoReading(None, "it lacks a time of day with seconds and a time zone")
    return parse_w3c_date(text)


def _zone_of(zone: str) -> timezone:
    if zone in ("", "Z", "z"):
        return UTC
    if int(zone[4:]) > 59:
        raise ValueError(zone)
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _why_not(text: str) -> str:
    if not text:
        return "it is empty"
    if parse_rfc822(text).when:
        return "it is a date of RFC 822, not one of ISO 8601"
    return "it is not in the form of ISO 8601"
