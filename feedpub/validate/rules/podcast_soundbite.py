"""`podcast:soundbite`: a piece of an episode to whet the appetite (docs/tags/soundbite.md)."""

from feedpub.validate.document.element import Element
from feedpub.validate.durations import parse_duration
from feedpub.validate.numbers import parse_decimal
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule

#: seconds
_SHORTEST, _LONGEST = 15, 120
_TOLERANCE = 1
_GOOD = '<itunes:duration>1800</itunes:duration><podcast:soundbite startTime="73.0" duration="60"/>'


@rule(
    id="POD140",
    name="soundbite-invalid-time",
    each="podcast:soundbite",
    profiles={PODCASTING2: ERROR},
    what="A time of `podcast:soundbite` is no number of seconds.",
    why="Apps cannot tell what to play.",
    fix="Write seconds, as in 73 or 73.5.",
    spec="NS soundbite; XSD",
    bad='<podcast:soundbite startTime="1:13" duration="60"/>',
    good=_GOOD,
)
def invalid_time(soundbite: Element) -> Problems:
    for name in ("startTime", "duration"):
        text = soundbite.attribute(name).strip()
        seconds = parse_decimal(text)
        if not text or (seconds is not None and (seconds > 0 or (name == "startTime" and seconds == 0))):
            continue
        what = "is no number of seconds" if seconds is None else "is too small"
        clock = parse_duration(text) if seconds is None else None
        fix = f'Write {name}="{clock:g}".' if clock is not None else ""
        message = f"`{name}` of `podcast:soundbite` {what}: {quote(text)}"
        yield Problem(soundbite, message, attribute=name, fix=fix)


@rule(
    id="POD141",
    name="soundbite-length",
    each="podcast:soundbite",
    profiles={PODCASTING2: INFO},
    what="A soundbite is shorter than 15 seconds or longer than 120.",
    why="Soundbites are played in a row, and made into short clips.",
    fix="Choose a piece of 15 to 120 seconds.",
    spec="NS soundbite",
    bad='<podcast:soundbite startTime="73" duration="600"/>',
    good=_GOOD,
)
def unusual_length(soundbite: Element) -> Problems:
    seconds = parse_decimal(soundbite.attribute("duration"))
    if seconds is not None and seconds > 0 and not _SHORTEST <= seconds <= _LONGEST:
        message = f"`duration` of `podcast:soundbite` is {seconds:g} s, not {_SHORTEST} to {_LONGEST}"
        yield Problem(soundbite, message, attribute="duration")


@rule(
    id="POD142",
    name="soundbite-beyond-episode",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="A soundbite ends after the episode.",
    why="There is nothing to play there: one of the times is wrong.",
    fix="Correct `startTime`, `duration` or `itunes:duration`.",
    spec="practice",
    bad='<itunes:duration>60</itunes:duration><podcast:soundbite startTime="50" duration="20"/>',
    good=_GOOD,
)
def beyond_episode(item: Element) -> Problems:
    soundbites = item.all("podcast:soundbite")
    whole = parse_duration(item.get("itunes:duration")) if soundbites else None
    if not whole:
        return
    for one in soundbites:
        start, length = parse_decimal(one.attribute("startTime")), parse_decimal(one.attribute("duration"))
        if start is None or length is None or start + length <= whole + _TOLERANCE:
            continue
        message = f"`podcast:soundbite` ends at {start + length:g} s, the episode at {whole:g} s"
        yield Problem(one, message)
