"""What ``podcast:image`` says of a picture or a short film. More kinds are allowed there than as a cover."""

from typing import NamedTuple

from feedpub.sources.artwork.facts import aspect_ratio, measure_picture, read_picture
from feedpub.sources.artwork.fault import COPY_AGAIN, PictureFault
from feedpub.sources.artwork.opening import check_pixels, decoding, open_picture
from feedpub.sources.artwork.signatures import HEAD, sniff_picture, wrong_format

_TYPES = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
}


class ImageFacts(NamedTuple):
    """What a file is. Width and height are pixels, 0 where they cannot be told (MP4, SVG)."""

    width: int
    height: int
    #: media type
    type: str
    #: reduced: ``16/9``; empty without a size
    aspect_ratio: str


def image_facts_for(path: str) -> ImageFacts:
    """What the file at ``path``, a path of the file system, is. Belongs into a worker.

    JPEG and PNG are proven to be whole, of others only the header is read. Raises PictureFault.
    """
    content = read_picture(path)
    if not content:
        raise PictureFault("artwork-empty", "the file is empty (0 bytes)", COPY_AGAIN)
    form = sniff_picture(content[:HEAD])
    if form not in _TYPES:
        raise wrong_format(content[:HEAD], "no picture that apps show")
    width, height = _measure(content, form)
    return ImageFacts(width, height, _TYPES[form], aspect_ratio(width, height))


def _measure(content: bytes, form: str) -> tuple[int, int]:
    if form in ("jpeg", "png"):
        facts = measure_picture(content)
        return facts.width, facts.height
    if form in ("svg", "mp4"):
        return 0, 0
    with decoding(f"a {form.upper()}"):
        width, height = open_picture(content, form.upper()).size
    check_pixels(width, height)
    return width, height
