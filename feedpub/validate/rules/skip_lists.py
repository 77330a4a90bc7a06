"""`skipHours` and `skipDays`: when readers need not ask (RSS 2.0)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _hour_of(element: Element) -> int | None:
    """The hour from 0 to 24; nothing when it is none."""
    text = element.value
    if not (text.isascii() and text.isdigit() and len(text.lstrip("0")) <= 2):
        return None
    hour = int(text)
    return hour if hour <= 24 else None


@rule(
    id="RSS043",
    name="skiphours-invalid-hour",
    each="skipHours/hour",
    profiles=everywhere(ERROR),
    what="An `hour` is no whole number from 0 to 23.",
    why="Readers cannot tell which hour is meant.",
    fix="Write the hour in GMT as a whole number from 0 to 23.",
    spec="RSS2 skipHours; w3c:InvalidHour",
    bad="<skipHours><hour>2.5</hour></skipHours>",
    good="<skipHours><hour>2</hour></skipHours>",
    within="channel",
)
def invalid_hour(hour: Element) -> Problems:
    if _hour_of(hour) is None:
        yield Problem(hour, f"`hour` in `skipHours` is {quote(hour.value)}, not a whole number from 0 to 23")


@rule(
    id="RSS044",
    name="skiphours-24",
    each="skipHours/hour",
    profiles={RSS: WARNING},
    what="Midnight is written as 24.",
    why="An older text of the specification counted to 24; today midnight is 0.",
    fix="Write `<hour>0</hour>`.",
    spec="RSS2 skipHours; w3c:UseZeroForMidnight",
    bad="<skipHours><hour>24</hour></skipHours>",
    good="<skipHours><hour>0</hour></skipHours>",
    within="channel",
)
def hour_24(hour: Element) -> Problems:
    if _hour_of(hour) == 24:
        yield Problem(hour, "`hour` in `skipHours` is 24: midnight is 0")


@rule(
    id="RSS045",
    name="skiphours-duplicate-hour",
    each="channel/skipHours",
    profiles=everywhere(ERROR),
    what="An hour is in `skipHours` twice.",
    why="There are 24 hours, each of which may be named once; 24 is the same as 0.",
    fix="Remove the one that is too many.",
    spec="RSS2 skipHours; w3c:DuplicateValue; w3c:NotEnoughHoursInTheDay",
    bad="<skipHours><hour>0</hour><hour>24</hour></skipHours>",
    good="<skipHours><hour>0</hour><hour>1</hour></skipHours>",
)
def duplicate_hour(skip_hours: Element) -> Problems:
    hours = skip_hours.all("hour")
    first: dict[int, Element] = {}
    for hour in hours:
        number = _hour_of(hour)
        if number is not None and first.setdefault(number % 24, hour) is not hour:
            message = (
                f"`hour` {number} stands in `skipHours` more than once: it is already given on line {{line}}"
            )
            yield Problem(hour, message, also=first[number % 24])
    if len(hours) > 24:
        yield Problem(skip_hours, f"`skipHours` has {len(hours)} of `hour`, more than a day has hours")


@rule(
    id="RSS046",
    name="skipdays-invalid-day",
    each="skipDays/day",
    profiles=everywhere(ERROR),
    what="A `day` is none of the English names of weekdays.",
    why="Readers compare the name letter by letter.",
    fix="Write `Monday`, `Tuesday` and so on, in English and with a capital letter.",
    spec="RSS2 skipDays; w3c:InvalidDay",
    bad="<skipDays><day>monday</day></skipDays>",
    good="<skipDays><day>Monday</day></skipDays>",
    within="channel",
)
def invalid_day(day: Element) -> Problems:
    if day.value in _DAYS:
        return
    meant = next(
        (one for one in _DAYS if len(day.value) > 1 and one.lower().startswith(day.value.lower())), ""
    )
    message = f"`day` in `skipDays` is {quote(day.value)}, not the English name of a weekday"
    yield Problem(day, message, fix=f"Write `<day>{meant}</day>`." if meant else "")


@rule(
    id="RSS047",
    name="skipdays-duplicate-day",
    each="channel/skipDays",
    profiles=everywhere(ERROR),
    what="A day is in `skipDays` twice.",
    why="There are seven days, each of which may be named once.",
    fix="Remove the one that is too many.",
    spec="RSS2 skipDays; w3c:DuplicateValue; w3c:EightDaysAWeek",
    bad="<skipDays><day>Sunday</day><day>Sunday</day></skipDays>",
    good="<skipDays><day>Saturday</day><day>Sunday</day></skipDays>",
)
def duplicate_day(skip_days: Element) -> Problems:
    days = skip_days.all("day")
    first: dict[str, Element] = {}
    for day in days:
        name = day.value.lower()
        if name and first.setdefault(name, day) is not day:
            message = (
                f"`day` {quote(day.value)} stands in `skipDays` more than once: it is already given "
                "on line {line}"
            )
            yield Problem(day, message, also=first[name])
    if len(days) > len(_DAYS):
        yield Problem(skip_days, f"`skipDays` has {len(days)} of `day`, more than a week has days")


@rule(
    id="RSS057",
    name="skip-list-empty",
    each=("channel/skipHours", "channel/skipDays"),
    profiles=everywhere(ERROR),
    what="`skipHours` has no `hour`, or `skipDays` no `day`.",
    why="The list is there to hold at least one.",
    fix="Remove the list, or put into it what readers may skip.",
    spec="RSS2 skipHours; w3c:MissingElement",
    bad="<skipHours></skipHours>",
    good="<skipHours><hour>3</hour></skipHours>",
)
def empty_list(skip_list: Element) -> Problems:
    wanted = "hour" if skip_list.name == "skipHours" else "day"
    if not skip_list.has(wanted):
        yield Problem(skip_list, f"`{skip_list.name}` has no `{wanted}`: at least one is required")
