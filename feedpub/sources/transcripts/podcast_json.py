"""Podcast JSON (podcast namespace, docs/examples/transcripts): segments, down to single words."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from feedpub.kinds.fault import Fault, quote
from feedpub.model import Cue, Severity
from feedpub.model.duration import render_seconds
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.clock import parse_seconds
from feedpub.sources.transcripts.forms import MOST_CUES
from feedpub.sources.transcripts.other_json import read_other
from feedpub.sources.transcripts.wrapping import squeeze, unwrap

_NAME = "json-transcript-structure"
_EXAMPLE = 'write {"version": "1.0.0", "segments": [{"startTime": 0.5, "body": "Hello."}]}'
_SEGMENTS = re.compile(r'"segments"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_VERSION = "1.0.0"

#: index of a segment, what is there, how to mend it
_Fault = tuple[int, str, str]


# -- reading -------------------------------------------------------------------------------------


def read_json(text: str, complaints: Complaints) -> tuple[list[Cue], bool]:
    """The cues, and whether the file is Podcast JSON (and not what Whisper or Podlove write)."""
    try:
        content = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        message = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        fault = Fault(_NAME, message, "correct it, or export the file again")
        complaints.add(fault, error.lineno, error.colno)
        return [], True
    except (ValueError, RecursionError):
        message = "the JSON holds a number or a nesting that no transcript has"
        complaints.add(Fault(_NAME, message, "export the file again"))
        return [], True
    if (foreign := read_other(content)) is not None:
        message = f"this is the JSON of {foreign.tool}, which podcast apps cannot read"
        complaints.add(Fault(_NAME, message, "it is converted when it is published", Severity.INFO))
        return foreign.cues, False
    return _read_segments(content, text, complaints), True


def _read_segments(content: Any, text: str, complaints: Complaints) -> list[Cue]:
    segments = content.get("segments") if isinstance(content, dict) else None
    if not isinstance(segments, list):
        complaints.add(Fault(_NAME, "the file has no list `segments`", _EXAMPLE), 1)
        return []
    version = content.get("version")
    if not isinstance(version, str) or not version:
        complaints.add(Fault(_NAME, "the file does not say its `version`", f'add "version": "{_VERSION}"'), 1)
    faults: list[_Fault] = []
    cues: list[Cue] = []
    latest = 0
    for index, segment in enumerate(segments[: MOST_CUES + 1]):
        if not isinstance(segment, dict):
            faults.append((index, f"segment {index + 1} is {quote(segment)}, no object", _EXAMPLE))
            continue
        cue = _read_segment(segment)
        faults += ((index, f"segment {index + 1}: {what}", fix) for what, fix in _check(segment, cue, latest))
        latest = max(latest, cue.start_ms or 0)
        if cue.text:
            cues.append(cue)
    _complain(faults, text, complaints)
    return cues


def _read_segment(segment: dict[str, Any]) -> Cue:
    body, speaker = segment.get("body"), segment.get("speaker")
    start, end = parse_seconds(segment.get("startTime")), parse_seconds(segment.get("endTime"))
    return Cue(
        unwrap(_clean(body).split("\n")),
        start,
        end if start is not None and end is not None and end > start else None,
        squeeze(_clean(speaker)),
    )


def _check(segment: dict[str, Any], cue: Cue, latest: int) -> Iterator[tuple[str, str]]:
    """What is wrong with one segment, and how to mend it."""
    start, end = segment.get("startTime"), segment.get("endTime")
    # bool is an int, for Python
    if type(start) not in (int, float):
        wrong = "has no `startTime`" if start is None else f"`startTime` is {quote(start)}, no number"
        yield wrong, 'write seconds, as in "startTime": 0.5'
    elif cue.start_ms is None:
        yield f"`startTime` is {quote(start)}", "write seconds from the beginning of the audio"
    if not isinstance(segment.get("body"), str):
        yield "has no text `body`", 'write what is said, as in "body": "Hello."'
    if end is not None and type(end) not in (int, float):
        yield f"`endTime` is {quote(end)}, no number", 'write seconds, as in "endTime": 2.25'
    elif end is not None and cue.start_ms is not None and (parse_seconds(end) or 0) < cue.start_ms:
        yield "ends before it begins", "correct its times"
    if not isinstance(segment.get("speaker", ""), str | None):
        yield f"`speaker` is {quote(segment['speaker'])}, no text", "write a name"
    if cue.start_ms is not None and cue.start_ms < latest:
        yield "begins before the one above it", "sort the segments by their times"


def _complain(faults: Sequence[_Fault], text: str, complaints: Complaints) -> None:
    places = _locate([index for index, _, _ in faults], text)
    for index, message, fix in faults:
        line, column = places.get(index, (0, 0))
        complaints.add(Fault(_NAME, message, fix), line, column)


def _locate(wanted: Sequence[int], text: str) -> dict[int, tuple[int, int]]:
    """Line and column of segments: they are read once more, one by one, as far as the last that is wanted."""
    found = _SEGMENTS.search(text) if wanted else None
    if not found:
        return {}
    scan = json.JSONDecoder().raw_decode
    places = {}
    at, line, counted = found.end(), 1, 0
    looked_for = set(wanted)
    for index in range(wanted[-1] + 1):
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if index in looked_for:
            line += text.count("\n", counted, at)
            counted = at
            places[index] = line, at - text.rfind("\n", 0, at)
        try:
            _, at = scan(text, at)
        except ValueError:  # another list of this name was found
            return {}
    return places


def _clean(value: Any) -> str:
    """A text without halves of characters, which JSON can hold and no file can."""
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


# -- writing -------------------------------------------------------------------------------------


def render_json(cues: Sequence[Cue]) -> str:
    """The file, a line a segment; each cue has its start. Seconds have at most three decimals."""
    lines = ",\n".join(f"    {json.dumps(_segment(cue), ensure_ascii=False)}" for cue in cues)
    return f'{{\n  "version": "{_VERSION}",\n  "segments": [\n{lines}\n  ]\n}}\n'


def _segment(cue: Cue) -> dict[str, Any]:
    assert cue.start_ms is not None
    segment: dict[str, Any] = {"speaker": cue.speaker} if cue.speaker else {}
    segment["startTime"] = render_seconds(cue.start_ms)
    if cue.end_ms is not None:
        segment["endTime"] = render_seconds(cue.end_ms)
    return segment | {"body": cue.text}
