"""Slugs from titles, file names and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.slugs import address_slug, file_slug, is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ben Darnell on Tornado", "ben-darnell-on-tornado"),
        ("Tom Rothamel on Ren'Py", "tom-rothamel-on-renpy"),
        ("Maciej Fijałkowski & Łódź", "maciej-fijalkowski-lodz"),
        ("straße Ærø œuvre þorn ıı", "strasse-aero-oeuvre-thorn-ii"),
        ("Ｆｕｌｌ ① ﬁ", "full-1-fi"),
        ("  a -- b  ", "a-b"),
        ("WSGI 2.0", "wsgi-20"),
        ("__init__", "__init__"),
        ("شفق شمالی", ""),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("feeds/demo/episodes/040.md", "040"),
        ("e/2016-01-04-ben-darnell.md", "ben-darnell"),
        ("e/2016-01-04.md", "2016-01-04"),
        ("e/Episode 40.md", "episode-40"),
        ("e/2.0-release.md", "2.0-release"),
    ],
)
def test_file_slug(path: str, slug: str) -> None:
    assert file_slug(path) == slug


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("ben-darnell-tornado.html", "ben-darnell-tornado"),
        ("griatch_evennia.html", "griatch_evennia"),
        ("/episodes/106", "106"),
        ("/podcast/Some-Name/?x=1#y", "some-name"),
        ("a/index.html", "a"),
        ("https://example.com/x.html", "x"),
        ("https://example.com/", ""),
        ("index.html", ""),
    ],
)
def test_address_slug(address: str, slug: str) -> None:
    assert address_slug(address) == slug


@given(st.text())
def test_what_slugify_makes_is_a_slug_and_stays_one(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize("text", ["", "A", "a b", "é", "-a", ".a", "a/b", "a\n"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)
