"""What a `podcast:image` says of its file."""

from pathlib import Path

import pytest

from feedpub.sources.artwork.facts import aspect_ratio
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.artwork.image_facts import ImageFacts, image_facts_for
from tests.sources.artwork.pictures import encode, photo, plain

GIF = encode(plain(9), "GIF")
MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0\0\0\x08free"


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (encode(photo(150, 50), "JPEG"), ImageFacts(150, 50, "image/jpeg", "3/1")),
        (encode(photo(90, 160)), ImageFacts(90, 160, "image/png", "9/16")),
        (encode(photo(64), "WEBP"), ImageFacts(64, 64, "image/webp", "1/1")),
        (encode(photo(64, 32), "GIF"), ImageFacts(64, 32, "image/gif", "2/1")),
        (encode(photo(160, 90), "AVIF"), ImageFacts(160, 90, "image/avif", "16/9")),
        (MP4, ImageFacts(0, 0, "video/mp4", "")),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', ImageFacts(0, 0, "image/svg+xml", "")),
    ],
    ids=lambda value: value.type if isinstance(value, ImageFacts) else "",
)
def test_type_and_size_come_from_the_content(tmp_path: Path, content: bytes, facts: ImageFacts) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(content)
    assert image_facts_for(str(path)) == facts


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "artwork-empty"),
        (b"RIFF\0\0\0\0WEBPVP8 nothing", "artwork-damaged"),
        (b"GIF89a", "artwork-damaged"),
        (b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "artwork-damaged"),
        (encode(plain(99))[:-20], "artwork-cut-short"),
        (encode(plain(9), "TIFF"), "artwork-wrong-format"),
        (b"<html>", "artwork-wrong-format"),
        (GIF[:6] + (60_000).to_bytes(2, "little") * 2 + GIF[10:], "artwork-too-many-pixels"),
        (GIF[:6] + (15_000).to_bytes(2, "little") * 2 + GIF[10:], "artwork-too-many-pixels"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_a_fault(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "picture.webp"
    path.write_bytes(content)
    with pytest.raises(PictureFault) as caught:
        image_facts_for(str(path))
    assert caught.value.name == name


@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [
        (1920, 1080, "16/9"),
        (1400, 1400, "1/1"),
        (1920, 1081, "1920/1081"),
        (1500, 500, "3/1"),
        (0, 0, ""),
        (9, 0, ""),
    ],
)
def test_a_ratio_has_the_smallest_numbers(width: int, height: int, ratio: str) -> None:
    assert aspect_ratio(width, height) == ratio
