"""Where the feed is, and its hubs."""

from tests.feed.samples import BARE_SHOW, SHOW, attributes_of, parse_channel, whole_feed


def test_self_link_and_every_hub_are_written() -> None:
    """One link to the feed itself with its type, then one for each hub."""
    assert attributes_of(parse_channel(whole_feed()), "atom:link") == [
        {"href": SHOW.feed_url, "rel": "self", "type": "application/rss+xml"},
        {"href": "https://hub.example/", "rel": "hub"},
        {"href": "https://other-hub.example/", "rel": "hub"},
    ]


def test_no_hub_no_link() -> None:
    """Without hubs only the feed's own address is left."""
    assert [link["rel"] for link in attributes_of(parse_channel(whole_feed(BARE_SHOW)), "atom:link")] == [
        "self"
    ]


def test_show_without_feed_address_has_no_self_link() -> None:
    """An empty address is not written."""
    assert attributes_of(parse_channel(whole_feed(BARE_SHOW._replace(feed_url=""))), "atom:link") == []
