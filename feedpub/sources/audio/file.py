"""What is in a local audio file: length, type, duration; or why it cannot go into a feed."""

import errno
import os
import stat
from datetime import timedelta
from importlib import import_module

from feedpub.files import reason_of
from feedpub.model import AudioFile
from feedpub.sources.audio.embedded import Embedded, read_embedded, tidy
from feedpub.sources.audio.fault import CONVERT, COPY_AGAIN, AudioFacts, AudioFault, cut_short, damaged
from feedpub.sources.audio.signatures import name_content, sniff_audio
from feedpub.sources.audio.tags import HEAD, find_sound

__all__ = ["AudioFault", "read_audio", "warm_up"]

#: module and function for each format; imported when a file of that format is met
_READERS = {
    "mp3": ("mp3_frames", "read_mp3"),
    "adts": ("adts_frames", "read_adts"),
    "mp4": ("mp4_boxes", "read_mp4"),
    "ogg": ("ogg_pages", "read_ogg"),
    "flac": ("flac_frames", "read_flac"),
    "wav": ("riff_chunks", "read_wav"),
    "aiff": ("riff_chunks", "read_aiff"),
}
#: the suffixes that fit a type, the usual one first
_SUFFIXES = {
    "audio/mpeg": ("mp3", "mpga", "mp2", "mp1"),
    "audio/x-m4a": ("m4a", "m4b", "mp4", "m4r"),
    "video/mp4": ("mp4", "m4v"),
    "video/x-m4v": ("m4v", "mp4"),
    "video/quicktime": ("mov", "qt"),
    "audio/ogg": ("ogg", "opus", "oga", "spx"),
    "video/ogg": ("ogv", "ogg"),
    "audio/flac": ("flac",),
    "audio/wav": ("wav", "wave"),
    "audio/aac": ("aac", "adts"),
    "audio/aiff": ("aiff", "aif", "aifc"),
}
#: no recording is so thin: a claim of more time is nonsense (bits per second)
_THINNEST = 500
#: what helps when something else was saved under the name of an audio file
_REPLACE = {
    "a Git LFS pointer": "fetch the file itself: `git lfs pull`",
    "an HTML page": "download the audio itself, not the page about it",
    "a row of zeros, as a broken download leaves behind": COPY_AGAIN,
}


def read_audio(path: str, name: str = "") -> tuple[AudioFile, str]:
    """The facts of the audio file at ``path``, a path of the file system without symbolic links.

    The second value says in one line what players will stumble over; it is empty where nothing.
    ``name`` is what the file is going to be called, where that is another name. The type is told by the
    content. Only headers are read where they can be proven; of tags the chapters. Raises AudioFault for
    everything that cannot go into a feed.
    """
    fd = _open(path)
    try:
        facts, size, found = _read_open(fd)
    except OSError as error:
        raise AudioFault(
            "audio-unreadable", f"the file cannot be read: {error.strerror}", COPY_AGAIN
        ) from None
    finally:
        os.close(fd)
    warning = _check_suffix(name or path, facts) or facts.warning
    duration = timedelta(seconds=round(facts.seconds, 3))
    chapters = tidy(found.chapters, round(facts.seconds * 1000)) if found.chapters else ()
    audio = AudioFile(
        size,
        duration,
        facts.type,
        facts.bitrate,
        facts.channels,
        facts.sample_rate,
        chapters,
        found.cover is not None,
        found.title,
        found.artist,
        facts.fast_start,
        facts.seekable,
    )
    return audio, warning


def warm_up() -> None:
    """Loads what most files need, so that processes forked from here need not do it again."""
    for module in ("feedpub.sources.audio.mp3_frames", "mutagen.mp3"):
        import_module(module)


def _open(path: str) -> int:
    """A descriptor of a file; never waits for a pipe or a device to answer."""
    try:
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        raise AudioFault(
            "audio-missing", "there is no such file", "put the file there, or mend its name"
        ) from None
    except PermissionError:
        fix = "let the user who runs feedpub read it: `chmod +r`"
        raise AudioFault("audio-unreadable", "reading the file is not permitted", fix) from None
    except (OSError, ValueError) as error:
        is_link = getattr(error, "errno", 0) == errno.ELOOP
        reason = "it is a symbolic link" if is_link else reason_of(error)
        raise AudioFault("audio-unreadable", f"the file cannot be opened: {reason}", COPY_AGAIN) from None


def _read_open(fd: int) -> tuple[AudioFacts, int, Embedded]:
    status = os.fstat(fd)
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device, no ordinary file"
        raise AudioFault("audio-not-a-file", f"this is {kind}", "name an audio file")
    size = status.st_size
    if not size:
        raise AudioFault("audio-empty", "the file is empty (0 bytes)", COPY_AGAIN)
    start, head = find_sound(fd)
    if start >= size:
        raise cut_short(f"its ID3 tag at byte {size:,}")
    form = _sniff(head, start, size)
    facts = _read_format(form, fd, start, size)
    if facts.seconds <= 0 or size * 8 / facts.seconds < _THINNEST:
        raise damaged(f"the file claims {facts.seconds:,.0f} seconds of sound in {size:,} bytes")
    return facts, size, read_embedded(fd, form, start, size)


def _sniff(head: bytes, start: int, size: int) -> str:
    """The format of what begins with ``head``."""
    if form := sniff_audio(head):
        return form
    what = name_content(head)
    # MP3 needs no signature: behind a tag there may be anything, and a file may begin within a frame.
    if start or (not what and size > HEAD):
        return "mp3"
    what = what or "something unknown"
    raise AudioFault("audio-not-audio", f"the file is not audio but {what}", _REPLACE.get(what, CONVERT))


def _read_format(form: str, fd: int, start: int, size: int) -> AudioFacts:
    module, function = _READERS[form]
    reader = getattr(import_module(f"feedpub.sources.audio.{module}"), function)
    try:
        facts: AudioFacts = reader(fd, start, size)
    except AudioFault:
        raise
    # On damaged files mutagen raises what it likes: IndexError, struct.error, RecursionError, MemoryError ...
    except Exception as error:  # noqa: BLE001
        raise damaged(
            f"the file begins like {form.upper()} but cannot be read: {type(error).__name__}"
        ) from None
    return facts


def _check_suffix(path: str, facts: AudioFacts) -> str:
    """A warning where the name has no suffix that tells. Raises AudioFault where it tells wrong."""
    suffix = os.path.splitext(path)[1].lower().lstrip(".")
    fitting = _SUFFIXES[facts.type]
    if suffix in fitting:
        return ""
    if any(suffix in suffixes for suffixes in _SUFFIXES.values()):
        message = f"the file is called .{suffix} but holds {facts.type}"
        raise AudioFault("audio-wrong-suffix", message, f"call it .{fitting[0]}, or convert it")
    return f"its name does not end in .{fitting[0]}, by which apps know {facts.type}"
