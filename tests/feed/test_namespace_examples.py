"""The podcast namespace's own examples: built from our model, each is the same XML."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

import pytest
from lxml import etree

from feedpub.feed.namespaces import NAMESPACES
from feedpub.feed.rss import build_channel, build_live_item
from feedpub.model import (
    AlternateEnclosure,
    ContentLink,
    Enclosure,
    Funding,
    Image,
    Live,
    LiveStatus,
    Location,
    Owner,
    Person,
    Soundbite,
    Source,
    TranscriptFile,
    Value,
    ValueRecipient,
)
from tests.feed.namespace_examples import AT, OF_BOTH, OF_EPISODES, OF_SHOWS
from tests.feed.samples import (
    BARE_EPISODE,
    BARE_SHOW,
    parse_channel,
    parse_item,
    sample_item,
    whole_feed,
)

PODCAST = f"{{{NAMESPACES['podcast']}}}"


def canonical(elements: Iterable[etree._Element]) -> list[bytes]:
    """Canonical XML (C14N, attributes in order) of each, without indentation and the namespaces around it."""
    return [_canonical_one(element) for element in elements]


def _canonical_one(element: etree._Element) -> bytes:
    alone = etree.fromstring(
        etree.tostring(element, with_tail=False), etree.XMLParser(remove_blank_text=True)
    )
    return etree.tostring(alone, method="c14n", exclusive=True)


def elements_of(xml: str) -> list[etree._Element]:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(etree.fromstring(f"<example {declared}>{xml}</example>"))


def check(parent: etree._Element, xml: str) -> None:
    """The parent holds these elements, in this order, and no more of their kind."""
    expected = elements_of(xml)
    kinds = {element.tag for element in expected}
    assert canonical(child for child in parent if child.tag in kinds) == canonical(expected)


@pytest.mark.parametrize(("fields", "xml"), OF_SHOWS + OF_BOTH)
def test_example_on_a_channel(fields: dict[str, object], xml: str) -> None:
    check(parse_channel(whole_feed(BARE_SHOW._replace(**fields))), xml)


@pytest.mark.parametrize(("fields", "xml"), OF_EPISODES + OF_BOTH)
def test_example_on_an_item(fields: dict[str, object], xml: str) -> None:
    check(parse_item(sample_item(BARE_SHOW, BARE_EPISODE._replace(**fields))), xml)


@pytest.mark.parametrize(("fields", "xml"), OF_EPISODES + OF_BOTH)
def test_example_on_a_live_item(fields: dict[str, object], xml: str) -> None:
    start = datetime(2021, 9, 26, 7, 30, tzinfo=timezone(-timedelta(hours=6)))
    episode = BARE_EPISODE._replace(published=start, live=Live(), **fields)
    item = build_live_item(BARE_SHOW, episode, None, "live", "", LiveStatus.PENDING)
    (live,) = parse_channel(whole_feed(BARE_SHOW, (item,))).findall("podcast:liveItem", NAMESPACES)
    check(live, xml)


def test_examples_name_every_tag_of_the_namespace() -> None:
    """Those of the tag pages, but the deprecated podcast:images."""
    elements = [element for _, xml in OF_SHOWS + OF_EPISODES + OF_BOTH for element in elements_of(xml)]
    named = {inner.tag.removeprefix(PODCAST) for element in elements for inner in element.iter()}
    assert named | {"liveItem"} == set(
        "transcript locked funding chapters soundbite person location season episode trailer license "
        "alternateEnclosure source integrity guid value valueRecipient valueTimeSplit medium image liveItem "
        "contentLink socialInteract chat block txt remoteItem podroll publisher updateFrequency podping".split()
    )


def test_live_item_of_the_page_is_rebuilt() -> None:
    """The complete example, without the deprecated tag in it."""
    zone = timezone(-timedelta(hours=6))
    episode = BARE_EPISODE._replace(
        title="Podcasting 2.0 Live Show",
        summary="A look into the future of podcasting and how we get to Podcasting 2.0!",
        link=AT + "podcast/live",
        published=datetime(2021, 9, 26, 7, 30, tzinfo=zone),
        live=Live(end=datetime(2021, 9, 26, 9, 30, tzinfo=zone)),
        people=(
            Person("Dave Jones", "guest", url="https://github.com/daveajones/", image=AT + "davejones.jpg"),
        ),
        alternates=(
            AlternateEnclosure(
                type="audio/mpeg", length_bytes=312, default=True, sources=(Source(AT + "pc20/livestream"),)
            ),
        ),
        content_links=(ContentLink("https://www.twitch.tv/pc20/livestream", "Twitch!"),),
    )
    enclosure = Enclosure(AT + "pc20/livestream?format=.mp3", 312, "audio/mpeg")
    item = build_live_item(BARE_SHOW, episode, enclosure, AT + "live", "", LiveStatus.LIVE)
    check(
        parse_channel(whole_feed(BARE_SHOW, (item,))),
        '<podcast:liveItem status="live" start="2021-09-26T07:30:00-06:00" end="2021-09-26T09:30:00-06:00">'
        "<title>Podcasting 2.0 Live Show</title><link>https://example.com/podcast/live</link>"
        "<description>A look into the future of podcasting and how we get to Podcasting 2.0!</description>"
        '<guid isPermaLink="false">https://example.com/live</guid>'
        '<enclosure url="https://example.com/pc20/livestream?format=.mp3" type="audio/mpeg" length="312"/>'
        "<pubDate>Sun, 26 Sep 2021 07:30:00 -0600</pubDate>"
        "<itunes:title>Podcasting 2.0 Live Show</itunes:title><itunes:episodeType>full</itunes:episodeType>"
        '<podcast:person role="guest" href="https://github.com/daveajones/" '
        'img="https://example.com/davejones.jpg">Dave Jones</podcast:person>'
        '<podcast:alternateEnclosure type="audio/mpeg" length="312" default="true">'
        '<podcast:source uri="https://example.com/pc20/livestream"/></podcast:alternateEnclosure>'
        '<podcast:contentLink href="https://www.twitch.tv/pc20/livestream">Twitch!</podcast:contentLink>'
        "</podcast:liveItem>",
    )


# -- example.xml, the namespace's example feed, in today's spelling: names and places are texts, the sources of
#    alternate enclosures are elements, pictures are podcast:image

NODE = "036557ea56b3b86f08be31bcd2557cae8021b0e3a9413f0c0e52625c6696972e57"
EXAMPLE_SHOW = BARE_SHOW._replace(
    title="Podcasting 2.0 Namespace Example",
    owner=Owner("", "podcastowner@example.com"),
    locked=True,
    funding=(Funding(AT + "donate", "Support the show!"),),
    location=(Location("Austin, TX", geo="geo:30.2672,97.7431", osm="R113314"),),
    images=(Image(AT + "images/pci_avatar-massive.jpg", width=1500),),
    value=(
        Value(
            (ValueRecipient("podcaster", NODE, 99), ValueRecipient("hosting company", NODE, 1)),
            suggested="0.00000005000",
        ),
    ),
)
EXAMPLE_CHANNEL = f"""\
<podcast:locked owner="podcastowner@example.com">yes</podcast:locked>
<podcast:location geo="geo:30.2672,97.7431" osm="R113314">Austin, TX</podcast:location>
<podcast:image href="https://example.com/images/pci_avatar-massive.jpg" width="1500"/>
<podcast:funding url="https://example.com/donate">Support the show!</podcast:funding>
<podcast:value type="lightning" method="keysend" suggested="0.00000005000">
  <podcast:valueRecipient name="podcaster" type="node" address="{NODE}" split="99"/>
  <podcast:valueRecipient name="hosting company" type="node" address="{NODE}" split="1"/>
</podcast:value>"""
#: number, beginning and length of the soundbite, the guest's page
EXAMPLE_ITEMS = [
    (3, 33.833, 60, "https://github.com/daveajones/"),
    (2, 45.4, 56, "https://example.com/blog/daveajones/"),
    (1, 29.32, 34, "https://www.imdb.com/name/nm0427852888/"),
]


def example_item(number: int, start: float, length: float, guest: str) -> bytes:
    episode = BARE_EPISODE._replace(
        season=1,
        season_name="Podcasting 2.0",
        number=number,
        chapters_url=f"{AT}ep{number}_chapters.json",
        soundbites=(Soundbite(timedelta(seconds=start), timedelta(seconds=length)),),
        transcripts=(TranscriptFile(f"{AT}ep{number}/transcript.txt", "text/plain"),),
        people=(Person("Adam Curry"), Person("Dave Jones", "guest", url=guest)),
        images=(Image(f"{AT}images/ep{number}/pci_avatar-massive.jpg", width=1500),),
        alternates=(
            AlternateEnclosure(
                type="audio/x-m4a",
                length_bytes=1540076,
                bitrate="80000",
                title="Audio - low bitrate",
                sources=(Source(f"{AT}podcast/audio/ep000{number}-low.mp3"),),
            ),
        ),
    )
    return sample_item(EXAMPLE_SHOW, episode)


@pytest.mark.parametrize(("number", "start", "length", "guest"), EXAMPLE_ITEMS)
def test_items_of_the_example_feed_are_rebuilt(number: int, start: float, length: float, guest: str) -> None:
    item = parse_item(example_item(number, start, length, guest))
    expected = f"""\
<podcast:season name="Podcasting 2.0">1</podcast:season>
<podcast:episode>{number}</podcast:episode>
<podcast:person role="host">Adam Curry</podcast:person>
<podcast:person role="guest" href="{guest}">Dave Jones</podcast:person>
<podcast:image href="https://example.com/images/ep{number}/pci_avatar-massive.jpg" width="1500"/>
<podcast:transcript url="https://example.com/ep{number}/transcript.txt" type="text/plain"/>
<podcast:chapters url="https://example.com/ep{number}_chapters.json" type="application/json+chapters"/>
<podcast:soundbite startTime="{start}" duration="{length}"/>
<podcast:alternateEnclosure type="audio/x-m4a" length="1540076" bitrate="80000" title="Audio - low bitrate">
  <podcast:source uri="https://example.com/podcast/audio/ep000{number}-low.mp3"/>
</podcast:alternateEnclosure>"""
    ours = [child for child in item if child.tag.startswith(PODCAST)]
    assert canonical(ours) == canonical(elements_of(expected))


def test_channel_of_the_example_feed_is_rebuilt() -> None:
    """Nothing else of the namespace stands in it."""
    head, tail = build_channel(EXAMPLE_SHOW, None, None)
    items = b"".join(example_item(*row) for row in EXAMPLE_ITEMS)
    channel = parse_channel(head + items + tail)
    ours = [child for child in channel if child.tag.startswith(PODCAST)]
    assert canonical(ours) == canonical(elements_of(EXAMPLE_CHANNEL))
    assert len(channel.findall("item")) == 3
