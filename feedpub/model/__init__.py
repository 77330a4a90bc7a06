"""The nouns that cross a border between rooms: frozen, plain, and without any library.

Each is a ``NamedTuple``: immutable, typed, compared by value, written to JSON as it stands, and
cheap to import, which a tool that cron starts every few minutes notices.
"""

from feedpub.model.alternate_enclosure import AlternateEnclosure, Integrity, Source
from feedpub.model.audio import AudioClaim, AudioFile, Enclosure
from feedpub.model.category import Category
from feedpub.model.chapter import Chapter
from feedpub.model.content_link import ContentLink
from feedpub.model.episode import Embed, Episode, EpisodeState, EpisodeType
from feedpub.model.finding import Finding, Severity
from feedpub.model.foreign_tag import ForeignTag
from feedpub.model.funding import Funding
from feedpub.model.image import Image
from feedpub.model.license import License
from feedpub.model.live import Live, LiveStatus
from feedpub.model.location import Location
from feedpub.model.person import Person
from feedpub.model.place import Place
from feedpub.model.remote_item import RemoteItem
from feedpub.model.show import Owner, Show, ShowType
from feedpub.model.social import Chat, SocialInteract
from feedpub.model.soundbite import Soundbite
from feedpub.model.trailer import Trailer
from feedpub.model.transcript import Cue, Transcript, TranscriptFile
from feedpub.model.txt import Txt
from feedpub.model.update_frequency import UpdateFrequency
from feedpub.model.value import Value, ValueRecipient, ValueTimeSplit

__all__ = [
    "AlternateEnclosure",
    "AudioClaim",
    "AudioFile",
    "Category",
    "Chapter",
    "Chat",
    "ContentLink",
    "Cue",
    "Embed",
    "Enclosure",
    "Episode",
    "EpisodeState",
    "EpisodeType",
    "Finding",
    "ForeignTag",
    "Funding",
    "Image",
    "Integrity",
    "License",
    "Live",
    "LiveStatus",
    "Location",
    "Owner",
    "Person",
    "Place",
    "RemoteItem",
    "Severity",
    "Show",
    "ShowType",
    "SocialInteract",
    "Soundbite",
    "Source",
    "Trailer",
    "Transcript",
    "TranscriptFile",
    "Txt",
    "UpdateFrequency",
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
]
