"""Dates as authors write them -> instants.

Only unambiguous forms are read: ISO 8601 with a few liberties, RFC 2822, and TOML's own. Nothing is
guessed: what is read today as the 10th of November must not be the 11th of October elsewhere.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from feedpub.kinds.fault import RaisedFault
from feedpub.kinds.quoting import quote

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.ASCII,
)
#: compiled when a date is not ISO 8601
_RFC_2822 = (
    r"(?:([A-Za-z]{3}),\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})"
    r"\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,5})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNIVERSAL = ("z", "gmt", "ut", "utc")
#: RFC 2822 (section 3.3) has no year before 1900; in 9999 an offset may lead out of the calendar.
_YEARS = range(1900, 9999)
_LIKELY_YEARS = range(1990, 2101)
_WRITE = "write it as 2024-05-13 or 2024-05-13 15:00"


class DateFault(RaisedFault):
    """A date that cannot be told. ``fix`` says how to write it."""


def parse_date(value: object, zone: "ZoneInfo | None") -> tuple[datetime, str]:
    """The instant that an author means, in whole seconds, and a warning or nothing.

    A date alone is the day's first moment. Without an offset of its own it is meant in ``zone`` and
    carries the offset that holds there at that instant; of an hour that the clocks repeat, the first.
    Raises DateFault on anything that is no date, that is not clear, or that the clocks skip.
    """
    if isinstance(value, str):
        found, whole_day, warning = _parse_text(value.strip())
    elif isinstance(value, datetime):
        found, whole_day, warning = value.replace(microsecond=0), False, ""
    elif isinstance(value, date):
        found, whole_day, warning = datetime.combine(value, time()), True, ""
    else:
        raise _no_date(value)
    if found.year not in _YEARS:
        raise DateFault("bad-date", f"there was no episode in the year {found.year}", "correct the year")
    if found.tzinfo is None:
        found, doubt = _place(found, zone, whole_day)
        warning = warning or doubt
    if found.year not in _LIKELY_YEARS:
        warning = warning or f"the year {found.year} is unlikely for an episode"
    return found, warning


def _parse_text(text: str) -> tuple[datetime, bool, str]:
    if match := _ISO.fullmatch(text):
        year, month, day, hour, minute, second, offset = match.groups()
        parts = (year, month, day, hour or 0, minute or 0, second or 0)
        return _build(text, parts, _offset(text, offset)), hour is None, ""
    if match := re.fullmatch(_RFC_2822, text, re.ASCII):
        weekday, day, name, year, hour, minute, second, offset = match.groups()
        if name.lower() in _MONTHS:
            parts = (year, _MONTHS.index(name.lower()) + 1, day, hour, minute, second or 0)
            found = _build(text, parts, _offset(text, offset))
            return found, False, _check_weekday(found, weekday)
    raise _no_date(text)


def _build(text: str, parts: tuple[str | int, ...], zone: tzinfo | None) -> datetime:
    year, month, day, hour, minute, second = map(int, parts)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError as error:
        reason = str(error).replace("must be in", "must be")
        raise DateFault("bad-date", f"{quote(text)} is no date: {reason}", _WRITE) from None


def _offset(text: str, offset: str | None) -> tzinfo | None:
    if offset is None:
        return None
    if offset.lower() in _UNIVERSAL:
        return UTC
    if offset[0] not in "+-":
        message = f"{quote(text)} names the time zone by letters, and {quote(offset)} may mean several"
        raise DateFault("bad-date", message, "write the offset in digits, such as -0500")
    minutes = int(offset[1:3]) * 60 + int(offset[-2:] if len(offset) > 3 else 0)
    if minutes > 14 * 60 or int(offset[-2:]) > 59:
        raise DateFault("bad-date", f"{quote(text)} has the offset {offset}, which no place has", _WRITE)
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))


def _check_weekday(found: datetime, weekday: str | None) -> str:
    if weekday is None or weekday.lower() == _WEEKDAYS[found.weekday()]:
        return ""
    return f"{found:%Y-%m-%d} is no {weekday.title()} but a {_WEEKDAYS[found.weekday()].title()}"


def _place(naive: datetime, zone: "ZoneInfo | None", whole_day: bool) -> tuple[datetime, str]:
    """A time on the clocks of a zone, as an instant with a plain offset (PEP 495 on gaps and folds)."""
    if zone is None:
        message = f"`{naive:%Y-%m-%d %H:%M}` has no UTC offset, and the show has no time zone"
        fix = 'set `timezone = "Europe/Lisbon"`, or whichever it is, in show.toml'
        raise DateFault("date-without-zone", message, fix)
    aware = naive.replace(tzinfo=zone)
    offset = aware.utcoffset() or timedelta()
    if offset == aware.replace(fold=1).utcoffset():
        return naive.replace(tzinfo=_whole_minutes(offset)), ""
    first, second = _instant(naive, zone, 0), _instant(naive, zone, 1)
    if first < second:
        return first, "" if whole_day else _repeated(naive, zone, first, second)
    # In a gap, the reading by the clock before it lies behind the gap, where the day begins.
    if whole_day and first.date() == naive.date():
        return first, ""
    message = f"`{naive:%Y-%m-%d %H:%M}` never was on the clocks of {zone.key}: they skip it"
    fix = f"write {_shown(second)} or {_shown(first)}"
    raise DateFault("date-in-dst-gap", message, fix)


def _instant(naive: datetime, zone: "ZoneInfo", fold: int) -> datetime:
    """The instant of a local time, with the offset that holds at that instant."""
    offset = naive.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta()
    instant = (naive - offset).replace(tzinfo=UTC)
    return instant.astimezone(_whole_minutes(instant.astimezone(zone).utcoffset() or timedelta()))


def _whole_minutes(offset: timedelta) -> timezone:
    """Offsets of the age before time zones have seconds, which no feed can express."""
    return timezone(timedelta(minutes=offset // timedelta(minutes=1)))


def _repeated(naive: datetime, zone: "ZoneInfo", first: datetime, second: datetime) -> str:
    return (
        f"`{naive:%Y-%m-%d %H:%M}` was twice on the clocks of {zone.key}:"
        f" {_shown(first)} is taken, not {_shown(second)}"
    )


def _shown(instant: datetime) -> str:
    return instant.isoformat(" ", "minutes")


def _no_date(value: object) -> DateFault:
    text = str(value)
    if re.fullmatch(r"\d{9,10}|\d{12,13}", text):
        return _epoch(text)
    fix = _WRITE
    if re.fullmatch(r"\d{8}", text):
        fix = f"write it with hyphens: {text[:4]}-{text[4:6]}-{text[6:]}"
    elif re.fullmatch(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}", text):
        fix = (
            "write year-month-day, such as 2011-12-10: the order of day and month is not the same everywhere"
        )
    return DateFault("bad-date", f"{quote(text)} is no date that can be read safely", fix)


def _epoch(text: str) -> DateFault:
    unit = "milliseconds" if len(text) > 10 else "seconds"
    seconds = int(text) // (1000 if len(text) > 10 else 1)
    meant = datetime.fromtimestamp(seconds, UTC).isoformat(" ", "minutes")
    message = f"{quote(text)} is a number; as {unit} since 1970 it would be {meant}"
    return DateFault("bad-date", message, f"write {meant} if that is meant")
