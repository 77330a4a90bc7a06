"""The examples of the podcast namespace's tag pages (docs/tags), as values of our model and as elements.

Values are those of the pages. The form is ours where the pages leave it open or break their own rules: numbers
have no needless zeros, dates have a numeric offset, texts no white space at their ends.
"""

from datetime import datetime, timedelta, timezone

from feedpub.model import (
    AlternateEnclosure,
    Chat,
    ContentLink,
    Funding,
    Image,
    Integrity,
    License,
    Location,
    Owner,
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

AT = "https://example.com/"
_EST = timezone(-timedelta(hours=5))
_ALICE_KEY = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"
_BOB_KEY = "032f4ffbbafffbe51726ad3c164a3d0d37ec27bc67b29a159b0f49ae8ac21b8508"
_CAROL_KEY = "02dd306e68c46681aa21d88a436fb35355a8579dd30201581cefa17cb179fc4c15"
_HOST_KEY = "03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a"
_HOST = ValueRecipient("Hosting Provider", _HOST_KEY, 5, fee=True)
_PC20 = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def _alice(split: int) -> ValueRecipient:
    return ValueRecipient("Alice (Podcaster)", _ALICE_KEY, split)


def _node(name: str, key: str, split: int, rest: str = "") -> str:
    return f'<podcast:valueRecipient name="{name}" type="node" address="{key}" split="{split}"{rest}/>'


def _remote(number: int) -> RemoteItem:
    return RemoteItem(
        feed_guid="a94f5cc9-8c58-55fc-91fe-a324087a655b",
        item_guid=f"https://podcastindex.org/podcast/4148683#{number}",
        medium="music",
    )


def _seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


#: fields of a show -> the elements in its channel
OF_SHOWS = [
    ({"locked": True}, "<podcast:locked>yes</podcast:locked>"),
    (
        {"locked": False, "owner": Owner("", "email@example.com")},
        '<podcast:locked owner="email@example.com">no</podcast:locked>',
    ),
    ({"guid": _PC20}, f"<podcast:guid>{_PC20}</podcast:guid>"),
    ({"medium": "musicL"}, "<podcast:medium>musicL</podcast:medium>"),
    ({"block": True}, "<podcast:block>yes</podcast:block>"),
    (
        {"block_services": ("google", "amazon")},
        '<podcast:block id="google">yes</podcast:block><podcast:block id="amazon">yes</podcast:block>',
    ),
    (
        {"block": True, "allow_services": ("google", "amazon")},
        "<podcast:block>yes</podcast:block>"
        '<podcast:block id="google">no</podcast:block><podcast:block id="amazon">no</podcast:block>',
    ),
    ({"verify": "05124"}, '<podcast:txt purpose="applepodcastsverify">05124</podcast:txt>'),
    (
        {"txt": (Txt("naj3eEZaWVVY9a38uhX8FekACyhtqP4JN"), Txt("S6lpp-7ZCn8-dZfGc-OoyaG", "verify"))},
        "<podcast:txt>naj3eEZaWVVY9a38uhX8FekACyhtqP4JN</podcast:txt>"
        '<podcast:txt purpose="verify">S6lpp-7ZCn8-dZfGc-OoyaG</podcast:txt>',
    ),
    ({"podping": True}, '<podcast:podping usesPodping="true"/>'),
    (
        {"updates": UpdateFrequency("Biweekly", "FREQ=WEEKLY;INTERVAL=2")},
        '<podcast:updateFrequency rrule="FREQ=WEEKLY;INTERVAL=2">Biweekly</podcast:updateFrequency>',
    ),
    (
        {
            "updates": UpdateFrequency(
                "Every other Monday for 10 episodes starting on Aug 28, 2023",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10",
                "2023-08-28T00:00:00.000Z",
            )
        },
        '<podcast:updateFrequency rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10" '
        'dtstart="2023-08-28T00:00:00.000Z">Every other Monday for 10 episodes starting on Aug 28, 2023'
        "</podcast:updateFrequency>",
    ),
    (
        {"updates": UpdateFrequency("That's all folks!", complete=True)},
        '<podcast:updateFrequency complete="true">That\'s all folks!</podcast:updateFrequency>',
    ),
    ({"complete": True}, '<podcast:updateFrequency complete="true">Complete</podcast:updateFrequency>'),
    (
        {
            "trailers": (
                Trailer(
                    "Coming April 1st, 2021",
                    "https://example.org/trailers/teaser.mp3",
                    datetime(2021, 4, 1, 8, tzinfo=_EST),
                    12345678,
                    "audio/mp3",
                ),
                Trailer(
                    "Season 4: Race for the Whitehouse",
                    "https://example.org/trailers/season4teaser.mp4",
                    datetime(2021, 4, 1, 8, tzinfo=_EST),
                    12345678,
                    "video/mp4",
                    4,
                ),
            )
        },
        '<podcast:trailer pubdate="Thu, 01 Apr 2021 08:00:00 -0500" '
        'url="https://example.org/trailers/teaser.mp3" length="12345678" type="audio/mp3">'
        "Coming April 1st, 2021</podcast:trailer>"
        '<podcast:trailer pubdate="Thu, 01 Apr 2021 08:00:00 -0500" '
        'url="https://example.org/trailers/season4teaser.mp4" length="12345678" type="video/mp4" season="4">'
        "Season 4: Race for the Whitehouse</podcast:trailer>",
    ),
    (
        {
            "podroll": (
                RemoteItem(
                    feed_guid="29cdca4a-32d8-56ba-b48b-09a011c5daa9",
                    feed_url="https://rss.buzzsprout.com/231452.rss",
                    title="Buzzcast",
                ),
                RemoteItem(feed_guid="396d9ae0-da7e-5557-b894-b606231fa3ea"),
            )
        },
        '<podcast:podroll><podcast:remoteItem feedGuid="29cdca4a-32d8-56ba-b48b-09a011c5daa9" '
        'feedUrl="https://rss.buzzsprout.com/231452.rss" title="Buzzcast"/>'
        '<podcast:remoteItem feedGuid="396d9ae0-da7e-5557-b894-b606231fa3ea"/></podcast:podroll>',
    ),
    (
        {
            "publisher": RemoteItem(
                feed_guid="003af0a0-6a45-55cf-b765-68e3d349551a",
                feed_url="https://agilesetmedia.com/assets/static/feeds/publisher.xml",
            )
        },
        '<podcast:publisher><podcast:remoteItem medium="publisher" '
        'feedGuid="003af0a0-6a45-55cf-b765-68e3d349551a" '
        'feedUrl="https://agilesetmedia.com/assets/static/feeds/publisher.xml"/></podcast:publisher>',
    ),
    (
        {
            "remote_items": (
                RemoteItem(feed_guid=_PC20),
                RemoteItem(
                    feed_guid=_PC20,
                    feed_url=f"https://feeds.example.org/{_PC20}/rss.xml",
                    item_guid="asdf089j0-ep240-20230510",
                    medium="music",
                    title="Here Comes the Sun",
                ),
            )
        },
        f'<podcast:remoteItem feedGuid="{_PC20}"/>'
        f'<podcast:remoteItem feedGuid="{_PC20}" feedUrl="https://feeds.example.org/{_PC20}/rss.xml" '
        'itemGuid="asdf089j0-ep240-20230510" medium="music" title="Here Comes the Sun"/>',
    ),
]

#: fields of an episode -> the elements in its item
OF_EPISODES = [
    (
        {
            "transcripts": (
                TranscriptFile(AT + "episode1/transcript.html", "text/html"),
                TranscriptFile(AT + "episode1/transcript.json", "application/json", "es", "captions"),
                TranscriptFile(AT + "episode1/transcript.srt", "application/x-subrip", rel="captions"),
            )
        },
        '<podcast:transcript url="https://example.com/episode1/transcript.html" type="text/html"/>'
        '<podcast:transcript url="https://example.com/episode1/transcript.json" type="application/json" '
        'language="es" rel="captions"/>'
        '<podcast:transcript url="https://example.com/episode1/transcript.srt" type="application/x-subrip" '
        'rel="captions"/>',
    ),
    (
        {"chapters_url": AT + "episode1/chapters.json"},
        '<podcast:chapters url="https://example.com/episode1/chapters.json" type="application/json+chapters"/>',
    ),
    (
        {
            "soundbites": (
                Soundbite(_seconds(73), _seconds(60)),
                Soundbite(_seconds(1234.5), _seconds(42.25), "Why the Podcast Namespace Matters"),
            )
        },
        '<podcast:soundbite startTime="73" duration="60"/><podcast:soundbite startTime="1234.5" '
        'duration="42.25">Why the Podcast Namespace Matters</podcast:soundbite>',
    ),
    ({"season": 5}, "<podcast:season>5</podcast:season>"),
    (
        {"season": 1, "season_name": "Egyptology: The 19th Century"},
        '<podcast:season name="Egyptology: The 19th Century">1</podcast:season>',
    ),
    ({"number": 3}, "<podcast:episode>3</podcast:episode>"),
    ({"number": 315.5}, "<podcast:episode>315.5</podcast:episode>"),
    (
        {"number": 204, "number_display": "Ch.3"},
        '<podcast:episode display="Ch.3">204</podcast:episode>',
    ),
    (
        {
            "alternates": (
                AlternateEnclosure(
                    type="audio/mpeg",
                    length_bytes=43200000,
                    bitrate="128000",
                    default=True,
                    title="Standard",
                    sources=(Source(AT + "file-0.mp3"), Source("ipfs://someRandomMpegFile")),
                ),
            )
        },
        '<podcast:alternateEnclosure type="audio/mpeg" length="43200000" bitrate="128000" default="true" '
        'title="Standard"><podcast:source uri="https://example.com/file-0.mp3"/>'
        '<podcast:source uri="ipfs://someRandomMpegFile"/></podcast:alternateEnclosure>',
    ),
    (
        {
            "alternates": (
                AlternateEnclosure(
                    type="video/mp4",
                    length_bytes=7924786,
                    bitrate="511276.52",
                    height=720,
                    sources=(
                        Source(AT + "file-720.mp4"),
                        Source(AT + "file-720.torrent", "application/x-bittorrent"),
                        Source("http://example.onion/file-720.mp4"),
                    ),
                    integrity=Integrity(
                        "sri", "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"
                    ),
                ),
            )
        },
        '<podcast:alternateEnclosure type="video/mp4" length="7924786" bitrate="511276.52" height="720">'
        '<podcast:source uri="https://example.com/file-720.mp4"/>'
        '<podcast:source uri="https://example.com/file-720.torrent" contentType="application/x-bittorrent"/>'
        '<podcast:source uri="http://example.onion/file-720.mp4"/><podcast:integrity type="sri" '
        'value="sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"/>'
        "</podcast:alternateEnclosure>",
    ),
    (
        {
            "content_links": (
                ContentLink("https://www.youtube.com/watch?v=example", "Watch this episode on YouTube!"),
            )
        },
        '<podcast:contentLink href="https://www.youtube.com/watch?v=example">Watch this episode on YouTube!'
        "</podcast:contentLink>",
    ),
    (
        {"txt": (Txt("2022-10-26T04:45:30.742Z", "release"),)},
        '<podcast:txt purpose="release">2022-10-26T04:45:30.742Z</podcast:txt>',
    ),
]

#: fields of both -> the elements at both levels
OF_BOTH = [
    (
        {
            "funding": (
                Funding("https://www.example.com/donations", "Support the show!"),
                Funding("https://www.example.com/members", "Become a member!"),
            )
        },
        '<podcast:funding url="https://www.example.com/donations">Support the show!</podcast:funding>'
        '<podcast:funding url="https://www.example.com/members">Become a member!</podcast:funding>',
    ),
    (
        {
            "people": (
                Person(
                    "John Smith",
                    "",
                    url=AT + "johnsmith/blog",
                    image="http://example.com/images/johnsmith.jpg",
                ),
                Person("Alice Brown", "guest", "writing", "https://example.wikipedia/alicebrown"),
                Person("Becky Smith", "Cover Art Designer", "visuals", AT + "artist/beckysmith"),
            )
        },
        '<podcast:person href="https://example.com/johnsmith/blog" '
        'img="http://example.com/images/johnsmith.jpg">John Smith</podcast:person>'
        '<podcast:person group="writing" role="guest" href="https://example.wikipedia/alicebrown">'
        "Alice Brown</podcast:person>"
        '<podcast:person group="visuals" role="Cover Art Designer" '
        'href="https://example.com/artist/beckysmith">Becky Smith</podcast:person>',
    ),
    (
        {
            "location": (
                Location("Austin, TX", geo="geo:30.2672,97.7431", osm="R113314"),
                Location("Eiffel Tower, Paris", "subject", "geo:48.858093,2.294694", "W5013364", "fr"),
            )
        },
        '<podcast:location geo="geo:30.2672,97.7431" osm="R113314">Austin, TX</podcast:location>'
        '<podcast:location geo="geo:48.858093,2.294694" osm="W5013364" country="fr" rel="subject">'
        "Eiffel Tower, Paris</podcast:location>",
    ),
    ({"license": License("CC-BY-NC-ND-4.0")}, "<podcast:license>CC-BY-NC-ND-4.0</podcast:license>"),
    (
        {"license": License("my-podcast-license-v1", "https://example.org/mypodcastlicense/full.pdf")},
        '<podcast:license url="https://example.org/mypodcastlicense/full.pdf">my-podcast-license-v1'
        "</podcast:license>",
    ),
    (
        {
            "images": (
                Image(AT + "images/pci_square-massive.jpg"),
                Image(AT + "images/ep1/pci_portrait.mp4", width=1200, height=400),
                Image(
                    AT + "images/ep1/pci_landscape-massive.mp4",
                    "An antenna emanating signal waves",
                    "16/9",
                    type="video/mp4",
                    purpose="artwork social",
                ),
            )
        },
        '<podcast:image href="https://example.com/images/pci_square-massive.jpg"/>'
        '<podcast:image width="1200" height="400" href="https://example.com/images/ep1/pci_portrait.mp4"/>'
        '<podcast:image alt="An antenna emanating signal waves" purpose="artwork social" type="video/mp4" '
        'aspect-ratio="16/9" href="https://example.com/images/ep1/pci_landscape-massive.mp4"/>',
    ),
    (
        {
            "social": (
                SocialInteract(
                    "activitypub",
                    "https://podcastindex.social/@dave/105079274766075912",
                    "@dave",
                    "https://podcastindex.social/@dave",
                    1,
                ),
                SocialInteract("disabled"),
            )
        },
        '<podcast:socialInteract priority="1" protocol="activitypub" '
        'uri="https://podcastindex.social/@dave/105079274766075912" accountId="@dave" '
        'accountUrl="https://podcastindex.social/@dave"/><podcast:socialInteract protocol="disabled"/>',
    ),
    (
        {"chat": Chat("irc.zeronode.net", "irc", "@jsmith", "#myawesomepodcast")},
        '<podcast:chat server="irc.zeronode.net" protocol="irc" accountId="@jsmith" space="#myawesomepodcast"/>',
    ),
    (
        {
            "value": (
                Value(
                    (
                        _alice(40),
                        ValueRecipient("Bob (Podcaster)", _BOB_KEY, 40),
                        ValueRecipient("Carol (Producer)", _CAROL_KEY, 15),
                        _HOST,
                    ),
                    suggested="0.00000015000",
                ),
            )
        },
        '<podcast:value type="lightning" method="keysend" suggested="0.00000015000">'
        + _node("Alice (Podcaster)", _ALICE_KEY, 40)
        + _node("Bob (Podcaster)", _BOB_KEY, 40)
        + _node("Carol (Producer)", _CAROL_KEY, 15)
        + _node("Hosting Provider", _HOST_KEY, 5, ' fee="true"')
        + "</podcast:value>",
    ),
    (
        {
            "value": (
                Value(
                    (_alice(95), _HOST),
                    time_splits=(
                        ValueTimeSplit(
                            _seconds(60), _seconds(237), remote_item=_remote(1), remote_percentage=95
                        ),
                        ValueTimeSplit(
                            _seconds(330), _seconds(53), (), _remote(3), _seconds(174), remote_percentage=95
                        ),
                    ),
                ),
            )
        },
        '<podcast:value type="lightning" method="keysend">'
        + _node("Alice (Podcaster)", _ALICE_KEY, 95)
        + _node("Hosting Provider", _HOST_KEY, 5, ' fee="true"')
        + '<podcast:valueTimeSplit startTime="60" duration="237" remotePercentage="95">'
        '<podcast:remoteItem itemGuid="https://podcastindex.org/podcast/4148683#1" '
        'feedGuid="a94f5cc9-8c58-55fc-91fe-a324087a655b" medium="music"/></podcast:valueTimeSplit>'
        '<podcast:valueTimeSplit startTime="330" duration="53" remoteStartTime="174" remotePercentage="95">'
        '<podcast:remoteItem itemGuid="https://podcastindex.org/podcast/4148683#3" '
        'feedGuid="a94f5cc9-8c58-55fc-91fe-a324087a655b" medium="music"/></podcast:valueTimeSplit>'
        "</podcast:value>",
    ),
    (
        {
            "value": (
                Value(
                    (_alice(95), _HOST),
                    time_splits=(
                        ValueTimeSplit(
                            _seconds(63),
                            _seconds(388),
                            (_alice(85), ValueRecipient("Jimbob (Guest)", _CAROL_KEY, 10)),
                        ),
                    ),
                ),
            )
        },
        '<podcast:value type="lightning" method="keysend">'
        + _node("Alice (Podcaster)", _ALICE_KEY, 95)
        + _node("Hosting Provider", _HOST_KEY, 5, ' fee="true"')
        + '<podcast:valueTimeSplit startTime="63" duration="388">'
        + _node("Alice (Podcaster)", _ALICE_KEY, 85)
        + _node("Jimbob (Guest)", _CAROL_KEY, 10)
        + "</podcast:valueTimeSplit></podcast:value>",
    ),
]
