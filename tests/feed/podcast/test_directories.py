"""What directories and other hosts are told."""

import pytest

from feedpub.feed.namespaces import NAMESPACES
from feedpub.model import Owner, Txt
from tests.feed.samples import BARE_SHOW, SHOW, attributes_of, parse_channel, texts_of, whole_feed


def test_guid_is_the_shows() -> None:
    """The guid is taken as it was once given, not made anew."""
    assert texts_of(parse_channel(whole_feed()), "podcast:guid") == [SHOW.guid]


@pytest.mark.parametrize(("locked", "texts"), [(True, ["yes"]), (False, ["no"]), (None, [])])
def test_locked_is_yes_no_or_not_said(locked: bool | None, texts: list[str]) -> None:
    """The two words that the namespace allows."""
    assert texts_of(parse_channel(whole_feed(SHOW._replace(locked=locked))), "podcast:locked") == texts


@pytest.mark.parametrize(
    ("owner", "attributes"),
    [
        (Owner("Ada", "ada@lighthouse.example"), {"owner": "ada@lighthouse.example"}),
        (Owner("Ada", ""), {}),
        (None, {}),
    ],
)
def test_locked_names_the_owner_where_known(owner: Owner | None, attributes: dict[str, str]) -> None:
    """Other hosts write to the owner before they import a show."""
    assert attributes_of(parse_channel(whole_feed(SHOW._replace(owner=owner))), "podcast:locked") == [
        attributes
    ]


@pytest.mark.parametrize("name", ["guid", "medium", "locked", "block", "txt", "podping", "person"])
def test_channel_leaves_out(name: str) -> None:
    """What is not given is not written."""
    assert parse_channel(whole_feed(BARE_SHOW)).find(f"podcast:{name}", NAMESPACES) is None


def test_services_are_blocked_and_allowed_by_name() -> None:
    """The tag without a name first: it holds for all who do not find theirs."""
    show = SHOW._replace(block=True, block_services=("google", ""), allow_services=("amazon",))
    channel = parse_channel(whole_feed(show))
    assert texts_of(channel, "podcast:block") == ["yes", "yes", "no"]
    assert attributes_of(channel, "podcast:block") == [{}, {"id": "google"}, {"id": "amazon"}]


def test_show_that_blocks_one_service_does_not_block_all() -> None:
    """Apple's tag knows only all or nothing."""
    channel = parse_channel(whole_feed(BARE_SHOW._replace(block_services=("google",))))
    assert attributes_of(channel, "podcast:block") == [{"id": "google"}]
    assert texts_of(channel, "itunes:block") == []


def test_proof_for_apple_stands_in_both_tags_and_first() -> None:
    """Apple reads either; a proof that is also given as a text is not written twice."""
    proof, other = Txt("1a2b3c", "applepodcastsverify"), Txt("x", "verify")
    for texts in ((other,), (proof, other)):
        channel = parse_channel(whole_feed(SHOW._replace(verify="1a2b3c", txt=texts)))
        assert texts_of(channel, "itunes:applepodcastsverify") == ["1a2b3c"]
        assert texts_of(channel, "podcast:txt") == ["1a2b3c", "x"]


@pytest.mark.parametrize(("podping", "said"), [(True, ["true"]), (False, ["false"]), (None, [])])
def test_podping_is_true_false_or_not_said(podping: bool | None, said: list[str]) -> None:
    """As XML Schema writes them."""
    channel = parse_channel(whole_feed(SHOW._replace(podping=podping)))
    assert [tag["usesPodping"] for tag in attributes_of(channel, "podcast:podping")] == said
