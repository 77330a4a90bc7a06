"""`image`: the small picture of a channel (RSS 2.0). Podcast artwork is `itunes:image`."""

import re
from urllib.parse import urlsplit

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_SOUND = "<url>https://example.com/a.png</url><title>Tides</title><link>https://example.com/</link>"
_HEAD = "<title>Tides</title><link>https://example.com/</link>"
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_FORMATS = ("gif", "jpg", "jpeg", "png")


@rule(
    id="RSS030",
    name="image-missing-child",
    each="channel/image",
    profiles=everywhere(ERROR),
    what="`image` lacks its `url`, `title` or `link`.",
    why="All three are required: readers show the picture, its title where it cannot be shown, and lead to "
    "the link.",
    fix="Add what is missing. Podcast apps take their artwork from `itunes:image`; who needs no other may "
    "leave `image` out.",
    spec="RSS2 image; w3c:MissingElement; w3c:MissingTitle; w3c:MissingLink",
    bad="<image><url>https://example.com/a.png</url><title>Tides</title></image>",
    good=f"<image>{_SOUND}</image>",
)
def missing_child(image: Element) -> Problems:
    for name in ("url", "title", "link"):
        if not image.has(name):
            yield Problem(image, f"`image` has no `{name}`: it is required")


@rule(
    id="RSS031",
    name="image-duplicate-child",
    each="channel/image",
    profiles=everywhere(ERROR),
    what="An element of `image` is there twice.",
    why="Some readers take the first, some the last.",
    fix="Keep the one that is right.",
    spec="RSS2 image; w3c:DuplicateElement",
    bad=f"<image>{_SOUND}<title>Ebb</title></image>",
    good=f"<image>{_SOUND}</image>",
)
def duplicate_child(image: Element) -> Problems:
    first: dict[str, Element] = {}
    for child in image.children:
        if ":" not in child.name and first.setdefault(child.name, child) is not child:
            message = f"`{child.name}` stands in `image` more than once: it is already given on line {{line}}"
            yield Problem(child, message, also=first[child.name])


def _differs(image: Element, name: str) -> Problems:
    own = image.first(name)
    if own is None or image.parent is None or not image.parent.has(name):
        return
    others = " ".join(image.parent.get(name).split())
    if own.value and others and _plain(" ".join(own.value.split())) != _plain(others):
        message = (
            f"`{name}` of the `image` differs from that of the channel: {quote(own.value)}, not "
            f"{quote(others)}"
        )
        yield Problem(own, message)


def _plain(text: str) -> str:
    """The address of a host is the same in any case, and with a slash at its end."""
    match = re.fullmatch(r"(https?://[^/?#]+)(.*)", text, re.IGNORECASE)
    return match[1].lower() + (match[2] or "/") if match else text


@rule(
    id="RSS032",
    name="image-link-differs",
    each="channel/image",
    profiles={RSS: WARNING},
    what="The picture leads elsewhere than the channel.",
    why="Readers show the picture as a link to the show's page.",
    fix="Use the same `link` in `image` as in `channel`.",
    spec="RSS2 image; w3c:ImageLinkDoesntMatch",
    bad=f"<link>https://example.com/home</link><image>{_SOUND}</image>",
    good=f"<link>https://example.com/</link><image>{_SOUND}</image>",
)
def link_differs(image: Element) -> Problems:
    return _differs(image, "link")


@rule(
    id="RSS033",
    name="image-title-differs",
    each="channel/image",
    profiles={RSS: WARNING},
    what="The picture has another title than the channel.",
    why="Readers show the title in place of the picture.",
    fix="Use the same `title` in `image` as in `channel`.",
    spec="RSSP image; w3c:ImageTitleDoesntMatch",
    bad=f"<title>Ebb</title><image>{_SOUND}</image>",
    good=f"<title>Tides</title><image>{_SOUND}</image>",
)
def title_differs(image: Element) -> Problems:
    return _differs(image, "title")


def _out_of_range(size: Element, most: int, otherwise: int) -> Problems:
    text = size.value
    if _NUMBER.fullmatch(text) and 1 <= int(text) <= most:
        return
    yield Problem(
        size,
        f"`{size.name}` of the `image` is {quote(text)}, not a whole number of pixels from 1 to {most}",
        fix=f"Leave `<{size.name}>` out (readers take it for {otherwise} then), or make the picture smaller; "
        "podcast artwork belongs in `itunes:image`.",
    )


@rule(
    id="RSS034",
    name="image-width-out-of-range",
    each="image/width",
    profiles={RSS: ERROR},
    what="The width of `image` is not between 1 and 144.",
    why="This picture is a small one, for readers of news. Many podcasts give the width of their artwork "
    "here.",
    fix="Leave `<width>` out; podcast artwork belongs in `itunes:image`.",
    spec="RSS2 image; w3c:InvalidWidth",
    bad=f"<image>{_SOUND}<width>1400</width></image>",
    good=f"<image>{_SOUND}<width>144</width></image>",
    within="channel",
)
def width_out_of_range(width: Element) -> Problems:
    return _out_of_range(width, 144, 88)


@rule(
    id="RSS035",
    name="image-height-out-of-range",
    each="image/height",
    profiles={RSS: ERROR},
    what="The height of `image` is not between 1 and 400.",
    why="This picture is a small one, for readers of news. Many podcasts give the height of their artwork "
    "here.",
    fix="Leave `<height>` out; podcast artwork belongs in `itunes:image`.",
    spec="RSS2 image; w3c:InvalidHeight",
    bad=f"<image>{_SOUND}<height>1400</height></image>",
    good=f"<image>{_SOUND}<height>400</height></image>",
    within="channel",
)
def height_out_of_range(height: Element) -> Problems:
    return _out_of_range(height, 400, 31)


@rule(
    id="RSS036",
    name="image-format",
    each="image/url",
    profiles={RSS: WARNING},
    what="The address of the picture ends otherwise than that of a GIF, JPEG or PNG.",
    why="Only these formats are shown everywhere, and many readers go by the ending.",
    fix="Use a picture in one of these formats, with its usual ending.",
    spec="RSS2 image; w3c:ImageUrlFormat",
    bad=f"<image><url>https://example.com/a.tiff</url>{_HEAD}</image>",
    good=f"<image><url>https://example.com/a.png</url>{_HEAD}</image>",
    within="channel",
)
def image_format(url: Element) -> Problems:
    text = url.value
    try:
        path = urlsplit(text).path
    except ValueError:
        return
    # Many addresses have no ending at all: what they lead to cannot be told by them.
    ending = re.search(r"\.(\w+)$", path)
    if ending is not None and ending[1].lower() not in _FORMATS and not text.lower().endswith(_FORMATS):
        yield Problem(url, f"`url` of the `image` has not the ending of a gif, jpg or png: {quote(text)}")
