"""One episode, as its file describes it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from feedpub.model.alternate_enclosure import AlternateEnclosure
from feedpub.model.audio import AudioClaim
from feedpub.model.chapter import Chapter
from feedpub.model.content_link import ContentLink
from feedpub.model.foreign_tag import ForeignTag
from feedpub.model.funding import Funding
from feedpub.model.image import Image
from feedpub.model.license import License
from feedpub.model.live import Live
from feedpub.model.location import Location
from feedpub.model.person import Person
from feedpub.model.social import Chat, SocialInteract
from feedpub.model.soundbite import Soundbite
from feedpub.model.transcript import TranscriptFile
from feedpub.model.txt import Txt
from feedpub.model.value import Value


class EpisodeType(StrEnum):
    """What kind of episode it is (Apple, ``itunes:episodeType``)."""

    FULL = "full"
    TRAILER = "trailer"
    BONUS = "bonus"


class EpisodeState(StrEnum):
    """Whether its author wants an episode out. *Scheduled* is no state: it is READY with a date ahead."""

    #: unfinished: nowhere to be seen, and not complained about for what it lacks
    DRAFT = "draft"
    #: has a page, but stands in no feed
    HIDDEN = "hidden"
    READY = "ready"


class Embed(NamedTuple):
    """A player that the show notes embed in an ``<iframe>``."""

    url: str
    #: the service's name, such as ``Podbean``; empty where it is not known
    player: str
    #: line in the episode file
    line: int


class Episode(NamedTuple):
    """Everything that an episode file says but the text of its show notes.

    Titles and texts are plain text (no markup). Empty strings and ``None`` mean *not given*.
    """

    #: the file, relative to the workspace, with ``/``
    source: str
    title: str
    #: ASCII, lower case; names the page and the episode in addresses
    slug: str
    state: EpisodeState = EpisodeState.READY
    type: EpisodeType = EpisodeType.FULL
    #: when it is due, with the show's UTC offset
    published: datetime | None = None
    #: when its author last changed it by their own word
    modified: datetime | None = None
    #: a whole number is an int
    number: float | None = None
    season: int | None = None
    #: as given by the author; whether it is the one that counts is for the ledger to say
    guid: str = ""
    #: address of the episode's page
    link: str = ""
    author: str = ""
    #: plain text, within the limits of directories
    summary: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    #: in the order in which the feed names them; empty means those of the show
    people: tuple[Person, ...] = ()
    explicit: bool | None = None
    #: keep it out of Apple's directory (``itunes:block``)
    block: bool = False
    #: a picture of its own: a path relative to the workspace, or an absolute URL
    artwork: str = ""
    audio: AudioClaim = AudioClaim()
    embeds: tuple[Embed, ...] = ()
    #: what apps show in place of the number
    number_display: str = ""
    season_name: str = ""
    funding: tuple[Funding, ...] = ()
    location: tuple[Location, ...] = ()
    license: License | None = None
    soundbites: tuple[Soundbite, ...] = ()
    value: tuple[Value, ...] = ()
    social: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    txt: tuple[Txt, ...] = ()
    content_links: tuple[ContentLink, ...] = ()
    #: pictures beside the artwork
    images: tuple[Image, ...] = ()
    alternates: tuple[AlternateEnclosure, ...] = ()
    transcripts: tuple[TranscriptFile, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    #: the JSON file with the chapters; an absolute URL by the time that a feed is written, empty for none
    chapters_url: str = ""
    #: None for an episode that is no live stream
    live: Live | None = None
    #: tags of other namespaces
    extra: tuple[ForeignTag, ...] = ()
    #: chapters that the notes tell by timestamps; whether they count is decided when all sources are known
    note_chapters: tuple[Chapter, ...] = ()
