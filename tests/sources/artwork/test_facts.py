"""What a picture is, and what is wrong with files that are none."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from feedpub.sources.artwork.facts import PictureFacts, measure_picture
from feedpub.sources.artwork.fault import PictureFault
from tests.sources.artwork.pictures import (
    chunk,
    encode,
    exif,
    photo,
    plain,
    profile,
    raw_png,
    swapped_profile,
)

JPEG = encode(photo(120), "JPEG")
PNG = encode(photo(60))
PROGRESSIVE = encode(photo(120), "JPEG", progressive=True)


def fault_of(content: bytes) -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        measure_picture(content)
    return caught.value


def test_a_jpeg_and_a_png_are_measured(tmp_path: Path) -> None:
    path = tmp_path / "cover"
    path.write_bytes(JPEG)
    assert measure_picture(str(path)) == PictureFacts("jpeg", 120, 120, "rgb", False, "none", len(JPEG))
    assert measure_picture(PNG) == PictureFacts("png", 60, 60, "rgb", False, "none", len(PNG))


@pytest.mark.parametrize(
    ("content", "mode", "alpha"),
    [
        (encode(plain(9, mode="L", colour=7), "JPEG"), "grey", False),
        (encode(plain(9, mode="CMYK", colour=(1, 2, 3, 4)), "JPEG"), "cmyk", False),
        (encode(plain(9, mode="P", colour=1)), "palette", False),
        (encode(plain(9, mode="P", colour=1), transparency=1), "palette", True),
        (encode(plain(9, mode="RGBA", colour=(1, 2, 3, 4))), "rgb", True),
        (encode(plain(9), transparency=(1, 2, 3)), "rgb", True),
        (encode(plain(9, mode="LA", colour=(1, 2))), "grey", True),
        (encode(plain(9, mode="I;16", colour=700)), "16-bit", False),
        (raw_png(9, 9, depth=16, colour=2), "16-bit", False),
        (raw_png(9, 9, depth=16, colour=6), "16-bit", True),
        (encode(plain(9, mode="1", colour=1)), "1-bit", False),
    ],
)
def test_how_colours_are_kept_is_told(content: bytes, mode: str, alpha: bool) -> None:
    facts = measure_picture(content)
    assert (facts.mode, facts.has_alpha) == (mode, alpha)


@pytest.mark.parametrize(
    ("icc", "kind"),
    [
        (b"", "none"),
        (profile("sRGB"), "srgb"),
        (swapped_profile(), "other"),
        (profile("LAB"), "other"),
        (b"?" * 300, "other"),
    ],
)
def test_a_profile_is_told_by_what_it_does(icc: bytes, kind: str) -> None:
    assert measure_picture(encode(plain(9), "JPEG", icc_profile=icc)).profile == kind
    assert measure_picture(encode(plain(9), icc_profile=icc)).profile == kind


def test_a_picture_that_lies_turned_is_as_wide_as_it_is_shown() -> None:
    facts = measure_picture(encode(plain(40, 30), "JPEG", exif=exif(6)))
    assert (facts.width, facts.height, facts.orientation) == (30, 40, 6)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_that_tells_its_place_is_known(form: str) -> None:
    assert measure_picture(encode(plain(9), form, exif=exif(place=True))).tells_place
    assert not measure_picture(encode(plain(9), form, exif=exif())).tells_place


def test_a_place_in_xmp_is_known() -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="54,10N"/></x:xmpmeta>'
    assert measure_picture(encode(plain(9), "JPEG", xmp=xmp)).tells_place


def test_exif_that_cannot_be_read_says_nothing() -> None:
    facts = measure_picture(encode(plain(9), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))
    assert (facts.orientation, facts.tells_place) == (1, False)


@pytest.mark.parametrize("depth", [1, 8])
def test_an_interlaced_png_has_all_its_rows(depth: int) -> None:
    """Seven passes, of which small pictures lack some."""
    for width, height in ((1, 1), (3, 2), (4, 9), (8, 8), (13, 17)):
        bits = depth * (1 if depth == 1 else 3)
        sizes = [
            (-(-(width - left) // across), -(-(height - top) // down))
            for left, top, across, down in (
                (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
            )
        ]  # fmt: skip
        rows = b"".join(bytes(1 + (w * bits + 7) // 8) * h for w, h in sizes if w > 0 and h > 0)
        header = struct.pack(">IIBBBBB", width, height, depth, 0 if depth == 1 else 2, 0, 0, 1)
        start, end = PNG[:8] + chunk(b"IHDR", header), chunk(b"IEND", b"")
        facts = measure_picture(start + chunk(b"IDAT", zlib.compress(rows)) + end)
        assert (facts.width, facts.height, facts.progressive) == (width, height, True)
        assert fault_of(start + chunk(b"IDAT", zlib.compress(rows[:-1])) + end).name == "artwork-cut-short"


def test_a_progressive_jpeg_is_known() -> None:
    assert measure_picture(PROGRESSIVE).progressive
    assert not measure_picture(JPEG).progressive


def test_two_pictures_in_one_jpeg_are_the_first() -> None:
    content = encode(photo(64), "MPO", save_all=True, append_images=[photo(32)])
    facts = measure_picture(content)
    assert (facts.format, facts.width) == ("jpeg", 64)


OTHERS = [
    (encode(plain(9), "WEBP"), "a WebP picture", "export it as JPEG or PNG"),
    (encode(plain(9), "GIF"), "a GIF picture", "export it as JPEG or PNG"),
    (encode(plain(9), "AVIF"), "an AVIF picture", "export it as JPEG or PNG"),
    (encode(plain(9), "TIFF"), "a TIFF picture", "export it as JPEG or PNG"),
    (encode(plain(9), "BMP"), "a BMP picture", "export it as JPEG or PNG"),
    (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing", "export it as JPEG or PNG"),
    (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC picture, as iPhones take them", "export it as JPEG or PNG"),
    (b"<!DOCTYPE html><title>404</title><svg></svg>", "an HTML page", "download the picture itself, not the page about it"),
    (b"version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer", "fetch the picture itself: `git lfs pull`"),
    (b"%PDF-1.7\n", "a PDF document", "export it as JPEG or PNG"),
    (b"ID3\4\0\0\0\0\0\0", "something unknown", "export it as JPEG or PNG"),
    (b"\xff\xfb\x90\x64" + bytes(400), "an audio file", "export it as JPEG or PNG"),
    (b"To do: draw a cover", "a text file", "export it as JPEG or PNG"),
    (bytes(9999), "a row of zeros, as a broken download leaves behind",
     "copy or export the picture again, and compare its size with the original"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "what", "fix"), OTHERS, ids=[what for _, what, _ in OTHERS])
def test_what_is_no_jpeg_or_png_is_called_by_its_name(content: bytes, what: str, fix: str) -> None:
    fault = fault_of(content)
    assert (fault.name, fault.fix) == ("artwork-wrong-format", fix)
    assert fault.message == f"the file is neither JPEG nor PNG but {what}"


def test_an_empty_file_is_called_empty() -> None:
    assert (fault_of(b"").name, fault_of(b"").message) == ("artwork-empty", "the file is empty (0 bytes)")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    said = {}
    for name in ("nothing.png", "pipe", "."):
        with pytest.raises(PictureFault) as caught:
            measure_picture(str(tmp_path / name))
        said[name] = (caught.value.name, caught.value.message)
    assert said == {
        "nothing.png": ("artwork-missing", "there is no such file"),
        "pipe": ("artwork-unreadable", "the file is no regular file"),
        ".": ("artwork-unreadable", "the file cannot be read: Is a directory"),
    }


@pytest.mark.parametrize("content", [JPEG, PROGRESSIVE, PNG], ids=["jpeg", "progressive", "png"])
def test_a_file_that_is_cut_short_anywhere_is_refused(content: bytes) -> None:
    """No decoder needs the last bytes, and yet they must be there."""
    for length in [*range(9, len(content), len(content) // 10), *range(len(content) - 12, len(content))]:
        fault = fault_of(content[:length])
        assert fault.name == "artwork-cut-short", (length, fault.message)
        assert fault.message.startswith("the picture ends ")


def test_a_png_with_a_flipped_bit_is_damaged() -> None:
    flipped = bytearray(PNG)
    flipped[len(PNG) // 2] ^= 4
    fault = fault_of(bytes(flipped))
    assert fault.name == "artwork-damaged"
    assert fault.message.startswith("the picture is damaged between bytes 33 and ")


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (raw_png(9, 0), "artwork-damaged", "the PNG file does not say how large its picture is"),
        (PNG[:8] + chunk(b"IEND", b""), "artwork-damaged", "the PNG file holds no picture"),
        (raw_png(50, 50, rows=20), "artwork-cut-short", "the picture ends before its last row of pixels: it is cut short"),
        (raw_png(50, 50, rows=49), "artwork-cut-short", "the picture ends before its last row of pixels: it is cut short"),
        (PNG[:33] + chunk(b"IDAT", bytes(9)) + PNG[-12:], "artwork-damaged", "the pixels of the PNG file cannot be unpacked"),
        (b"\xff\xd8\xff\xd9\0\0", "artwork-damaged", "the JPEG file holds no picture"),
        (JPEG.replace(b"\xff\xc0", b"\xff\xc9"), "artwork-wrong-format",
         "the file is a JPEG of a kind that hardly any app can show"),
        (JPEG.replace(b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c"), "artwork-wrong-format",
         "the file is a JPEG with 12 bits a channel, which hardly any app can show"),
    ],
)  # fmt: skip
def test_what_is_wrong_inside_is_told(content: bytes, name: str, message: str) -> None:
    fault = fault_of(content)
    assert (fault.name, fault.message) == (name, message)


def test_more_pixels_than_can_be_opened_are_refused_by_the_header() -> None:
    fault = fault_of(raw_png(14_000, 14_000, depth=1, colour=0))
    assert fault.name == "artwork-too-many-pixels"
    assert fault.message == "the picture has 14,000 x 14,000 pixels, feedpub opens up to 100 million"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x18ftyp", b"<svg "]),
)
def test_any_bytes_are_a_picture_or_a_fault(content: bytes, begin: bytes) -> None:
    fault = fault_of(begin + content)
    assert "\n" not in fault.message + fault.fix


@given(
    st.data(),
    st.sampled_from(
        [JPEG, PROGRESSIVE, PNG, encode(plain(20, mode="P", colour=1), exif=exif(6, place=True))]
    ),
)
def test_any_damage_gives_facts_or_a_fault(data: st.DataObject, content: bytes) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    start = data.draw(st.integers(0, len(content)))
    del damaged[start : start + data.draw(st.integers(0, 40))]
    try:
        facts = measure_picture(bytes(damaged))
    except PictureFault:
        return
    assert min(facts.width, facts.height) > 0


def test_damage_behind_the_checksums_gives_facts_or_a_fault() -> None:
    """A PNG whose checksums are right, and whose picture is nonsense all the same."""
    for body in (b"", b"\0" * 9, bytes(range(256))):
        for kind in (
            b"IDAT",
            b"tRNS",
            b"iCCP",
            b"eXIf",
            b"PLTE",
            b"acTL",
            b"zTXt",
            b"iTXt",
            b"pHYs",
            b"gAMA",
            b"cHRM",
        ):
            try:
                measure_picture(PNG[:33] + chunk(kind, body) + PNG[33:])
            except PictureFault as fault:
                assert fault.name in ("artwork-damaged", "artwork-cut-short")


def test_pillow_is_left_as_strict_as_it_is() -> None:
    from PIL import ImageFile

    measure_picture(PNG)
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    assert Image.MAX_IMAGE_PIXELS == 250_000_000
