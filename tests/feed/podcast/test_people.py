"""Who takes part."""

import pytest

from feedpub.feed.namespaces import NAMESPACES
from feedpub.model import Person
from tests.feed.samples import (
    BARE_EPISODE,
    EPISODE,
    attributes_of,
    parse_channel,
    parse_item,
    sample_item,
    texts_of,
    whole_feed,
)


def test_channel_names_the_regular_hosts() -> None:
    """With page and picture, where there are any."""
    channel = parse_channel(whole_feed())
    assert texts_of(channel, "podcast:person") == ["Ada Lovelace"]
    assert attributes_of(channel, "podcast:person") == [
        {"role": "host", "href": "https://ada.example/", "img": "https://ada.example/ada.jpg"}
    ]


def test_item_names_people_in_the_given_order() -> None:
    """The order of the episode file is the order in which apps show them."""
    item = parse_item(sample_item())
    assert texts_of(item, "podcast:person") == ["Ada Lovelace", "Grace Hopper"]
    assert [person["role"] for person in attributes_of(item, "podcast:person")] == ["host", "guest"]


@pytest.mark.parametrize(
    ("person", "attributes"),
    [
        (Person("Ada"), {"role": "host"}),
        (Person("Ada", "author", "writing"), {"role": "author", "group": "writing"}),
        (Person("Ada", "", "cast"), {}),
        (
            Person("Ada", url="https://a.example/?a=1&b=2"),
            {"role": "host", "href": "https://a.example/?a=1&b=2"},
        ),
    ],
)
def test_person_has_no_empty_attribute(person: Person, attributes: dict[str, str]) -> None:
    """Only what is known is said; the group only where it is another than readers assume."""
    item = parse_item(sample_item(episode=EPISODE._replace(people=(person,))))
    assert attributes_of(item, "podcast:person") == [attributes]


def test_nameless_person_is_left_out() -> None:
    """The namespace wants a name."""
    item = parse_item(sample_item(episode=EPISODE._replace(people=(Person(""), Person("Ada")))))
    assert texts_of(item, "podcast:person") == ["Ada"]


def test_item_without_people_leaves_those_of_the_show_standing() -> None:
    """People of an item replace the channel's wholly, so that none are written where none are given."""
    item = parse_item(sample_item(episode=BARE_EPISODE))
    assert item.find("podcast:person", NAMESPACES) is None
