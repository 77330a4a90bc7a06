"""Tags of other namespaces, and where namespaces are declared."""

import pytest

from feedpub.model import ForeignTag, Show
from tests.feed.full_samples import FULL_EPISODE, FULL_SHOW, full_feed
from tests.feed.samples import BARE_EPISODE, BARE_SHOW, parse_channel, sample_item, whole_feed

MEDIA = {"media": "http://search.yahoo.com/mrss/"}
TAG = ForeignTag("media:rating", "nonadult", {"scheme": "urn:simple", "media:x": "1", "xml:lang": "en"})


def test_foreign_tag_is_written_as_it_was_given() -> None:
    """With the prefix that the show declares, attributes with and without one, and what is within."""
    episode = BARE_EPISODE._replace(
        extra=(TAG, ForeignTag("media:group", children=(ForeignTag("media:title", "Fog"),)))
    )
    item = sample_item(BARE_SHOW._replace(namespaces=MEDIA), episode)
    assert b'<media:rating scheme="urn:simple" media:x="1" xml:lang="en">nonadult</media:rating>\n' in item
    assert b"      <media:group>\n        <media:title>Fog</media:title>\n      </media:group>\n" in item


def test_foreign_tags_may_be_of_our_own_namespaces() -> None:
    """A tag that we do not write, such as an old one of Apple's, can be added; one of RSS has no prefix."""
    show = BARE_SHOW._replace(extra=(ForeignTag("itunes:keywords", "sea"), ForeignTag("ttl", "60")))
    head = whole_feed(show)
    assert b"    <itunes:keywords>sea</itunes:keywords>\n    <ttl>60</ttl>\n" in head


@pytest.mark.parametrize("name", ["media:rating", "psc:chapters"])
def test_prefix_that_is_not_declared_is_refused(name: str) -> None:
    """A feed with it would be no XML."""
    with pytest.raises(ValueError, match=f"{name} is not declared"):
        whole_feed(BARE_SHOW._replace(extra=(ForeignTag(name, "x"),)))
    with pytest.raises(ValueError, match=f"{name} is not declared"):
        sample_item(BARE_SHOW, BARE_EPISODE._replace(extra=(ForeignTag(name, "x"),)))


@pytest.mark.parametrize(
    ("show", "prefixes"),
    [
        (BARE_SHOW, []),
        (BARE_SHOW._replace(simple_chapters=True), ["psc"]),
        (BARE_SHOW._replace(creators=True), ["dc"]),
        (BARE_SHOW._replace(namespaces=MEDIA), ["media"]),
        (FULL_SHOW, ["psc", "dc", "media"]),
    ],
)
def test_namespaces_are_declared_where_the_show_uses_them(show: Show, prefixes: list[str]) -> None:
    """Once, on the root, beside the four that every feed has; items add none."""
    feed = whole_feed(show, (sample_item(show),))
    assert feed.count(b"xmlns:") == 4 + len(prefixes)
    assert list(parse_channel(feed).nsmap)[4:] == prefixes


def test_our_own_namespaces_cannot_be_declared_otherwise() -> None:
    """Another address for a prefix of ours would turn all our tags into something else."""
    show = FULL_SHOW._replace(namespaces={**FULL_SHOW.namespaces, "itunes": "urn:x", "dc": "urn:y"})
    feed = whole_feed(show, (sample_item(show, FULL_EPISODE),))
    assert b"urn:x" not in feed
    assert b"urn:y" not in feed


def test_address_of_a_namespace_may_hold_any_sign() -> None:
    """The item is cut out of a root; what its address holds does not shift the cut."""
    show = BARE_SHOW._replace(namespaces={"x": "urn:a&b='c'"})
    episode = BARE_EPISODE._replace(extra=(ForeignTag("x:y", "z"),))
    assert sample_item(show, episode).startswith(b"    <item>\n      <title>")
    assert parse_channel(whole_feed(show, (sample_item(show, episode),))).find("item")[-1].text == "z"


def test_whole_feed_is_well_formed_with_every_tag() -> None:
    """The feed in which every tag stands at every level."""
    assert len(parse_channel(full_feed())) > 40
