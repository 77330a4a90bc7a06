"""Who made an episode, for readers that know of no other tag."""

import pytest

from feedpub.model import Person
from tests.feed.samples import BARE_EPISODE, BARE_SHOW, sample_item

SHOW = BARE_SHOW._replace(creators=True)
ADA, GRACE, GUEST = Person("Ada"), Person("Grace"), Person("Guest", "guest")


@pytest.mark.parametrize(
    ("author", "people", "creators"),
    [
        ("Becky", (ADA,), ["Becky"]),
        ("", (ADA, GUEST, GRACE), ["Ada", "Grace"]),
        ("", (ADA, ADA._replace(group="writing")), ["Ada"]),
        ("", (GUEST, Person("")), ["Ada Lovelace"]),
        ("", (), ["Ada Lovelace"]),
    ],
)
def test_creator_is_the_author_or_the_hosts_or_the_show(
    author: str, people: tuple[Person, ...], creators: list[str]
) -> None:
    """The first of these that is known; each host in an element of their own."""
    item = sample_item(SHOW, BARE_EPISODE._replace(author=author, people=people)).decode()
    assert [line.strip() for line in item.split("\n") if "dc:" in line] == [
        f"<dc:creator>{name}</dc:creator>" for name in creators
    ]


def test_nobody_is_named_where_the_show_does_not_ask() -> None:
    """The tag repeats what others say better."""
    assert b"creator" not in sample_item(BARE_SHOW, BARE_EPISODE._replace(author="Becky"))
