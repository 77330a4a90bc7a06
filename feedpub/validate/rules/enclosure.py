"""`enclosure`: the file that apps download and play."""

import re
from urllib.parse import unquote

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

#: bytes; a file that is smaller has no sound to speak of
_SMALL = 10_000
_GOOD = '<enclosure url="https://tides.example/1.mp3" length="24986239" type="audio/mpeg"/>'


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
    # A stream that is live has no length yet.
    live = enclosure.parent is not None and enclosure.parent.name == "podcast:liveItem"
    if length and not length.strip("0") and not live:
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
        unit = "byte" if int(length) == 1 else "bytes"
        yield Problem(enclosure, f"`length` of `enclosure` is only {length} {unit}", attribute="length")


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
    if not url.isascii() or "%" not in url or " " in url:
        return  # of an address that is not even encoded URL003 and URL005 tell
    name = unquote(url.partition("?")[0].rpartition("/")[2])
    if not name.isascii() or " " in name:
        faults = ["blanks"] * (" " in name) + ["letters outside of ASCII"] * (not name.isascii())
        message = f"the file of `enclosure` is called {quote(name)}, with {' and '.join(faults)}"
        yield Problem(enclosure, message, attribute="url")
