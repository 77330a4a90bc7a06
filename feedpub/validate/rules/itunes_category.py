"""`itunes:category`: under what the show stands in Apple's directory, and everybody else's."""

from feedpub.kinds.nearest import nearest
from feedpub.model.apple_categories import CATEGORIES, RETIRED
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

_MISSING = {APPLE: ERROR, PSP1: ERROR, SPOTIFY: WARNING, RSS: WARNING}
_STRICT = everywhere(WARNING, apple=ERROR, psp1=ERROR)
_GOOD = '<itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>'
_TOP = {name.lower(): name for name in CATEGORIES}
_SUB = {sub.lower(): (sub, top) for top, subs in CATEGORIES.items() for sub in subs}
_OLD = {name.lower(): today for name, today in RETIRED.items()}


def _parent(category: Element) -> str:
    """The name of the category that this one stands in; empty for one of the top."""
    parent = category.parent
    return parent.attribute("text").strip() if parent is not None and parent.name == "itunes:category" else ""


def _is_top(category: Element) -> bool:
    return category.parent is None or category.parent.name != "itunes:category"


def _names(category: Element) -> tuple[str, str]:
    """The name, and the same with the category that it stands in."""
    name = category.attribute("text").strip()
    return name, name if _is_top(category) else f"{_parent(category)} > {name}"


def _known(category: Element) -> str:
    """What is known of a category: ``right``, ``case``, ``retired``, ``subcategory``, or nothing."""
    name, full = _names(category)
    low = name.lower()
    if _is_top(category):
        if low in _TOP:
            return "right" if _TOP[low] == name else "case"
        if low in _OLD:
            return "retired"
        joined = (
            any(mark in name for mark in (" > ", ">", "/", " - ", ": ")) and low.split(">")[0].strip() in _TOP
        )
        return "subcategory" if low in _SUB or joined or _is_joined(low) else ""
    parent = _TOP.get(_parent(category).lower(), "")
    own = {sub.lower(): sub for sub in CATEGORIES.get(parent, ())}
    if low in own:
        return "right" if own[low] == name else "case"
    return "retired" if full.lower() in _OLD else ""


def _is_joined(low: str) -> bool:
    """Whether two categories stand in one text, such as `Arts & Design`."""
    first, separator, second = low.partition(" & ")
    return bool(separator) and first in _TOP and (second in _TOP or second in _SUB)


@rule(
    id="ITU006",
    name="missing-itunes-category",
    each="channel",
    profiles=_MISSING,
    what="The show has no `itunes:category`.",
    why="Apple does not take it without; other directories cannot tell where it belongs.",
    fix='Add `<itunes:category text="…"/>` with one of the 19 categories of Apple.',
    spec="APPLE-G required; PSP1 required; w3c:MissingItunesElement",
    bad="<itunes:author>Ada</itunes:author>",
    good=_GOOD,
)
def missing(channel: Element) -> Problems:
    if not channel.has("itunes:category"):
        message = "`itunes:category` is missing in the `channel`"
        yield Problem(channel, message, profiles=for_podcasts(channel, _MISSING))


@rule(
    id="ITU007",
    name="category-missing-text",
    each="itunes:category",
    profiles=everywhere(ERROR),
    what="`itunes:category` has no `text`.",
    why="The name of the category stands in that attribute; what is written inside counts for nothing.",
    fix='Write `<itunes:category text="Arts"/>`.',
    spec="APPLE-G; w3c:MissingAttribute",
    bad="<itunes:category>Arts</itunes:category>",
    good=_GOOD,
    within="channel",
)
def missing_text(category: Element) -> Problems:
    if not category.attribute("text").strip():
        inside = f"; its name stands inside: {quote(category.value)}" if category.value else ""
        yield Problem(category, f"`itunes:category` has no `text`{inside}")


@rule(
    id="ITU008",
    name="unknown-category",
    each="itunes:category",
    profiles=_STRICT,
    what="The category is none of Apple's.",
    why="Apple refuses the feed, or lists the show nowhere.",
    fix="Choose one of the 19 categories of Apple.",
    spec="APPLE-C; PSP1; w3c:InvalidItunesCategory",
    bad='<itunes:category text="Seafaring"/>',
    good=_GOOD,
    within="channel",
)
def unknown_category(category: Element) -> Problems:
    name, _ = _names(category)
    if name and _is_top(category) and not _known(category):
        near = nearest(name, CATEGORIES)
        yield Problem(
            category,
            f"`itunes:category` {quote(name)} is not one of Apple's categories",
            attribute="text",
            fix=f"Did you mean `{near}`?" if near else "",
        )


@rule(
    id="ITU009",
    name="unknown-subcategory",
    each="itunes:category",
    profiles=_STRICT,
    what="The subcategory is none of the category that it stands in.",
    why="Apple ignores it, or refuses the feed.",
    fix="Choose a subcategory of that category, or leave it out.",
    spec="APPLE-C; w3c:InvalidItunesCategory",
    bad='<itunes:category text="Arts"><itunes:category text="Sailing"/></itunes:category>',
    good=_GOOD,
    within="channel",
)
def unknown_subcategory(category: Element) -> Problems:
    name, _ = _names(category)
    parent = _TOP.get(_parent(category).lower(), "")
    if not name or _is_top(category) or not parent or not CATEGORIES[parent] or _known(category):
        return
    where = f"; it belongs to `{_SUB[name.lower()][1]}`" if name.lower() in _SUB else ""
    near = nearest(name, CATEGORIES[parent])
    yield Problem(
        category,
        f"`itunes:category` {quote(name)} is not a subcategory of `{parent}`{where}",
        attribute="text",
        fix=f"Did you mean `{near}`?" if near and not where else "",
    )


@rule(
    id="ITU010",
    name="category-wrong-case",
    each="itunes:category",
    profiles=_STRICT,
    what="The category is written in other capital letters than Apple's.",
    why="Apple compares letter by letter.",
    fix="Write it exactly as Apple does.",
    spec="APPLE-823",
    bad='<itunes:category text="Kids &amp; family"/>',
    good='<itunes:category text="Kids &amp; Family"/>',
    within="channel",
)
def wrong_case(category: Element) -> Problems:
    if _known(category) == "case":
        name, _ = _names(category)
        right = _TOP.get(name.lower()) if _is_top(category) else _SUB[name.lower()][0]
        message = f"`itunes:category` {quote(name)} is not in Apple's capital letters"
        yield Problem(category, message, attribute="text", fix=f"Write `{right}`.")


@rule(
    id="ITU011",
    name="retired-category",
    each="itunes:category",
    profiles=_STRICT,
    what="The category is one that Apple gave up in 2019 or before.",
    why="Apple does not know it any more.",
    fix="Choose the category that took its place.",
    spec="CAT-OLD; w3c:ObsoleteItunesCategory",
    bad='<itunes:category text="Technology"><itunes:category text="Gadgets"/></itunes:category>',
    good=_GOOD,
    within="channel",
)
def retired(category: Element) -> Problems:
    if _known(category) == "retired":
        _, full = _names(category)
        today = _OLD[full.lower()]
        yield Problem(
            category,
            f"`itunes:category` {quote(full)} is an obsolete category",
            attribute="text",
            fix=f"Today it is `{today}`." if today else "",
        )


@rule(
    id="ITU012",
    name="subcategory-as-top-level",
    each="itunes:category",
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="A subcategory stands alone, or two names stand in one text.",
    why="Apple knows subcategories only inside of their category.",
    fix="Put the subcategory into an `itunes:category` of its own, inside of the other.",
    spec="APPLE-C",
    bad='<itunes:category text="Business &gt; Careers"/>',
    good='<itunes:category text="Business"><itunes:category text="Careers"/></itunes:category>',
    within="channel",
)
def subcategory_at_the_top(category: Element) -> Problems:
    if _known(category) == "subcategory":
        name, _ = _names(category)
        known = _SUB.get(name.lower())
        fix = ""
        what = f"a subcategory of {quote(known[1])}, not a category" if known else "two names in one text"
        if known:
            inner = f'<itunes:category text="{known[0]}"/>'
            fix = f'Write <itunes:category text="{known[1]}">{inner}</itunes:category>.'
        message = f"`itunes:category` {quote(name)} is {what}"
        yield Problem(category, message, attribute="text", fix=fix.replace("&", "&amp;"))


@rule(
    id="ITU013",
    name="category-nesting",
    each="itunes:category",
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="Categories are nested more than two deep, or inside of one that has no subcategories.",
    why="Apple knows two levels.",
    fix="Take the innermost out.",
    spec="APPLE-G",
    bad='<itunes:category text="Technology"><itunes:category text="Robots"/></itunes:category>',
    good=_GOOD,
    within="channel",
)
def nesting(category: Element) -> Problems:
    if _is_top(category):
        return
    parent = category.parent
    assert parent is not None
    name = _TOP.get(_parent(category).lower())
    if not _is_top(parent):
        yield Problem(category, "`itunes:category` is nested more than two levels deep")
    elif name and not CATEGORIES[name] and _known(category) != "retired":
        yield Problem(category, f"`itunes:category` `{name}` has no subcategories")


@rule(
    id="ITU014",
    name="many-categories",
    each="channel",
    profiles={APPLE: INFO},
    what="The show has more than three categories.",
    why="Apple reads the first and its first subcategory only.",
    fix="Put the most fitting category first, and leave out what is more than two or three.",
    spec="APPLE-G",
    bad="".join(f'<itunes:category text="{name}"/>' for name in ("Arts", "Comedy", "History", "Music")),
    good=_GOOD,
)
def many(channel: Element) -> Problems:
    categories = channel.all("itunes:category")
    if len(categories) > 3:
        message = f"there are {len(categories)} times `itunes:category`; Apple reads the first"
        yield Problem(categories[3], message)


@rule(
    id="ITU015",
    name="duplicate-category",
    each="channel",
    profiles={APPLE: WARNING},
    what="A category is named twice.",
    why="It says nothing more, and takes the place of another.",
    fix="Leave one of them out.",
    spec="practice",
    bad='<itunes:category text="Arts"/><itunes:category text="Arts"/>',
    good='<itunes:category text="Arts"/><itunes:category text="Music"/>',
)
def duplicate(channel: Element) -> Problems:
    seen: dict[tuple[str, ...], Element] = {}
    for category in channel.all("itunes:category"):
        inner = [one.attribute("text").strip() for one in category.all("itunes:category")]
        key = (category.attribute("text").strip(), *inner)
        first = seen.setdefault(key, category)
        if first is not category and key[0]:
            yield Problem(
                category, f"`itunes:category` {quote(key[0])} already stands on line {{line}}", also=first
            )
