"""The picture behind `itunes:image` and its like, when it is on this machine.

What directories ask for goes for the cover of the show and those of episodes; other pictures of
`podcast:image` may have any shape.
"""

import os

from feedpub.validate.facts import LocalArtwork
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    rule,
)

_SMALLEST, _LARGEST = 1400, 3000
#: bytes
_HEAVY = 512_000
_SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",)}
_MODES = {
    "cmyk": "CMYK, the colours of printers",
    "grey": "only shades of grey",
    "palette": "a palette of colours",
    "16-bit": "16 bits a channel",
    "1-bit": "only black and white",
}
_COVER = {
    "path": "art/cover.jpg",
    "url": "https://tides.example.com/cover.jpg",
    "size_bytes": 200_000,
    "width": 3000,
    "height": 3000,
    "format": "jpeg",
}
_STRICT = everywhere(WARNING, apple=ERROR, psp1=ERROR)


def _is_cover(artwork: LocalArtwork) -> bool:
    return artwork.element.name in ("itunes:image", "url")


@rule(
    id="IMG004",
    name="artwork-too-small",
    each=LocalArtwork,
    profiles=_STRICT,
    what="The artwork has less than 1400 x 1400 pixels.",
    why="Apple does not take it, and on large screens it is blurred.",
    fix="Export the original again with 3000 x 3000 pixels; enlarging this one only blurs it.",
    spec="APPLE-G; APPLE-896; PSP1",
    bad={**_COVER, "width": 600, "height": 600},
    good=_COVER,
)
def too_small(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and 0 < min(artwork.width, artwork.height) < _SMALLEST:
        yield Problem(
            artwork, f"the artwork has {artwork.width} x {artwork.height} pixels, less than 1400 x 1400"
        )


@rule(
    id="IMG005",
    name="artwork-too-large",
    each=LocalArtwork,
    profiles=_STRICT,
    what="The artwork has more than 3000 x 3000 pixels.",
    why="Apple does not take it.",
    fix="Make it 3000 x 3000 pixels.",
    spec="APPLE-G; PSP1",
    bad={**_COVER, "width": 4000, "height": 4000},
    good=_COVER,
)
def too_large(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and max(artwork.width, artwork.height) > _LARGEST:
        yield Problem(
            artwork, f"the artwork has {artwork.width} x {artwork.height} pixels, more than 3000 x 3000"
        )


@rule(
    id="IMG006",
    name="artwork-not-square",
    each=LocalArtwork,
    profiles={APPLE: ERROR, SPOTIFY: ERROR, PSP1: ERROR},
    what="The artwork is no square.",
    why="Directories refuse it, or cut it where they like.",
    fix="Crop it to a square.",
    spec="APPLE-896; SPOT §4.2",
    bad={**_COVER, "height": 2000},
    good=_COVER,
)
def not_square(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and artwork.width != artwork.height:
        yield Problem(artwork, f"the artwork has {artwork.width} x {artwork.height} pixels: it is no square")


@rule(
    id="IMG007",
    name="artwork-wrong-format",
    each=LocalArtwork,
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="The artwork is neither a JPEG nor a PNG.",
    why="Apple takes nothing else, and many apps cannot show other formats.",
    fix="Export it as JPEG or PNG.",
    spec="APPLE-G; PSP1; SPOT §4.2",
    bad={**_COVER, "format": "webp"},
    good=_COVER,
)
def wrong_format(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and artwork.format not in _SUFFIXES:
        yield Problem(
            artwork, f"the artwork is {artwork.format.upper() or 'no picture'}, neither JPEG nor PNG"
        )


@rule(
    id="IMG008",
    name="artwork-extension-mismatch",
    each=LocalArtwork,
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="The name of the artwork says another format than the file has.",
    why="Directories go by the name, and refuse a file that is something else.",
    fix="Give the file the suffix of what it is, here and in the feed.",
    spec="APPLE-G; PSP1",
    bad={**_COVER, "format": "png"},
    good=_COVER,
)
def extension_mismatch(artwork: LocalArtwork) -> Problems:
    suffix = os.path.splitext(artwork.path)[1].lower()
    if artwork.format in _SUFFIXES and suffix and suffix not in _SUFFIXES[artwork.format]:
        yield Problem(artwork, f"the artwork is called `{suffix}`, but is {artwork.format.upper()}")


@rule(
    id="IMG009",
    name="artwork-not-rgb",
    each=LocalArtwork,
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="The colours of the artwork are not RGB with 8 bits a channel.",
    why="Apple asks for RGB; CMYK looks wrong in most apps.",
    fix="Export it as RGB (sRGB).",
    spec="APPLE-G; PSP1",
    bad={**_COVER, "mode": "cmyk"},
    good=_COVER,
)
def not_rgb(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and artwork.mode in _MODES:
        severity = None if artwork.mode == "cmyk" else WARNING
        yield Problem(artwork, f"the artwork has {_MODES[artwork.mode]}, not RGB", severity=severity)


@rule(
    id="IMG010",
    name="artwork-has-alpha",
    each=LocalArtwork,
    profiles=everywhere(WARNING, apple=ERROR),
    what="The artwork is transparent somewhere.",
    why="Apple refuses it; other apps put a colour of their own behind it.",
    fix="Export it without transparency (alpha channel).",
    spec="APPLE-896; APPLE-G",
    bad={**_COVER, "path": "art/cover.png", "format": "png", "has_alpha": True},
    good=_COVER,
)
def has_alpha(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and artwork.has_alpha:
        yield Problem(artwork, "the artwork has an alpha channel: it can be transparent")


@rule(
    id="IMG011",
    name="artwork-heavy",
    each=LocalArtwork,
    profiles=everywhere(INFO),
    what="The artwork has more than 512 kB.",
    why="No platform publishes a limit, but hosts advise less: it is fetched by every app, over and over.",
    fix="Export it as JPEG, or with a lower quality.",
    spec="PRX; CAPTIVATE",
    bad={**_COVER, "size_bytes": 2_000_000},
    good=_COVER,
)
def heavy(artwork: LocalArtwork) -> Problems:
    if artwork.size_bytes > _HEAVY:
        yield Problem(artwork, f"the artwork has {artwork.size_bytes // 1000:,} kB")


@rule(
    id="IMG012",
    name="artwork-dpi",
    each=LocalArtwork,
    profiles={APPLE: INFO, PSP1: INFO},
    what="The artwork says that it is to be printed with other than 72 dots per inch.",
    why="Apple asks for 72 dpi. On screens it makes no difference.",
    fix="Export it with 72 dpi.",
    spec="APPLE-G; PSP1",
    bad={**_COVER, "dpi": 300},
    good={**_COVER, "dpi": 72},
)
def dpi(artwork: LocalArtwork) -> Problems:
    if _is_cover(artwork) and artwork.dpi not in (0, 1, 72):
        yield Problem(artwork, f"the artwork says {artwork.dpi} dpi, not 72")
