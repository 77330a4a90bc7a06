"""What was gathered before the rules are asked: files on this machine, and the feed as it was before.

Rules judge these as they judge elements. Without them they stay silent, and the report says that they were
not run.
"""

from typing import NamedTuple

from feedpub.model.finding import Finding
from feedpub.validate.document.element import Element


class LocalAudio(NamedTuple):
    """The audio or video file behind an enclosure, as it was measured."""

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
    #: ``rgb``, ``cmyk``, ``grey``, ``palette``, ``16-bit``, ``1-bit``
    mode: str = "rgb"
    has_alpha: bool = False
    #: dots per inch; 0: it does not say
    dpi: int = 0
    #: whether it is the show's own, not an episode's
    is_show: bool = True


class LocalText(NamedTuple):
    """A file of chapters or a transcript, as it was read, and what its reader had to complain of.

    A complaint has the name of the rule that it is for, and its place in the file.
    """

    path: str
    #: the element that names it
    element: Element
    complaints: tuple[Finding, ...] = ()
    #: why it could not be read; empty: it could
    unreadable: str = ""
    #: seconds at which its parts begin
    starts: tuple[float, ...] = ()


class LocalChapters(LocalText):
    """The file behind `podcast:chapters`."""


class LocalTranscript(LocalText):
    """The file behind `podcast:transcript`."""


class Previous(NamedTuple):
    """The feed as it was before, beside the feed as it is."""

    before: Element
    now: Element

    @property
    def element(self) -> Element:
        """The channel that is judged."""
        return self.now


#: class of facts -> why the rules that judge such are not run where there are none
MISSING: dict[type, str] = {
    LocalAudio: "no local audio is known",
    LocalArtwork: "no local artwork is known",
    LocalChapters: "no local files of chapters are known",
    LocalTranscript: "no local transcripts are known",
    Previous: "no earlier version of the feed was given (--previous)",
}
