"""`podcast:updateFrequency` and `podcast:podping`: when there is something new (docs/tags)."""

import re

from feedpub.kinds.times import check_iso_date, check_rrule, is_whole_day, parse_rrule
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:updateFrequency"
#: dates as RFC 5545 has them (sections 3.3.4 and 3.3.5)
_BASIC = re.compile(r"[0-9]{8}(?:T[0-9]{6}Z?)?")


def _example(attributes: str, text: str = "Weekly") -> str:
    return f"<podcast:updateFrequency {attributes}>{text}</podcast:updateFrequency>"


_GOOD = _example('rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=10" dtstart="2026-01-05T00:00:00.000Z"')


def _parts(element: Element) -> dict[str, str]:
    """The parts of the recurrence rule; none where it is none."""
    return parse_rrule(element.attribute("rrule").strip()) or {}


@rule(
    id="POD370",
    name="update-frequency-invalid-rrule",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `rrule` is no recurrence rule.",
    why="Apps compute from it when the next episode is due. A date in UNTIL with hyphens, which RFC 5545 "
    "does not "
    "allow, is only mentioned: the page of the tag has one in an example.",
    fix="Write it as in `FREQ=WEEKLY;BYDAY=MO`.",
    spec="NS updateFrequency; RFC 5545 §3.3.10",
    bad=_example('rrule="WEEKLY"'),
    good=_GOOD,
    within="channel",
)
def invalid_rrule(element: Element) -> Problems:
    text = element.attribute("rrule").strip()
    fault = check_rrule(text) if text else None
    until = _parts(element).get("UNTIL", "")
    if fault is not None:
        yield attribute_problem(element, "rrule", fault)
    elif until and not _BASIC.fullmatch(until):
        plain = re.sub(r"[-:]|\.[0-9]+", "", until)
        fix = f"Write UNTIL={plain}." if _BASIC.fullmatch(plain) else ""
        message = f"UNTIL in the `rrule` of `{_NAME}` is not in the form of RFC 5545: {quote(until)}"
        yield Problem(element, message, attribute="rrule", fix=fix, severity=INFO)


@rule(
    id="POD371",
    name="update-frequency-missing-dtstart",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The recurrence rule counts from a start that is not given, or ends by another kind of date.",
    why="Ten times from nowhere have no end. A day and a time of day cannot be compared.",
    fix="Add `dtstart`, a day or a day and time as in UNTIL.",
    spec="NS updateFrequency",
    bad=_example('rrule="FREQ=WEEKLY;COUNT=10"'),
    good=_GOOD,
    within="channel",
)
def missing_dtstart(element: Element) -> Problems:
    parts, start = _parts(element), element.attribute("dtstart").strip()
    if "COUNT" in parts and not start:
        yield Problem(
            element, f"the `rrule` of `{_NAME}` has COUNT, but there is no `dtstart`", attribute="rrule"
        )
    elif "UNTIL" in parts and start and is_whole_day(start) != is_whole_day(parts["UNTIL"]):
        message = f"`dtstart` of `{_NAME}` is {quote(start)}, another kind of date than UNTIL in the `rrule`"
        yield Problem(element, message, attribute="dtstart")


@rule(
    id="POD372",
    name="update-frequency-invalid-dtstart",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `dtstart` is no date of ISO 8601.",
    why="Apps cannot tell when the schedule begins.",
    fix="Write it as in 2026-01-05 or 2026-01-05T09:00:00Z.",
    spec="NS updateFrequency",
    bad=_example('rrule="FREQ=WEEKLY" dtstart="5 January 2026"'),
    good=_GOOD,
    within="channel",
)
def invalid_dtstart(element: Element) -> Problems:
    text = element.attribute("dtstart").strip()
    fault = check_iso_date(text) if text else None
    if fault is not None:
        yield attribute_problem(element, "dtstart", fault)


@rule(
    id="POD373",
    name="update-frequency-invalid-complete",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="`complete` is neither true nor false, or does not fit what else is said.",
    why="A podcast that is complete gets no more episodes: apps may stop asking for them.",
    fix="Write `true` or `false`.",
    spec="NS updateFrequency",
    bad=_example('complete="yes"'),
    good=_example('complete="true"', "All has been told"),
    within="channel",
)
def invalid_complete(element: Element) -> Problems:
    text = element.attribute("complete").strip()
    if "complete" not in element.attributes:
        return
    itunes = element.parent.first("itunes:complete") if element.parent is not None else None
    if text not in ("true", "false"):
        message = f"`complete` of `{_NAME}` is {quote(text)}, not true or false"
        yield Problem(element, message, attribute="complete")
        return
    if text == "true" and element.attribute("rrule").strip():
        message = f"`{_NAME}` is `complete`, but has an `rrule` for further episodes"
        yield Problem(element, message, attribute="complete", fix="Remove one of the two.", severity=WARNING)
    if itunes is not None and (itunes.value.lower() in ("yes", "true")) != (text == "true"):
        message = (
            f"`complete` of `{_NAME}` is {text}, but `itunes:complete` on line {{line}} {quote(itunes.value)}"
        )
        yield Problem(element, message, attribute="complete", also=itunes, severity=WARNING)


@rule(
    id="POD374",
    name="update-frequency-blank",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="`podcast:updateFrequency` lacks its text or its rule.",
    why="The text is for listeners, the rule for apps.",
    fix="Add what is missing.",
    spec="NS updateFrequency",
    bad=_example('rrule="FREQ=WEEKLY"', ""),
    good=_GOOD,
    within="channel",
)
def blank_frequency(element: Element) -> Problems:
    missing = [] if element.value else ["text"]
    if not element.attribute("rrule").strip() and element.attribute("complete").strip() != "true":
        missing.append("`rrule`")
    if missing:
        yield Problem(element, f"`{_NAME}` has no {' and no '.join(missing)}")


@rule(
    id="POD380",
    name="podping-invalid-value",
    each="podcast:podping",
    profiles={PODCASTING2: ERROR},
    what="`usesPodping` is neither true nor false.",
    why="Apps that wait for a message instead of asking for the feed go by it.",
    fix="Write `true` or `false`.",
    spec="NS podping",
    bad='<podcast:podping usesPodping="yes"/>',
    good='<podcast:podping usesPodping="true"/>',
    within="channel",
)
def invalid_podping(podping: Element) -> Problems:
    text = podping.attribute("usesPodping").strip()
    if text and text not in ("true", "false"):
        message = f"`usesPodping` of `podcast:podping` is {quote(text)}, not true or false"
        yield Problem(podping, message, attribute="usesPodping")
