"""Colour profiles (ICC): is it sRGB, and if not, colours turned into sRGB."""

import io
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

Profile = Literal["srgb", "other", "none"]

#: of 255; nobody sees less
_SAME = 4
#: steps of each channel from 0 to 255
_STEPS = (0, 51, 102, 153, 204, 255)


def tell_profile(icc: bytes) -> Profile:
    """Whether a profile means sRGB, told by what it does to colours: names and makers are many."""
    if not icc:
        return "none"
    from PIL import Image

    swatches = bytes(
        step for red in _STEPS for green in _STEPS for blue in _STEPS for step in (red, green, blue)
    )
    image = Image.frombytes("RGB", (len(swatches) // 3, 1), swatches)
    turned = _through(image, icc)
    if turned is None:
        return "other"
    return "srgb" if max(map(_distance, swatches, turned.tobytes())) <= _SAME else "other"


def to_srgb(image: "Image", icc: bytes) -> "Image":
    """The picture with its colours in sRGB.

    A profile that is broken, or made for another kind of picture, is passed over.
    """
    turned = _through(image, icc) if icc else None
    return image.convert("RGB") if turned is None else turned


def _distance(one: int, other: int) -> int:
    return abs(one - other)


def _through(image: "Image", icc: bytes) -> "Image | None":
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        return ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
