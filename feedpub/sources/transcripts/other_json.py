"""The JSON of Whisper, WhisperX, whisper.cpp and Podlove, which no podcast app reads."""

from collections.abc import Callable
from typing import Any, NamedTuple

from feedpub.model import Cue
from feedpub.sources.transcripts.clock import parse_milliseconds, parse_seconds
from feedpub.sources.transcripts.wrapping import squeeze, unwrap


class Foreign(NamedTuple):
    """What a tool has written, and which."""

    tool: str
    cues: list[Cue]


def read_other(content: Any) -> Foreign | None:
    """The cues of JSON that is already parsed; None where it is of none of these tools."""
    for tool, key, marks, read in _TOOLS:
        items = content.get(key) if isinstance(content, dict) else content if key == "" else None
        if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
            continue
        if marks <= items[0].keys():
            return Foreign(tool, [cue for item in items if (cue := read(item)).text])
    return None


def _whisper(item: dict[str, Any]) -> Cue:
    start, end = parse_seconds(item.get("start")), parse_seconds(item.get("end"))
    return _cue(item, start, end, item.get("speaker"))


def _whisper_cpp(item: dict[str, Any]) -> Cue:
    offsets = item.get("offsets")
    if not isinstance(offsets, dict):
        offsets = {}
    start, end = parse_milliseconds(offsets.get("from")), parse_milliseconds(offsets.get("to"))
    return _cue(item, start, end, item.get("speaker"))


def _podlove(item: dict[str, Any]) -> Cue:
    start, end = parse_milliseconds(item.get("start_ms")), parse_milliseconds(item.get("end_ms"))
    # `speaker` may be the number of a contributor; `voice` is what the WebVTT said.
    return _cue(item, start, end, item.get("voice") or item.get("speaker"))


def _cue(item: dict[str, Any], start: int | None, end: int | None, speaker: Any) -> Cue:
    text = _text(item.get("text"))
    if start is None or end is None or end <= start:
        end = None
    return Cue(unwrap(text.split("\n")), start, end, squeeze(_text(speaker)))


def _text(value: Any) -> str:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


#: tool, the key of its list (nothing: the file is the list), what its items have, what reads one
_TOOLS: tuple[tuple[str, str, set[str], Callable[[dict[str, Any]], Cue]], ...] = (
    ("Whisper", "segments", {"start", "text"}, _whisper),
    ("whisper.cpp", "transcription", {"offsets", "text"}, _whisper_cpp),
    ("Podlove", "transcripts", {"start_ms", "text"}, _podlove),
    ("Podlove", "", {"start_ms", "text"}, _podlove),
    ("Whisper", "", {"start", "text"}, _whisper),
)
