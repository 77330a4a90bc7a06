"""How often episodes come: from words to a recurrence rule (RFC 5545, section 3.3.10)."""

import re

from feedpub.model import UpdateFrequency

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS = {
    "daily": "FREQ=DAILY",
    "every day": "FREQ=DAILY",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
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
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_OF_MONTH = re.compile(r"(?:every |the )?([a-z]{4,6}) ([a-z]{6,9}) of (?:the|each|every) month")


def with_rule(updates: UpdateFrequency | None) -> UpdateFrequency | None:
    """The same with the rule that its words say, where it has none and they are understood."""
    if updates is None or updates.rrule or updates.complete:
        return updates
    return updates._replace(rrule=parse_frequency(updates.text))


def parse_frequency(text: str) -> str:
    """A rule for `weekly`, `every two weeks`, `Mondays and Thursdays` and the like; empty for other words."""
    words = " ".join(text[:200].casefold().split()).rstrip(".!")
    if words in _WORDS:
        return _WORDS[words]
    if match := _EVERY.fullmatch(words):
        return _every(match[1] or "", match[2])
    if match := _OF_MONTH.fullmatch(words):
        day = _days(match[2])
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[match[1]]}{day}" if match[1] in _ORDINALS and day else ""
    interval = ";INTERVAL=2" if re.match("(?:every )?other ", words) else ""
    days = _days(re.sub("^(?:weekly )?(?:on )?(?:every )?(?:other )?", "", words))
    return f"FREQ=WEEKLY{interval};BYDAY={days}" if days else ""


def _every(number: str, unit: str) -> str:
    interval = _NUMBERS.get(number, 0) if number else 1
    if number.isdecimal():
        interval = int(number)
    if not interval:
        return ""
    return f"FREQ={_UNITS[unit]}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _days(words: str) -> str:
    """Days of the week as a rule has them; empty where there is any other word."""
    parts = re.split(r",? and |, ?| & ", words)
    found = [day for part in parts if (day := _day(part.removeprefix("every ")))]
    return ",".join(found) if len(found) == len(parts) else ""


def _day(word: str) -> str:
    name = word.removesuffix("s")
    return name[:2].upper() if name in _DAYS else ""
