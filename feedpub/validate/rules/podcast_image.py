"""`podcast:image`, and `podcast:images` before it: pictures for every use (docs/tags/image.md)."""

import re

from feedpub.kinds.addresses import check_url
from feedpub.kinds.media import check_aspect_ratio, check_media_type, check_purpose, check_tokens, parse_ratio
from feedpub.model.podcast_lists import IMAGE_PURPOSES
from feedpub.validate.document.element import Element
from feedpub.validate.numbers import parse_whole
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem, sentence

_IMAGE, _IMAGES = "podcast:image", "podcast:images"
_HREF = 'href="https://tides.example/a.jpg"'
_GOOD = (
    f'<podcast:image {_HREF} alt="Waves" aspect-ratio="16/9" width="1600" height="900" type="image/jpeg" '
    'purpose="artwork social tides/hero"/>'
)
_SRCSET = 'srcset="https://tides.example/a.jpg 1500w, https://tides.example/b.jpg 300w"'
#: what an entry of srcset says beside its address: width in pixels, or the density of the screen
_WIDTH = re.compile(r"[1-9][0-9]{0,5}w")
#: seen in feeds, though not on the page
_ALSO_USUAL = ("poster",)
#: of the ratio; width and height are whole numbers
_TOLERANCE = 0.02


@rule(
    id="POD280",
    name="image-missing-href",
    each=_IMAGE,
    profiles={PODCASTING2: ERROR},
    what="`podcast:image` has no `href`.",
    why="The `href` is the picture.",
    fix="Add `href` with the address of the picture.",
    spec="NS image",
    bad='<podcast:image url="https://tides.example/a.jpg" alt="Waves"/>',
    good=_GOOD,
)
def missing_href(image: Element) -> Problems:
    if not image.attribute("href").strip():
        other = next((name for name in ("url", "src", "uri") if image.attribute(name)), "")
        fix = f"Rename `{other}` to `href`." if other else ""
        yield Problem(image, "`podcast:image` has no `href`", fix=fix)


@rule(
    id="POD281",
    name="image-invalid-aspect-ratio",
    each=_IMAGE,
    profiles={PODCASTING2: ERROR},
    what="The `aspect-ratio` of a picture is no relation of width and height.",
    why="Apps choose the picture that fits a place by its shape.",
    fix="Write it as in CSS: 16/9, 1/1 or 1.5.",
    spec="NS image",
    bad=_GOOD.replace("16/9", "16:9"),
    good=_GOOD,
)
def invalid_ratio(image: Element) -> Problems:
    ratio = " ".join(image.attribute("aspect-ratio").split())
    fault = check_aspect_ratio(ratio) if ratio else None
    if fault is not None:
        yield attribute_problem(image, "aspect-ratio", fault)


@rule(
    id="POD282",
    name="image-invalid-dimension",
    each=_IMAGE,
    profiles={PODCASTING2: ERROR},
    what="The width or height of a picture is no number of pixels, or does not fit its shape.",
    why="Apps choose the picture that fits a place by its size.",
    fix="Write whole pixels, without a unit.",
    spec="NS image",
    bad=_GOOD.replace("1600", "1600px"),
    good=_GOOD,
)
def invalid_dimension(image: Element) -> Problems:
    pixels: list[int] = []
    for name in ("width", "height"):
        text = image.attribute(name).strip()
        number = parse_whole(text)
        if number is not None and number > 0:
            pixels.append(number)
        elif text:
            plain = text.lower().removesuffix("px").strip()
            fix = f'Write {name}="{plain}".' if parse_whole(plain) and plain != text else ""
            message = f"`{name}` of `podcast:image` is no whole number of pixels: {quote(text)}"
            yield Problem(image, message, attribute=name, fix=fix)
    ratio = parse_ratio(" ".join(image.attribute("aspect-ratio").split()))
    if ratio and len(pixels) == 2 and abs(pixels[0] / pixels[1] / float(ratio) - 1) > _TOLERANCE:
        written = image.attribute("aspect-ratio")
        message = f"`podcast:image` is {pixels[0]} x {pixels[1]}, but its `aspect-ratio` is {quote(written)}"
        yield Problem(image, message, attribute="aspect-ratio", severity=WARNING)


@rule(
    id="POD283",
    name="image-invalid-type",
    each=_IMAGE,
    profiles={PODCASTING2: ERROR},
    what="The type of a picture is no media type.",
    why="By it apps know what they cannot show before they load it.",
    fix="Write a media type, as in image/jpeg.",
    spec="NS image",
    bad=_GOOD.replace("image/jpeg", "jpg"),
    good=_GOOD,
)
def invalid_type(image: Element) -> Problems:
    text = image.attribute("type").strip()
    fault = check_media_type(text) if text else None
    if fault is not None:
        yield attribute_problem(image, "type", fault)


@rule(
    id="POD284",
    name="image-missing-alt",
    each=_IMAGE,
    profiles={PODCASTING2: INFO},
    what="A picture lacks attributes that are recommended.",
    why="`alt` is what those have who cannot see the picture; by shape and width apps choose among several.",
    fix="Add what is missing.",
    spec="NS image",
    bad=f'<podcast:image {_HREF} aspect-ratio="1/1" width="300"/>',
    good=_GOOD,
)
def missing_alt(image: Element) -> Problems:
    names = ("alt", "aspect-ratio", "width")
    missing = [f"`{name}`" for name in names if not image.attribute(name).strip()]
    if missing:
        yield Problem(image, f"`podcast:image` has no {', '.join(missing)}")


@rule(
    id="POD285",
    name="image-purpose-unknown",
    each=_IMAGE,
    profiles={PODCASTING2: INFO},
    what="A purpose of a picture is none that apps know.",
    why="Anybody may invent a purpose. One that is nobody's own, and is not on the page of the tag, is "
    "likely to "
    "be misspelt.",
    fix=f"Use {', '.join(IMAGE_PURPOSES)}, or a name of your own with a slash, as in tides/hero.",
    spec='NS image, "Purpose Tokens"',
    bad=_GOOD.replace("artwork social", "artworks"),
    good=_GOOD,
)
def unknown_purpose(image: Element) -> Problems:
    text = image.attribute("purpose").strip()
    fault = check_tokens(text) if text else None
    if fault is not None:
        yield attribute_problem(image, "purpose", fault)
        return
    known = (*IMAGE_PURPOSES, *_ALSO_USUAL)
    unknown = [word for word in text.split() if "/" not in word and word.casefold() not in known]
    if unknown:
        near = check_purpose(unknown[0])
        message = f"`purpose` of `podcast:image` is none that apps know: {quote(unknown[0])}"
        yield Problem(image, message, attribute="purpose", fix=sentence(near.fix) if near else "")


@rule(
    id="POD290",
    name="images-deprecated",
    each=_IMAGES,
    profiles={PODCASTING2: WARNING},
    what="`podcast:images` is out of date.",
    why="The namespace has replaced it, and newer apps read only `podcast:image`.",
    fix="Write one `podcast:image` for each picture.",
    spec="NS images",
    bad=f"<podcast:images {_SRCSET}/>",
    good=_GOOD,
)
def images_deprecated(images: Element) -> Problems:
    yield Problem(images, "`podcast:images` is deprecated: its successor is `podcast:image`")


@rule(
    id="POD291",
    name="images-invalid-srcset",
    each=_IMAGES,
    profiles={PODCASTING2: ERROR},
    what="The `srcset` of `podcast:images` is no list of complete addresses with widths.",
    why="Apps can load none of the pictures, or choose none of them.",
    fix="Write addresses and widths, as in `https://tides.example/a.jpg 1500w, https://tides.example/b.jpg "
    "300w`.",
    spec="NS images",
    bad='<podcast:images srcset="/a.jpg 1500w"/>',
    good=f"<podcast:images {_SRCSET}/>",
)
def invalid_srcset(images: Element) -> Problems:
    text = images.attribute("srcset").strip(" ,\t\r\n")
    # A comma without a blank behind it may be a part of an address.
    for entry in filter(None, re.split(r"(?:,\s+)+", text)):
        url, *rest = entry.split()
        fault = check_url(url)
        if fault is not None:
            yield attribute_problem(images, "srcset", fault)
        elif len(rest) != 1 or not _WIDTH.fullmatch(rest[0]):
            message = f"`srcset` of `podcast:images` has no width in pixels behind {quote(url)}"
            yield Problem(
                images, message, attribute="srcset", fix="Write the width behind the address, as 1500w."
            )
