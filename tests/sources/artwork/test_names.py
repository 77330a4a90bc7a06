"""What pictures that are made are called."""

from feedpub.sources.artwork.names import name_output, name_variant
from tests.sources.artwork.pictures import encode, plain

JPEG, PNG = encode(plain(9), "JPEG"), encode(plain(9))


def test_a_name_stays_as_long_as_it_fits() -> None:
    assert name_output("art/cover.jpeg", JPEG) == "art/cover.jpeg"
    assert name_output("art/Cover.PNG", PNG) == "art/Cover.PNG"
    assert name_output("art/cover.png", JPEG) == "art/cover.jpg"
    assert name_output("art.v2/cover", PNG) == "art.v2/cover.png"


def test_a_variant_is_called_by_its_width() -> None:
    assert name_variant("art/cover.jpg", 600, JPEG) == "art/cover-600.jpg"
    assert name_variant("art/cover.png", 600, JPEG) == "art/cover-600.jpg"
