"""Pictures of every kind, made for tests."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

#: a red that is one in sRGB, and in no other profile of these tests
RED = (200, 40, 30)


def encode(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    """The file of a picture."""
    made = io.BytesIO()
    image.save(made, form, **options)
    return made.getvalue()


def decode(content: bytes) -> Image.Image:
    """The picture of a file."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def plain(width: int = 1400, height: int = 0, mode: str = "RGB", colour: Any = RED) -> Image.Image:
    """One colour, as large as directories want it."""
    return Image.new(mode, (width, height or width), colour)


def photo(width: int, height: int = 0) -> Image.Image:
    """No two pixels are alike, as in a photograph."""
    size = (width, height or width)
    gradients = (
        Image.linear_gradient("L"),
        Image.radial_gradient("L"),
        Image.linear_gradient("L").rotate(90),
    )
    return Image.merge("RGB", [gradient.resize(size, Image.Resampling.BICUBIC) for gradient in gradients])


def exif(orientation: int = 1, place: bool = False) -> Image.Exif:
    """What a camera notes: how it was held, and where."""
    noted = Image.Exif()
    noted[0x0112] = orientation
    noted[0x010F] = "A camera of ours"
    if place:
        noted.get_ifd(0x8825)[1] = "N"
        noted.get_ifd(0x8825)[2] = (54.0, 10.0, 48.0)
    return noted


def profile(name: str) -> bytes:
    """An ICC profile: ``sRGB``, ``LAB`` or ``XYZ``."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()  # type: ignore[arg-type]


def swapped_profile() -> bytes:
    """sRGB, with the colours of red and blue exchanged."""
    content = profile("sRGB")
    return content.replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ").replace(b"____", b"bXYZ")


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def raw_png(width: int, height: int, depth: int = 8, colour: int = 2, rows: int = -1) -> bytes:
    """A PNG file of zeros; with fewer rows than it claims if so wanted. It is made without a picture in memory."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = bytes(1 + (width * channels * depth + 7) // 8)
    packer = zlib.compressobj()
    count = height if rows < 0 else rows
    packed = [packer.compress(row * min(256, count - done)) for done in range(0, count, 256)]
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", b"".join([*packed, packer.flush()])), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
