"""How often episodes come: from words to a recurrence rule (RFC 5545, section 3.3.10)."""

import re

from feedpub.kinds.schedules import DAYS
from feedpub.model import UpdateFrequency

_WORDS = {
    "daily": "FREQ=DAILY",
    "every day": "FREQ=DAILY",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "monday to friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "mondays to fridays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "monday through friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "semimonthly": "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "monthly": "FREQ=MONTHLY",
    "bimonthly": "FREQ=MONTHLY;INTERVAL=2",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "yearly": "FREQ=YEARLY",
    "annually": "FREQ=YEARLY",
}
#: `every other week` is every second one
_NUMBERS = {"other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}

_EVERY = re.compile(r"every (?:([a-z]{3,6}|[0-9]{1,2}) )?(day|week|month|year)s?")
#: which day follows
_ON = re.compile(r"(weekly|biweekly|fortnightly|every (?:[a-z0-9]{1,6} )?weeks?),? on (.{3,80})")
_OF_MONTH = re.compile(r"(?:on |every )?(?:the )?(.{3,60}) of (?:the|each|every|a) month")
_EVERY_OTHER = re.compile(r"(?:on )?(?:(?:every )?other|every second|every 2nd) ")
_EACH = re.compile(r"(?:on )?(?:every )?")
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1",
    "1st": "1", "2nd": "2", "3rd": "3", "4th": "4",
}  # fmt: skip
_DATE = re.compile(r"([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)")
_AND = re.compile(r",? and |, ?| & ")


def with_rule(updates: UpdateFrequency | None) -> UpdateFrequency | None:
    """The same with the rule that its words say, where it has none and they are understood.

    A rule that is given goes without the name of the property that calendars put ahead of it.
    """
    if updates is None or updates.complete:
        return updates
    if updates.rrule:
        return updates._replace(rrule=updates.rrule.removeprefix("RRULE:"))
    return updates._replace(rrule=parse_frequency(updates.text))


def parse_frequency(text: str) -> str:
    """A rule for `weekly`, `every two weeks`, `Mondays and Thursdays` and the like; empty for other words."""
    words = " ".join(text[:200].casefold().split()).rstrip(".!")
    if words in _WORDS:
        return _WORDS[words]
    if match := _EVERY.fullmatch(words):
        return _every(match[1] or "", match[2])
    if match := _OF_MONTH.fullmatch(words):
        return _in_month(match[1])
    if match := _ON.fullmatch(words):
        rule, days = parse_frequency(match[1]), _days(match[2])
        return f"{rule};BYDAY={days}" if rule and days else ""
    other = _EVERY_OTHER.match(words)
    start = other or _EACH.match(words)
    days = _days(words[start.end() :] if start else words)
    return f"FREQ=WEEKLY{';INTERVAL=2' if other else ''};BYDAY={days}" if days else ""


def _in_month(words: str) -> str:
    """A rule for `first Tuesday`, `second and fourth Friday` or `1st and 15th`."""
    parts = _AND.split(words)
    ordinal, _, name = parts[-1].rpartition(" ")
    if day := _day(name):
        which = [_ORDINALS.get(part, "") for part in (*parts[:-1], ordinal)]
        return f"FREQ=MONTHLY;BYDAY={','.join(one + day for one in which)}" if all(which) else ""
    dates = [match[1] for part in parts if (match := _DATE.fullmatch(part))]
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(dates)}" if len(dates) == len(parts) else ""


def _every(number: str, unit: str) -> str:
    interval = _NUMBERS.get(number, 0) if number else 1
    if number.isdecimal():
        interval = int(number)
    if not interval:
        return ""
    return f"FREQ={_UNITS[unit]}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _days(words: str) -> str:
    """Days of the week as a rule has them; empty where there is any other word."""
    parts = _AND.split(words)
    found = [day for part in parts if (day := _day(part.removeprefix("every ")))]
    return ",".join(found) if len(found) == len(parts) else ""


def _day(word: str) -> str:
    """Two capital letters for a day of the week, which may be cut short to three letters or more."""
    name = word.removesuffix(".").removesuffix("s")
    return next((day[:2].upper() for day in DAYS if len(name) > 2 and day.startswith(name)), "")
