"""Numbers, kinds and lengths of episodes in Apple's elements."""

import re
from collections.abc import Iterator
from itertools import pairwise

from feedpub.validate.document.element import Element
from feedpub.validate.durations import parse_duration
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_POSITIVE = re.compile(r"0*[1-9]\d{0,8}", re.ASCII)
_DAY = 24 * 3600
#: bit/s between which any audio or film is
_THINNEST, _FATTEST = 8_000, 50_000_000
_MP3 = '<enclosure url="https://tides.io/1.mp3" length="24986239" type="audio/mpeg"/>'


def _episode(number: int, season: int = 0, more: str = "") -> str:
    seasons = f"<itunes:season>{season}</itunes:season>" if season else ""
    return f"<item>{seasons}<itunes:episode>{number}</itunes:episode>{more}</item>"


def _number(text: str) -> int | None:
    return int(text) if _POSITIVE.fullmatch(text) else None


def _full(channel: Element) -> Iterator[tuple[int, int, Element]]:
    """Season (0: none), number, and the element of it, of the full episodes that have a number."""
    for item in channel.items:
        element = item.first("itunes:episode")
        number = _number(element.value) if element is not None else None
        full = item.name == "item" and item.get("itunes:episodeType").lower() in ("", "full")
        if element is not None and number and full:
            yield _number(item.get("itunes:season")) or 0, number, element


@rule(
    id="ITU027",
    name="invalid-episode-number",
    each="itunes:episode",
    profiles=everywhere(ERROR),
    what="`itunes:episode` is no positive whole number.",
    why="Apple ignores it, and sorts the episode by its date.",
    fix="Write a whole number from 1. For 12.5 there is `podcast:episode`.",
    spec="APPLE-G; PSP1; w3c:InvalidPositiveInteger",
    bad="<itunes:episode>12a</itunes:episode>",
    good="<itunes:episode>12</itunes:episode>",
)
def invalid_number(element: Element) -> Problems:
    if _number(element.value) is None:
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`itunes:episode` is {there}, not a positive whole number")


@rule(
    id="ITU028",
    name="invalid-season-number",
    each="itunes:season",
    profiles=everywhere(ERROR),
    what="`itunes:season` is no positive whole number.",
    why="Apple ignores it.",
    fix="Write a whole number from 1; the name of a season belongs in `podcast:season`.",
    spec="APPLE-G; PSP1; w3c:InvalidPositiveInteger",
    bad="<itunes:season>first</itunes:season>",
    good="<itunes:season>1</itunes:season>",
)
def invalid_season(element: Element) -> Problems:
    if _number(element.value) is None:
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`itunes:season` is {there}, not a positive whole number")


@rule(
    id="ITU029",
    name="invalid-episode-type",
    each="itunes:episodeType",
    profiles=everywhere(ERROR),
    what="`itunes:episodeType` is none of `full`, `trailer`, `bonus`.",
    why="Apple takes the episode for a full one.",
    fix="Write full, trailer or bonus.",
    spec="APPLE-G; PSP1; w3c:InvalidItunesEpisodeType",
    bad="<itunes:episodeType>teaser</itunes:episodeType>",
    good="<itunes:episodeType>trailer</itunes:episodeType>",
)
def invalid_episode_type(element: Element) -> Problems:
    if element.value.lower() not in ("full", "trailer", "bonus"):
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`itunes:episodeType` is {there}, not full, trailer or bonus")


@rule(
    id="ITU030",
    name="duplicate-episode-number",
    each="channel",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="Two full episodes have the same season and number.",
    why="Apps sort one of them at random.",
    fix="Correct the number of one of them.",
    spec="APPLE-G",
    bad=_episode(1) * 2,
    good=_episode(1) + _episode(2),
)
def duplicate_number(channel: Element) -> Problems:
    seen: dict[tuple[int, int], Element] = {}
    for season, number, element in _full(channel):
        first = seen.setdefault((season, number), element)
        if first is not element:
            of = f" of season {season}" if season else ""
            yield Problem(
                element, f"`itunes:episode` {number}{of} already stands on line {{line}}", also=first
            )


@rule(
    id="ITU031",
    name="episode-number-gap",
    each="channel",
    profiles={APPLE: INFO},
    what="Numbers of episodes are left out.",
    why="Listeners look for the episode that is missing.",
    fix="See whether an episode is missing, or a number is wrong.",
    spec="practice",
    bad=_episode(3) + _episode(1),
    good=_episode(2) + _episode(1),
)
def gap(channel: Element) -> Problems:
    serial = channel.get("itunes:type").lower() == "serial"
    seasons: dict[int, dict[int, Element]] = {}
    for season, number, element in _full(channel):
        seasons.setdefault(season, {})[number] = element
    for season, numbers in sorted(seasons.items()):
        # A feed that was cut has lost its first episodes: only what lies between counts.
        ordered = sorted(numbers)
        missing = [(one, two) for one, two in pairwise(ordered) if two - one > 1]
        if missing:
            before, after = missing[0]
            which = str(before + 1) if after - before == 2 else f"{before + 1} to {after - 1}"
            of = f" of season {season}" if season else ""
            more = f", and {len(missing) - 1} more gaps follow" if len(missing) > 1 else ""
            message = f"`itunes:episode` {which}{of} is missing before {after}{more}"
            yield Problem(numbers[after], message, severity=WARNING if serial else None)


@rule(
    id="ITU032",
    name="trailer-shares-guid",
    each="channel",
    profiles={APPLE: ERROR},
    what="A trailer has the guid of the episode that it announces.",
    why="Apps take the two for one: the episode replaces the trailer, or never appears.",
    fix="Give the trailer a guid of its own.",
    spec="APPLE-G episodeType rules",
    bad="<item><guid>https://tides.io/1</guid><itunes:episodeType>trailer</itunes:episodeType></item>"
    "<item><guid>https://tides.io/1</guid></item>",
    good="<item><guid>https://tides.io/0</guid><itunes:episodeType>trailer</itunes:episodeType></item>"
    "<item><guid>https://tides.io/1</guid></item>",
)
def trailer_guid(channel: Element) -> Problems:
    trailers, others = {}, set()
    for item in channel.items:
        guid = item.first("guid")
        if guid is not None and item.get("itunes:episodeType").lower() == "trailer":
            trailers[guid.value] = guid
        elif guid is not None:
            others.add(guid.value)
    for value, guid in trailers.items():
        if value and value in others:
            yield Problem(guid, f"the trailer has the `guid` {quote(value)} of another episode")


@rule(
    id="ITU033",
    name="invalid-duration",
    each="itunes:duration",
    profiles=everywhere(ERROR),
    what="`itunes:duration` is no length of time.",
    why="Apps show no length, or a wrong one.",
    fix="Write seconds, such as 3723, or H:MM:SS.",
    spec="APPLE-G; w3c:InvalidDuration",
    bad="<itunes:duration>1h 2min</itunes:duration>",
    good="<itunes:duration>3723</itunes:duration>",
)
def invalid_duration(duration: Element) -> Problems:
    if duration.value and parse_duration(duration.text) is None:
        message = f"`itunes:duration` is {quote(duration.value)}, not seconds or H:MM:SS"
        long = re.fullmatch(r"(\d{2,4}):([0-5]\d)", duration.value, re.ASCII)
        if long:
            seconds = int(long[1]) * 60 + int(long[2])
            yield Problem(duration, f"{message}: it has over 59 minutes", fix=f"Write {seconds}.")
        else:
            yield Problem(duration, message)


@rule(
    id="ITU034",
    name="duration-not-in-seconds",
    each="itunes:duration",
    profiles={APPLE: INFO, PSP1: INFO},
    what="`itunes:duration` is not in seconds.",
    why="Apple recommends seconds; 45:00 may be minutes or hours to some apps.",
    fix="Write the seconds as one number.",
    spec="APPLE-G; PSP1",
    bad="<itunes:duration>1:02:03</itunes:duration>",
    good="<itunes:duration>3723</itunes:duration>",
)
def not_in_seconds(duration: Element) -> Problems:
    if ":" in duration.text:
        seconds = parse_duration(duration.text)
        if seconds is not None:
            message = f"`itunes:duration` is {quote(duration.value)}, not in seconds"
            yield Problem(duration, message, fix=f"Write {seconds:.0f}.")


@rule(
    id="ITU035",
    name="zero-or-absurd-duration",
    each="item",
    profiles=everywhere(WARNING),
    what="The length of an episode is 0, more than a day, or does not go with the size of its file.",
    why="It is often in milliseconds, or that of another episode.",
    fix="Write the length of the audio in seconds.",
    spec="practice",
    bad=f"{_MP3}<itunes:duration>0</itunes:duration>",
    good=f"{_MP3}<itunes:duration>1560</itunes:duration>",
)
def absurd_duration(item: Element) -> Problems:
    element = item.first("itunes:duration")
    seconds = parse_duration(element.text) if element is not None else None
    if element is None or seconds is None:
        return
    if not 0 < seconds <= _DAY:
        there = "0" if not seconds else f"{seconds:,.0f} s, more than a day"
        yield Problem(element, f"`itunes:duration` is {there}")
        return
    enclosure = item.first("enclosure")
    length = enclosure.attribute("length").strip() if enclosure is not None else ""
    if length.isascii() and length.isdigit() and 10_000 < int(length) < 1 << 50:
        bits = int(length) * 8 / seconds
        if not _THINNEST <= bits <= _FATTEST:
            message = f"`itunes:duration` of {seconds:,.0f} s and `length` of {int(length):,} bytes"
            yield Problem(element, f"{message} make {bits / 1000:,.0f} kbit/s: one of them is wrong")


@rule(
    id="ITU036",
    name="missing-duration",
    each="item",
    profiles={APPLE: INFO, PSP1: INFO},
    what="An episode does not say how long it is.",
    why="Apps show it before they have the file.",
    fix="Add `<itunes:duration>` in seconds.",
    spec="APPLE-G; PSP1",
    bad=_MP3,
    good=f"{_MP3}<itunes:duration>1560</itunes:duration>",
)
def missing_duration(item: Element) -> Problems:
    if item.name == "item" and item.has("enclosure") and not item.get("itunes:duration"):
        yield Problem(item, "the episode has no `itunes:duration`")
