"""Pictures made from pictures are what directories want, and the same each time."""

import io
from typing import Any

import pytest
from PIL import Image, ImageChops

from feedpub.sources.artwork.checks import judge_picture
from feedpub.sources.artwork.conversion import convert_picture, make_variant
from feedpub.sources.artwork.facts import measure_picture
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.artwork.plan import plan_picture
from tests.sources.artwork.pictures import (
    RED,
    decode,
    encode,
    exif,
    photo,
    plain,
    profile,
    raw_png,
    swapped_profile,
)


def convert(content: bytes) -> bytes:
    return convert_picture(content, measure_picture(content))


def names(content: bytes) -> list[str]:
    return [step.name for step in plan_picture(measure_picture(content))]


def is_near(one: Any, other: Any, most: int = 3) -> bool:
    """Two colours that nobody can tell apart."""
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


PALETTE = photo(1400).quantize(64)
KINDS = {
    "too large": (encode(photo(3100)), ["scale"]),
    "grey jpeg": (encode(photo(1400).convert("L"), "JPEG"), ["colours"]),
    "cmyk": (encode(photo(1400).convert("CMYK"), "JPEG"), ["colours"]),
    "cmyk with a profile for RGB": (
        encode(photo(1400).convert("CMYK"), "JPEG", icc_profile=swapped_profile()), ["colours", "profile"],
    ),
    "palette": (encode(PALETTE), ["colours"]),
    "palette with a transparent colour": (encode(PALETTE, transparency=3), ["colours", "flatten"]),
    "palette half transparent": (encode(PALETTE, transparency=bytes(range(0, 256, 4))), ["colours", "flatten"]),
    "16 bits grey": (encode(Image.frombytes("I;16", (1400, 1400), bytes(range(200)) * 19600)), ["colours"]),
    "16 bits colour": (raw_png(1400, 1400, depth=16), ["colours"]),
    "16 bits with alpha": (raw_png(1400, 1400, depth=16, colour=6), ["colours", "flatten"]),
    "1 bit": (encode(photo(1400).convert("1")), ["colours"]),
    "1 bit with a transparent colour": (encode(photo(1400).convert("1"), transparency=0), ["colours", "flatten"]),
    "grey with alpha": (encode(photo(1400).convert("LA")), ["colours", "flatten"]),
    "alpha": (encode(plain(1400, mode="RGBA", colour=(9, 9, 9, 99))), ["flatten"]),
    "transparent colour": (encode(plain(), transparency=RED), ["flatten"]),
    "other profile": (encode(photo(1400), "JPEG", icc_profile=swapped_profile()), ["profile"]),
    "broken profile": (encode(photo(1400), "JPEG", icc_profile=b"?" * 300), ["profile"]),
    "turned": (encode(photo(1400), "JPEG", exif=exif(6)), ["turn"]),
    "place": (encode(photo(1400), "JPEG", exif=exif(place=True)), ["forget"]),
    "place in png": (encode(photo(1400), exif=exif(place=True)), ["forget"]),
    "everything": (
        encode(photo(3100).convert("CMYK"), "JPEG", exif=exif(8, place=True), icc_profile=swapped_profile()),
        ["scale", "turn", "colours", "profile", "forget"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "steps"), KINDS.values(), ids=list(KINDS))
def test_a_converted_picture_is_clean_and_the_same_each_time(content: bytes, steps: list[str]) -> None:
    assert names(content) == steps
    made = convert(content)
    facts = measure_picture(made)
    complaints = judge_picture(facts, show=True, suffix="", convert=False)
    assert [remark.name for remark in complaints if remark.name != "artwork-heavy"] == []
    assert plan_picture(facts) == ()
    assert convert(content) == made
    assert convert(made) == made
    for trace in (b"camera", b"GPS", b"Exif", b"eXIf"):
        assert trace not in made


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_is_fine_goes_out_byte_for_byte(form: str) -> None:
    content = encode(photo(1400), form, exif=exif(), icc_profile=profile("sRGB"), dpi=(300, 300))
    assert convert(content) is content


def test_colours_are_those_of_the_profile() -> None:
    """The profile says that red is blue."""
    made = decode(convert(encode(plain(), "JPEG", icc_profile=swapped_profile(), quality=95)))
    assert is_near(made.getpixel((700, 700)), RED[::-1], 6)


def test_the_ink_of_adobe_is_not_a_negative() -> None:
    """Adobe writes CMYK the other way round, and everybody after it."""
    content = encode(plain(mode="CMYK", colour=(0, 255, 255, 0)), "JPEG", quality=95)
    assert b"Adobe" in content[:200]
    assert is_near(decode(convert(content)).getpixel((9, 9)), (255, 0, 0))
    unmarked = content.replace(b"Adobe", b"Abode", 1)
    assert is_near(decode(convert(unmarked)).getpixel((9, 9)), (255, 0, 0))


def test_what_is_transparent_becomes_white() -> None:
    made = decode(convert(encode(plain(mode="RGBA", colour=(0, 0, 0, 0)))))
    assert made.getpixel((700, 700)) == (255, 255, 255)
    half = decode(convert(encode(plain(mode="RGBA", colour=(0, 0, 0, 128)))))
    assert is_near(half.getpixel((700, 700)), (127, 127, 127))


def test_sixteen_bits_keep_their_brightness() -> None:
    made = decode(convert(encode(plain(mode="I;16", colour=0x8000))))
    assert is_near(made.getpixel((0, 0)), (128, 128, 128))


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_turned_picture_stands_upright(orientation: int, form: str) -> None:
    upright = Image.new("RGB", (1500, 1400), "white")
    upright.paste("black", (0, 0, 300, 500))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    lying = encode(upright.transpose(back[orientation]), form, exif=exif(orientation))
    made = decode(convert(lying))
    assert made.size == upright.size
    assert max(high for _, high in ImageChops.difference(made, upright).getextrema()) < 40  # type: ignore[misc]


def test_a_place_is_forgotten_without_touching_a_pixel() -> None:
    content = encode(photo(1400), "JPEG", exif=exif(place=True), comment=b"from my kitchen")
    made = convert(content)
    assert decode(made).tobytes() == decode(content).tobytes()
    assert b"kitchen" not in made


def test_a_second_picture_behind_the_first_is_forgotten_with_its_place() -> None:
    content = encode(photo(1400), "MPO", save_all=True, append_images=[photo(64)], exif=exif(place=True))
    made = convert(content)
    assert made.count(b"\xff\xd8\xff") < content.count(b"\xff\xd8\xff")
    assert made.endswith(b"\xff\xd9")
    assert decode(made).size == (1400, 1400)


def test_a_picture_that_is_too_large_keeps_its_shape() -> None:
    facts = measure_picture(convert(encode(plain(4000, 3500), "JPEG")))
    assert (facts.width, facts.height) == (3000, 2625)


def test_a_png_stays_png_unless_it_is_a_photograph() -> None:
    drawing = measure_picture(convert(encode(plain(3100))))
    assert drawing.format == "png"
    rough = Image.effect_noise((3100, 3100), 60).resize((3100, 3100))
    painted = (
        Image.merge("RGB", [rough, rough.rotate(90), rough.rotate(180)])
        .resize((500, 500))
        .resize((3100, 3100))
    )
    assert measure_picture(convert(encode(painted, compress_level=1))).format == "jpeg"


def test_pure_noise_finds_room() -> None:
    """It needs more bytes than any picture that somebody would look at."""
    noise = encode(Image.effect_noise((3000, 3000), 250).convert("CMYK"), "JPEG", quality=100)
    facts = measure_picture(convert_picture(noise, measure_picture(noise), quality=100))
    assert (facts.format, facts.width) == ("jpeg", 3000)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("width", [1, 64, 600, 1399])
def test_a_variant_has_the_width_that_was_asked_for(form: str, width: int) -> None:
    content = encode(photo(1400, 700), form)
    facts = measure_picture(content)
    made = make_variant(content, facts, width)
    smaller = measure_picture(made)
    assert (smaller.width, smaller.height) == (width, max(1, round(width / 2)))
    assert smaller.format == facts.format
    assert plan_picture(smaller) == ()
    assert make_variant(content, facts, width) == made


def test_a_variant_is_never_larger_than_the_picture() -> None:
    content = encode(photo(1400))
    assert make_variant(content, measure_picture(content), 2000) == content
    grey = encode(photo(1400).convert("L"))
    assert make_variant(grey, measure_picture(grey), 1400) == convert(grey)


def test_a_variant_of_a_turned_picture_is_as_wide_as_asked() -> None:
    content = encode(photo(1500, 3000), "JPEG", exif=exif(6))
    facts = measure_picture(make_variant(content, measure_picture(content), 600))
    assert (facts.width, facts.height) == (600, 300)


def test_a_variant_looks_like_the_picture() -> None:
    content = encode(photo(3000), "JPEG", quality=95)
    made = decode(make_variant(content, measure_picture(content), 500))
    wanted = photo(3000).resize((500, 500), Image.Resampling.LANCZOS)
    assert max(high for _, high in ImageChops.difference(made, wanted).getextrema()) < 16  # type: ignore[misc]


def test_strips_leave_no_seam() -> None:
    """Large pictures are made smaller strip by strip."""
    large = photo(6400, 6401).convert("L")
    made = decode(convert(encode(large.convert("RGBA"), compress_level=1)))
    wanted = large.resize(made.size, Image.Resampling.LANCZOS).convert("RGB")
    assert made.size == (3000, 3000)
    assert max(high for _, high in ImageChops.difference(made, wanted).getextrema()) < 8  # type: ignore[misc]


def test_nothing_is_left_of_what_encoders_pick_up() -> None:
    content = encode(photo(1400).convert("L"), "JPEG", comment=b"draft three", dpi=(300, 300), exif=exif())
    made = Image.open(io.BytesIO(convert(content)))
    assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_picture_that_changed_meanwhile_is_a_fault() -> None:
    facts = measure_picture(encode(photo(3100)))
    with pytest.raises(PictureFault):
        convert_picture(b"\x89PNG\r\n\x1a\nnonsense", facts)
