"""`itunes:explicit`, `itunes:block` and `itunes:complete`: yes or no, each in its own words."""

from datetime import timedelta

from feedpub.validate.dates import parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.podcast_feed import for_podcasts
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)
from feedpub.validate.runner import Run

_LEGACY = {"yes": "true", "explicit": "true", "no": "false", "clean": "false"}
_MISSING = {APPLE: ERROR, PSP1: ERROR, SPOTIFY: WARNING, RSS: WARNING}
_ACTIVE = timedelta(days=30)


@rule(
    id="ITU016",
    name="missing-explicit",
    each="channel",
    profiles=_MISSING,
    what="The show does not say whether it is explicit.",
    why="Apple does not take it without.",
    fix="Add `<itunes:explicit>false</itunes:explicit>`, or true.",
    spec="APPLE-G required; PSP1 required; SPOT 5.9; w3c:MissingItunesElement",
    bad="<itunes:author>Ada</itunes:author>",
    good="<itunes:explicit>false</itunes:explicit>",
)
def missing_explicit(channel: Element) -> Problems:
    if not channel.has("itunes:explicit"):
        message = "`itunes:explicit` is missing in the `channel`"
        yield Problem(channel, message, profiles=for_podcasts(channel, _MISSING))


@rule(
    id="ITU017",
    name="invalid-explicit",
    each="itunes:explicit",
    profiles=everywhere(ERROR),
    what="`itunes:explicit` is neither `true` nor `false`.",
    why="Apple cannot tell what is meant, and may refuse the feed.",
    fix="Write true or false, without anything around it.",
    spec="APPLE-G; PSP1; w3c:InvalidTrueFalse",
    bad="<itunes:explicit>maybe</itunes:explicit>",
    good="<itunes:explicit>false</itunes:explicit>",
)
def invalid_explicit(explicit: Element) -> Problems:
    text = explicit.text
    low = text.strip().lower()
    if low not in ("true", "false", *_LEGACY):
        there = quote(low and text.strip()) if low else "blank"
        yield Problem(explicit, f"`itunes:explicit` is {there}, not true or false")
    elif text != text.strip():
        yield Problem(explicit, "`itunes:explicit` has white space around true or false")


@rule(
    id="ITU018",
    name="legacy-explicit",
    each="itunes:explicit",
    profiles=everywhere(INFO, apple=WARNING, psp1=WARNING),
    what="`itunes:explicit` is written in the words of before 2019.",
    why="They are still understood, as many feeds have them; today's words are true and false.",
    fix="Write true for yes or explicit, false for no or clean.",
    spec="APPLE-G; W3C-ISS #112; w3c:InvalidTrueFalse; w3c:InvalidYesNoClean",
    bad="<itunes:explicit>clean</itunes:explicit>",
    good="<itunes:explicit>false</itunes:explicit>",
)
def legacy_explicit(explicit: Element) -> Problems:
    today = _LEGACY.get(explicit.value.lower())
    if today:
        message = f"`itunes:explicit` is {quote(explicit.value)}, an older word for {today}"
        yield Problem(explicit, message, fix=f"Write {today}.")


@rule(
    id="ITU019",
    name="missing-item-explicit",
    each="item",
    profiles={PSP1: INFO, APPLE: INFO},
    what="An episode does not say whether it is explicit.",
    why="It then counts as the show does.",
    fix="Add `<itunes:explicit>` where an episode differs from the show.",
    spec="PSP1 recommended; APPLE-G recommended",
    bad="<title>One</title>",
    good="<itunes:explicit>false</itunes:explicit>",
)
def missing_item_explicit(item: Element) -> Problems:
    if not item.has("itunes:explicit"):
        yield Problem(item, "the episode has no `itunes:explicit`")


@rule(
    id="ITU020",
    name="explicit-episode-in-clean-show",
    each="channel",
    profiles={APPLE: INFO},
    what="The show says that it is clean, and an episode says that it is explicit.",
    why="Whoever filters explicit shows still gets this episode in some apps.",
    fix="Mark the show as explicit where that happens more than once.",
    spec="practice",
    bad="<itunes:explicit>false</itunes:explicit><item><itunes:explicit>true</itunes:explicit></item>",
    good="<itunes:explicit>true</itunes:explicit><item><itunes:explicit>true</itunes:explicit></item>",
)
def explicit_in_clean(channel: Element) -> Problems:
    show = channel.get("itunes:explicit").lower()
    if _LEGACY.get(show, show) != "false":
        return
    for item in channel.items:
        element = item.first("itunes:explicit")
        value = element.value.lower() if element is not None else ""
        if element is not None and _LEGACY.get(value, value) == "true":
            yield Problem(
                element, "the episode is explicit, the show says that it is not (`itunes:explicit`)"
            )


@rule(
    id="ITU038",
    name="invalid-block",
    each="itunes:block",
    profiles={RSS: ERROR, APPLE: WARNING, PSP1: WARNING},
    what="`itunes:block` is not `Yes`.",
    why="Only Yes has an effect. `true` or 1 hide nothing, although whoever wrote them meant to hide "
    "something.",
    fix="Write Yes to hide it; leave the element out to show it.",
    spec="APPLE-G; PSP1; w3c:InvalidYesNoClean",
    bad="<itunes:block>true</itunes:block>",
    good="<itunes:block>Yes</itunes:block>",
)
def invalid_block(block: Element) -> Problems:
    value = block.value.lower()
    if value == "yes":
        return
    there = quote(block.value) if value else "blank"
    # `no` does what it says, as leaving it out would.
    profiles = {APPLE: INFO, PSP1: INFO} if value in ("no", "clean") else None
    yield Problem(block, f"`itunes:block` is {there}; only yes has an effect", profiles=profiles)


@rule(
    id="ITU039",
    name="show-blocked",
    each="channel/itunes:block",
    profiles={APPLE: WARNING},
    what="The whole show is hidden.",
    why="Apple takes it out of the directory.",
    fix="Take `itunes:block` out, if the show is to be found.",
    spec="APPLE-G",
    bad="<itunes:block>Yes</itunes:block>",
    good="<title>Tides</title>",
)
def show_blocked(block: Element) -> Problems:
    if block.value.lower() == "yes":
        yield Problem(block, "`itunes:block` hides the whole show")


@rule(
    id="ITU040",
    name="episode-blocked",
    each="item/itunes:block",
    profiles={APPLE: INFO},
    what="An episode is hidden.",
    why="Apple does not show it.",
    fix="Take `itunes:block` out, if the episode is to be found.",
    spec="APPLE-G",
    bad="<itunes:block>Yes</itunes:block>",
    good="<title>One</title>",
)
def episode_blocked(block: Element) -> Problems:
    if block.value.lower() == "yes":
        yield Problem(block, "`itunes:block` hides the episode")


@rule(
    id="ITU041",
    name="invalid-complete",
    each="itunes:complete",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="`itunes:complete` is not `Yes`.",
    why="Only Yes has an effect.",
    fix="Write Yes where no episode will follow; else leave it out.",
    spec="APPLE-G; PSP1",
    bad="<itunes:complete>true</itunes:complete>",
    good="<itunes:complete>Yes</itunes:complete>",
    within="channel",
)
def invalid_complete(complete: Element) -> Problems:
    if complete.value.lower() != "yes":
        severity = INFO if complete.value.lower() == "no" else None
        there = quote(complete.value) if complete.value else "blank"
        yield Problem(complete, f"`itunes:complete` is {there}; only yes has an effect", severity=severity)


@rule(
    id="ITU042",
    name="complete-but-active",
    each="channel",
    profiles={APPLE: INFO},
    what="The show says that it is complete, but has an episode of the last 30 days.",
    why="Apple stops asking for new episodes.",
    fix="Take `itunes:complete` out, if more is to come.",
    spec="APPLE-G",
    bad="<itunes:complete>Yes</itunes:complete><item><pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate></item>",
    good="<itunes:complete>Yes</itunes:complete>"
    "<item><pubDate>Wed, 01 Jan 2025 06:00:00 GMT</pubDate></item>",
)
def complete_but_active(channel: Element, run: Run) -> Problems:
    complete = channel.first("itunes:complete")
    if complete is None or complete.value.lower() != "yes":
        return
    dates = [when for item in channel.items if (when := parse_rfc822(item.get("pubDate")).when)]
    if dates and run.now - max(dates) < _ACTIVE:
        yield Problem(complete, "`itunes:complete` is yes, but there is an episode of the last 30 days")
