"""`podcast:locked`: whether other platforms may import the feed (docs/tags/locked.md)."""

from feedpub.kinds.addresses import check_email
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, PSP1, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_GOOD = '<podcast:locked owner="ada@tides.example">yes</podcast:locked>'
_MEANT = {"yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no"}


@rule(
    id="POD110",
    name="locked-invalid-value",
    each="podcast:locked",
    profiles={PODCASTING2: ERROR, PSP1: ERROR},
    what="`podcast:locked` is neither `yes` nor `no`.",
    why="A platform that cannot read it may import the feed of somebody else.",
    fix="Write `yes` or `no`, in small letters.",
    spec="NS locked; PSP1",
    bad="<podcast:locked>true</podcast:locked>",
    good=_GOOD,
    within="channel",
)
def invalid_locked(locked: Element) -> Problems:
    if locked.value and locked.value not in ("yes", "no"):
        meant = _MEANT.get(locked.value.lower(), "")
        message = f"`podcast:locked` is {quote(locked.value)}, not yes or no"
        yield Problem(locked, message, fix=f"Write `{meant}`." if meant else "")


@rule(
    id="POD111",
    name="locked-invalid-owner",
    each="podcast:locked",
    profiles={PODCASTING2: WARNING},
    what="The `owner` of `podcast:locked` is no e-mail address.",
    why="To that address a platform writes before it imports the feed. The page of the tag calls the owner "
    "optional; the XML schema beside it, which is older, demands one.",
    fix="Write an e-mail address that you can read, or leave `owner` out.",
    spec="NS locked; XSD",
    bad='<podcast:locked owner="Ada">yes</podcast:locked>',
    good=_GOOD,
    within="channel",
)
def invalid_owner(locked: Element) -> Problems:
    if "owner" in locked.attributes:
        fault = check_email(locked.attribute("owner").strip())
        if fault is not None:
            yield attribute_problem(locked, "owner", fault)


@rule(
    id="POD112",
    name="missing-locked",
    each="channel",
    profiles={PSP1: INFO, PODCASTING2: INFO},
    what="The podcast does not say whether it may be imported elsewhere.",
    why="Without it anybody can have a platform copy the podcast, and pass for its owner.",
    fix="Add `<podcast:locked>yes</podcast:locked>`, and set it to `no` before you move.",
    spec="PSP1 recommended channel elements",
    bad="<title>Tides</title>",
    good=_GOOD,
)
def missing_locked(channel: Element) -> Problems:
    if not channel.has("podcast:locked"):
        yield Problem(channel, "the `channel` has no `podcast:locked`")
