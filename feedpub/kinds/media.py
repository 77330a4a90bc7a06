"""What is told of files: media types, sizes, digests, purposes."""

import re
from fractions import Fraction

from feedpub.kinds.fault import Fault, quote
from feedpub.model.finding import Severity
from feedpub.model.podcast_lists import IMAGE_PURPOSES

_WORD = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
#: RFC 6838, section 4.2, and perhaps parameters
_MEDIA_TYPE = re.compile(rf"{_WORD}/{_WORD}(?:\s?;\s?{_WORD}=(?:{_WORD}|\"[^\"\r\n]{{0,200}}\")){{0,8}}")
_DECIMAL = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,30})?")
_RATIO = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)(?:\s?/\s?([0-9]{1,9}(?:\.[0-9]{1,9})?))?")
_SRI = re.compile(r"sha(256|384|512)-([A-Za-z0-9+/]{20,100}={0,2})")
#: so many words of a purpose are looked at
_MOST_PURPOSES = 20
#: bits of a digest -> characters of its base64
_LENGTHS = {"256": 44, "384": 64, "512": 88}

_BY_SUFFIX = {
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "opus": "audio/opus", "ogg": "audio/ogg",
    "flac": "audio/flac", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif", "vtt": "text/vtt",
    "srt": "application/x-subrip", "json": "application/json", "html": "text/html", "txt": "text/plain",
    "torrent": "application/x-bittorrent", "hls": "application/x-mpegURL", "m3u8": "application/x-mpegURL",
}  # fmt: skip


def check_media_type(text: str) -> Fault | None:
    """A type such as `audio/mpeg` (RFC 6838)."""
    if _MEDIA_TYPE.fullmatch(text):
        return None
    known = _BY_SUFFIX.get(text.strip().lstrip(".").lower(), "")
    fix = f"did you mean {known}?" if known else "write it as in audio/mpeg"
    return Fault("bad-media-type", f"{quote(text)} is no media type", fix)


def check_decimal(text: str) -> Fault | None:
    """Digits, and perhaps a point with more of them."""
    if _DECIMAL.fullmatch(text):
        return None
    plain = text.strip().replace(",", ".")
    fix = f"write {plain}" if _DECIMAL.fullmatch(plain) else "write digits with a point, as in 0.00000005000"
    return Fault("bad-decimal", f"{quote(text)} is no decimal number", fix)


def check_aspect_ratio(text: str) -> Fault | None:
    """Width and height in relation, as in CSS: `16/9`, `1 / 1`, `1.5`."""
    if parse_ratio(text):
        return None
    other = re.sub(r"\s*[:x×]\s*", "/", text[:40].strip())
    fix = f"write {other}" if other != text and parse_ratio(other) else "write it as in 16/9"
    return Fault("bad-aspect-ratio", f"{quote(text)} is no relation of width and height", fix)


def parse_ratio(text: str) -> Fraction | None:
    """Width by height; None where the text says nothing of the kind."""
    match = _RATIO.fullmatch(text)
    if match is None:
        return None
    width, height = Fraction(match[1]), Fraction(match[2] or 1)
    return width / height if width and height else None


def check_tokens(text: str) -> Fault | None:
    """Words with blanks between them."""
    if "," not in text and ";" not in text:
        return None
    words = " ".join(re.split(r"[\s,;]+", text[:200].strip(" ,;")))
    return Fault("bad-tokens", f"{quote(text)} has commas between its words", f"write {words}")


def check_purpose(text: str) -> Fault | None:
    """A purpose may be anything; one that is nearly a recommended one is likely to be misspelt."""
    from feedpub.kinds.misspelling import nearest_word

    for word in text.casefold().split()[:_MOST_PURPOSES]:
        near = "" if word in IMAGE_PURPOSES else nearest_word(word, IMAGE_PURPOSES)
        if near:
            message = f"{quote(word)} is no purpose that apps know"
            return Fault("unknown-purpose", message, f"did you mean `{near}`?", Severity.WARNING)
    return None


def check_sri(text: str) -> Fault | None:
    """A digest as browsers check it (W3C, Subresource Integrity): `sha384-` and base64."""
    match = _SRI.fullmatch(text)
    if match and len(match[2]) == _LENGTHS[match[1]]:
        return None
    fix = "write sha256-, sha384- or sha512- and the digest in base64"
    return Fault("bad-integrity", f"{quote(text)} is no digest", fix)
