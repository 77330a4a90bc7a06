"""Strategies for hypothesis: any valid show, any valid episode."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from feedpub.model import Category, Enclosure, Episode, EpisodeType, Owner, Person, Show, ShowType

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
plain_texts = st.lists(st.sampled_from(_NASTY) | _characters, max_size=12).map(
    lambda parts: "".join(parts).strip()
)
given_texts = plain_texts.filter(bool)
urls = st.text("ab/?=&;%~é-", max_size=12).map("https://lighthouse.example/{}".format)
#: dates as feeds can write them: whole seconds, offsets in whole minutes
dates = st.datetimes(
    min_value=datetime(1000, 1, 1),  # hypothesis adds the zone
    max_value=datetime(9990, 1, 1),
    timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
).map(lambda moment: moment.replace(microsecond=0))
numbers = st.none() | st.integers(1, 100_000)

people = st.builds(
    Person,
    name=given_texts,
    role=st.sampled_from(["host", "guest", "cover art designer"]),
    group=st.sampled_from(["cast", "writing", "visuals"]),
    url=st.just("") | urls,
    image=st.just("") | urls,
)
#: no category twice, as the settings have it
categories = st.lists(
    st.builds(Category, name=given_texts, subcategory=plain_texts), max_size=4, unique_by=lambda it: it.name
)
shows = st.builds(
    Show,
    name=st.just("demo"),
    title=given_texts,
    description=given_texts,
    link=urls,
    feed_url=urls,
    language=st.sampled_from(["en", "pt-BR", "he"]),
    author=given_texts,
    artwork=urls,
    categories=categories.map(tuple),
    explicit=st.booleans(),
    type=st.sampled_from(ShowType),
    owner=st.none() | st.builds(Owner, name=plain_texts, email=st.just("ada@lighthouse.example")),
    copyright=plain_texts,
    people=st.lists(people, max_size=2).map(tuple),
    guid=st.just("") | st.uuids().map(str),
    locked=st.none() | st.booleans(),
    hubs=st.lists(urls, max_size=2).map(tuple),
    new_feed_url=st.just("") | urls,
    block=st.booleans(),
    complete=st.booleans(),
    verify=plain_texts,
    stylesheet=st.sampled_from(["", "feed.css"]),
)
episodes = st.builds(
    Episode,
    source=st.just("feeds/demo/episodes/1.md"),
    title=given_texts,
    slug=st.just("one"),
    type=st.sampled_from(EpisodeType),
    published=st.none() | dates,
    number=numbers,
    season=numbers,
    link=st.just("") | urls,
    author=plain_texts,
    summary=plain_texts,
    tags=st.lists(given_texts, max_size=3).map(tuple),
    people=st.lists(people, max_size=2).map(tuple),
    explicit=st.none() | st.booleans(),
    block=st.booleans(),
    artwork=st.just("") | urls,
)
enclosures = st.builds(
    Enclosure,
    url=urls,
    length_bytes=st.integers(0, 2**63),
    type=st.sampled_from(["audio/mpeg", "audio/x-m4a"]),
    duration=st.none() | st.integers(1, 10**6).map(lambda seconds: timedelta(seconds=seconds)),
)

#: whatever a Python string can be: control characters, halves of surrogate pairs, what Unicode reserves
any_texts = st.text(
    st.characters() | st.sampled_from("\0\x0b\x1b\x7f\x9f\r\ud800\udfff\ufffe\uffff"), max_size=12
)
