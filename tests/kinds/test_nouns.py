"""Nouns as a whole."""

from datetime import timedelta

import pytest

from feedpub.kinds.nouns import check_noun, check_several
from feedpub.model import (
    AlternateEnclosure,
    ForeignTag,
    Funding,
    Image,
    Integrity,
    License,
    RemoteItem,
    Severity,
    SocialInteract,
    Soundbite,
    Source,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)

NODE = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
ADA = ValueRecipient("Ada", "ada@example.com", 1, "lnaddress")
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
SHA = "sha384-" + "A" * 64


@pytest.mark.parametrize(
    "noun",
    [
        Funding("https://a.example/"),
        License("CC-BY-SA-4.0"),
        License("cc-by-nc-nd-4.0"),
        License("MIT"),
        License("my own", "https://a.example/"),
        SocialInteract("disabled"),
        SocialInteract("activitypub", "https://a.example/1", "@a", "https://a.example/@a", 1),
        UpdateFrequency("weekly"),
        UpdateFrequency("ten", "FREQ=WEEKLY;COUNT=10", "2023-08-28"),
        UpdateFrequency("until", "FREQ=WEEKLY;UNTIL=20261231", "2026-01-05"),
        UpdateFrequency("until", "FREQ=WEEKLY;UNTIL=2026-12-31T00:00:00Z"),
        ADA,
        ValueRecipient("Node", NODE, 1, custom_key="696969", custom_value="x"),
        Value((ADA,)),
        ValueTimeSplit(SECOND, MINUTE, (ADA,)),
        ValueTimeSplit(SECOND, MINUTE, remote_item=RemoteItem("x"), remote_percentage=90),
        RemoteItem("tide-table"),
        AlternateEnclosure("a.mp4"),
        AlternateEnclosure(sources=(Source("https://a.example/a.mp4"),), type="video/mp4"),
        Integrity("sri", SHA),
        Integrity("pgp-signature", "anything"),
        Image("a.png", aspect_ratio="16/9", width=1600, height=900),
        Image("a.png", aspect_ratio="16/9", width=1000, height=562),
        Soundbite(SECOND, MINUTE),
        Txt("true", "ai-content"),
    ],
)
def test_what_is_right_passes(noun: object) -> None:
    assert check_noun(noun) is None


@pytest.mark.parametrize(
    ("noun", "name", "text"),
    [
        (License("CC BY-SA 4.0"), "unknown-licence", "did you mean `CC-BY-SA-4.0`?"),
        (License("harbour"), "unknown-licence", "a licence of your own needs `url`"),
        (SocialInteract("disabled", "https://a.example/"), "contradiction", "leave out all but the protocol"),
        (SocialInteract("nostr"), "missing-value", "`uri`"),
        (UpdateFrequency("x", "FREQ=DAILY;COUNT=3"), "missing-value", "`start`"),
        (UpdateFrequency("x", "FREQ=DAILY;UNTIL=20261231", "2026-01-05T09:00:00Z"), "contradiction", "not of one form"),
        (ValueRecipient("Ada", "ada@example.com", 1), "bad-address", 'type = "lnaddress"'),
        (ValueRecipient("Ada", NODE[:-1], 1), "bad-address", "66 hexadecimal digits"),
        (ValueRecipient("Ada", "05" + NODE[2:], 1), "bad-address", "02 or 03"),
        (ADA._replace(address="ada"), "bad-address", "name@"),
        (ADA._replace(custom_key="5"), "missing-value", "`custom_value`"),
        (ADA._replace(custom_value="5"), "missing-value", "`custom_key`"),
        (ValueRecipient("Ada", NODE, 1, custom_key="5", custom_value="x"), "contradiction", "65536"),
        (Value(()), "missing-value", "[[value.recipients]]"),
        (Value((ADA._replace(split=0),)), "contradiction", "all `split`s are 0"),
        (ValueTimeSplit(SECOND, MINUTE), "contradiction", "neither"),
        (ValueTimeSplit(SECOND, MINUTE, (ADA,), RemoteItem("x")), "contradiction", "both"),
        (ValueTimeSplit(SECOND, MINUTE, (ADA,), remote_percentage=5), "contradiction", "remote"),
        (ValueTimeSplit(SECOND, timedelta(), (ADA,)), "contradiction", "lasts no time"),
        (RemoteItem(title="x"), "missing-value", "`feed_guid`"),
        (RemoteItem("917393e3-1b1e-5cef-ace4-edaa54e1f810"), "misplaced-value", "write it as `feed_guid`"),
        (RemoteItem("https://a.example/feed.xml"), "misplaced-value", "write it as `feed_url`"),
        (AlternateEnclosure("https://a.example/a.mp4"), "misplaced-value", "write it as `sources`"),
        (SocialInteract("https://a.example/1"), "misplaced-value", "`uri`"),
        (SocialInteract("Disabled"), "missing-value", "`disabled` for no comments"),
        (License("All rights  reserved."), "unknown-licence", "did you mean `ARR`?"),
        (AlternateEnclosure(type="a/b"), "missing-value", "neither `file` nor `sources`"),
        (AlternateEnclosure(sources=(Source("https://a.example/"),)), "missing-value", "`type`"),
        (Integrity("sri", "sha384-abc"), "bad-integrity", "base64"),
        (Integrity("sri", SHA[:-4]), "bad-integrity", "base64"),
        (Soundbite(SECOND, timedelta()), "contradiction", "lasts no time"),
        (Txt("some", "ai-content"), "contradiction", "true or false"),
        (ForeignTag("podcast:guid", "917393e3-1b1e-5cef-ace4-edaa54e1f810"), "misplaced-value", "ledger.toml keeps"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_an_error(noun: object, name: str, text: str) -> None:
    fault = check_noun(noun)
    assert fault is not None
    assert (fault.name, fault.severity) == (name, Severity.ERROR)
    assert text in f"{fault.message} {fault.fix}"


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        (Image("a.png", aspect_ratio="16/9", width=1000, height=1000), "aspect-ratio-differs"),
        (Image("a.png", purpose="social baner"), "unknown-purpose"),
        (Value((ADA,), suggested="0.5"), "large-amount"),
        (AlternateEnclosure("a.mp3", bitrate="128"), "low-bitrate"),
        (
            Value((ADA,), time_splits=(ValueTimeSplit(SECOND, MINUTE, (ADA,)), ValueTimeSplit(SECOND * 2, MINUTE, (ADA,)))),
            "overlapping-splits",
        ),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_a_warning(noun: object, name: str) -> None:
    fault = check_noun(noun)
    assert fault is not None
    assert (fault.name, fault.severity) == (name, Severity.WARNING)


def test_comments_are_not_disabled_and_collected_at_once() -> None:
    fault = check_several([SocialInteract("disabled"), SocialInteract("nostr", "https://a.example/")])
    assert fault is not None
    assert fault.name == "contradiction"


def test_two_posts_of_one_priority_are_a_warning() -> None:
    posts = [SocialInteract("nostr", f"https://a.example/{n}", priority=1) for n in range(2)]
    fault = check_several(posts)
    assert fault is not None
    assert (fault.name, fault.severity) == ("same-priority", Severity.WARNING)


def test_two_payment_schemes_of_one_kind_are_a_warning() -> None:
    fault = check_several([Value((ADA,)), Value((ADA,), suggested="0.0001")])
    assert fault is not None
    assert (fault.name, fault.severity) == ("same-scheme", Severity.WARNING)
    assert not check_several([Value((ADA,)), Value((ADA,), method="lnaddress")])


def test_only_one_alternate_is_the_default() -> None:
    assert check_several([AlternateEnclosure("a.mp3", default=True)] * 2)
    assert not check_several([AlternateEnclosure("a.mp3", default=True), AlternateEnclosure("b.mp3")])
