"""`podcast:socialInteract`: where people talk about it (docs/tags/social-interact.md)."""

from feedpub.kinds.lists import check_social_protocol
from feedpub.validate.document.element import Element
from feedpub.validate.numbers import parse_whole
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:socialInteract"
_ATTRIBUTES = ("uri", "accountId", "accountUrl", "priority")


def _example(attributes: str) -> str:
    return f"<podcast:socialInteract {attributes}/>"


_GOOD = _example('protocol="activitypub" uri="https://tides.example/@ada/1" accountId="@ada" priority="1"')


def _protocol(element: Element) -> str:
    return element.attribute("protocol").strip()


@rule(
    id="POD320",
    name="social-unknown-protocol",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The protocol of `podcast:socialInteract` is none of the namespace.",
    why="Apps do not know how to fetch the comments.",
    fix="Choose a protocol of the list, in small letters.",
    spec="NS socialInteract; SOCPROT",
    bad=_GOOD.replace("activitypub", "mastodon"),
    good=_GOOD,
)
def unknown_protocol(element: Element) -> Problems:
    protocol = _protocol(element)
    fault = check_social_protocol(protocol) if protocol else None
    if fault is not None:
        yield attribute_problem(element, "protocol", fault)


@rule(
    id="POD321",
    name="social-disabled-with-attributes",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="`podcast:socialInteract` is disabled and says where comments are, or is not and does not say so.",
    why="`disabled` asks for no comments at all, and must stand alone; every other protocol needs the `uri` "
    "of the "
    "post below which the comments are.",
    fix='Write only protocol="disabled", or a protocol and a `uri`.',
    spec="NS socialInteract",
    bad=_example('protocol="disabled" uri="https://tides.example/@ada/1"'),
    good=_example('protocol="disabled"'),
)
def disabled_with_attributes(element: Element) -> Problems:
    protocol = _protocol(element)
    given = [name for name in _ATTRIBUTES if element.attribute(name).strip()]
    if protocol == "disabled" and given:
        names = ", ".join(f"`{name}`" for name in given)
        message = f"`podcast:socialInteract` is disabled, but has {names}"
        yield Problem(
            element, message, attribute=given[0], fix="Remove the attribute, or write another protocol."
        )
    elif protocol and protocol != "disabled" and "uri" not in given:
        message = f"`podcast:socialInteract` with protocol {quote(protocol)} has no `uri`"
        yield Problem(element, message, fix="Add `uri` with the address of the post.")


@rule(
    id="POD322",
    name="social-invalid-priority",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The priority of `podcast:socialInteract` is no whole number, or does not order those that there "
    "are.",
    why="Of several the one with the lowest number is shown first.",
    fix="Write whole numbers, 1 for the one to be shown first.",
    spec="NS socialInteract",
    bad=_GOOD.replace('priority="1"', 'priority="high"'),
    good=_GOOD,
)
def invalid_priority(element: Element) -> Problems:
    text = element.attribute("priority").strip()
    number = parse_whole(text)
    siblings = element.parent.all(_NAME) if element.parent is not None else []
    if text and number is None:
        message = f"`priority` of `podcast:socialInteract` is no whole number: {quote(text)}"
        yield Problem(element, message, attribute="priority")
    elif number is not None:
        first = next(one for one in siblings if parse_whole(one.attribute("priority")) == number)
        if first is not element:
            message = (
                f"`priority` {number} of `podcast:socialInteract` is that of the one on line {{line}} too"
            )
            yield Problem(element, message, attribute="priority", also=first, severity=WARNING)
    elif len(siblings) > 1 and _protocol(element) != "disabled":
        message = f"`podcast:socialInteract` has no `priority`, though there are {len(siblings)} of them"
        yield Problem(element, message, severity=INFO)


@rule(
    id="POD323",
    name="social-missing-account",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="`podcast:socialInteract` does not say whose post it is.",
    why="By the account apps show who started the conversation.",
    fix="Add `accountId`.",
    spec="NS socialInteract",
    bad=_example('protocol="activitypub" uri="https://tides.example/@ada/1"'),
    good=_GOOD,
)
def missing_account(element: Element) -> Problems:
    if _protocol(element) not in ("", "disabled") and not element.attribute("accountId").strip():
        yield Problem(element, "`podcast:socialInteract` has no `accountId`")
