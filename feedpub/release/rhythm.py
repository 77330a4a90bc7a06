"""How often episodes come, read off the days on which they came."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from feedpub.model import UpdateFrequency

#: so many of the newest episodes must keep the rhythm, without one exception
_ENOUGH = 5
#: and of no more is it asked
_MOST = 12
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_WORKDAYS = frozenset(range(5))


def find_rhythm(published: Iterable[datetime]) -> UpdateFrequency | None:
    """The schedule that the dates of a show's full episodes keep, or None where it is not unmistakable.

    Days count in the zone that the dates carry. Listeners rely on what is said here: a rhythm that
    was missed once is none.
    """
    days = sorted({moment.date() for moment in published})[-_MOST:]
    if len(days) < _ENOUGH:
        return None
    return _by_interval(days) or _by_weekdays(days) or _by_month(days)


def _by_interval(days: Sequence[date]) -> UpdateFrequency | None:
    intervals = {(later - earlier).days for earlier, later in pairwise(days)}
    if len(intervals) != 1:
        return None
    weekday = days[-1].weekday()
    name, code = _DAYS[weekday], _CODES[weekday]
    known = {
        1: UpdateFrequency("Daily", "FREQ=DAILY"),
        7: UpdateFrequency(f"Every {name}", f"FREQ=WEEKLY;BYDAY={code}"),
        14: UpdateFrequency(f"Every other {name}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"),
    }
    return known.get(intervals.pop())


def _by_weekdays(days: Sequence[date]) -> UpdateFrequency | None:
    """Several days of each week, on all of which an episode came."""
    weekdays = sorted({day.weekday() for day in days})
    if not 2 <= len(weekdays) <= 6 or len(days) < 2 * len(weekdays):
        return None
    day, last = days[0], days[-1]
    expected = []
    while day <= last:
        if day.weekday() in weekdays:
            expected.append(day)
        day += timedelta(days=1)
    if expected != list(days):
        return None
    rule = f"FREQ=WEEKLY;BYDAY={','.join(_CODES[weekday] for weekday in weekdays)}"
    if set(weekdays) == _WORKDAYS:
        return UpdateFrequency("Every weekday", rule)
    names = [_DAYS[weekday] for weekday in weekdays]
    return UpdateFrequency(f"Every {', '.join(names[:-1])} and {names[-1]}", rule)


def _by_month(days: Sequence[date]) -> UpdateFrequency | None:
    """The same day of each month, by its number or by its place among the days of that name."""
    months = [day.year * 12 + day.month for day in days]
    if any(later - earlier != 1 for earlier, later in pairwise(months)):
        return None
    if len({day.day for day in days}) == 1:
        number = days[0].day
        return UpdateFrequency(f"Monthly, on day {number}", f"FREQ=MONTHLY;BYMONTHDAY={number}")
    if len({day.weekday() for day in days}) != 1:
        return None
    weekday = days[0].weekday()
    for place in (_places(days, _from_start), _places(days, _from_end)):
        if len(place) == 1 and (ordinal := place.pop()) in _ORDINALS:
            text = f"Every {_ORDINALS[ordinal]} {_DAYS[weekday]} of the month"
            return UpdateFrequency(text, f"FREQ=MONTHLY;BYDAY={ordinal}{_CODES[weekday]}")
    return None


def _places(days: Sequence[date], place: Callable[[date], int]) -> set[int]:
    return set(map(place, days))


def _from_start(day: date) -> int:
    return (day.day - 1) // 7 + 1


def _from_end(day: date) -> int:
    """-1 for the last day of that name in its month."""
    return -1 if (day + timedelta(days=7)).month != day.month else 0
