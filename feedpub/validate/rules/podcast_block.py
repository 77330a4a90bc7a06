"""`podcast:block`: who is asked not to list the podcast (docs/tags/block.md)."""

from feedpub.kinds.lists import check_service
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:block"
_GOOD = '<podcast:block id="google">yes</podcast:block><podcast:block id="amazon">no</podcast:block>'
_MEANT = {"yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no"}


@rule(
    id="POD330",
    name="block-invalid-value",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="`podcast:block` is neither `yes` nor `no`.",
    why="Platforms that cannot read it list the podcast.",
    fix="Write `yes` or `no`, in small letters.",
    spec="NS block",
    bad='<podcast:block id="google">true</podcast:block>',
    good=_GOOD,
    within="channel",
)
def invalid_block(block: Element) -> Problems:
    if block.value and block.value not in ("yes", "no"):
        meant = _MEANT.get(block.value.lower(), "")
        message = f"`podcast:block` is {quote(block.value)}, not yes or no"
        yield Problem(block, message, fix=f"Write `{meant}`." if meant else "")


@rule(
    id="POD331",
    name="block-unknown-slug",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The `id` of `podcast:block` is no platform of the list.",
    why="A platform looks for its own name, letter by letter. The list grows: it may have it by now.",
    fix="Write one name of the list, in small letters.",
    spec="NS block; SLUGS",
    bad='<podcast:block id="Applepodcasts">yes</podcast:block>',
    good=_GOOD,
    within="channel",
)
def unknown_slug(block: Element) -> Problems:
    if "id" in block.attributes:
        fault = check_service(block.attribute("id").strip())
        if fault is not None:
            yield attribute_problem(block, "id", fault)


@rule(
    id="POD332",
    name="block-contradiction",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="The same platform is told yes and no.",
    why="It is chance which of the two the platform reads; by the page of the tag, no comes first.",
    fix="Remove one of the two.",
    spec="NS block",
    bad='<podcast:block id="google">yes</podcast:block><podcast:block id="google">no</podcast:block>',
    good=_GOOD,
)
def contradiction(channel: Element) -> Problems:
    first: dict[str, Element] = {}
    for block in channel.all(_NAME):
        platform = block.attribute("id").strip()
        before = first.setdefault(platform, block)
        if {before.value, block.value} == {"yes", "no"}:
            who = f" for {quote(platform)}" if platform else ""
            message = f"`podcast:block`{who} is {block.value}, but {before.value} on line {{line}}"
            yield Problem(block, message, also=before)


@rule(
    id="POD333",
    name="feed-blocked",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="Every platform is asked not to list the podcast.",
    why="Nobody will find it who does not know the address of the feed.",
    fix="Remove the `podcast:block` without `id`, unless the podcast is private.",
    spec="NS block",
    bad="<podcast:block>yes</podcast:block>",
    good=_GOOD,
)
def feed_blocked(channel: Element) -> Problems:
    blocks = channel.all(_NAME)
    allowed = [one.attribute("id").strip() for one in blocks if one.value == "no" and one.attribute("id")]
    for block in blocks:
        if block.value == "yes" and not block.attribute("id").strip():
            but = f" but {', '.join(map(quote, allowed[:5]))}" if allowed else ""
            yield Problem(block, f"`podcast:block` asks every platform{but} not to list the podcast")
            return
