"""What is wrong with a picture."""

from feedpub.kinds.fault import RaisedFault


class PictureFault(RaisedFault):
    """The file cannot be used as a picture. Its path is not in the message."""


COPY_AGAIN = "copy or export the picture again, and compare its size with the original"
EXPORT = "export it as JPEG or PNG"


def cut_short(where: str) -> PictureFault:
    """The fault of a file whose end is missing; ``where`` says where it ends."""
    return PictureFault("artwork-cut-short", f"the picture ends {where}: it is cut short", COPY_AGAIN)


def damaged(message: str) -> PictureFault:
    """The fault of a file that is of a known format but cannot be read through."""
    return PictureFault("artwork-damaged", message, "export it again from your image editor")
