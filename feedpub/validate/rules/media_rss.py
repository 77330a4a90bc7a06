"""Media RSS: `media:content` and what stands beside it (rssboard.org/media-rss)."""

import re
from collections.abc import Iterator

from feedpub.validate.document.element import Element
from feedpub.validate.language_tags import find_language_fault
from feedpub.validate.media_types import is_media_type
from feedpub.validate.numbers import POSITIVE, UNSIGNED
from feedpub.validate.rule import ERROR, WARNING, Problem, Problems, everywhere, quote, rule

_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+", re.ASCII)
#: normal play time (RFC 2326, section 3.6)
_NPT = re.compile(r"\d+(?:\.\d*)?|\d+:[0-5]?\d:[0-5]?\d(?:\.\d*)?|now", re.ASCII)
_MEDIUMS = ("image", "audio", "video", "document", "executable")
_EXPRESSIONS = ("full", "sample", "nonstop")
_HASH = {"md5": 32, "sha-1": 40}
#: element -> attribute -> what it must be
_NUMBERS = {
    "media:content": {
        "fileSize": UNSIGNED, "duration": UNSIGNED, "height": POSITIVE, "width": POSITIVE,
        "channels": POSITIVE, "bitrate": _NUMBER, "framerate": _NUMBER, "samplingrate": _NUMBER,
    },
    "media:player": {"height": POSITIVE, "width": POSITIVE},
    "media:thumbnail": {"height": POSITIVE, "width": POSITIVE},
}  # fmt: skip
_WORDS = {UNSIGNED: "a whole number", POSITIVE: "a positive whole number", _NUMBER: "a number"}
_SIMPLE = ("adult", "nonadult")
_RATINGS = ("urn:simple", "urn:mpaa", "urn:icra", "urn:v-chip")
_MPAA = ("g", "pg", "pg-13", "r", "nc-17", "nr", "x")
#: what the specification calls invalid is an error to RSS; no directory refuses a podcast for it
_STRICT = everywhere(WARNING, rss=ERROR)
_GOOD = '<media:content url="https://tides.io/1.mp3" type="audio/mpeg" fileSize="24986239" medium="audio"/>'


def _bad_numbers(element: Element) -> Iterator[Problem]:
    for name, pattern in _NUMBERS.get(element.name, {}).items():
        value = element.attributes.get(name)
        if value is not None and not pattern.fullmatch(value.strip()):
            message = f"`{name}` of `{element.name}` is {quote(value)}, not {_WORDS[pattern]}"
            yield Problem(element, message, attribute=name)


def _bad_choice(element: Element, name: str, known: tuple[str, ...]) -> Iterator[Problem]:
    value = element.attributes.get(name)
    if value is not None and value not in known:
        message = f"`{name}` of `{element.name}` is {quote(value)}, not one of {', '.join(known)}"
        yield Problem(element, message, attribute=name)


@rule(
    id="EXT005",
    name="invalid-media-rss",
    each=(
        "media:content",
        "media:player",
        "media:hash",
        "media:text",
        "media:group",
        "media:restriction",
        "media:category",
        "media:starRating",
        "media:statistics",
    ),
    profiles=_STRICT,
    what="A value of Media RSS is not as its specification says.",
    why="Readers that know Media RSS ignore what they cannot read.",
    fix="Correct the value, or leave the attribute out.",
    spec="MRSS; w3c:InvalidMediaMedium",
    bad=_GOOD.replace("24986239", "24 MB"),
    good=_GOOD,
)
def invalid(element: Element) -> Problems:
    yield from _bad_numbers(element)
    yield from _judge(element)


def _judge(element: Element) -> Iterator[Problem]:
    name = element.name.partition(":")[2]
    if name == "content":
        yield from _judge_content(element)
    elif name == "player" and not element.attribute("url").strip():
        yield Problem(element, "`media:player` has no `url`")
    elif name == "hash":
        yield from _judge_hash(element)
    elif name == "text":
        yield from _judge_language(element)
        yield from _bad_choice(element, "type", ("plain", "html"))
    elif name == "group" and len(element.all("media:content")) < 2:
        yield Problem(element, "`media:group` has no alternatives: it groups less than two `media:content`")
    elif name == "restriction":
        yield from _judge_restriction(element)
    elif name == "category":
        scheme = element.attributes.get("scheme")
        if scheme is not None and not re.match(r"(?:https?://.|urn:.)", scheme):
            yield Problem(
                element, f"`scheme` of `media:category` is {quote(scheme)}, not a URL", attribute="scheme"
            )
    elif name in ("starRating", "statistics"):
        yield from _judge_ratings(element)


def _judge_content(element: Element) -> Iterator[Problem]:
    url, kind = element.attributes.get("url"), element.attributes.get("type")
    if url is not None and not re.match(r"[a-z][a-z0-9+.-]*:", url.strip(), re.IGNORECASE):
        yield Problem(
            element, f"`url` of `media:content` is {quote(url)}, not an absolute URL", attribute="url"
        )
    if kind is not None and not is_media_type(kind.strip()):
        message = f"`type` of `media:content` is {quote(kind)}, not a media type"
        yield Problem(element, message, attribute="type")
    yield from _bad_choice(element, "medium", _MEDIUMS)
    yield from _bad_choice(element, "expression", _EXPRESSIONS)
    yield from _bad_choice(element, "isDefault", ("true", "false"))
    yield from _judge_language(element)


def _judge_language(element: Element) -> Iterator[Problem]:
    value = element.attributes.get("lang")
    if value is not None and find_language_fault(value.strip()):
        message = f"`lang` of `{element.name}` is {quote(value)}, not a language"
        yield Problem(element, message, attribute="lang")


def _judge_hash(element: Element) -> Iterator[Problem]:
    algorithm = element.attribute("algo") or "md5"
    length = _HASH.get(algorithm.lower())
    if length is None:
        message = f"`algo` of `media:hash` is {quote(algorithm)}, not md5 or sha-1"
        yield Problem(element, message, attribute="algo")
    elif not re.fullmatch(rf"[0-9A-Fa-f]{{{length}}}", element.value):
        message = f"`media:hash` is {quote(element.value)}, not a hash of {length} hexadecimal digits"
        yield Problem(element, message)


def _judge_restriction(element: Element) -> Iterator[Problem]:
    if "relationship" not in element.attributes:
        yield Problem(element, "`media:restriction` has no `relationship`")
    yield from _bad_choice(element, "relationship", ("allow", "deny"))
    kind = element.attributes.get("type")
    yield from _bad_choice(element, "type", ("country", "uri", "sharing"))
    words = element.text.split()
    if kind is None and words and words[0].lower() not in ("all", "none"):
        yield Problem(
            element, f"`media:restriction` without `type` is {quote(element.value)}, not all or none"
        )
    elif kind == "country":
        from feedpub.model.countries import list_countries

        known = list_countries()
        for word in words:
            if word.upper() not in known:
                message = f"`media:restriction` names {quote(word)}, which is no country of ISO 3166"
                yield Problem(element, message)


def _judge_ratings(element: Element) -> Iterator[Problem]:
    for name in ("average", "count", "min", "max", "views", "favorites"):
        value = element.attributes.get(name)
        pattern = _NUMBER if name == "average" else UNSIGNED
        if value is not None and not pattern.fullmatch(value.strip()):
            word = "a number" if name == "average" else "a non-negative whole number"
            message = f"`{name}` of `{element.name}` is {quote(value)}, not {word}"
            yield Problem(element, message, attribute=name)


@rule(
    id="EXT006",
    name="media-thumbnail-invalid",
    each="media:thumbnail",
    profiles=_STRICT,
    what="`media:thumbnail` has no address, or its values are none.",
    why="Readers show no picture.",
    fix="Write the address into `url`, a time as seconds or H:MM:SS.",
    spec="MRSS; w3c:InvalidNPTTime",
    bad='<media:thumbnail width="640"/>',
    good='<media:thumbnail url="https://tides.io/a.jpg" width="640" time="0:01:02.5"/>',
)
def thumbnail(element: Element) -> Problems:
    if not element.attribute("url").strip():
        yield Problem(element, "`media:thumbnail` has no `url`")
    time = element.attributes.get("time")
    if time is not None and not _NPT.fullmatch(time.strip()):
        message = f"`time` of `media:thumbnail` is {quote(time)}, not a normal play time"
        yield Problem(element, message, attribute="time")
    yield from _bad_numbers(element)


@rule(
    id="EXT007",
    name="media-rating-invalid",
    each=("media:rating", "media:adult"),
    profiles=_STRICT,
    what="A rating of Media RSS is none that is known, or `media:adult` is used, which was replaced by it.",
    why="Readers ignore it.",
    fix='Write `<media:rating scheme="urn:simple">nonadult</media:rating>`.',
    spec="MRSS; w3c:InvalidMediaRating; w3c:DeprecatedMediaAdult",
    bad='<media:rating scheme="urn:simple">clean</media:rating>',
    good='<media:rating scheme="urn:simple">nonadult</media:rating>',
)
def rating(element: Element) -> Problems:
    if element.name == "media:adult":
        message = "`media:adult` is deprecated: `media:rating` took its place"
        yield Problem(element, message, severity=WARNING)
        return
    scheme, value = element.attribute("scheme").strip() or "urn:simple", element.value
    if scheme not in _RATINGS and not re.match(r"https?://|urn:", scheme):
        message = f"`scheme` of `media:rating` is {quote(scheme)}, none that is known"
        yield Problem(element, message, attribute="scheme")
    elif scheme == "urn:simple" and value not in _SIMPLE:
        yield Problem(element, f"`media:rating` is {quote(value)}, not adult or nonadult")
    elif scheme == "urn:mpaa" and value.lower() not in _MPAA:
        yield Problem(element, f"`media:rating` is {quote(value)}, not a rating of the MPAA")
