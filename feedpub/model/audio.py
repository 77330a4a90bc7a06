"""An episode's audio: what its author says of it, what was measured, what the feed says."""

from datetime import timedelta
from typing import NamedTuple

from feedpub.model.chapter import Chapter


class AudioClaim(NamedTuple):
    """What the episode file says of its audio. Everything may be absent; measured facts win."""

    #: a file name, a path or an absolute URL; empty where the audio is to be found by number or slug
    file: str = ""
    length_bytes: int | None = None
    duration: timedelta | None = None
    #: MIME type
    type: str = ""


class AudioFile(NamedTuple):
    """What was measured in a local audio file."""

    length_bytes: int
    duration: timedelta
    #: MIME type, told by the content and never by the suffix
    type: str
    #: bits per second, on average
    bitrate: int
    channels: int
    #: hertz
    sample_rate: int
    #: what the file itself says, by their time; ends only where they are not where the next one starts
    chapters: tuple[Chapter, ...] = ()
    #: whether it carries a picture of its own
    has_cover: bool = False
    #: what its own tags say
    title: str = ""
    artist: str = ""
    #: False for an MP4 file whose index lies behind the sound: playing has to wait for it
    fast_start: bool = True
    #: False for an MP3 of varying bitrate without a table (Xing, Info or VBRI) of where which time is
    seekable: bool = True


class Enclosure(NamedTuple):
    """The file that apps download (RSS 2.0, ``<enclosure>``)."""

    url: str
    length_bytes: int
    #: MIME type
    type: str
    duration: timedelta | None = None
