"""Strategies for hypothesis: the nouns that a show and its episodes are made of."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from feedpub.model import (
    AlternateEnclosure,
    Chapter,
    Chat,
    ContentLink,
    ForeignTag,
    Funding,
    Image,
    Integrity,
    License,
    Location,
    Person,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Source,
    Trailer,
    TranscriptFile,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)

#: what breaks writers of XML: markup, ends of CDATA, other scripts and directions, signs beyond the first plane
_NASTY = [
    "]]>",
    "<![CDATA[",
    "&amp;",
    "&",
    "<b>",
    ">",
    '"',
    "'",
    "\n",
    "\t",
    "\u2028",
    "\x85",
    "é",
    "e\u0301",
]
_NASTY += ["🎙️", "👩‍🚒", "שלום", "\u202eمنارة", "\ufeff", "𝔉", " "]

_characters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
#: text that XML can hold, without white space at its ends
plain_texts = st.lists(st.sampled_from(_NASTY) | _characters, max_size=6).map(
    lambda parts: "".join(parts).strip()
)
given_texts = plain_texts.filter(bool)
urls = st.text("ab/?=&;%~é-", max_size=12).map("https://lighthouse.example/{}".format)
maybe_urls = st.just("") | urls
guids = st.uuids().map(str)
#: dates as feeds can write them: whole seconds, offsets in whole minutes
dates = st.datetimes(
    min_value=datetime(1000, 1, 1),  # hypothesis adds the zone
    max_value=datetime(9990, 1, 1),
    timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
).map(lambda moment: moment.replace(microsecond=0))
times = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=40))
counts = st.none() | st.integers(0, 2**40)
decimals = st.sampled_from(["", "0", "0.00000005000", "160707.74"])
NAMESPACES = {"media": "http://search.yahoo.com/mrss/", "x": "urn:example:x"}


def tuples_of(strategy, **bounds):
    """Up to two of these, or as many as the bounds say."""
    return st.lists(strategy, **{"max_size": 2, **bounds}).map(tuple)


people = st.builds(
    Person,
    name=given_texts,
    role=st.sampled_from(["host", "guest", "cover art designer"]),
    group=st.sampled_from(["cast", "writing", "visuals"]),
    url=maybe_urls,
    image=maybe_urls,
)
places = st.builds(
    Location,
    name=given_texts,
    rel=st.sampled_from(["", "subject", "creator"]),
    geo=st.sampled_from(["", "geo:58.6103,-4.9987"]),
    osm=st.sampled_from(["", "W43678282#2"]),
    country=st.sampled_from(["", "GB"]),
)
licenses = st.builds(License, name=given_texts, url=maybe_urls)
funding = st.builds(Funding, url=urls, label=plain_texts)
txt = st.builds(Txt, text=given_texts, purpose=plain_texts)
images = st.builds(
    Image,
    url=urls,
    alt=plain_texts,
    aspect_ratio=st.sampled_from(["", "16/9", "1.5"]),
    width=st.integers(0, 5000),
    height=st.integers(0, 5000),
    type=st.sampled_from(["", "image/webp", "video/mp4"]),
    purpose=st.sampled_from(["", "artwork social"]),
)
posts = st.just(SocialInteract("disabled")) | st.builds(
    SocialInteract,
    protocol=st.sampled_from(["activitypub", "nostr"]),
    uri=urls,
    account_id=plain_texts,
    account_url=maybe_urls,
    priority=counts,
)
chats = st.builds(
    Chat,
    server=st.just("irc.lighthouse.example"),
    protocol=st.sampled_from(["irc", "matrix"]),
    account_id=plain_texts,
    space=plain_texts,
)
links = st.builds(ContentLink, url=urls, text=plain_texts)
soundbites = st.builds(Soundbite, start=times, duration=times, title=plain_texts)
transcripts = st.builds(
    TranscriptFile,
    url=urls,
    type=st.sampled_from(["text/vtt", "application/x-subrip"]),
    language=st.sampled_from(["", "pt-BR"]),
    rel=st.sampled_from(["", "captions"]),
)
trailers = st.builds(
    Trailer,
    title=given_texts,
    url=urls,
    published=dates,
    length_bytes=counts,
    type=st.sampled_from(["", "audio/mpeg"]),
    season=counts,
)
alternates = st.builds(
    AlternateEnclosure,
    file=st.just(""),
    title=plain_texts,
    sources=tuples_of(
        st.builds(Source, uri=urls, content_type=st.sampled_from(["", "application/x-bittorrent"])),
        min_size=1,
    ),
    type=st.sampled_from(["audio/opus", "video/mp4"]),
    length_bytes=counts,
    bitrate=decimals,
    height=counts,
    language=st.sampled_from(["", "es"]),
    rel=plain_texts,
    codecs=st.sampled_from(["", "mp4a.40.2"]),
    default=st.booleans(),
    integrity=st.none()
    | st.builds(Integrity, type=st.sampled_from(["sri", "pgp-signature"]), value=given_texts),
)
remote_items = st.builds(
    RemoteItem,
    show=st.just(""),
    feed_guid=guids,
    feed_url=maybe_urls,
    item_guid=plain_texts,
    medium=st.sampled_from(["", "music"]),
    title=plain_texts,
)
_recipients = st.builds(
    ValueRecipient,
    name=plain_texts,
    address=given_texts,
    split=st.integers(0, 1000),
    type=st.sampled_from(["node", "lnaddress"]),
    custom_key=plain_texts,
    custom_value=plain_texts,
    fee=st.booleans(),
)
_splits = st.builds(
    ValueTimeSplit,
    start=times,
    duration=times,
    recipients=tuples_of(_recipients, min_size=1),
    remote_item=st.none(),
    remote_start=st.none(),
    remote_percentage=st.none(),
) | st.builds(
    ValueTimeSplit,
    start=times,
    duration=times,
    recipients=st.just(()),
    remote_item=remote_items,
    remote_start=st.none() | times,
    remote_percentage=st.none() | st.integers(0, 100),
)
values = st.builds(
    Value,
    recipients=tuples_of(_recipients, min_size=1),
    type=st.just("lightning"),
    method=st.sampled_from(["keysend", "lnaddress"]),
    suggested=decimals,
    time_splits=tuples_of(_splits),
)
updates = st.builds(
    UpdateFrequency,
    text=given_texts,
    rrule=st.sampled_from(["", "FREQ=WEEKLY;BYDAY=MO"]),
    start=st.sampled_from(["", "2026-01-05"]),
    complete=st.booleans(),
)
#: as ``psc:chapters`` can hold them
chapters = st.builds(
    Chapter,
    start_ms=st.integers(0, 500_000_000),
    title=given_texts,
    url=maybe_urls,
    image=maybe_urls,
    toc=st.just(True),
    end_ms=st.none(),
    location=st.none(),
)
_attributes = st.dictionaries(st.sampled_from(["scheme", "media:role", "xml:lang"]), given_texts, max_size=2)
_foreign_names = st.sampled_from(["media:rating", "x:höhe", "x:a-b.c"])
foreign_tags = st.recursive(
    st.builds(
        ForeignTag, name=_foreign_names, text=given_texts, attributes=_attributes, children=st.just(())
    ),
    lambda inner: st.builds(
        ForeignTag,
        name=_foreign_names,
        text=st.just(""),
        attributes=_attributes,
        children=tuples_of(inner, min_size=1),
    ),
    max_leaves=3,
)
