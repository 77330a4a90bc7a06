"""What lacks a part that its tag requires is left out, at every level."""

from datetime import timedelta

import pytest

from feedpub.feed.namespaces import NAMESPACES
from feedpub.model import (
    AlternateEnclosure,
    Chat,
    ContentLink,
    Funding,
    Image,
    Integrity,
    License,
    Location,
    RemoteItem,
    SocialInteract,
    Source,
    Trailer,
    TranscriptFile,
    Txt,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)
from tests.feed.full_samples import TIDE_TABLE
from tests.feed.samples import (
    BARE_EPISODE,
    BARE_SHOW,
    EPISODE,
    parse_channel,
    parse_item,
    sample_item,
    whole_feed,
)

_LISTED = RemoteItem(feed_url="https://tide.example/feed.xml")
_DATE = EPISODE.published
OF_BOTH = [
    ("funding", (Funding(""),)),
    ("location", (Location("", country="GB"),)),
    ("license", License("", "https://lighthouse.example/licence.html")),
    ("images", (Image("", "A lamp"),)),
    ("value", (Value(()),)),
    ("value", (Value((ValueRecipient("Ada", "", 1),)),)),
    ("social", (SocialInteract("activitypub"),)),
    ("chat", Chat("", "irc")),
    ("txt", (Txt("", "verify"),)),
]
OF_SHOWS = [
    ("trailers", (Trailer("", "https://a.example/1.mp3", _DATE),)),
    ("trailers", (Trailer("Soon", "", _DATE),)),
    ("podroll", (_LISTED,)),
    ("publisher", _LISTED),
    ("remote_items", (_LISTED,)),
]
OF_EPISODES = [
    ("transcripts", (TranscriptFile("", "text/vtt"),)),
    ("content_links", (ContentLink(""),)),
    ("alternates", (AlternateEnclosure(type="audio/opus"),)),
    (
        "alternates",
        (AlternateEnclosure(type="audio/opus", sources=(Source(""),), integrity=Integrity("sri", "x")),),
    ),
    ("chapters_url", ""),
]


def podcast_tags(parent) -> set[str]:
    return {child.tag.rpartition("}")[2] for child in parent if NAMESPACES["podcast"] in child.tag}


@pytest.mark.parametrize(("field", "value"), OF_SHOWS + OF_BOTH)
def test_channel_leaves_it_out(field: str, value: object) -> None:
    """Half a tag helps nobody."""
    assert podcast_tags(parse_channel(whole_feed(BARE_SHOW._replace(**{field: value})))) == set()


@pytest.mark.parametrize(("field", "value"), OF_EPISODES + OF_BOTH)
def test_item_leaves_it_out(field: str, value: object) -> None:
    """Half a tag helps nobody."""
    assert podcast_tags(parse_item(sample_item(BARE_SHOW, BARE_EPISODE._replace(**{field: value})))) == set()


NO_TIME = timedelta()
ADA = ValueRecipient("Ada", "ada@pay.example", 1, "lnaddress")


@pytest.mark.parametrize(
    ("split", "children"),
    [
        (ValueTimeSplit(NO_TIME, NO_TIME), None),
        (ValueTimeSplit(*[NO_TIME] * 2, (ADA,), TIDE_TABLE), ["remoteItem"]),
        (ValueTimeSplit(*[NO_TIME] * 2, (ADA,), _LISTED), ["valueRecipient"]),
    ],
)
def test_time_split_pays_another_feed_or_recipients(
    split: ValueTimeSplit, children: list[str] | None
) -> None:
    """Never both, and never nobody."""
    item = parse_item(
        sample_item(BARE_SHOW, BARE_EPISODE._replace(value=(Value((ADA,), time_splits=(split,)),)))
    )
    written = item.findall("podcast:value/podcast:valueTimeSplit", NAMESPACES)
    assert [[child.tag.rpartition("}")[2] for child in one] for one in written] == (
        [children] if children else []
    )


def test_percentage_is_not_said_of_recipients() -> None:
    """It tells how much goes to another feed."""
    split = ValueTimeSplit(NO_TIME, NO_TIME, (ADA,))
    value = Value((ADA,), time_splits=(split._replace(remote_percentage=50, remote_start=split.start),))
    assert b"remote" not in sample_item(BARE_SHOW, BARE_EPISODE._replace(value=(value,)))


def test_disabled_comments_stand_alone() -> None:
    """Whatever else was given with them."""
    post = SocialInteract("disabled", "https://social.example/1", "@ada", "https://social.example/@ada", 1)
    item = sample_item(BARE_SHOW, BARE_EPISODE._replace(social=(post,)))
    assert b'<podcast:socialInteract protocol="disabled"/>' in item
