"""The example of the tags' reference: a show, an episode and a live stream that say everything."""

from datetime import datetime, timedelta, timezone

from lxml import etree

from feedpub.feed.rss import build_channel, build_item, build_live_item
from feedpub.model import (
    AlternateEnclosure,
    Category,
    Chapter,
    Chat,
    ContentLink,
    Enclosure,
    Episode,
    ForeignTag,
    Funding,
    Image,
    Integrity,
    License,
    Live,
    LiveStatus,
    Location,
    Owner,
    Person,
    RemoteItem,
    Show,
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

_AT = "https://example.com/"
_WHEN = datetime(2026, 1, 31, 6, 0, tzinfo=timezone(timedelta(hours=1)))
_HOST = Person("Ada Lovelace", url=f"{_AT}ada", image=f"{_AT}ada.jpg")
_GUEST = Person("Grace Hopper", "guest")
_PAID = ValueRecipient("Ada Lovelace", "ada@pay.example.com", 95, "lnaddress")
_SERVICE = ValueRecipient("Hosting", "host@pay.example.com", 5, "lnaddress", fee=True)
_OTHER = RemoteItem(
    feed_guid="29cdca4a-32d8-56ba-b48b-09a011c5daa9",
    feed_url="https://example.org/feed.xml",
    title="Tide Table",
)
_SONG = _OTHER._replace(item_guid="tide-12", medium="music")
_SPLIT = ValueTimeSplit(
    timedelta(minutes=5), timedelta(seconds=53.5), remote_item=_SONG, remote_percentage=90
)

#: Said where the channel and where the item says it, in the same words.
_FUNDING = (Funding(f"{_AT}donate", "Become a member"),)
_LOCATION = (Location("Skellan Light", "creator", "geo:58.6103,-4.9987", "W43678282", "GB"),)
_LICENSE = License("CC-BY-SA-4.0")
_VALUE = Value((_PAID, _SERVICE), method="lnaddress", suggested="0.00000005000", time_splits=(_SPLIT,))
_SOCIAL = (
    SocialInteract(
        "activitypub", "https://social.example.com/@ada/1", "@ada", "https://social.example.com/@ada", 1
    ),
)
_CHAT = Chat("irc.example.com", "irc", "@ada", "#lamproom")
_TXT = (Txt("S6lpp-7ZCn8-dZfGc-OoyaG", "verify"),)
_IMAGES = (
    Image(f"{_AT}banner.webp", "A lamp behind a wet window", "3/1", 1500, 500, "image/webp", "banner"),
)

SHOW = Show(
    "demo",
    "The Lighthouse Hour",
    "Talks about the sea.",
    _AT,
    f"{_AT}feed.xml",
    "en-GB",
    "Ada Lovelace",
    f"{_AT}cover.jpg",
    categories=(Category("Society & Culture", "Documentary"),),
    owner=Owner("Ada Lovelace", "ada@example.com"),
    copyright="Ada Lovelace",
    people=(_HOST,),
    guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    locked=True,
    hubs=("https://hub.example.com/",),
    new_feed_url="https://example.org/feed.xml",
    block=True,
    complete=True,
    verify="1a2b3c",
    medium="podcast",
    funding=_FUNDING,
    location=_LOCATION,
    license=_LICENSE,
    value=(_VALUE,),
    social=_SOCIAL,
    chat=_CHAT,
    txt=_TXT,
    block_services=("amazon",),
    allow_services=("podcastindex",),
    images=_IMAGES,
    trailers=(Trailer("Coming in March", f"{_AT}audio/trailer.mp3", _WHEN, 1234567, "audio/mpeg", 2),),
    podroll=(_OTHER,),
    publisher=_OTHER._replace(title="Harbour Press"),
    remote_items=(_SONG,),
    updates=UpdateFrequency("Every Monday", "FREQ=WEEKLY;BYDAY=MO", "2026-01-05"),
    podping=True,
    extra=(ForeignTag("media:rating", "nonadult", {"scheme": "urn:simple"}),),
    namespaces={"media": "http://search.yahoo.com/mrss/"},
    creators=True,
    simple_chapters=True,
)

EPISODE = Episode(
    "feeds/demo/episodes/040.md",
    "Fog",
    "fog",
    published=_WHEN,
    number=40,
    season=2,
    link=f"{_AT}fog.html",
    author="Grace Hopper",
    summary="What to do when you cannot see.",
    tags=("Weather",),
    people=(_HOST, _GUEST),
    explicit=False,
    block=True,
    artwork=f"{_AT}040.jpg",
    number_display="Day 40",
    season_name="Winter",
    funding=_FUNDING,
    location=_LOCATION,
    license=_LICENSE,
    soundbites=(Soundbite(timedelta(seconds=73.5), timedelta(minutes=1), "Why the lamp turns"),),
    value=(_VALUE,),
    social=_SOCIAL,
    chat=_CHAT,
    txt=_TXT,
    content_links=(ContentLink("https://video.example.com/40", "Watch the video"),),
    images=_IMAGES,
    alternates=(
        AlternateEnclosure(
            title="High quality",
            sources=(Source(f"{_AT}audio/040.opus"),),
            type="audio/opus",
            length_bytes=32400000,
            bitrate="96000",
            integrity=Integrity(
                "sri", "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"
            ),
        ),
    ),
    transcripts=(TranscriptFile(f"{_AT}transcripts/040.vtt", "text/vtt", "en", "captions"),),
    chapters=(Chapter(0, "Fog"), Chapter(61_500, "The horn", "https://horn.example.com/")),
    chapters_url=f"{_AT}chapters/040.json",
    extra=(ForeignTag("media:rating", "nonadult", {"scheme": "urn:simple"}),),
)


def build_example() -> etree._Element:
    """The channel, with a live stream and an item in it."""
    audio = Enclosure(f"{_AT}audio/040.mp3", 34216300, "audio/mpeg", timedelta(seconds=3723))
    stream = Enclosure("https://stream.example.com/lamp.mp3", 0, "audio/mpeg")
    live = EPISODE._replace(live=Live(end=_WHEN + timedelta(hours=1)))
    head, tail = build_channel(SHOW, _WHEN, _WHEN)
    feed = (
        head
        + build_live_item(SHOW, live, stream, f"{_AT}fog.html", "", LiveStatus.PENDING)
        + build_item(SHOW, EPISODE, audio, f"{_AT}fog.html", "<p>Fog.</p>")
        + tail
    )
    channel: etree._Element = etree.fromstring(feed, etree.XMLParser(strip_cdata=False))[0]
    return channel
