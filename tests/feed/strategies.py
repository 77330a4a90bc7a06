"""Strategies for hypothesis: any valid show, any valid episode."""

from datetime import timedelta

from hypothesis import strategies as st

from feedpub.model import Category, Enclosure, Episode, EpisodeType, Live, Owner, Show, ShowType
from tests.feed import noun_strategies as nouns
from tests.feed.noun_strategies import given_texts, maybe_urls, plain_texts, tuples_of, urls

#: fields of both, as strategies for :func:`hypothesis.strategies.builds`
_SHARED = {
    "people": tuples_of(nouns.people),
    "funding": tuples_of(nouns.funding),
    "location": tuples_of(nouns.places),
    "license": st.none() | nouns.licenses,
    "value": tuples_of(nouns.values),
    "social": tuples_of(nouns.posts),
    "chat": st.none() | nouns.chats,
    "txt": tuples_of(nouns.txt),
    "images": tuples_of(nouns.images),
    "extra": tuples_of(nouns.foreign_tags),
}
#: no category twice, as the settings have it
_categories = st.lists(
    st.builds(Category, name=given_texts, subcategory=plain_texts), max_size=4, unique_by=lambda it: it.name
)
_SHOW = {
    "name": st.just("demo"),
    "title": given_texts,
    "description": given_texts,
    "link": urls,
    "feed_url": urls,
    "language": st.sampled_from(["en", "pt-BR", "he"]),
    "author": given_texts,
    "artwork": urls,
    "categories": _categories.map(tuple),
    "explicit": st.booleans(),
    "type": st.sampled_from(ShowType),
    "owner": st.none() | st.builds(Owner, name=plain_texts, email=st.just("ada@lighthouse.example")),
    "copyright": plain_texts,
    "guid": st.just("") | nouns.guids,
    "locked": st.none() | st.booleans(),
    "hubs": tuples_of(urls),
    "new_feed_url": maybe_urls,
    "block": st.booleans(),
    "complete": st.booleans(),
    "verify": plain_texts,
    "stylesheet": st.sampled_from(["", "feed.css"]),
    "medium": st.sampled_from(["", "podcast", "musicL"]),
    "block_services": tuples_of(st.sampled_from(["google", "amazon"])),
    "allow_services": tuples_of(st.sampled_from(["google", "amazon"])),
    "trailers": tuples_of(nouns.trailers),
    "podroll": tuples_of(nouns.remote_items),
    "publisher": st.none() | nouns.remote_items.map(lambda item: item._replace(medium="publisher")),
    "remote_items": tuples_of(nouns.remote_items),
    "updates": st.none() | nouns.updates,
    "podping": st.none() | st.booleans(),
    "namespaces": st.just(nouns.NAMESPACES),
    "creators": st.booleans(),
    "simple_chapters": st.just(True),
    **_SHARED,
}
_numbers = st.none() | st.integers(0, 100_000)
_EPISODE = {
    "source": st.just("feeds/demo/episodes/1.md"),
    "title": given_texts,
    "slug": st.just("one"),
    "type": st.sampled_from(EpisodeType),
    "published": st.none() | nouns.dates,
    "number": _numbers | st.integers(1, 100_000).map(lambda tens: tens / 10 + 0.01),
    "season": _numbers,
    "link": maybe_urls,
    "author": plain_texts,
    "summary": plain_texts,
    "tags": tuples_of(given_texts),
    "explicit": st.none() | st.booleans(),
    "block": st.booleans(),
    "artwork": maybe_urls,
    "number_display": plain_texts,
    "season_name": plain_texts,
    "soundbites": tuples_of(nouns.soundbites),
    "content_links": tuples_of(nouns.links),
    "alternates": tuples_of(nouns.alternates),
    "transcripts": tuples_of(nouns.transcripts),
    "chapters": tuples_of(nouns.chapters),
    "chapters_url": maybe_urls,
    **_SHARED,
}
#: what no feed says of an episode; the live stream is added where a test wants one
UNSAID = {"state", "modified", "guid", "category", "audio", "embeds", "note_chapters", "live"}


def _numbered(episode: Episode) -> Episode:
    """Names of numbers make no sense without the number."""
    return episode._replace(
        number_display=episode.number_display if episode.number is not None else "",
        season_name=episode.season_name if episode.season is not None else "",
    )


shows = st.builds(Show, **_SHOW)
episodes = st.builds(
    Episode, **_EPISODE, **{name: st.just(Episode._field_defaults[name]) for name in UNSAID}
).map(_numbered)
live_episodes = st.builds(
    lambda episode, published, end: episode._replace(published=published, live=Live(end=end)),
    episodes,
    nouns.dates,
    st.none() | nouns.dates,
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
