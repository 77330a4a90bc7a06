"""The names of pictures that are made."""

import posixpath
from typing import Literal

from feedpub.sources.artwork.signatures import sniff_picture

#: the suffixes that directories know for a format, the usual one first
SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",)}


def suffix_of(content: bytes) -> Literal[".jpg", ".png"]:
    """The suffix that fits a JPEG or PNG file."""
    return ".png" if sniff_picture(content[:32]) == "png" else ".jpg"


def name_output(path: str, content: bytes) -> str:
    """The name under which ``content``, made from the picture at ``path``, goes out.

    It is ``path`` itself, but for a suffix that has become wrong: ``art/cover.png`` -> ``art/cover.jpg``.
    """
    stem, suffix = posixpath.splitext(path)
    fitting = suffix_of(content)
    return path if suffix.lower() in SUFFIXES["png" if fitting == ".png" else "jpeg"] else stem + fitting


def name_variant(path: str, width: int, content: bytes) -> str:
    """The name of a variant of the picture at ``path``: ``art/cover.jpg`` -> ``art/cover-600.jpg``."""
    stem, suffix = posixpath.splitext(name_output(path, content))
    return f"{stem}-{width}{suffix}"
