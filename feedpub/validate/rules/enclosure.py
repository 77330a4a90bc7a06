"""`enclosure`: the file that apps download and play."""

import re
from urllib.parse import unquote, urlsplit

from feedpub.validate.document.element import Element
from feedpub.validate.durations import parse_duration
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

_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;.*)?", re.ASCII)
#: what Apple and PSP-1 list, and what works everywhere although neither does
_APPLE = {
    "audio/x-m4a", "audio/mpeg", "audio/m4a", "video/quicktime", "video/mp4", "video/x-m4v", "video/m4v",
    "application/pdf",
}  # fmt: skip
_WORKS = {"audio/mp4", "audio/aac", "audio/x-aac"}
_MP3_BY_OTHER_NAMES = {
    "audio/mp3",
    "audio/x-mp3",
    "x-audio/mp3",
    "audio/mpeg3",
    "audio/x-mpeg",
    "audio/x-mpeg-3",
}
#: suffix -> the types that fit it
_SUFFIXES = {
    "mp3": {"audio/mpeg", *_MP3_BY_OTHER_NAMES},
    "m4a": {"audio/x-m4a", "audio/m4a", "audio/mp4", "audio/aac", "audio/x-aac"},
    "m4b": {"audio/x-m4a", "audio/m4a", "audio/mp4", "audio/x-m4b"},
    "mp4": {"video/mp4", "audio/mp4", "audio/x-m4a", "audio/m4a", "video/x-m4v"},
    "m4v": {"video/x-m4v", "video/m4v", "video/mp4"},
    "mov": {"video/quicktime", "video/mp4"},
    "ogg": {"audio/ogg", "application/ogg", "audio/vorbis", "audio/opus"},
    "oga": {"audio/ogg", "application/ogg"},
    "opus": {"audio/opus", "audio/ogg", "application/ogg"},
    "wav": {"audio/wav", "audio/x-wav", "audio/wave"},
    "flac": {"audio/flac", "audio/x-flac"},
    "aac": {"audio/aac", "audio/x-aac", "audio/aacp"},
    "pdf": {"application/pdf"},
    "epub": {"application/epub+zip"},
}
#: what Apple reads
_SUPPORTED = {"m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"}
#: bytes; a file that is smaller has no sound to speak of
_SMALL = 10_000
_GOOD = '<enclosure url="https://tides.example/1.mp3" length="24986239" type="audio/mpeg"/>'


def _suffix_of(url: str) -> str:
    """The suffix of the file that an address names, in small letters; what follows a `?` does not count."""
    try:
        name = urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem and re.fullmatch(r"\w{1,5}", suffix) else ""


def _uses_itunes(element: Element) -> bool:
    """Whether the item has anything of Apple's: else it is perhaps no podcast."""
    item = element.parent
    return item is not None and any(child.name.startswith("itunes:") for child in item.children)


@rule(
    id="ENC001",
    name="missing-enclosure",
    each="item",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR, RSS: INFO},
    what="An episode has no `enclosure`.",
    why="There is nothing that apps could play; directories leave the episode out.",
    fix='Add `<enclosure url="…" length="…" type="audio/mpeg"/>`.',
    spec="APPLE-G required; PSP1 required; SPOT 5.17",
    bad="<title>One</title>",
    good=_GOOD,
)
def missing_enclosure(item: Element) -> Problems:
    if item.name == "item" and not item.has("enclosure"):
        yield Problem(item, "the `item` has no `enclosure`")


@rule(
    id="ENC002",
    name="multiple-enclosures",
    each="item",
    profiles=everywhere(WARNING),
    what="An item has more than one `enclosure`.",
    why="Some apps take the first, some the last, some refuse the item.",
    fix="Keep one, and put other forms of the same audio into `podcast:alternateEnclosure`.",
    spec="RSSP enclosure; w3c:DuplicateEnclosure",
    bad=_GOOD * 2,
    good=_GOOD,
)
def multiple_enclosures(item: Element) -> Problems:
    enclosures = item.all("enclosure")
    if len(enclosures) > 1:
        yield Problem(
            enclosures[1],
            f"the `item` has more than one `enclosure`: {len(enclosures)}, the first on line {{line}}",
            also=enclosures[0],
        )


@rule(
    id="ENC003",
    name="enclosure-missing-attribute",
    each="enclosure",
    profiles=everywhere(ERROR),
    what="`enclosure` lacks `url`, `length` or `type`.",
    why="All three are required; without one of them apps skip the episode, or cannot tell how to play it.",
    fix="Write the address, the size in bytes and the media type.",
    spec="RSS2 enclosure; APPLE-823; PSP1; SPOT 5.17; w3c:MissingAttribute",
    bad='<enclosure url="https://tides.example/1.mp3" type="audio/mpeg"/>',
    good=_GOOD,
)
def missing_attribute(enclosure: Element) -> Problems:
    missing = [name for name in ("url", "length", "type") if name not in enclosure.attributes]
    if "url" in enclosure.attributes and not enclosure.attribute("url").strip():
        missing.insert(0, "url")
    if missing:
        names = " and no ".join(f"`{name}`" for name in missing)
        yield Problem(enclosure, f"the `enclosure` has no {names}")


@rule(
    id="ENC004",
    name="enclosure-invalid-length",
    each="enclosure",
    profiles=everywhere(ERROR),
    what="`length` is no whole number of bytes.",
    why="Apps cannot tell how large the download is, and some skip the episode.",
    fix="Write the size of the file in bytes, digits only; 0 if it really is not known.",
    spec="RSS2 enclosure; RSSP enclosure; w3c:InvalidIntegerAttribute; w3c:InvalidNonNegativeInteger; "
    "w3c:UseZeroForUnknown",
    bad='<enclosure url="https://tides.example/1.mp3" length="12 MB" type="audio/mpeg"/>',
    good=_GOOD,
)
def invalid_length(enclosure: Element) -> Problems:
    length = enclosure.attributes.get("length")
    if length is not None and not (length.strip().isascii() and length.strip().isdigit()):
        there = f"{quote(length)}, not a whole number of bytes" if length.strip() else "blank"
        yield Problem(enclosure, f"`length` of `enclosure` is {there}", attribute="length")


@rule(
    id="ENC005",
    name="enclosure-zero-length",
    each="enclosure",
    profiles={APPLE: WARNING, PSP1: WARNING, SPOTIFY: WARNING, RSS: INFO},
    what="`length` is 0.",
    why="That means that the size is not known. Apps show 0 MB, and cannot tell whether a download is whole.",
    fix="Write the size of the file in bytes.",
    spec="RSSP enclosure; APPLE-G",
    bad='<enclosure url="https://tides.example/1.mp3" length="0" type="audio/mpeg"/>',
    good=_GOOD,
)
def zero_length(enclosure: Element) -> Problems:
    length = enclosure.attribute("length").strip()
    if length and not length.strip("0"):
        yield Problem(enclosure, "`length` of `enclosure` is 0", attribute="length")


@rule(
    id="ENC006",
    name="enclosure-suspicious-length",
    each="enclosure",
    profiles=everywhere(WARNING),
    what="`length` is so small a number that it can hardly be in bytes.",
    why="It is often the length in seconds, or in kilobytes.",
    fix="Write the size of the file in bytes.",
    spec="APPLE-G",
    bad='<enclosure url="https://tides.example/1.mp3" length="3723" type="audio/mpeg"/>',
    good=_GOOD,
)
def suspicious_length(enclosure: Element) -> Problems:
    length = enclosure.attribute("length").strip()
    if not (length.isascii() and length.isdigit() and len(length) < 20 and int(length)):
        return
    seconds = (
        parse_duration(enclosure.parent.get("itunes:duration")) if enclosure.parent is not None else None
    )
    if int(length) == seconds:
        message = f"`length` of `enclosure` is {length}: that is the duration in seconds, not a size in bytes"
        yield Problem(enclosure, message, attribute="length")
    elif int(length) < _SMALL and enclosure.attribute("type").startswith(("audio/", "video/")):
        yield Problem(enclosure, f"`length` of `enclosure` is only {length} bytes", attribute="length")


@rule(
    id="ENC007",
    name="enclosure-invalid-type",
    each="enclosure",
    profiles=everywhere(ERROR),
    what="`type` is no media type.",
    why="Apps go by it to tell audio from everything else.",
    fix="Write it like `audio/mpeg`.",
    spec="RSS2 enclosure; w3c:InvalidMIMEAttribute",
    bad='<enclosure url="https://tides.example/1.mp3" length="24986239" type="mp3"/>',
    good=_GOOD,
)
def invalid_type(enclosure: Element) -> Problems:
    value = enclosure.attributes.get("type")
    if value is not None and not _TYPE.fullmatch(value.strip()):
        yield Problem(
            enclosure, f"`type` of `enclosure` is {quote(value)}, not a media type", attribute="type"
        )


@rule(
    id="ENC008",
    name="enclosure-unsupported-type",
    each="enclosure",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="`type` is none of those that Apple and PSP-1 list.",
    why="Apple leaves such episodes out.",
    fix="Publish MP3 (audio/mpeg), M4A (audio/x-m4a) or MP4 (video/mp4); other forms into "
    "`podcast:alternateEnclosure`.",
    spec="APPLE-G; PSP1",
    bad='<enclosure url="https://tides.example/1.ogg" length="24986239" type="audio/ogg"/>',
    good=_GOOD,
)
def unsupported_type(enclosure: Element) -> Problems:
    value = enclosure.attribute("type").partition(";")[0].strip().lower()
    if not _TYPE.fullmatch(value) or value in _APPLE or value in _MP3_BY_OTHER_NAMES:
        return
    works = value in _WORKS
    yield Problem(
        enclosure,
        f"`type` of `enclosure` is {quote(value)}, which Apple does not list" + ", though it works" * works,
        attribute="type",
        severity=INFO if works else None,
    )


@rule(
    id="ENC009",
    name="enclosure-nonstandard-type",
    each="enclosure",
    profiles=everywhere(WARNING),
    what="`type` is one of the names that MP3 files never had.",
    why="Some apps know `audio/mpeg` only.",
    fix='Write type="audio/mpeg".',
    spec="APPLE-G",
    bad='<enclosure url="https://tides.example/1.mp3" length="24986239" type="audio/mp3"/>',
    good=_GOOD,
)
def nonstandard_type(enclosure: Element) -> Problems:
    value = enclosure.attribute("type").strip()
    if value.lower() in _MP3_BY_OTHER_NAMES:
        yield Problem(
            enclosure, f"`type` of `enclosure` is {quote(value)}: MP3 is audio/mpeg", attribute="type"
        )


@rule(
    id="ENC010",
    name="enclosure-type-extension-mismatch",
    each="enclosure",
    profiles=everywhere(WARNING),
    what="`type` and the ending of the file's name contradict each other.",
    why="Apple goes by the ending, others by the type: one of the two plays the file wrongly.",
    fix="Write the type that the file has.",
    spec="APPLE-G",
    bad='<enclosure url="https://tides.example/1.m4a" length="24986239" type="audio/mpeg"/>',
    good=_GOOD,
)
def type_and_suffix(enclosure: Element) -> Problems:
    value = enclosure.attribute("type").partition(";")[0].strip().lower()
    suffix = _suffix_of(enclosure.attribute("url").strip())
    fitting = _SUFFIXES.get(suffix)
    if fitting and value not in fitting and _TYPE.fullmatch(value):
        yield Problem(
            enclosure,
            f"`type` of `enclosure` is {quote(value)}, but the file is called .{suffix}",
            attribute="type",
        )


@rule(
    id="ENC011",
    name="enclosure-unsupported-extension",
    each="enclosure",
    profiles={APPLE: WARNING, RSS: WARNING},
    what="The name of the file ends in something that Apple does not read.",
    why="Apple reads m4a, mp3, mov, mp4, m4v and pdf, and goes by the ending.",
    fix="Publish MP3 or M4A.",
    spec="APPLE-G; w3c:UnsupportedItunesFormat",
    bad='<enclosure url="https://tides.example/1.wmv" length="24986239" type="video/x-ms-wmv"/>'
    "<itunes:author>Ada</itunes:author>",
    good='<enclosure url="https://tides.example/1.mp3?x=1.2" length="24986239" type="audio/mpeg"/>',
)
def unsupported_suffix(enclosure: Element) -> Problems:
    suffix = _suffix_of(enclosure.attribute("url").strip())
    if suffix and suffix not in _SUPPORTED:
        message = f"the file of `enclosure` ends in .{suffix}, a format that is not supported by Apple"
        profiles = None if _uses_itunes(enclosure) else {APPLE: WARNING}
        yield Problem(enclosure, message, attribute="url", profiles=profiles)


@rule(
    id="ENC012",
    name="enclosure-no-extension",
    each="enclosure",
    profiles={APPLE: WARNING},
    what="The address of the file has no ending such as .mp3.",
    why="Apple tells the format by it.",
    fix="Let the path of the address end in .mp3 or .m4a; what follows behind a question mark does not "
    "count.",
    spec="APPLE-G",
    bad='<enclosure url="https://tides.example/play?id=1" length="24986239" type="audio/mpeg"/>',
    good=_GOOD,
)
def no_suffix(enclosure: Element) -> Problems:
    url = enclosure.attribute("url").strip()
    if url and not _suffix_of(url):
        yield Problem(enclosure, "the `url` of `enclosure` has no file extension", attribute="url")


@rule(
    id="ENC013",
    name="duplicate-enclosure-url",
    each="channel",
    profiles=everywhere(WARNING, apple=ERROR),
    what="Two episodes have the same audio.",
    why="Apple ignores the second; listeners hear the same thing twice.",
    fix="Give each episode a file of its own, or take one of the two episodes out.",
    spec="APPLE-823; PRX",
    bad=f"<item>{_GOOD}</item><item>{_GOOD}</item>",
    good=f"<item>{_GOOD}</item><item>{_GOOD.replace('1.mp3', '2.mp3')}</item>",
)
def duplicate_url(channel: Element) -> Problems:
    seen: dict[str, Element] = {}
    for item in channel.items:
        enclosure = item.first("enclosure")
        url = enclosure.attribute("url").strip() if enclosure is not None and item.name == "item" else ""
        if enclosure is not None and url:
            first = seen.setdefault(url, enclosure)
            if first is not enclosure:
                message = "`enclosure` names the same file as the one on line {line}"
                yield Problem(enclosure, message, attribute="url", also=first)


@rule(
    id="ENC014",
    name="enclosure-invalid-url",
    each="enclosure",
    profiles=everywhere(ERROR),
    what="`url` is no absolute http or https address.",
    why="Apps cannot download the file.",
    fix="Write the whole address, beginning with https://.",
    spec="RSS2 enclosure; w3c:InvalidURLAttribute",
    bad='<enclosure url="audio/1.mp3" length="24986239" type="audio/mpeg"/>',
    good=_GOOD,
)
def invalid_url(enclosure: Element) -> Problems:
    url = enclosure.attribute("url").strip()
    if url and not re.match(r"https?://[^\s/?#@:]", url, re.IGNORECASE):
        yield Problem(
            enclosure, f"`url` of `enclosure` is {quote(url)}, not an absolute http URL", attribute="url"
        )


@rule(
    id="ENC015",
    name="enclosure-non-ascii-name",
    each="enclosure",
    profiles=everywhere(WARNING, apple=ERROR),
    what="The name of the file holds letters outside of ASCII, or blanks.",
    why="Apple does not take such files; other apps write the name in different ways, and some do not find "
    "it.",
    fix="Give the file a plain name: letters from a to z, digits, hyphens.",
    spec="APPLE-823",
    bad='<enclosure url="https://tides.example/%C3%84bb%20one.mp3" length="24986239" type="audio/mpeg"/>',
    good=_GOOD,
)
def non_ascii_name(enclosure: Element) -> Problems:
    url = enclosure.attribute("url").strip()
    if url.isascii() and "%" not in url and " " not in url:
        return
    name = unquote(url.partition("?")[0].rpartition("/")[2])
    if not name.isascii() or " " in name:
        message = f"the file of `enclosure` is called {quote(name)}: not ASCII without blanks"
        yield Problem(enclosure, message, attribute="url")
