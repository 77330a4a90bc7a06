"""Dates as RSS writes them (RFC 822 with the years of RFC 2822), and what is wrong with others.

A date that a program cannot read is often plain to a person: what it means is found out where that is
certain, so that the right form can be shown.
"""

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, NamedTuple

from feedpub.kinds.quoting import quote
from feedpub.validate.date_names import DAY_NUMBERS, DAYS, MONTH_NUMBERS, MONTHS, OTHER_ZONES, ZONES

#: what may be wrong: no such date; the weekday does not fit; an ISO date; names that are not the English
#: short ones; a colon in the zone; the name of a zone that RFC 822 does not know; lawful, but not safe
Kind = Literal["invalid", "weekday", "iso", "name", "colon", "zone", "risky"]


class DateFault(NamedTuple):
    """What is wrong with a date."""

    kind: Kind
    #: what is there, as in `the hour is "25"`
    phrase: str


class DateReading(NamedTuple):
    """What came of reading a date."""

    #: the instant that is meant; nothing when that is not certain
    when: datetime | None
    faults: tuple[DateFault, ...] = ()

    @property
    def corrected(self) -> str:
        """The date in the right form; empty when it is not certain which is meant."""
        return format_rfc822(self.when) if self.when else ""


_NAMED_ZONE = "|".join(ZONES)
_GOOD = re.compile(
    rf"(?:({'|'.join(DAYS)}), )?([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}}) "
    rf"([0-9]{{2}}):([0-9]{{2}})(?::([0-9]{{2}}))? ([+-][0-9]{{4}}|{_NAMED_ZONE})"
)
_LIKE = re.compile(
    r"""(?P<day>[^\W\d_]+\.?)?(?P<comma>\s*,\s*|\s+)?
    (?P<date>[0-9]{1,2})(?P<ordinal>\.|st|nd|rd|th)?(?P<gap>[\s-]+)
    (?P<month>[^\W\d_]+\.?)[\s,-]+
    (?P<year>[0-9]{2,5})
    (?:[\s,]+(?P<hour>[0-9]{1,2})(?P<colon>[:.])(?P<minute>[0-9]{1,2})(?:[:.](?P<second>[0-9]{1,2})(?P<part>[.,][0-9]+)?)?)?
    (?P<half>\s*[ap]\.?m\b\.?)?
    \s*(?P<zone>\S.*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:[T\s].*)?)?\s*", re.IGNORECASE | re.DOTALL)
_OFFSET = re.compile(r"(?:GMT|UTC|UT)?\s*([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE | re.ASCII)
_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)")
#: a date that nobody reads as one is not looked at any further
_LONGEST = 120
#: hours that any zone is away from UT, at most
_FARTHEST = 14


def format_rfc822(when: datetime) -> str:
    """A date as feeds have it: ``Mon, 05 Jan 2026 06:00:00 +0100``."""
    zone = when.strftime("%z")[:5] or "+0000"
    return (
        f"{DAYS[when.weekday()]}, {when.day:02} {MONTHS[when.month - 1]} {when.year:04} {when:%H:%M:%S} "
        f"{'GMT' if zone == '+0000' else zone}"
    )


@lru_cache(maxsize=8192)
def parse_rfc822(text: str) -> DateReading:
    """Reads a date, given without the white space around it; junk is a fault, never an exception."""
    match = _GOOD.fullmatch(text)
    if match is not None:
        return _read_good(match)
    if len(text) > _LONGEST:
        return _unreadable("it is far too long for a date")
    if _ISO.fullmatch(text):
        return DateReading(_from_iso(text), (DateFault("iso", "it is an ISO 8601 date, not one of RFC 822"),))
    return _read_odd(text)


def _read_good(match: re.Match[str]) -> DateReading:
    day, date, month, year, hour, minute, second, zone = match.groups()
    faults: list[DateFault] = []
    offset = _offset_of(zone, faults)
    when = _instant(
        int(year), MONTHS.index(month), int(date), int(hour), int(minute), int(second or 0), offset, faults
    )
    if when is not None and day and day != DAYS[when.weekday()]:
        faults.append(_wrong_weekday(day, when))
    return DateReading(when, tuple(faults))


def _wrong_weekday(day: str, when: datetime) -> DateFault:
    return DateFault("weekday", f"the weekday is {day}, but that day is a {DAYS[when.weekday()]}")


def _unreadable(phrase: str) -> DateReading:
    return DateReading(None, (DateFault("invalid", phrase),))


def _instant(
    year: int,
    month: int,
    date: int,
    hour: int,
    minute: int,
    second: int,
    offset: int | None,
    faults: list[DateFault],
) -> datetime | None:
    """The instant; what lies out of range is added to the faults. `offset` in minutes, if it is known."""
    if not 1 <= year <= 9999:
        faults.append(DateFault("invalid", f"there is no year {year}"))
        return None
    last = monthrange(year, month + 1)[1]
    for name, value, low, high in (
        (f"day of {MONTHS[month]} {year}", date, 1, last),
        ("hour", hour, 0, 23),
        ("minute", minute, 0, 59),
        # 60: a leap second, which datetime has no place for
        ("second", second, 0, 60),
    ):
        if not low <= value <= high:
            faults.append(DateFault("invalid", f"the {name} is {value}, not {low} to {high}"))
            return None
    if offset is None:
        return None
    zone = UTC if not offset else timezone(timedelta(minutes=offset))
    return datetime(year, month + 1, date, hour, minute, min(second, 59), tzinfo=zone)


def _offset_of(zone: str, faults: list[DateFault]) -> int | None:
    """Minutes by which a zone of the right form differs from UT, if that can be."""
    hours = ZONES.get(zone)
    if hours is not None:
        return hours * 60
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    if int(zone[3:5]) > 59:
        faults.append(DateFault("invalid", f"the time zone is {zone}, which has more than 59 minutes"))
        return None
    if minutes > _FARTHEST * 60:
        faults.append(DateFault("risky", f"no place on earth has the time zone {zone}"))
        return None
    if zone[3:5] not in ("00", "30", "45"):
        faults.append(DateFault("risky", f"the minutes of the time zone {zone} are not 00, 30 or 45"))
    return -minutes if zone[0] == "-" else minutes


# What is written in another way than it should.


def _read_odd(text: str) -> DateReading:
    plain = _without_comments(text)
    faults: list[DateFault] = []
    if plain != text:
        faults.append(DateFault("risky", "it has a comment in brackets"))
    match = _LIKE.fullmatch(plain.strip())
    if match is None:
        return _unreadable("it is no date of RFC 822" if text else "it is empty")
    month = _month_of(match["month"], faults)
    day = _day_of(match["day"] or "", faults)
    if match["day"] and "," not in (match["comma"] or ""):
        faults.append(DateFault("invalid", "there is no comma behind the weekday"))
    if (match["ordinal"] or "") or "-" in match["gap"]:
        faults.append(DateFault("invalid", "day, month and year are not parted by spaces alone"))
    year = _year_of(match["year"], faults)
    offset = _zone_of(match["zone"] or "", faults) if match["hour"] else None
    when = _time_of(match, year, month, offset, faults)
    if when is not None and day is not None and day != when.weekday():
        faults.append(_wrong_weekday(DAYS[day], when))
    if not faults:
        faults.append(DateFault("risky", "there are spaces too many or too few"))
    return DateReading(when if _is_certain(faults) else None, tuple(faults))


def _is_certain(faults: list[DateFault]) -> bool:
    """Whether the weekday does not contradict a date that was guessed at anyway."""
    kinds = {fault.kind for fault in faults}
    return not ("weekday" in kinds and "invalid" in kinds)


def _without_comments(text: str) -> str:
    """The date without comments, which may hold others (RFC 822 §3.4.3)."""
    while "(" in text and (shorter := _COMMENT.sub(" ", text)) != text:
        text = shorter
    return text


def _month_of(word: str, faults: list[DateFault]) -> int | None:
    return _number_of(word, MONTH_NUMBERS, MONTHS, "month", faults)


def _day_of(word: str, faults: list[DateFault]) -> int | None:
    return _number_of(word, DAY_NUMBERS, DAYS, "weekday", faults) if word else None


def _number_of(
    word: str, numbers: dict[str, int], names: tuple[str, ...], what: str, faults: list[DateFault]
) -> int | None:
    number = numbers.get(word.rstrip(".").lower())
    if number is None:
        faults.append(DateFault("invalid", f"there is no {what} {quote(word)}"))
    elif word.lower() != names[number].lower():
        faults.append(DateFault("name", f"the {what} is {quote(word)}, not {names[number]}"))
    elif word != names[number]:
        faults.append(DateFault("risky", f"the {what} {names[number]} is written as {word}"))
    return number


def _year_of(digits: str, faults: list[DateFault]) -> int:
    year = int(digits)
    if len(digits) == 2:
        faults.append(DateFault("risky", f"the year has two digits only ({digits})"))
        return year + (2000 if year < 70 else 1900)
    if len(digits) != 4:
        faults.append(DateFault("invalid", f"the year has {len(digits)} digits"))
    return year


def _time_of(
    match: re.Match[str], year: int, month: int | None, offset: int | None, faults: list[DateFault]
) -> datetime | None:
    if match["hour"] is None:
        faults.append(DateFault("invalid", "there is no time of day behind the date"))
        return None
    hour = int(match["hour"])
    if match["half"]:
        faults.append(DateFault("invalid", "the time of day is not written in 24 hours"))
        hour = hour % 12 + (12 if "p" in match["half"].lower() else 0)
    elif match["colon"] == "." or match["part"]:
        faults.append(DateFault("invalid", "the time of day is not hours, minutes and seconds with colons"))
    elif any(len(match[part] or "00") != 2 for part in ("hour", "minute", "second")):
        faults.append(DateFault("invalid", "hours, minutes and seconds do not have two digits each"))
    if month is None or len(match["year"]) not in (2, 4):
        return None
    second = int(match["second"] or 0)
    return _instant(year, month, int(match["date"]), hour, int(match["minute"]), second, offset, faults)


def _zone_of(zone: str, faults: list[DateFault]) -> int | None:
    upper = zone.strip().upper()
    if re.fullmatch(rf"[+-][0-9]{{4}}|{_NAMED_ZONE}", upper):
        if upper != zone.strip():
            faults.append(DateFault("risky", f"the time zone {upper} is written as {zone}"))
        return _offset_of(upper, faults)
    if not upper:
        faults.append(DateFault("invalid", "there is no time zone, which RFC 822 demands"))
        return None
    if re.fullmatch("[A-IK-Y]", upper):
        # RFC 822 got their signs wrong; RFC 1123 says to take them for -0000.
        faults.append(DateFault("risky", f"the time zone is the military letter {upper}"))
        return None
    if offset := _OFFSET.fullmatch(upper):
        return _odd_offset(offset, zone, faults)
    if re.match(r"[^\W\d_]", upper):
        faults.append(DateFault("zone", f"{quote(zone)} is no time zone that RFC 822 knows"))
        return OTHER_ZONES.get(upper)
    faults.append(DateFault("invalid", f"the time zone is {quote(zone)}, not four digits with a sign"))
    return None


def _odd_offset(match: re.Match[str], zone: str, faults: list[DateFault]) -> int | None:
    sign, hours, minutes = match[1], match[2], match[3] or "00"
    if not zone.lstrip().startswith(("+", "-")):
        faults.append(DateFault("zone", f"{quote(zone)} is no time zone that RFC 822 knows"))
    elif re.fullmatch(r"[+-]\d\d:\d\d", zone.strip()):
        faults.append(DateFault("colon", f"the time zone is {zone}, with a colon"))
    else:
        faults.append(DateFault("invalid", f"the time zone is {quote(zone)}, not four digits with a sign"))
    return _offset_of(f"{sign}{hours:>02}{minutes}", faults)


def _from_iso(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return when if when.tzinfo else None
