"""Huge pictures end with an answer, within the limits of a worker."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from feedpub.sources.artwork.conversion import convert_picture
from feedpub.sources.artwork.facts import measure_picture
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.artwork.opening import reserve
from feedpub.sources.worker import Limits, Overrun, run_limited
from tests.sources.artwork.pictures import raw_png

LIMITS = Limits(seconds=10, megabytes=768)


def _huge_jpeg(side: int, **options: object) -> bytes:
    """One shade of grey, which takes one byte a pixel here."""
    made = io.BytesIO()
    Image.new("L", (side, side), 120).save(made, "JPEG", **options)
    return made.getvalue()


def _work(content: bytes) -> tuple[object, ...]:
    try:
        facts = measure_picture(content)
        made = measure_picture(convert_picture(content, facts))
        return (facts.width, facts.mode, made.width, made.mode)
    except PictureFault as fault:
        return (fault.name,)


HUGE = {
    "jpeg": (lambda: _huge_jpeg(14_000), (14_000, "grey", 3000, "rgb")),
    "progressive jpeg": (lambda: _huge_jpeg(14_000, progressive=True), ("artwork-too-many-pixels",)),
    "colour png": (lambda: raw_png(14_000, 14_000), ("artwork-too-many-pixels",)),
    "1-bit png": (lambda: raw_png(60_000, 60_000, depth=1, colour=0), ("artwork-too-many-pixels",)),
    "largest 1-bit png": (lambda: raw_png(10_000, 10_000, depth=1, colour=0), (10_000, "1-bit", 3000, "rgb")),
    "largest png with alpha": (lambda: raw_png(10_000, 10_000, colour=6), (10_000, "rgb", 3000, "rgb")),
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_picture_ends_with_an_answer(kind: str) -> None:
    make, wanted = HUGE[kind]
    ((_, answer),) = run_limited([make()], _work, LIMITS, 1)
    assert answer == wanted


def _reserve(length: int) -> str:
    reserve(length)
    return "there is room"


def test_too_little_memory_is_told_as_that_and_not_as_damage() -> None:
    answers = dict(run_limited([10**6, 10**9], _reserve, Limits(5, 200), 1))
    assert answers == {10**6: "there is room", 10**9: Overrun("more than 200 MB of memory")}


def test_pillow_is_loaded_when_a_picture_is_met() -> None:
    rooms = "checks conversion facts image_facts metadata names opening plan profile signatures".split()
    code = f"import sys\nfor room in {rooms}: __import__('feedpub.sources.artwork.' + room)\nsys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
