"""Lengths of time, dates, and rules by which something recurs."""

import re
from datetime import date, datetime, timedelta

from feedpub.kinds.fault import Fault, quote

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: RFC 5545, sections 3.3.4 and 3.3.5
_BASIC = re.compile(r"[0-9]{8}(?:T[0-9]{6}Z?)?")

_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAY = "(?:SU|MO|TU|WE|TH|FR|SA)"


def _list_of(item: str) -> re.Pattern[str]:
    return re.compile(f"{item}(?:,{item}){{0,400}}")


#: part of a rule -> what its value looks like (RFC 5545, section 3.3.10)
_PARTS = {
    "FREQ": re.compile("|".join(_FREQUENCIES)),
    "UNTIL": re.compile(r"[0-9TZ:.+-]{8,40}"),
    "COUNT": re.compile("[1-9][0-9]{0,8}"),
    "INTERVAL": re.compile("[1-9][0-9]{0,8}"),
    "BYSECOND": _list_of("[0-9]{1,2}"),
    "BYMINUTE": _list_of("[0-9]{1,2}"),
    "BYHOUR": _list_of("[0-9]{1,2}"),
    "BYDAY": _list_of(f"[+-]?[0-9]{{0,2}}{_WEEKDAY}"),
    "BYMONTHDAY": _list_of("[+-]?[1-9][0-9]?"),
    "BYYEARDAY": _list_of("[+-]?[1-9][0-9]{0,2}"),
    "BYWEEKNO": _list_of("[+-]?[1-9][0-9]?"),
    "BYMONTH": _list_of("(?:[1-9]|1[0-2])"),
    "BYSETPOS": _list_of("[+-]?[1-9][0-9]{0,2}"),
    "WKST": re.compile(_WEEKDAY),
}


def parse_time(value: object) -> timedelta:
    """Seconds, `1:13` or `1:02:03.5`, to the microsecond, so that a feed repeats it digit by digit.

    Raises ValueError on all else.
    """
    from feedpub.model.duration import parse_instant

    ms = parse_instant(value)
    if ms is None:
        raise ValueError(f"no length of time: {value!r}")
    if isinstance(value, int | float):
        return timedelta(seconds=value)
    digits = re.search("[.,]([0-9]+)", str(value))
    return timedelta(seconds=ms // 1000, microseconds=int(digits[1][:6].ljust(6, "0")) if digits else 0)


def check_time(value: object) -> Fault | None:
    """Whether :func:`parse_time` can read it."""
    try:
        parse_time(value)
    except ValueError:
        message = f"{quote(value)} is no length of time"
        return Fault("bad-time", message, "write it as 1:13, as 1:02:03.5 or in seconds")
    return None


def check_iso_date(text: str) -> Fault | None:
    """A date, or a date and time (ISO 8601)."""
    try:
        if _DATE.fullmatch(text):
            date.fromisoformat(text)
            return None
        if _DATE.match(text) and len(text) > 15 and text[10] in "T ":
            datetime.fromisoformat(text)
            return None
    except ValueError as error:
        return _bad_date(text, f"is no date: {error}")
    return _bad_date(text, "is no date")


def check_rrule(text: str) -> Fault | None:
    """A recurrence rule (RFC 5545, section 3.3.10), such as `FREQ=WEEKLY;BYDAY=MO`."""
    parts = parse_rrule(text)
    if parts is None:
        return _bad_rule(text, "is no recurrence rule", "write parts as NAME=VALUE with `;` between them")
    for name, value in parts.items():
        if fault := _check_part(name, value):
            return fault
    if "FREQ" not in parts:
        return _bad_rule(text, "has no FREQ", f"begin it with FREQ= and one of {', '.join(_FREQUENCIES[3:])}")
    if "COUNT" in parts and "UNTIL" in parts:
        return _bad_rule(text, "has both COUNT and UNTIL", "remove one of the two")
    return None


def parse_rrule(text: str) -> dict[str, str] | None:
    """The parts of a rule by their names; None where it is none, or has a part twice."""
    if len(text) > 1000:
        return None
    pairs = [part.partition("=") for part in text.removeprefix("RRULE:").split(";")]
    parts = {name.upper(): value.upper() for name, equals, value in pairs if equals and value}
    return parts if len(parts) == len(pairs) else None


def is_whole_day(text: str) -> bool:
    """Whether a date comes without a time of day, in ISO form or as RFC 5545 has it."""
    return len(text) in (8, 10)


def _check_part(name: str, value: str) -> Fault | None:
    from feedpub.kinds.nearest import nearest

    if name not in _PARTS:
        close = nearest(name, _PARTS)
        fix = f"did you mean {close}?" if close else f"the parts are: {', '.join(_PARTS)}"
        return _bad_rule(name, "is no part of a recurrence rule", fix)
    if name == "UNTIL":
        return (
            None if _BASIC.fullmatch(value) or not check_iso_date(value) else _bad_date(value, "is no date")
        )
    if _PARTS[name].fullmatch(value) and _in_range(name, value):
        return None
    close = nearest(value, _FREQUENCIES) if name == "FREQ" else ""
    fix = f"did you mean {close}?" if close else "see RFC 5545, section 3.3.10"
    return _bad_rule(f"{name}={value}", "means nothing", fix)


_LIMITS = {"BYSECOND": 60, "BYMINUTE": 59, "BYHOUR": 23, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53}
_LIMITS["BYSETPOS"] = 366


def _in_range(name: str, value: str) -> bool:
    limit = _LIMITS.get(name)
    return limit is None or all(abs(int(number)) <= limit for number in value.split(","))


def _bad_date(text: str, what: str) -> Fault:
    return Fault("bad-date", f"{quote(text)} {what}", "write it as 2026-01-05 or 2026-01-05T09:00:00Z")


def _bad_rule(text: str, what: str, fix: str) -> Fault:
    return Fault("bad-rrule", f"{quote(text)} {what}", fix)
