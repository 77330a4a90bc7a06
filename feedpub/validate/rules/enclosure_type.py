"""The type of an `enclosure`, and the ending of its file's name."""

import re
from functools import lru_cache

from feedpub.validate.document.element import Element
from feedpub.validate.media_types import is_media_type
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

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
_GOOD = '<enclosure url="https://tides.example/1.mp3" length="24986239" type="audio/mpeg"/>'


@lru_cache(maxsize=16)
def _suffix_of(url: str) -> str:
    """The suffix of the file that an address names, in small letters; what follows a `?` does not count."""
    path = url.partition("?")[0].partition("#")[0].partition("://")[2]
    name = path.partition("/")[2].rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem and re.fullmatch(r"\w{1,5}", suffix) else ""


def _uses_itunes(element: Element) -> bool:
    """Whether the item has anything of Apple's: else it is perhaps no podcast."""
    item = element.parent
    return item is not None and any(child.name.startswith("itunes:") for child in item.children)


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
    if value is not None and not is_media_type(value.strip()):
        there = quote(value) if value.strip() else "blank"
        yield Problem(enclosure, f"`type` of `enclosure` is {there}, not a media type", attribute="type")


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
    if not is_media_type(value) or value in _APPLE or value in _MP3_BY_OTHER_NAMES:
        return
    works = value in _WORKS
    fitting = _SUFFIXES.get(_suffix_of(enclosure.attribute("url").strip()))
    if fitting and fitting & _APPLE and value not in fitting:
        return  # the type is wrong, not the file: ENC010
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
    if fitting and value not in fitting and is_media_type(value):
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
