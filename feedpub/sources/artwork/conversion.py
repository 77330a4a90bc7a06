"""Pictures made from pictures: small enough, RGB, sRGB, upright, not transparent, without metadata.

The same bytes come out of the same bytes, as long as Pillow and the libraries in it are the same.
"""

import io
from typing import TYPE_CHECKING

from feedpub.sources.artwork.checks import HEAVY
from feedpub.sources.artwork.facts import PictureFacts
from feedpub.sources.artwork.metadata import strip_metadata
from feedpub.sources.artwork.opening import decoding, open_picture
from feedpub.sources.artwork.plan import LARGEST, plan_picture
from feedpub.sources.artwork.profile import to_srgb

if TYPE_CHECKING:
    from PIL.Image import Image

#: of JPEG: above it files grow fast, below it letters on flat ground get a rim
QUALITY = 90
#: of PNG: above it files hardly shrink, and photographs take three times as long
_LEVEL = 6
#: rows that are worked on at a time where a picture is large
_STRIP = 256


def convert_picture(content: bytes, facts: PictureFacts, quality: int = QUALITY) -> bytes:
    """The picture as directories want it; ``content`` itself where nothing has to be done.

    ``facts`` are what :func:`measure_picture` says of ``content``. A JPEG stays JPEG. A PNG stays
    PNG unless it is heavy and as JPEG half as heavy, as photographs are.
    """
    steps = plan_picture(facts)
    if not steps:
        return content
    if not any(step.redraws for step in steps):
        return strip_metadata(content)
    return _redraw(content, facts, _fit(facts, LARGEST, LARGEST), quality)


def make_variant(content: bytes, facts: PictureFacts, width: int, quality: int = QUALITY) -> bytes:
    """The picture in another width, in pixels; never wider than it is."""
    if width >= facts.width:
        return convert_picture(content, facts, quality)
    return _redraw(content, facts, _fit(facts, width, LARGEST), quality)


def _fit(facts: PictureFacts, widest: int, highest: int) -> tuple[int, int]:
    """The size of a picture, made smaller where it must be, in pixels; width and height as shown."""
    scale = min(1.0, widest / facts.width, highest / facts.height)
    return max(1, round(facts.width * scale)), max(1, round(facts.height * scale))


def _redraw(content: bytes, facts: PictureFacts, size: tuple[int, int], quality: int) -> bytes:
    name = facts.format.upper()
    with decoding(f"a {name}"):
        image = open_picture(content, name)
        icc = image.info.get("icc_profile") or b""
        image = _scale(image, size if facts.orientation < 5 else (size[1], size[0]))
        image = to_srgb(image, b"" if facts.profile == "srgb" else icc)
        image = _turn(image, facts.orientation)
    # Encoders write what they find here.
    image.info = {}
    return _encode_jpeg(image, quality) if facts.format == "jpeg" else _encode_png(image, quality)


def _scale(image: "Image", size: tuple[int, int]) -> "Image":
    """The picture in another size, as L, RGB or CMYK."""
    from PIL.Image import Resampling

    # JPEG is decoded at a half, a quarter or an eighth of its size, if that is still large enough.
    image.draft(None, size)
    factor = max(1, min(image.width // size[0], image.height // size[1]))
    image = _reduce(image, factor)
    return image if image.size == size else image.resize(size, Resampling.LANCZOS)


def _reduce(image: "Image", factor: int) -> "Image":
    """The picture made smaller by a whole factor, as L, RGB or CMYK.

    Strip after strip, so that there is never a second picture of the full size in memory.
    """
    from PIL import Image

    rows = _STRIP * factor
    size = -(-image.width // factor), -(-image.height // factor)
    canvas = None
    for top in range(0, image.height, rows):
        strip = _flatten(image.crop((0, top, image.width, min(top + rows, image.height))))
        if canvas is None:
            canvas = Image.new(strip.mode, size)
        canvas.paste(strip.reduce(factor), (0, top // factor))
    assert canvas is not None
    return canvas


def _flatten(image: "Image") -> "Image":
    """The picture as L, RGB or CMYK with 8 bits a channel, on white where it is transparent."""
    from PIL import Image

    if image.mode == "I;16":
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _turn(image: "Image", orientation: int) -> "Image":
    """The picture upright. ``orientation`` as Exif counts: 1 is upright."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _encode_jpeg(image: "Image", quality: int) -> bytes:
    from PIL import ImageFile

    made = io.BytesIO()
    # To optimise, all that is written must find room at once. Noise needs four bytes a pixel.
    ImageFile.MAXBLOCK = 8 * image.width * image.height + (1 << 16)
    # 4:4:4: every pixel keeps its colour, or else red letters are frayed.
    image.save(made, "JPEG", quality=quality, subsampling="4:4:4", optimize=True)
    return made.getvalue()


def _encode_png(image: "Image", quality: int) -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG", compress_level=_LEVEL)
    png = made.getvalue()
    if len(png) > HEAVY:
        jpeg = _encode_jpeg(image, quality)
        if 2 * len(jpeg) < len(png):
            return jpeg
    return png
