"""`podcast:valueTimeSplit`: who is paid for a part of an episode (docs/tags/value-time-split.md)."""

from feedpub.validate.document.element import Element
from feedpub.validate.durations import parse_duration
from feedpub.validate.numbers import parse_decimal
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule

_NAME = "podcast:valueTimeSplit"
_KEY = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
_RECIPIENT = f'<podcast:valueRecipient name="Ada" type="node" address="{_KEY}" split="95"/>'
_REMOTE = '<podcast:remoteItem feedGuid="29cdca4a-32d8-56ba-b48b-09a011c5daa9" itemGuid="one"/>'
#: seconds
_TOLERANCE = 1


def _split(attributes: str = 'startTime="60" duration="237"', content: str = _REMOTE) -> str:
    return f"<podcast:valueTimeSplit {attributes}>{content}</podcast:valueTimeSplit>"


def _value(*splits: str) -> str:
    return f'<podcast:value type="lightning" method="keysend">{_RECIPIENT}{"".join(splits)}</podcast:value>'


_GOOD = _value(
    _split('startTime="60" duration="237" remotePercentage="95"'),
    _split('startTime="330" duration="53.5" remoteStartTime="174"'),
)


@rule(
    id="POD390",
    name="value-time-split-children",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="A time split holds neither one remote item nor recipients, or both.",
    why="Apps cannot tell who is to be paid.",
    fix="Give one `<podcast:remoteItem>`, or one or more `<podcast:valueRecipient>`.",
    spec="NS valueTimeSplit",
    bad=_value(_split(content=_REMOTE + _RECIPIENT)),
    good=_GOOD,
)
def wrong_children(split: Element) -> Problems:
    remote, recipients = len(split.all("podcast:remoteItem")), len(split.all("podcast:valueRecipient"))
    if remote == 0 and recipients == 0:
        yield Problem(split, f"`{_NAME}` has no `podcast:remoteItem` and no `podcast:valueRecipient`")
    elif remote and recipients:
        yield Problem(split, f"`{_NAME}` has a `podcast:remoteItem` and a `podcast:valueRecipient`")
    elif remote > 1:
        yield Problem(split, f"`{_NAME}` has {remote} of `podcast:remoteItem`, not one")


@rule(
    id="POD391",
    name="value-time-split-invalid-number",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="A time of a time split is no number of seconds.",
    why="Apps cannot tell whose part is being played.",
    fix="Write seconds, as in 73 or 73.5.",
    spec="NS valueTimeSplit",
    bad=_value(_split('startTime="1:00" duration="237"')),
    good=_GOOD,
)
def invalid_number(split: Element) -> Problems:
    for name in ("startTime", "duration", "remoteStartTime"):
        text = split.attribute(name).strip()
        seconds = parse_decimal(text)
        if not text or (seconds is not None and (seconds > 0 or (seconds == 0 and name != "duration"))):
            continue
        what = "is no number of seconds" if seconds is None else "is too small"
        clock = parse_duration(text) if seconds is None else None
        fix = f'Write {name}="{clock:g}".' if clock is not None else ""
        yield Problem(split, f"`{name}` of `{_NAME}` {what}: {quote(text)}", attribute=name, fix=fix)


@rule(
    id="POD392",
    name="value-time-split-percentage",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The `remotePercentage` is none from 0 to 100, or there is nothing remote.",
    why="Apps take what is beyond for 0 or 100. It says how much goes to the recipients of the remote item.",
    fix="Write a number from 0 to 100, or remove it.",
    spec="NS valueTimeSplit",
    bad=_value(_split('startTime="60" duration="237" remotePercentage="120"')),
    good=_GOOD,
)
def invalid_percentage(split: Element) -> Problems:
    text = split.attribute("remotePercentage").strip()
    percentage = parse_decimal(text)
    if not text:
        return
    if percentage is None or not 0 <= percentage <= 100:
        message = f"`remotePercentage` of `{_NAME}` is {quote(text)}, not a number from 0 to 100"
        yield Problem(split, message, attribute="remotePercentage")
    elif not split.has("podcast:remoteItem"):
        message = f"`{_NAME}` has a `remotePercentage`, but no `podcast:remoteItem`"
        yield Problem(split, message, attribute="remotePercentage")


@rule(
    id="POD393",
    name="value-time-split-overlap",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="Two time splits overlap, or one ends after the episode.",
    why="Who is paid while both hold is different from app to app; an example on the page of the tag "
    "overlaps "
    "without saying what that means.",
    fix="Correct `startTime` or `duration`.",
    spec="practice",
    bad=_value(_split('startTime="60" duration="300"'), _split('startTime="330" duration="53"')),
    good=_GOOD,
)
def overlap(item: Element) -> Problems:
    for value in item.all("podcast:value"):
        timed = []
        for split in value.all(_NAME):
            start, length = (
                parse_decimal(split.attribute("startTime")),
                parse_decimal(split.attribute("duration")),
            )
            if start is not None and length is not None and length > 0:
                timed.append((start, start + length, split))
        timed.sort(key=lambda one: one[0])
        before: tuple[float, float, Element] | None = None
        whole = parse_duration(item.get("itunes:duration")) if timed else None
        for start, end, split in timed:
            if before is not None and start < before[1]:
                message = f"`{_NAME}` begins at {start:g} s, before the one on line {{line}} has ended"
                yield Problem(split, message, attribute="startTime", also=before[2])
            if whole and end > whole + _TOLERANCE:
                message = f"`{_NAME}` ends at {end:g} s, the episode at {whole:g} s"
                yield Problem(split, message, attribute="duration")
            before = max((start, end, split), before or (start, end, split), key=lambda one: one[1])
