"""`podcast:source` and `podcast:integrity`: where a file is, and how to know it (docs/tags)."""

import re

from feedpub.kinds.identifiers import check_uri
from feedpub.kinds.lists import check_integrity_type
from feedpub.kinds.media import check_media_type, check_sri
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, PODCASTING2, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_BASE64 = re.compile(r"[A-Za-z0-9+/]{4,}={0,2}")


def _example(content: str) -> str:
    return f'<podcast:alternateEnclosure type="audio/mpeg" length="1">{content}</podcast:alternateEnclosure>'


@rule(
    id="POD220",
    name="source-invalid-uri",
    each="podcast:source",
    profiles={PODCASTING2: ERROR},
    what="The address of a `podcast:source` is not a complete one, or its type is no media type.",
    why="Apps have only the feed: what is relative to a web site leads nowhere.",
    fix="Write the whole address: `https:`, `ipfs:`, `magnet:` or another scheme.",
    spec="NS source; RFC 3986 §4.3",
    bad=_example('<podcast:source uri="/1.mp3"/>'),
    good=_example(
        '<podcast:source uri="https://tides.example/1.torrent" contentType="application/x-bittorrent"/>'
    ),
    within="item",
)
def invalid_uri(source: Element) -> Problems:
    uri = source.attribute("uri").strip()
    fault = check_uri(uri) if uri else None
    if fault is not None and fault.name != "insecure-url":
        yield attribute_problem(source, "uri", fault)
    media_type = source.attribute("contentType").strip()
    fault = check_media_type(media_type) if media_type else None
    if fault is not None:
        yield attribute_problem(source, "contentType", fault)


@rule(
    id="POD230",
    name="integrity-invalid",
    each="podcast:integrity",
    profiles={PODCASTING2: ERROR},
    what="A `podcast:integrity` has a type that is not known, or a value that is none of that type.",
    why="Apps that check it take the file for a forged one.",
    fix='Write type="sri" and `sha256-`, `sha384-` or `sha512-` with the digest in base64.',
    spec="NS integrity",
    bad=_example('<podcast:integrity type="sri" value="sha256-abc"/>'),
    good=_example(f'<podcast:integrity type="sri" value="sha256-{"A" * 43}="/>'),
    within="item",
)
def invalid_integrity(integrity: Element) -> Problems:
    kind, value = integrity.attribute("type").strip(), integrity.attribute("value").strip()
    fault = check_integrity_type(kind) if kind else None
    if fault is not None:
        yield attribute_problem(integrity, "type", fault)
    elif kind == "sri":
        # Several digests of one file, each perhaps with options, are one string (SRI, section 3.4).
        faults = (check_sri(digest.partition("?")[0]) for digest in value.split())
        if first := next(filter(None, faults), None):
            yield attribute_problem(integrity, "value", first)
    elif kind and value and not _BASE64.fullmatch("".join(value.split())):
        message = f"`value` of `podcast:integrity` is no signature in base64: {quote(value)}"
        fix = "Write the signature in base64, without the lines that begin with `-----`."
        yield Problem(integrity, message, attribute="value", fix=fix)
