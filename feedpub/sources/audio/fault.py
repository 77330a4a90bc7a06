"""What the readers of audio formats hand back: the facts of a file, or what is wrong with it."""

from typing import NamedTuple

from feedpub.kinds.fault import RaisedFault


class AudioFault(RaisedFault):
    """The file cannot go into a feed. Its path is not in the message."""


class AudioFacts(NamedTuple):
    """What a reader of one format has found."""

    #: MIME type
    type: str
    seconds: float
    #: bits per second, on average
    bitrate: int
    channels: int
    #: hertz
    sample_rate: int
    #: what players will stumble over, in one line; empty where nothing
    warning: str = ""
    #: False where playing has to wait for the end of the file
    fast_start: bool = True
    #: False where nothing tells players where in the file which time is
    seekable: bool = True


CONVERT = "convert it to MP3 or M4A"
COPY_AGAIN = "copy or export the file again, and compare its size with the original"


def cut_short(where: str) -> AudioFault:
    """The fault of a file whose end is missing; ``where`` names the last thing in it and the byte."""
    return AudioFault("audio-cut-short", f"the file ends in {where}: it is cut short", COPY_AGAIN)


def damaged(message: str) -> AudioFault:
    """The fault of a file that is of a known format but cannot be read through."""
    return AudioFault("audio-damaged", message, "export the file again from your audio editor")
