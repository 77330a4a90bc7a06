"""Other modules of RSS: dc, sy, slash, geo, licences, and what nobody reads any more."""

import re
from collections.abc import Iterator

from feedpub.validate.document.element import Element
from feedpub.validate.language_tags import find_language_fault
from feedpub.validate.numbers import POSITIVE, UNSIGNED
from feedpub.validate.rule import ERROR, INFO, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_PERIODS = ("hourly", "daily", "weekly", "monthly", "yearly")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
#: elements of which there may be one
_ONCE = {
    "admin:errorReportsTo", "admin:generatorAgent", "cc:license", "dc:date", "dc:language", "dc:rights",
    "dc:source", "dc:title", "media:copyright", "media:description", "media:title", "slash:comments",
    "slash:hit_parade", "sy:updateBase", "sy:updateFrequency", "sy:updatePeriod",
}  # fmt: skip
_ONCE_IN_CHANNEL = {"dc:rights", "dc:source", "dc:title"}


@rule(
    id="EXT001",
    name="invalid-dc-language",
    each="dc:language",
    profiles=everywhere(ERROR),
    what="`dc:language` is no language.",
    why="Readers cannot tell in which language the feed is.",
    fix="Write a tag such as en or pt-BR.",
    spec="w3c:InvalidLanguage",
    bad="<dc:language>English</dc:language>",
    good="<dc:language>en</dc:language>",
    within="channel",
)
def dc_language(element: Element) -> Problems:
    if not element.value or find_language_fault(element.value):
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`dc:language` is {there}, not a language")


@rule(
    id="EXT002",
    name="duplicate-extension-element",
    each=("channel", "item", "media:content", "media:group"),
    profiles=everywhere(ERROR),
    what="An element of a module stands more than once where it may stand once.",
    why="Some readers take the first, some the last.",
    fix="Keep one of them.",
    spec="w3c:DuplicateElement",
    bad="<dc:date>2026-01-01</dc:date><dc:date>2026-01-02</dc:date>",
    good="<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator>",
    within="channel",
)
def duplicate(parent: Element) -> Problems:
    seen: dict[str, Element] = {}
    for element in parent.children:
        name = element.name
        if name not in _ONCE or (name in _ONCE_IN_CHANNEL and parent.is_item):
            continue
        first = seen.setdefault(name, element)
        if first is not element and first.attributes == element.attributes:
            yield Problem(element, f"duplicate `{name}`: the first is on line {{line}}", also=first)


@rule(
    id="EXT003",
    name="invalid-update-period",
    each="sy:updatePeriod",
    profiles=everywhere(ERROR),
    what="`sy:updatePeriod` is none of the five words that it may be.",
    why="Readers ask as often as they please.",
    fix="Write hourly, daily, weekly, monthly or yearly.",
    spec="SY; w3c:InvalidUpdatePeriod",
    bad="<sy:updatePeriod>often</sy:updatePeriod>",
    good="<sy:updatePeriod>hourly</sy:updatePeriod>",
    within="channel",
)
def update_period(element: Element) -> Problems:
    if element.value not in _PERIODS:
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`sy:updatePeriod` is {there}, not hourly, daily, weekly, monthly or yearly")


@rule(
    id="EXT004",
    name="invalid-update-frequency",
    each="sy:updateFrequency",
    profiles=everywhere(ERROR),
    what="`sy:updateFrequency` is no positive whole number.",
    why="Readers ask as often as they please.",
    fix="Write how many times in the period the feed changes.",
    spec="SY; w3c:InvalidInteger; w3c:InvalidPositiveInteger; w3c:NotBlank",
    bad="<sy:updateFrequency>0</sy:updateFrequency>",
    good="<sy:updateFrequency>1</sy:updateFrequency>",
    within="channel",
)
def update_frequency(element: Element) -> Problems:
    if not POSITIVE.fullmatch(element.value):
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`sy:updateFrequency` is {there}, not a positive whole number")


@rule(
    id="EXT008",
    name="invalid-coordinates",
    each=("geo:lat", "geo:long", "georss:point"),
    profiles=everywhere(ERROR),
    what="Coordinates are none on earth, or are written with a comma.",
    why="Maps show nothing, or a wrong place.",
    fix="Write latitude (within 90) and longitude (within 180) as decimal numbers; of `georss:point` with a "
    "blank.",
    spec="w3c:InvalidLatitude; w3c:InvalidLongitude; w3c:CoordComma",
    bad="<geo:lat>91.5</geo:lat>",
    good="<geo:lat>53.5</geo:lat>",
)
def coordinates(element: Element) -> Problems:
    kinds = {"geo:lat": (90,), "geo:long": (180,), "georss:point": (90, 180)}[element.name]
    words = element.text.split()
    if "," in element.text and element.name == "georss:point":
        yield Problem(element, f"the coordinates of `georss:point` have a comma: {quote(element.value)}")
    elif len(words) != len(kinds) or not all(
        _within(one, most) for one, most in zip(words, kinds, strict=True)
    ):
        word = {"geo:lat": "latitude", "geo:long": "longitude"}.get(element.name, "pair of coordinates")
        yield Problem(element, f"`{element.name}` is {quote(element.value)}, no valid {word}")


def _within(text: str, most: int) -> bool:
    return bool(_DECIMAL.fullmatch(text)) and abs(float(text)) <= most


@rule(
    id="EXT009",
    name="invalid-license-url",
    each="creativeCommons:license",
    profiles=everywhere(ERROR),
    what="`creativeCommons:license` is no absolute address.",
    why="Nobody can tell which licence is meant.",
    fix="Write the address of the licence.",
    spec="w3c:InvalidLink",
    bad='<creativeCommons:license xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule">'
    "CC-BY</creativeCommons:license>",
    good='<creativeCommons:license xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule">'
    "https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>",
)
def license_url(element: Element) -> Problems:
    if not re.match(r"https?://[^\s/]", element.value):
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`creativeCommons:license` is {there}, not an absolute URL")


@rule(
    id="EXT010",
    name="wfw-commentrss-case",
    each="wfw:commentRSS",
    profiles={RSS: WARNING},
    what="`wfw:commentRSS` is an old spelling.",
    why="Readers look for `wfw:commentRss`.",
    fix="Write `wfw:commentRss`.",
    spec="w3c:CommentRSS",
    bad='<wfw:commentRSS xmlns:wfw="http://wellformedweb.org/CommentAPI/">https://tides.io/</wfw:commentRSS>',
    good='<wfw:commentRss xmlns:wfw="http://wellformedweb.org/CommentAPI/">https://tides.io/</wfw:commentRss>',
)
def comment_rss(element: Element) -> Problems:
    yield Problem(element, "`wfw:commentRSS` is deprecated: it is `wfw:commentRss`")


@rule(
    id="EXT011",
    name="googleplay-namespace",
    each="channel",
    profiles=everywhere(INFO),
    what="There are elements for Google Podcasts, which closed in 2024.",
    why="Nobody reads them any more.",
    fix="Leave them out.",
    spec="PLAT; GOOGLE",
    bad="<googleplay:author>Ada</googleplay:author>",
    good="<itunes:author>Ada</itunes:author>",
)
def googleplay(channel: Element) -> Problems:
    yield from _first_of(channel, "googleplay:", "is for Google Podcasts, which closed in 2024")


def _first_of(channel: Element, prefix: str, what: str) -> Iterator[Problem]:
    """One problem for all elements of a module in the channel."""
    found = [one for one in channel.children if one.name.startswith(prefix)]
    if found:
        more = f", and so are {len(found) - 1} more" if len(found) > 1 else ""
        yield Problem(found[0], f"`{found[0].name}` {what}{more}")


@rule(
    id="EXT012",
    name="invalid-slash-value",
    each=("slash:comments", "slash:hit_parade"),
    profiles=everywhere(ERROR),
    what="A value of the slash module is no whole number.",
    why="Readers show no count.",
    fix="Write a whole number; of `slash:hit_parade` several with commas between.",
    spec="w3c:InvalidCommaSeparatedIntegers; w3c:InvalidInteger",
    bad="<slash:comments>many</slash:comments>",
    good="<slash:comments>0</slash:comments>",
)
def slash(element: Element) -> Problems:
    several = element.name == "slash:hit_parade"
    parts = element.value.split(",") if several else [element.value]
    if not all(UNSIGNED.fullmatch(part.strip()) for part in parts):
        wanted = "comma-separated integers" if several else "a whole number"
        there = quote(element.value) if element.value else "blank"
        yield Problem(element, f"`{element.name}` is {there}, not {wanted}")


@rule(
    id="EXT013",
    name="slash-comments-without-build-date",
    each="channel",
    profiles={RSS: WARNING},
    what="Items count their comments, but the channel does not say when it changed.",
    why="Without `lastBuildDate` readers do not notice that the count is another.",
    fix="Add `lastBuildDate`.",
    spec="RSSP slash:comments; w3c:SlashDate",
    bad="<item><slash:comments>3</slash:comments></item>",
    good="<lastBuildDate>Thu, 01 Jan 2026 06:00:00 GMT</lastBuildDate>"
    "<item><slash:comments>3</slash:comments></item>",
)
def slash_without_date(channel: Element) -> Problems:
    if channel.has("lastBuildDate"):
        return
    for item in channel.items:
        comments = item.first("slash:comments")
        if comments is not None:
            yield Problem(comments, "`slash:comments` is there, but the `channel` has no `lastBuildDate`")
            return


@rule(
    id="EXT014",
    name="feedburner-leftovers",
    each="channel",
    profiles=everywhere(INFO),
    what="There are elements of FeedBurner in a feed that is not served there.",
    why="They were copied along when the show moved; some lead back to the old feed.",
    fix="Leave them out.",
    spec="practice",
    bad='<feedburner:info xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" uri="tides"/>',
    good="<title>Tides</title>",
)
def feedburner(channel: Element) -> Problems:
    links = " ".join(one.attribute("href") for one in channel.all("atom:link"))
    if "feedburner." not in links:
        yield from _first_of(channel, "feedburner:", "is of FeedBurner, where this feed is not")


@rule(
    id="EXT015",
    name="rawvoice-deprecated",
    each="channel",
    profiles=everywhere(INFO),
    what="There are elements of RawVoice that the podcast namespace has taken over.",
    why="Only few apps read them.",
    fix="Use `podcast:location`, `podcast:updateFrequency` and `podcast:funding`.",
    spec="practice",
    bad='<rawvoice:frequency xmlns:rawvoice="http://www.rawvoice.com/rawvoiceRssModule/">Weekly</rawvoice:frequency>',
    good="<podcast:updateFrequency>Weekly</podcast:updateFrequency>",
)
def rawvoice(channel: Element) -> Problems:
    yield from _first_of(channel, "rawvoice:", "of RawVoice has a successor in the podcast namespace")
