"""The nouns that cross a border between rooms: frozen, plain, and without any library.

Each is a ``NamedTuple``: immutable, typed, compared by value, written to JSON as it stands, and
cheap to import, which a tool that cron starts every few minutes notices.
"""

from feedpub.model.audio import AudioClaim, AudioFile, Enclosure
from feedpub.model.category import Category
from feedpub.model.episode import Embed, Episode, EpisodeState, EpisodeType
from feedpub.model.finding import Finding, Severity
from feedpub.model.person import Person
from feedpub.model.place import Place
from feedpub.model.show import Owner, Show, ShowType

__all__ = [
    "AudioClaim",
    "AudioFile",
    "Category",
    "Embed",
    "Enclosure",
    "Episode",
    "EpisodeState",
    "EpisodeType",
    "Finding",
    "Owner",
    "Person",
    "Place",
    "Severity",
    "Show",
    "ShowType",
]
