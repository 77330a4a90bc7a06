"""`podcast:alternateEnclosure`: other forms of the same episode (docs/tags/alternate-enclosure.md)."""

from feedpub.kinds.media import check_media_type
from feedpub.validate.document.element import Element
from feedpub.validate.language_tags import find_language_fault
from feedpub.validate.numbers import parse_decimal, parse_whole
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:alternateEnclosure"
#: bits per second; no sound is so small
_LOWEST = 1000
_ENCLOSURE = '<enclosure url="https://tides.example/1.mp3" length="1000" type="audio/mpeg"/>'
_SOURCE = '<podcast:source uri="https://tides.example/1.mp3"/>'


def _example(attributes: str, content: str = _SOURCE) -> str:
    return (
        f'<podcast:alternateEnclosure type="audio/mpeg" {attributes}>{content}</podcast:alternateEnclosure>'
    )


_GOOD = _ENCLOSURE + _example('length="1000" bitrate="160707.74" lang="en" default="true"')


def _is_default(element: Element) -> bool:
    return element.attribute("default").strip() == "true"


@rule(
    id="POD210",
    name="alternate-enclosure-without-source",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="An alternate enclosure has no `podcast:source`.",
    why="The sources say where the file is: without one there is nothing to play. What else may stand in it, "
    "and how often, is told by misplaced-podcast-element and duplicate-podcast-element.",
    fix="Add `<podcast:source>` with the address of the file.",
    spec="NS alternateEnclosure",
    bad=_example('length="1000"', ""),
    good=_GOOD,
)
def without_source(element: Element) -> Problems:
    if not element.has("podcast:source"):
        yield Problem(element, "`podcast:alternateEnclosure` has no `podcast:source`")


@rule(
    id="POD211",
    name="alternate-enclosure-invalid-number",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The length, bitrate or height of an alternate enclosure is no such number.",
    why="Apps choose among the forms by these numbers.",
    fix="Write `length` in bytes and `height` in lines as whole numbers, `bitrate` in bits per second.",
    spec="NS alternateEnclosure",
    bad=_example('length="1000" bitrate="128k"'),
    good=_GOOD,
)
def invalid_number(element: Element) -> Problems:
    for name, parse, lowest in (
        ("length", parse_whole, 0),
        ("bitrate", parse_decimal, 1e-9),
        ("height", parse_whole, 1),
    ):
        text = element.attribute(name).strip()
        number = parse(text)
        if text and (number is None or number < lowest):
            kind = "number" if parse is parse_decimal else "whole number"
            above = "" if name == "length" else " above 0"
            message = f"`{name}` of `podcast:alternateEnclosure` is no {kind}{above}: {quote(text)}"
            yield Problem(element, message, attribute=name)


@rule(
    id="POD212",
    name="alternate-enclosure-invalid-default",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `default` of an alternate enclosure is neither true nor false, or a second one is the default.",
    why="It says which of the forms is the enclosure itself, and only one can be.",
    fix="Write `true` for one of them at most.",
    spec="NS alternateEnclosure",
    bad=_ENCLOSURE + _example('length="1000" default="yes"'),
    good=_GOOD,
)
def invalid_default(element: Element) -> Problems:
    text = element.attribute("default").strip()
    if "default" in element.attributes and text not in ("true", "false"):
        message = f"`default` of `podcast:alternateEnclosure` is {quote(text)}, not true or false"
        yield Problem(element, message, attribute="default")
    elif text == "true" and element.parent is not None:
        first = next(one for one in element.parent.all(_NAME) if _is_default(one))
        if first is not element:
            message = "`podcast:alternateEnclosure` is the `default` beside the one on line {line}"
            yield Problem(element, message, attribute="default", also=first)


@rule(
    id="POD213",
    name="alternate-enclosure-invalid-lang",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The language of an alternate enclosure is no language tag.",
    why="Apps offer the form in the listener's language, if they can tell which one it is in.",
    fix="Write a language tag, as in en or pt-BR.",
    spec="NS alternateEnclosure; RFC 5646",
    bad=_example('length="1000" lang="english"'),
    good=_GOOD,
)
def invalid_lang(element: Element) -> Problems:
    if "lang" in element.attributes:
        fault = find_language_fault(element.attribute("lang"))
        if fault is not None:
            yield attribute_problem(element, "lang", fault)


@rule(
    id="POD214",
    name="alternate-enclosure-invalid-type",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The type of an alternate enclosure is no media type, or its bitrate is far too low.",
    why="By type and bitrate apps choose what they can play. A bitrate is in bits per second: 128 kbit/s "
    "are 128000.",
    fix="Write a media type, as in audio/mpeg, and the bitrate in bits per second.",
    spec="NS alternateEnclosure",
    bad=_example('length="1000"').replace("audio/mpeg", "mp3"),
    good=_GOOD,
)
def invalid_type(element: Element) -> Problems:
    text = element.attribute("type").strip()
    fault = check_media_type(text) if text else None
    if fault is not None:
        yield attribute_problem(element, "type", fault)
    bitrate = parse_decimal(element.attribute("bitrate"))
    if bitrate is not None and 0 < bitrate < _LOWEST:
        message = f"`bitrate` of `podcast:alternateEnclosure` is {bitrate:g} bits per second, perhaps kbit/s"
        fix = f'Write bitrate="{bitrate * 1000:.0f}", if these are kbit/s.'
        yield Problem(element, message, attribute="bitrate", fix=fix, severity=WARNING)


@rule(
    id="POD215",
    name="alternate-enclosure-missing-length",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="An alternate enclosure has no length.",
    why="By it apps know how much there is to download. A live stream has none.",
    fix="Add `length` in bytes.",
    spec="NS alternateEnclosure",
    bad=_example(""),
    good=_GOOD,
)
def missing_length(element: Element) -> Problems:
    is_live = element.parent is not None and element.parent.name == "podcast:liveItem"
    if not is_live and not element.attribute("length").strip():
        yield Problem(element, "`podcast:alternateEnclosure` has no `length`")


@rule(
    id="POD216",
    name="alternate-enclosure-default-differs",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="The alternate enclosure that is the default is another file than the enclosure.",
    why="The default says where else the file of the enclosure can be had: apps that go by one or the other "
    "play "
    "different things.",
    fix="Put the address of the enclosure into a `podcast:source`, or remove `default`.",
    spec="NS alternateEnclosure",
    bad=_ENCLOSURE.replace("1.mp3", "one.mp3") + _example('length="1000" default="true"'),
    good=_GOOD,
)
def default_differs(item: Element) -> Problems:
    enclosure = item.first("enclosure")
    if enclosure is None:
        return
    for element in item.all(_NAME):
        if not _is_default(element):
            continue
        uris = {one.attribute("uri").strip() for one in element.all("podcast:source")}
        types = [one.attribute("type").strip().lower() for one in (element, enclosure)]
        if uris and enclosure.attribute("url").strip() not in uris:
            message = (
                "the `default` `podcast:alternateEnclosure` has no `podcast:source` with the enclosure's url"
            )
            yield Problem(element, message, attribute="default", also=enclosure)
        elif all(types) and types[0] != types[1]:
            message = f"`podcast:alternateEnclosure` is the `default`, but its type is not {quote(types[1])}"
            yield Problem(element, message, attribute="type", also=enclosure)
