"""What a picture is: a JPEG or PNG file measured, and proven to be whole."""

from importlib import import_module
from math import gcd
from typing import TYPE_CHECKING, Literal, NamedTuple

from feedpub.files import PathFault, read_regular, reason_of
from feedpub.sources.artwork import jpeg_segments, png_chunks
from feedpub.sources.artwork.fault import COPY_AGAIN, PictureFault, damaged
from feedpub.sources.artwork.opening import (
    MOST_PIXELS,
    MOST_PIXELS_OF_JPEG,
    MOST_PIXELS_OF_PROGRESSIVE,
    check_pixels,
    decoding,
    open_picture,
    reserve,
)
from feedpub.sources.artwork.profile import Profile, tell_profile
from feedpub.sources.artwork.signatures import HEAD, sniff_picture, wrong_format

if TYPE_CHECKING:
    from PIL.Image import Image

Mode = Literal["rgb", "grey", "cmyk", "palette", "16-bit", "1-bit"]

#: a file that is larger is no cover
LARGEST_FILE = 64 << 20
#: tags of Exif (CIPA DC-008)
_ORIENTATION, _PLACE = 0x0112, 0x8825
_JPEG_MODES: dict[int, Mode] = {1: "grey", 3: "rgb", 4: "cmyk"}
_PNG_MODES: dict[int, Mode] = {0: "grey", 2: "rgb", 3: "palette", 4: "grey", 6: "rgb"}


class PictureFacts(NamedTuple):
    """What is in a JPEG or PNG file. Plain values: ``tuple(facts)`` goes through a worker's pipe."""

    format: Literal["jpeg", "png"]
    #: pixels, as the picture is to be shown: turned as it asks for
    width: int
    height: int
    mode: Mode
    has_alpha: bool
    profile: Profile
    length_bytes: int
    #: a JPEG that appears step by step, or an interlaced PNG
    progressive: bool = False
    #: how it is to be turned before it is shown: 1 not at all, else 2 to 8 as Exif counts
    orientation: int = 1
    #: it says where on earth it was taken
    tells_place: bool = False


class _Header(NamedTuple):
    """What can be told without decoding; the picture as it lies in the file."""

    width: int
    height: int
    mode: Mode
    has_alpha: bool
    progressive: bool


def measure_picture(source: str | bytes) -> PictureFacts:
    """The facts of a picture: a path of the file system, or the content of a file.

    Raises PictureFault for everything but a whole JPEG or PNG file. It is decoded once, so this
    belongs into a worker.
    """
    content = read_picture(source) if isinstance(source, str) else source
    if not content:
        raise PictureFault("artwork-empty", "the file is empty (0 bytes)", COPY_AGAIN)
    form = sniff_picture(content[:HEAD])
    if form == "jpeg":
        return _measure(content, "jpeg", _read_jpeg_header(content))
    if form == "png":
        return _measure(content, "png", _read_png_header(content))
    raise wrong_format(content[:HEAD])


def aspect_ratio(width: int, height: int) -> str:
    """Width and height in the smallest whole numbers: ``16/9``; empty when one is unknown."""
    if width <= 0 or height <= 0:
        return ""
    divisor = gcd(width, height)
    return f"{width // divisor}/{height // divisor}"


def warm_up() -> None:
    """Loads what every picture needs, so that processes forked from here need not do it again."""
    for module in ("PIL.Image", "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.ImageCms"):
        import_module(module)


def read_picture(path: str) -> bytes:
    """The bytes of a file. Raises PictureFault where it cannot be read, or is too large for a picture."""
    try:
        return read_regular(path, LARGEST_FILE)
    except FileNotFoundError:
        raise PictureFault(
            "artwork-missing", "there is no such file", "put the picture there, or correct the name"
        ) from None
    except PathFault as fault:
        raise PictureFault("artwork-unreadable", f"the file {fault}", "name a picture") from None
    except (OSError, ValueError) as error:
        message = f"the file cannot be read: {reason_of(error)}"
        raise PictureFault("artwork-unreadable", message, COPY_AGAIN) from None


def _read_jpeg_header(content: bytes) -> _Header:
    frame = jpeg_segments.read_frame(content)
    most = MOST_PIXELS_OF_PROGRESSIVE if frame.progressive else MOST_PIXELS_OF_JPEG
    check_pixels(frame.width, frame.height, most)
    if frame.progressive:
        reserve(2 * frame.width * frame.height * frame.components)
    return _Header(frame.width, frame.height, _JPEG_MODES[frame.components], False, frame.progressive)


def _read_png_header(content: bytes) -> _Header:
    header = png_chunks.read_header(content)
    check_pixels(header.width, header.height, MOST_PIXELS)
    png_chunks.check_rows(content, header)
    mode = _PNG_MODES.get(header.colour, "rgb")
    if header.depth == 16:
        mode = "16-bit"
    elif header.depth == 1 and header.colour == 0:
        mode = "1-bit"
    return _Header(header.width, header.height, mode, header.has_alpha, header.interlaced)


def _measure(content: bytes, form: Literal["jpeg", "png"], header: _Header) -> PictureFacts:
    name = form.upper()
    with decoding(f"a {name}"):
        image = open_picture(content, name)
        if image.size != (header.width, header.height):
            raise damaged("the file holds several pictures of different sizes")
        # An eighth of the size, in both directions: every byte is read all the same. PNG knows no such thing.
        image.draft(None, (max(1, header.width // 8), max(1, header.height // 8)))
        image.load()
        orientation, tells_place = _read_exif(image)
        profile = tell_profile(image.info.get("icc_profile") or b"")
    width, height = header.width, header.height
    if orientation >= 5:
        width, height = height, width
    return PictureFacts(
        form, width, height, header.mode, header.has_alpha, profile, len(content), header.progressive,
        orientation, tells_place,
    )  # fmt: skip


def _read_exif(image: "Image") -> tuple[int, bool]:
    """How the picture is to be turned, and whether it tells its place. What cannot be read says nothing."""
    try:
        exif = image.getexif()
        orientation = exif.get(_ORIENTATION, 1)
        place = bool(exif.get_ifd(_PLACE))
    except MemoryError:
        raise
    # Broken Exif is common, and no reason to refuse a picture. Pillow raises what it likes.
    except Exception:  # noqa: BLE001
        orientation, place = 1, False
    if orientation not in range(1, 9):
        orientation = 1
    return int(orientation), place or b"GPSLatitude" in bytes(image.info.get("xmp") or b"")
