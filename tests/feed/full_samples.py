"""A show, an episode and a live stream in whose feed every tag stands at every level."""

from datetime import datetime, timedelta

from feedpub.feed.rss import build_live_item
from feedpub.model import (
    AlternateEnclosure,
    Chapter,
    Chat,
    ContentLink,
    Enclosure,
    ForeignTag,
    Funding,
    Image,
    Integrity,
    License,
    Live,
    LiveStatus,
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
from tests.feed.samples import EPISODE, LISBON, SHOW, sample_item, whole_feed

NODE = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
TIDE_TABLE = RemoteItem(
    feed_guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
    feed_url="https://tide.example/feed.xml",
    item_guid="tide-12",
    medium="music",
    title="Tide Table",
)
_ADA = ValueRecipient("Ada Lovelace", NODE, 95, custom_key="696969", custom_value="eChoVKtO1KujpAA5HCoB")
_HOST = ValueRecipient("Host", "host@pay.example", 5, "lnaddress", fee=True)
_PURSE = ValueRecipient("Ada Lovelace", "bc1qada", 1, "wallet")
_SHARED = {
    "funding": (
        Funding("https://lighthouse.example/members", "Become a member"),
        Funding("https://lighthouse.example/oil?a=1&b=2", "Buy us oil"),
    ),
    "location": (
        Location("Skellan Light", "subject", "geo:58.6103,-4.9987", "W43678282", "GB"),
        Location("Lisbon", "creator", "geo:38.72,-9.14", "R5400890#3", "PT"),
    ),
    "license": License("keepers-licence-v1", "https://lighthouse.example/licence.html"),
    "value": (
        Value(
            (_ADA, _HOST),
            suggested="0.00000005000",
            time_splits=(
                ValueTimeSplit(timedelta(seconds=60), timedelta(seconds=237.5), (_ADA,)),
                ValueTimeSplit(
                    timedelta(seconds=330),
                    timedelta(seconds=53),
                    remote_item=TIDE_TABLE,
                    remote_start=timedelta(seconds=174.25),
                    remote_percentage=90,
                ),
            ),
        ),
        Value((_PURSE,), "bitcoin", "wallet", "0.00000001"),
    ),
    "social": (
        SocialInteract(
            "activitypub", "https://social.example/@ada/1", "@ada", "https://social.example/@ada", 1
        ),
        SocialInteract("nostr", "https://nostr.example/2", "npub1", "https://nostr.example/ada", 2),
    ),
    "chat": Chat("irc.lighthouse.example", "irc", "@ada", "#lamproom"),
    "txt": (Txt("S6lpp-7ZCn8", "verify"), Txt("naj3eEZaWVVY9a38")),
    "images": (
        Image(
            "https://lighthouse.example/banner.webp",
            "A lamp behind a wet window",
            "16/9",
            1600,
            900,
            "image/webp",
            "banner social",
        ),
        Image("https://lighthouse.example/square.jpg"),
    ),
    "extra": (
        ForeignTag("media:rating", "nonadult", {"scheme": "urn:simple"}),
        ForeignTag("media:group", children=(ForeignTag("media:credit", "Ada", {"role": "producer"}),)),
    ),
}
FULL_SHOW = SHOW._replace(
    medium="podcast",
    block_services=("amazon", "google"),
    allow_services=("podcastindex",),
    trailers=(
        Trailer(
            "Coming in April",
            "https://lighthouse.example/audio/teaser.mp3",
            datetime(2026, 3, 1, 8, 0, tzinfo=LISBON),
            1_234_567,
            "audio/mpeg",
            2,
        ),
        Trailer(
            "What this is",
            "https://lighthouse.example/audio/hello.mp3",
            datetime(2025, 3, 1, 8, 0, tzinfo=LISBON),
            7_654_321,
            "audio/mpeg",
        ),
    ),
    podroll=(
        TIDE_TABLE._replace(medium="", item_guid=""),
        RemoteItem(feed_guid="29cdca4a-32d8-56ba-b48b-09a011c5daa9"),
    ),
    publisher=RemoteItem(
        feed_guid="003af0a0-6a45-55cf-b765-68e3d349551a",
        feed_url="https://press.example/feed.xml",
        medium="publisher",
        title="Harbour Press",
    ),
    remote_items=(TIDE_TABLE, RemoteItem(feed_guid="396d9ae0-da7e-5557-b894-b606231fa3ea")),
    updates=UpdateFrequency("Every Monday", "FREQ=WEEKLY;BYDAY=MO", "2026-01-05", True),
    podping=True,
    namespaces={"media": "http://search.yahoo.com/mrss/"},
    creators=True,
    simple_chapters=True,
    **_SHARED,
)
FULL_EPISODE = EPISODE._replace(
    people=(
        *EPISODE.people,
        Person("Becky Smith", "cover art designer", "visuals", "", "https://b.example/b.jpg"),
    ),
    number_display="Day 7",
    season_name="Winter",
    soundbites=(
        Soundbite(timedelta(seconds=73), timedelta(seconds=60), "Why the lamp turns"),
        Soundbite(timedelta(seconds=1234.5), timedelta(seconds=42.25)),
    ),
    content_links=(
        ContentLink("https://video.example/watch?v=1", "Watch on video"),
        ContentLink("https://stream.example/1", "Watch the stream"),
    ),
    alternates=(
        AlternateEnclosure(
            "",
            "High quality",
            (
                Source("https://lighthouse.example/audio/fog.opus"),
                Source("https://lighthouse.example/audio/fog.torrent", "application/x-bittorrent"),
            ),
            "audio/opus",
            32_400_000,
            "96000.5",
            720,
            "es",
            "commentary",
            "opus",
            True,
            Integrity("sri", "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"),
        ),
        AlternateEnclosure(sources=(Source("ipfs://QmX33FYehk6ckGQ6g1D9"),), type="audio/aac"),
    ),
    transcripts=(
        TranscriptFile("https://lighthouse.example/7.vtt", "text/vtt", "en", "captions"),
        TranscriptFile("https://lighthouse.example/7.html", "text/html"),
    ),
    chapters=(
        Chapter(0, "Fog"),
        Chapter(1_500, "Horn", "https://horn.example/", "https://lighthouse.example/horn.jpg"),
    ),
    chapters_url="https://lighthouse.example/chapters/7.json",
    **_SHARED,
)
LIVE_EPISODE = FULL_EPISODE._replace(
    title="Live from the lamp room",
    live=Live(end=datetime(2026, 7, 6, 8, 0, tzinfo=LISBON)),
)
LIVE_ENCLOSURE = Enclosure("https://stream.example/lamp.mp3", 0, "audio/mpeg")


def live_item(status: LiveStatus = LiveStatus.LIVE) -> bytes:
    """The live stream that has everything."""
    return build_live_item(FULL_SHOW, LIVE_EPISODE, LIVE_ENCLOSURE, "live-7", "", status)


def full_feed() -> bytes:
    """A live stream, then an episode; a show that says everything."""
    return whole_feed(FULL_SHOW, (live_item(), sample_item(FULL_SHOW, FULL_EPISODE)))
