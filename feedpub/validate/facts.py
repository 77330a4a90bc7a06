"""What was gathered before the rules are asked: files on this machine, and the feed as it was before.

Rules judge these as they judge elements. Without them they stay silent, and the report says that they were
not run.
"""

from typing import ClassVar, NamedTuple

from feedpub.validate.document.element import Element


class LocalAudio(NamedTuple):
    """The audio or video file behind an enclosure, as it was measured."""

    missing: ClassVar[str] = "no local audio is known"

    path: str
    #: the ``<enclosure>`` or ``<podcast:source>`` that names it
    element: Element
    length_bytes: int
    #: seconds
    duration: float
    #: media type, told by the content
    type: str
    #: bits per second, on average
    bitrate: int = 0
    channels: int = 0
    #: hertz
    sample_rate: int = 0
    #: False where playing has to wait for the end of the file: an MP4 with its ``moov`` box behind the sound
    fast_start: bool = True
    #: whether an MP3 of varying bitrate has no table to seek by (Xing, Info or VBRI)
    without_seek_table: bool = False
    #: what its own tags say
    title: str = ""
    artist: str = ""
    has_cover: bool = False
    #: whether its tags were read at all
    tags_known: bool = False


class LocalArtwork(NamedTuple):
    """The picture behind `itunes:image`, `image/url` or `podcast:image`, as it was measured."""

    missing: ClassVar[str] = "no local artwork is known"

    path: str
    #: the element that names it
    element: Element
    #: its address in the feed
    url: str
    size_bytes: int
    #: pixels
    width: int
    height: int
    #: by its content: ``jpeg``, ``png``, ``webp``, ``gif`` …
    format: str
    #: ``RGB``, ``RGBA``, ``CMYK``, ``L`` (grey), ``P`` (indexed) …, as Pillow calls them
    mode: str = "RGB"
    has_alpha: bool = False
    #: dots per inch; 0: it does not say
    dpi: int = 0
    #: whether it is the show's own, not an episode's
    is_show: bool = True


class LocalText(NamedTuple):
    """A file of chapters or a transcript: its bytes, or why there are none."""

    path: str
    #: the element that names it
    element: Element
    #: its bytes; empty where it could not be read
    data: bytes
    #: why it could not be read; empty: it could
    unreadable: str = ""
    #: the length of the episode in seconds; 0: it is not known
    duration: float = 0.0


class LocalChapters(LocalText):
    """The file behind `podcast:chapters`."""

    missing: ClassVar[str] = "no local files of chapters are known"


class LocalTranscript(LocalText):
    """The file behind `podcast:transcript`."""

    missing: ClassVar[str] = "no local transcripts are known"
