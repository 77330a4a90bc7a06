"""Telling what a picture is by its first bytes, never by its suffix."""

import re

from feedpub.sources.artwork.fault import COPY_AGAIN, EXPORT, PictureFault
from feedpub.sources.audio.signatures import name_content as name_other_content
from feedpub.sources.audio.signatures import sniff_audio

#: bytes that are enough to tell; an SVG may begin with a long comment
HEAD = 4096

_PICTURE = re.compile(
    rb"(?P<jpeg>\xff\xd8\xff)"
    rb"|(?P<png>\x89PNG\r\n\x1a\n)"
    rb"|(?P<gif>GIF8[79]a)"
    rb"|(?P<webp>RIFF.{4}WEBP)"
    rb"|(?P<tiff>II\*\0|MM\0\*)"
    rb"|(?P<bmp>BM.{4}\0{4})"
    rb"|(?P<ico>\0\0\1\0)"
    rb"|(?P<psd>8BPS)"
    rb"|(?P<jxl>\xff\x0a|\0{3}\x0cJXL )"
    rb"|(?P<jp2>\0{3}\x0cjP  )",
    re.DOTALL,
)
#: files that begin with a box `ftyp` (ISO/IEC 14496-12), by the brands in it; the first that fits counts
_BRANDS = {
    "avif": {b"avif", b"avis"},
    "heic": {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"},
}
_WORDS = {
    "jpeg": "a JPEG picture",
    "png": "a PNG picture",
    "gif": "a GIF picture",
    "webp": "a WebP picture",
    "avif": "an AVIF picture",
    "heic": "a HEIC picture, as iPhones take them",
    "svg": "an SVG drawing",
    "tiff": "a TIFF picture",
    "bmp": "a BMP picture",
    "ico": "an icon file",
    "psd": "a Photoshop document",
    "jxl": "a JPEG XL picture",
    "jp2": "a JPEG 2000 picture",
    "mp4": "an MP4 film",
}
#: what helps when something else was saved under the name of a picture
_REPLACE = {
    "a Git LFS pointer": "fetch the picture itself: `git lfs pull`",
    "an HTML page": "download the picture itself, not the page about it",
    "a row of zeros, as a broken download leaves behind": COPY_AGAIN,
}


def sniff_picture(head: bytes) -> str:
    """What ``head`` begins, as a short name: ``jpeg``, ``webp``, ``mp4``; empty when it is no picture."""
    if match := _PICTURE.match(head):
        return match.lastgroup or ""
    if head[4:8] == b"ftyp":
        return _sniff_brands(head)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and re.search(rb"<svg[\s>]", head):
        return "" if name_other_content(head) == "an HTML page" else "svg"
    return ""


def name_content(head: bytes) -> str:
    """What the file is, in words: ``a WebP picture``, ``an HTML page``; empty when it cannot be told."""
    if form := sniff_picture(head):
        return _WORDS[form]
    return name_other_content(head) or ("an audio file" if sniff_audio(head) else "")


def wrong_format(head: bytes, wanted: str = "neither JPEG nor PNG") -> PictureFault:
    """The fault of a file that begins with ``head`` and is not what is ``wanted``."""
    what = name_content(head) or "something unknown"
    message = f"the file is {wanted} but {what}"
    return PictureFault("artwork-wrong-format", message, _REPLACE.get(what, EXPORT))


def _sniff_brands(head: bytes) -> str:
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[start : start + 4] for start in range(8, end, 4)}
    return next((form for form, known in _BRANDS.items() if brands & known), "mp4")
