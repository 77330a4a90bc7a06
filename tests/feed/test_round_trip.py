"""Any valid show and any valid episode can be read back from the feed, whatever their texts hold."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from feedpub.feed.rss import build_item, build_live_item
from feedpub.model import AudioClaim, Enclosure, Episode, LiveStatus, Show, UpdateFrequency
from tests.feed.full_samples import FULL_EPISODE, FULL_SHOW
from tests.feed.noun_reading import all_of, one_text, text
from tests.feed.reading import read_episode, read_show
from tests.feed.samples import (
    ENCLOSURE,
    GUID,
    SHOW,
    attributes_of,
    parse_channel,
    parse_item,
    texts_of,
    whole_feed,
)
from tests.feed.strategies import (
    UNSAID,
    any_texts,
    enclosures,
    episodes,
    live_episodes,
    plain_texts,
    shows,
)


def expected_show(show: Show) -> Show:
    """What the feed says of a show where it says more than was given."""
    if not show.complete:
        return show
    return show._replace(updates=(show.updates or UpdateFrequency("Complete"))._replace(complete=True))


def expected_episode(show: Show, episode: Episode, notes: str) -> Episode:
    """What the feed says of an episode where it says less than was given, or in another place."""
    return episode._replace(
        summary=episode.summary or notes, author=episode.author if episode.author != show.author else ""
    )


def expected_creators(show: Show, episode: Episode) -> list[str]:
    if not show.creators:
        return []
    hosts = dict.fromkeys(person.name for person in episode.people if person.role == "host")
    return [episode.author] if episode.author else list(hosts) or [show.author]


@settings(max_examples=40)
@given(shows)
def test_any_show_can_be_read_back(show: Show) -> None:
    """Every field of any valid show is found again in its channel, and the show is equal."""
    assert read_show(whole_feed(show)) == expected_show(show)


@settings(max_examples=60)
@given(shows, episodes, st.none() | enclosures, plain_texts)
def test_any_episode_can_be_read_back(
    show: Show, episode: Episode, enclosure: Enclosure | None, notes: str
) -> None:
    """Every field of any valid episode is found again in its item, and the episode is equal."""
    notes = notes.replace("]]>", "]]&gt;")
    feed = whole_feed(show, (build_item(show, episode, enclosure, GUID, notes),))
    item = parse_channel(feed).find("item")
    assert item is not None
    assert read_episode(item) == expected_episode(show, episode, notes)
    assert one_text(item, "content:encoded") == (notes if episode.summary else "")
    assert list(all_of(item, "dc:creator", text)) == expected_creators(show, episode)
    assert all_of(item, "enclosure", lambda it: (it.get("url"), it.get("length"), it.get("type"))) == (
        ((enclosure.url, str(enclosure.length_bytes), enclosure.type),) if enclosure else ()
    )
    duration = enclosure.duration if enclosure else None
    assert one_text(item, "itunes:duration") == (str(duration // timedelta(seconds=1)) if duration else "")


@settings(max_examples=40)
@given(shows, live_episodes, enclosures, st.sampled_from(LiveStatus))
def test_any_live_stream_can_be_read_back(
    show: Show, episode: Episode, enclosure: Enclosure, status: LiveStatus
) -> None:
    """A live item holds whatever an item holds, and says when it takes place and how far it is."""
    feed = whole_feed(show, (build_live_item(show, episode, enclosure, GUID, "", status),))
    (live,) = all_of(parse_channel(feed), "podcast:liveItem", read_episode)
    assert live == expected_episode(show, episode, "")._replace(live=episode.live._replace(status=status))


@settings(max_examples=40)
@given(episodes)
def test_apple_is_told_only_the_numbers_that_it_takes(episode: Episode) -> None:
    """Whole numbers above zero are the same in both tags; others stand in podcast:episode alone."""
    item = parse_item(build_item(SHOW, episode._replace(extra=()), None, GUID, ""))
    number, season = episode.number, episode.season
    assert texts_of(item, "itunes:episode") == ([str(number)] if number and number % 1 == 0 else [])
    assert texts_of(item, "itunes:season") == ([str(season)] if season else [])


@settings(max_examples=40)
@given(shows, episodes, st.none() | enclosures, plain_texts)
def test_no_element_and_no_attribute_is_ever_empty(
    show: Show, episode: Episode, enclosure: Enclosure | None, notes: str
) -> None:
    """What says nothing is not written."""
    feed = whole_feed(show, (build_item(show, episode, enclosure, GUID, notes),))
    for element in etree.fromstring(feed).iter():
        assert element.text or element.attrib or len(element)
        assert all(element.attrib.values())


def emptied(value: object) -> object:
    """The same nouns without a single text."""
    if type(value) is str:
        return ""
    if isinstance(value, dict):
        return dict.fromkeys(value, "")
    if isinstance(value, tuple):
        parts = map(emptied, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def test_nouns_without_a_text_leave_no_empty_element() -> None:
    """Everything is there, and nothing of it says anything."""
    kept = ("title", "link", "description", "artwork", "namespaces")
    show = emptied(FULL_SHOW)._replace(**{name: getattr(FULL_SHOW, name) for name in kept}, extra=())
    episode = emptied(FULL_EPISODE)._replace(title="Fog", extra=())
    channel = parse_channel(whole_feed(show, (build_item(show, episode, None, GUID, ""),)))
    for element in channel.iter():
        assert element.text or element.attrib or len(element), element.tag
        assert all(element.attrib.values()), element.tag
    assert attributes_of(channel.find("item"), "podcast:transcript") == []


def sprinkled(value: object, salt: str) -> object:
    """The same nouns with something added to each text, names of namespaces and tags left alone."""
    if type(value) is str:
        return value + salt
    if isinstance(value, tuple):
        parts = [part if name == "name" else sprinkled(part, salt) for name, part in _named(value)]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def _named(value: tuple) -> zip:
    return zip(getattr(value, "_fields", [""] * len(value)), value, strict=True)


@settings(max_examples=40)
@given(any_texts, any_texts)
def test_any_text_gives_a_well_formed_feed(salt: str, notes: str) -> None:
    """Control characters and broken surrogates, which XML cannot hold, vanish; nothing is raised."""
    show, episode = sprinkled(FULL_SHOW, salt), sprinkled(FULL_EPISODE, salt)
    feed = whole_feed(show, (build_item(show, episode, ENCLOSURE, GUID, notes),))
    assert parse_channel(feed).find("item") is not None


def test_every_field_of_a_show_and_of_an_episode_is_tried() -> None:
    """A field that is added to the model is either in the feed, or named here as one that is not."""
    assert all(getattr(FULL_SHOW, name) != default for name, default in Show._field_defaults.items())
    said = [name for name in Episode._field_defaults if name not in UNSAID | {"published"}]
    assert all(getattr(FULL_EPISODE, name) != Episode._field_defaults[name] for name in said)


#: fields that a feed says nothing of in this form, or that are the same in every feed of ours
_CONSTANT = {
    "Show.name",
    "Show.namespaces",
    "Show.simple_chapters",
    "Owner.email",
    "Episode.source",
    "Episode.slug",
    *(f"Episode.{name}" for name in UNSAID - {"live"}),
    "Live.status",
    "Chat.server",
    "Value.type",
    "AlternateEnclosure.file",
    "RemoteItem.show",
    "Chapter.toc",
    "Chapter.end_ms",
    "Chapter.location",
}


def test_strategies_vary_every_field_of_every_noun() -> None:
    """A field that is added to a noun, and forgotten in its strategy, is told by its name."""
    seen: dict[str, set[str]] = {}

    def look(value: object) -> None:
        if isinstance(value, tuple):
            for name, part in _named(value):
                if name:
                    seen.setdefault(f"{type(value).__name__}.{name}", set()).add(repr(part))
                look(part)

    @settings(max_examples=80, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(shows, live_episodes)
    def collect(show: Show, episode: Episode) -> None:
        look((show, episode))

    collect()
    assert {name for name, values in seen.items() if len(values) < 2} - {
        "AudioClaim." + name for name in AudioClaim._fields
    } == _CONSTANT
