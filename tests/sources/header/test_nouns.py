"""Nouns of Podcasting 2.0 in the heads of episode files."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import (
    AlternateEnclosure,
    Chapter,
    Chat,
    ContentLink,
    Finding,
    ForeignTag,
    Funding,
    Image,
    Integrity,
    License,
    LiveStatus,
    Location,
    Place,
    RemoteItem,
    Severity,
    SocialInteract,
    Soundbite,
    Source,
    TranscriptFile,
    Txt,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)
from feedpub.sources.header.entry import Entry
from feedpub.sources.header.field_readers import Reading
from feedpub.sources.header.fields import Fields, read_fields
from feedpub.sources.header.podcast_fields import PODCAST_FIELDS
from feedpub.sources.people import People
from feedpub.sources.settings import ShowSettings

SHOW = ShowSettings("Title", "Text", "https://example.com/", "https://example.com/f", "en", "Ada", ())
URL = "https://a.example/"
ADA = {"name": "Ada", "type": "lnaddress", "address": "ada@example.com", "split": 1}
RECIPIENT = ValueRecipient("Ada", "ada@example.com", 1, "lnaddress")
SECOND = timedelta(seconds=1)


def read(key: str, value: object) -> tuple[Fields, list[Finding]]:
    reading = Reading(ZoneInfo("Europe/Lisbon"), People(SHOW), "x.md", [])
    return read_fields([Entry(key, value, 2, 1)], reading), reading.findings


@pytest.mark.parametrize(
    ("key", "value", "field", "expected"),
    [
        ("live", True, "live", True),
        ("live", "Pending", "live", LiveStatus.PENDING),
        ("live", "no", "live", False),
        ("ends", "2026-03-21 20:00", "ends", datetime(2026, 3, 21, 20, tzinfo=UTC)),
        ("number", "13.5", "number", 13.5),
        ("number", 13.5, "number", 13.5),
        ("number", 40.0, "number", 40),
        ("number", "40", "number", 40),
        ("display", "Chapter 1", "number_display", "Chapter 1"),
        ("season_name", "Fog", "season_name", "Fog"),
        ("location", "Boston", "location", (Location("Boston"),)),
        ("location", ["Boston", {"name": "Rome", "rel": "Creator"}], "location", (Location("Boston"), Location("Rome", "creator"))),
        ("License", "CC-BY-4.0", "license", License("CC-BY-4.0")),
        ("licence", {"name": "ours", "url": URL}, "license", License("ours", URL)),
        ("funding", {"url": URL, "label": "Give"}, "funding", (Funding(URL, "Give"),)),
        ("soundbites", [{"startTime": "1:13.5", "duration": 60}], "soundbites", (Soundbite(SECOND * 73.5, SECOND * 60),)),
        ("soundbite", {"start": 73, "duration": "60", "title": "x"}, "soundbites", (Soundbite(SECOND * 73, SECOND * 60, "x"),)),
        ("social", "disabled", "social", (SocialInteract("disabled"),)),
        ("socialInteract", {"protocol": "nostr", "uri": "nostr:note1", "accountId": "a", "priority": "1"}, "social", (SocialInteract("nostr", "nostr:note1", "a", priority=1),)),
        ("chat", {"server": "irc.example.com", "protocol": "irc", "space": "#x"}, "chat", Chat("irc.example.com", "irc", space="#x")),
        ("txt", {"text": "S6", "purpose": "verify"}, "txt", (Txt("S6", "verify"),)),
        ("content_links", URL, "content_links", (ContentLink(URL),)),
        ("contentLink", {"href": URL, "text": "x"}, "content_links", (ContentLink(URL, "x"),)),
        ("images", [{"url": "art/a.png", "aspect-ratio": "16/9", "width": "160"}], "images", (Image("art/a.png", aspect_ratio="16/9", width=160),)),
        ("images", ["/images/hugo.png"], "images", ()),
        ("alternates", "040.mp4", "alternates", (AlternateEnclosure("040.mp4"),)),
        ("transcript", "transcripts/1.vtt", "transcripts", (TranscriptFile("transcripts/1.vtt"),)),
        ("transcripts", [URL + "1.srt", {"url": "t/1.vtt", "rel": "captions"}], "transcripts", (TranscriptFile(URL + "1.srt"), TranscriptFile("t/1.vtt", rel="captions"))),
        ("extra", {"name": "media:x", "attributes": {"n": 5}, "children": {"name": "media:y"}}, "extra", (ForeignTag("media:x", "", {"n": "5"}, (ForeignTag("media:y"),)),)),
        ("chapters", "chapters/1.json", "chapters", "chapters/1.json"),
        ("chapters", URL + "1.json", "chapters", URL + "1.json"),
        ("chapter", [{"start": "0:00", "title": "A"}], "chapters", (Chapter(0, "A"),)),
        ("podcast_chapters", {"version": "1.2.0", "chapters": [{"startTime": 1.5, "title": "A"}]}, "chapters", (Chapter(1500, "A"),)),
        ("Chapters", "0:00 A\n1:00 B", "chapters", (Chapter(0, "A"), Chapter(60_000, "B"))),
    ],
)  # fmt: skip
def test_what_a_key_gives(key: str, value: object, field: str, expected: object) -> None:
    fields, findings = read(key, value)
    assert findings == []
    assert getattr(fields, field) == expected


def test_a_value_block_is_read_with_all_that_is_in_it() -> None:
    block = {
        "type": "lightning",
        "recipients": [ADA],
        "timeSplits": [
            {"start": "1:00", "duration": 5, "remoteItem": "tide-table", "remotePercentage": 95},
            {"start": 90, "duration": "0:05.5", "recipients": ADA},
        ],
    }
    fields, findings = read("value", block)
    assert findings == []
    remote = ValueTimeSplit(
        SECOND * 60, SECOND * 5, remote_item=RemoteItem("tide-table"), remote_percentage=95
    )
    local = ValueTimeSplit(SECOND * 90, SECOND * 5.5, (RECIPIENT,))
    assert fields.value == (Value((RECIPIENT,), time_splits=(remote, local)),)


def test_several_value_blocks_are_a_list() -> None:
    fields, findings = read("value", [{"recipients": ADA}, {"type": "bitcoin", "recipients": ADA}])
    assert findings == []
    assert [(one.type, one.recipients) for one in fields.value] == [
        ("lightning", (RECIPIENT,)),
        ("bitcoin", (RECIPIENT,)),
    ]


def test_an_alternate_is_read_with_sources_and_integrity() -> None:
    digest = "sha256-" + "A" * 44
    block = {
        "type": "video/mp4",
        "length": 9_000_000_000,
        "lang": "es",
        "default": "yes",
        "sources": ["ipfs://x", {"uri": URL, "contentType": "a/b"}],
        "integrity": {"type": "sri", "value": digest},
    }
    fields, findings = read("alternateEnclosures", block)
    assert findings == []
    assert fields.alternates == (
        AlternateEnclosure(
            sources=(Source("ipfs://x"), Source(URL, "a/b")),
            type="video/mp4",
            length_bytes=9_000_000_000,
            language="es",
            default=True,
            integrity=Integrity("sri", digest),
        ),
    )


@pytest.mark.parametrize(
    ("key", "value", "name", "message", "fix"),
    [
        ("live", "soon", "unknown-status", "`live`: `soon` says not", "pending, live or ended"),
        ("location", {"geo": "geo:1,2"}, "missing-value", "`location`: it has no `name`", 'add name: "Skellan Light"'),
        ("location", {"name": "x", "cuontry": "GB"}, "unknown-key", "`location`: there is no key `cuontry` in it", "did you mean `country`?"),
        ("location", {"name": "x", "rel": "creater"}, "unknown-value", "`location.rel`: it cannot be `creater`", "did you mean `creator`?"),
        ("location", {"name": "x", "country": "UK"}, "unknown-country", "`location.country`: `UK` is no country code", "did you mean GB?"),
        ("location", 5.5, "wrong-type", "`location`: `5.5` says too little", "write a mapping with `name`"),
        ("location", [["x"]], "wrong-type", "`location`: a list says too little", "write a mapping with `name`"),
        ("license", "harbour", "unknown-licence", "`license`: `harbour` is no known licence", "needs `url`"),
        ("license", {"name": True}, "wrong-type", "`license.name`: `true` stands where text must be", '"CC-BY-SA-4.0"'),
        ("chat", "irc.example.com", "wrong-type", "`chat`: `irc.example.com` says too little", "`server` and `protocol`"),
        ("soundbites", {"start": "1:75", "duration": 5}, "bad-time", "`soundbites.start`: `1:75` is no length of time", "1:02:03.5"),
        ("soundbites", {"start": 1}, "missing-value", "`soundbites`: it has no `duration`", "add duration: 60"),
        ("value", {"recipients": [{**ADA, "split": "half"}]}, "wrong-type", "`value.recipients.split`: `half` is no whole number", "digits only"),
        ("value", {"recipients": [{**ADA, "split": 2**40}]}, "out-of-range", "`value.recipients.split`: `1099511627776` is out of range", "at most"),
        ("value", {"recipients": [{**ADA, "address": "x"}]}, "bad-address", "`value.recipients`: `x` is no lightning address", "name@"),
        ("value", {"recipients": []}, "missing-value", "`value`: there is no recipient", "recipients"),
        ("social", ["disabled", {"protocol": "nostr", "uri": "nostr:x"}], "contradiction", "`social`: comments are `disabled`", "remove one"),
        ("alternates", {"file": "x.mp4", "default": "perhaps"}, "wrong-type", "`alternates.default`: `perhaps` is neither true nor false", "true or false"),
        ("extra", {"name": "media:x", "attributes": ["a"]}, "wrong-type", "`extra.attributes`: a list is no mapping", "scheme"),
        ("transcript", "../secret.vtt", "bad-path", "`transcript.url`: `../secret.vtt` leads out", "below the show's folder"),
        ("number", "13.", "wrong-type", "`number`: `13.` is no number", "such as 40 or 13.5"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_an_error_at_the_key(
    key: str, value: object, name: str, message: str, fix: str
) -> None:
    _, findings = read(key, value)
    (finding,) = findings
    assert (finding.severity, finding.name, finding.place) == (Severity.ERROR, name, Place("x.md", 2, 1))
    assert finding.message.startswith(message)
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        ("social", {"protocol": "gopher", "uri": "gopher://x"}, "unknown-protocol"),
        ("funding", "http://a.example/", "insecure-url"),
        ("location", {"name": "Rome", "weather": "fine"}, "unknown-key"),
        ("soundbites", {"start": 1, "duration": 5, "title": "x" * 129}, "long-text"),
        ("people", {"name": "A", "role": "lamp keeper"}, "unknown-role"),
        ("people", {"name": "A", "role": "composer", "group": "cast"}, "role-outside-group"),
        ("people", {"name": "A", "group": "casting"}, "unknown-group"),
    ],
)
def test_what_is_doubtful_is_a_warning_and_kept(key: str, value: object, name: str) -> None:
    fields, (finding,) = read(key, value)
    assert (finding.severity, finding.name) == (Severity.WARNING, name)
    assert getattr(fields, key)


def test_everything_wrong_with_a_noun_is_told_at_once_and_the_others_are_kept() -> None:
    fields, findings = read("location", [{"name": "x", "geo": "1", "osm": "2"}, "Boston"])
    assert [finding.name for finding in findings] == ["bad-geo", "bad-osm"]
    assert fields.location == (Location("Boston"),)


def test_of_several_the_one_that_is_wrong_is_named() -> None:
    _, findings = read("soundbites", [{"start": 1, "duration": 5}, {"start": "x", "duration": 5}])
    assert [finding.message for finding in findings] == [
        "`soundbites.start` of number 2: `x` is no length of time"
    ]


def test_a_date_of_toml_becomes_text_where_text_is_a_date() -> None:
    _, findings = read("txt", {"text": date(2026, 1, 5)})
    assert [finding.name for finding in findings] == ["wrong-type"]


def test_tags_without_end_in_one_another_are_an_error() -> None:
    tag: dict[str, Any] = {"name": "a:b"}
    for _ in range(100):
        tag = {"name": "a:b", "children": [tag]}
    _, findings = read("extra", tag)
    assert [finding.severity for finding in findings] == [Severity.ERROR]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.just(date(2026, 1, 5)),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["name", "url", "uri", "recipients", "split", "start", "duration", "children", "attributes", "sources", "x"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(key=st.sampled_from([key for field in PODCAST_FIELDS for key in field.keys]), value=values)
def test_values_of_any_type_give_findings_and_never_an_exception(key: str, value: object) -> None:
    _, findings = read(key, value)
    assert all("\n" not in finding.message for finding in findings)


def test_texts_are_kept_as_they_are_written() -> None:
    """A note may be a signature, whose lines count; a space that never breaks is the author's choice."""
    fields, findings = read("txt", [{"text": "-----BEGIN\n  a  b\n=x\n", "purpose": "n\u00a0o"}])
    assert not findings
    assert fields.txt == (Txt("-----BEGIN\n  a  b\n=x", "n\u00a0o"),)
    fields, findings = read("extra", {"name": "media:x", "text": "a  b", "attributes": {"y": "c\u3000d"}})
    assert not findings
    assert fields.extra == (ForeignTag("media:x", "a  b", {"y": "c\u3000d"}),)
