"""Pictures opened and decoded by Pillow, with its errors in our words."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from feedpub.sources.artwork.fault import PictureFault, cut_short, damaged

if TYPE_CHECKING:
    from PIL.Image import Image

#: pixels that are opened: a colour PNG of so many takes 400 MB of memory
MOST_PIXELS = 100_000_000
#: a JPEG is decoded smaller at once, which costs time alone
MOST_PIXELS_OF_JPEG = 250_000_000
#: but a progressive one is kept whole, two bytes a pixel and channel
MOST_PIXELS_OF_PROGRESSIVE = 75_000_000


def check_pixels(width: int, height: int, most: int = MOST_PIXELS) -> None:
    """Raises PictureFault when a picture is too large to be opened at all."""
    if width * height > most:
        message = (
            f"the picture has {width:,} x {height:,} pixels, feedpub opens up to {most // 1_000_000} million"
        )
        raise PictureFault("artwork-too-many-pixels", message, "make it 3000 x 3000 pixels")


def open_picture(content: bytes, *formats: str) -> "Image":
    """The picture, its header read; ``formats`` as Pillow calls them. Call it within :func:`decoding`."""
    from PIL import Image

    # Above this Pillow warns, and above twice this it refuses. Both are refusals here, see decoding().
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS_OF_JPEG
    return Image.open(io.BytesIO(content), formats=formats)


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Turns what Pillow raises into a PictureFault; ``what`` is the format. Its warnings are not shown."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (PictureFault, MemoryError, RecursionError):
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            message = "the picture has more pixels than can be opened"
            raise PictureFault("artwork-too-many-pixels", message, "make it 3000 x 3000 pixels") from None
        # On damaged files Pillow raises what it likes: OSError, SyntaxError, struct.error, TypeError ...
        except Exception as error:  # noqa: BLE001
            if "truncated" in str(error).lower():
                raise cut_short("before its last row of pixels") from None
            raise damaged(f"the file begins like {what} but cannot be read through") from None


def reserve(length_bytes: int) -> None:
    """Raises MemoryError when there is not so much room.

    The decoder of JPEG calls a picture damaged that it has no room for, so this is asked before.
    """
    bytearray(length_bytes)
