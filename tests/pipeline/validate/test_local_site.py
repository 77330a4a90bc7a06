"""Which file an address means, where the site lies here."""

from pathlib import Path

import pytest

from feedpub.pipeline.validate.local_site import site_around


@pytest.mark.parametrize(
    ("feed", "address", "folder", "beginning"),
    [
        ("public/podcast/feed.xml", "https://example.com/podcast/feed.xml", "public", "https://example.com/"),
        ("feed.xml", "https://example.com/podcast/feed.xml", ".", "https://example.com/podcast/"),
        ("out/mine.xml", "https://example.com/podcast/feed.xml", "out", "https://example.com/podcast/"),
        ("/srv/www/feed.xml", "https://example.com/feed.xml", "/srv/www", "https://example.com/"),
        ("/feed.xml", "https://example.com/feed.xml", "/", "https://example.com/"),
    ],
)
def test_a_site_is_told_by_what_path_and_address_have_in_common(
    feed: str, address: str, folder: str, beginning: str
) -> None:
    site = site_around(feed, address)
    assert (site.folder, site.address) == (folder, beginning)


@pytest.mark.parametrize(
    "address", ["", "feed.xml", "ftp://example.com/feed.xml", "https://[", "https:///feed.xml"]
)
def test_without_an_address_nothing_is_found(address: str, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("x")
    assert site_around(f"{tmp_path}/feed.xml", address).find(address) == ""


def test_files_are_found_by_their_address_and_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    site_folder = tmp_path / "site"
    (site_folder / "audio").mkdir(parents=True)
    (site_folder / "audio" / "one two.mp3").write_text("x")
    (site_folder / "out").symlink_to(tmp_path)
    site = site_around(f"{site_folder}/feed.xml", "https://example.com/feed.xml")
    found = site.find("https://example.com/audio/one%20two.mp3?x=1")
    assert found == f"{site_folder}/audio/one two.mp3"
    assert Path(site.absolute(found)).exists()
    for path in ("audio", "none.mp3", "../secret", "out/secret", "%00", "%2e%2e/secret", ""):
        assert site.find(f"https://example.com/{path}") == ""
    assert site.find("https://example.org/audio/one%20two.mp3") == ""
