"""A transcript beside the length of its episode."""

from datetime import timedelta

from feedpub.model import Finding, Place, Severity, Transcript
from feedpub.model.duration import render_short_clock

#: milliseconds; players round, and tools let the last cue stand for a while
_TOLERANCE_MS = 5000


def check_transcript(transcript: Transcript, duration: timedelta | None, path: str) -> list[Finding]:
    """Whether it can be that of an audio file of this length: it is not longer, and not under half of it."""
    times = [cue.end_ms or cue.start_ms or 0 for cue in transcript.cues if cue.start_ms is not None]
    if duration is None or not times:
        return []
    last = max(times)
    length = duration // timedelta(milliseconds=1)
    said = f"the transcript ends at {render_short_clock(last)}, the audio at {render_short_clock(length)}"
    if last > length + _TOLERANCE_MS:
        return [_warning(path, said, "check that it is the transcript of this very recording")]
    if last * 2 < length:
        return [_warning(path, said, "check that the transcript is complete")]
    return []


def _warning(path: str, message: str, fix: str) -> Finding:
    return Finding(Severity.WARNING, "transcript-beyond-duration", Place(path), message, fix)
