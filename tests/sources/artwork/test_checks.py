"""What directories think of a picture."""

import pytest

from feedpub.kinds.fault import Fault
from feedpub.model import Severity
from feedpub.sources.artwork.checks import judge_picture
from feedpub.sources.artwork.facts import PictureFacts

GOOD = PictureFacts("jpeg", 3000, 3000, "rgb", False, "srgb", 400_000)
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


def remarks(show: bool = True, suffix: str = ".jpg", convert: bool = True, **changes: object) -> list[Fault]:
    return judge_picture(GOOD._replace(**changes), show=show, suffix=suffix, convert=convert)


def told(**wanted: object) -> list[str]:
    return [f"{remark.severity.name.lower()} {remark.name}" for remark in remarks(**wanted)]  # type: ignore[arg-type]


@pytest.mark.parametrize("side", [1400, 2000, 3000])
@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".JPG", ""])
def test_a_good_picture_is_no_matter_to_talk_about(side: int, suffix: str) -> None:
    for convert in (True, False):
        assert remarks(suffix=suffix, convert=convert, width=side, height=side) == []


@pytest.mark.parametrize("convert", [True, False])
@pytest.mark.parametrize(
    ("changes", "shows", "episodes"),
    [
        ({"width": 1399, "height": 1399}, "error artwork-too-small", "warning artwork-too-small"),
        ({"width": 1500, "height": 1501}, "error artwork-not-square", "warning artwork-not-square"),
        ({"format": "png"}, "error artwork-extension-mismatch", "error artwork-extension-mismatch"),
        ({"length_bytes": 512_001}, "info artwork-heavy", "info artwork-heavy"),
    ],
)
def test_what_nobody_can_convert_is_told_always(
    convert: bool, changes: dict[str, object], shows: str, episodes: str
) -> None:
    assert told(convert=convert, show=True, **changes) == [shows]
    assert told(convert=convert, show=False, **changes) == [episodes]


CONVERTED = [
    ({"width": 3001, "height": 3001}, "error artwork-too-large", "made smaller, to 3000 pixels"),
    ({"mode": "cmyk"}, "error artwork-not-rgb", "turned into RGB with 8 bits a channel"),
    ({"mode": "grey"}, "warning artwork-not-rgb", "turned into RGB with 8 bits a channel"),
    ({"mode": "16-bit"}, "warning artwork-not-rgb", "turned into RGB with 8 bits a channel"),
    ({"profile": "other"}, "warning artwork-not-srgb", "turned into the colours of sRGB"),
    ({"has_alpha": True}, "error artwork-has-alpha", "put on white where it is transparent"),
    ({"orientation": 6}, "warning artwork-turned", "turned upright"),
    ({"tells_place": True}, "warning artwork-tells-place", "freed from the note where it was taken"),
]


@pytest.mark.parametrize(("changes", "complaint", "done"), CONVERTED)
def test_what_is_converted_is_no_complaint(changes: dict[str, object], complaint: str, done: str) -> None:
    assert told(convert=False, **changes) == [complaint]
    (remark,) = remarks(convert=True, **changes)
    assert (remark.severity, remark.name) == (Severity.INFO, "artwork-converted")
    assert remark.message.endswith(f"; for the feed it is {done}")


def test_everything_is_told_at_once() -> None:
    bad = {
        "width": 900,
        "height": 4000,
        "mode": "palette",
        "has_alpha": True,
        "format": "png",
        "length_bytes": 9_000_000,
    }
    assert told(convert=False, **bad) == [
        "error artwork-too-small", "error artwork-not-square", "error artwork-extension-mismatch",
        "error artwork-too-large", "warning artwork-not-rgb", "error artwork-has-alpha", "info artwork-heavy",
    ]  # fmt: skip
    assert told(convert=True, **bad)[-1] == "info artwork-converted"


def test_messages_say_what_is_there_and_how_to_mend_it() -> None:
    (small,) = remarks(width=600, height=600)
    assert small.message == "the picture is 600 x 600 pixels large, directories want at least 1400 x 1400"
    assert small.fix == "export the original again with 3000 x 3000 pixels, as enlarging this one blurs it"
    (wrong,) = remarks(suffix=".png")
    assert wrong.message == "the picture is called `.png` but is a JPEG"
    assert wrong.fix == "call it `.jpg`, here and where it is named"
    (large,) = remarks(width=4000, height=4000, mode="cmyk")
    assert large.message == (
        "the picture is a JPEG of 4000 x 4000 pixels; for the feed it is made smaller, to 3000 pixels, "
        "turned into RGB with 8 bits a channel"
    )
