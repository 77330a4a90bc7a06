"""`podcast:transcript`: the text of an episode, in a file beside it (docs/tags/transcript.md)."""

from feedpub.kinds.lists import check_transcript_rel
from feedpub.validate.document.element import Element
from feedpub.validate.language_tags import find_language_fault
from feedpub.validate.rule import (
    APPLE,
    INFO,
    PODCASTING2,
    PSP1,
    WARNING,
    Problem,
    Problems,
    quote,
    rule,
)
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:transcript"
_SRT = "application/x-subrip"
_TYPES = ("text/plain", "text/html", "text/vtt", "application/json", _SRT)
#: types without times
_UNTIMED = ("text/plain", "text/html")
#: what is written for one of the types -> that type
_MEANT = {
    "application/srt": _SRT,
    "text/srt": _SRT,
    "application/x-srt": _SRT,
    "text/x-srt": _SRT,
    "text/x-subrip": _SRT,
    "srt": _SRT,
    "application/vtt": "text/vtt",
    "text/webvtt": "text/vtt",
    "vtt": "text/vtt",
    "text/json": "application/json",
    "json": "application/json",
    "html": "text/html",
    "text": "text/plain",
    "txt": "text/plain",
}
_URL = 'url="https://tides.example/1.vtt"'
_GOOD = f'<podcast:transcript {_URL} type="text/vtt" language="en" rel="captions"/>'
_ENCLOSURE = '<enclosure url="https://tides.example/1.mp3" length="1" type="audio/mpeg"/>'


def _type_of(transcript: Element) -> str:
    """Its media type, without parameters."""
    return transcript.attribute("type").partition(";")[0].strip().lower()


@rule(
    id="POD100",
    name="transcript-invalid-type",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The type of a transcript is none of those that apps know.",
    why="Apps choose a transcript by its type, and do not fetch what they cannot read. SubRip has several "
    "types: `application/x-subrip` is the one of the namespace and of PSP-1, `application/srt` is taken by "
    "Apple as well.",
    fix="Use one of text/vtt, application/x-subrip, application/json, text/html, text/plain.",
    spec="NS transcript; APPLE-G; PSP1",
    bad=f'<podcast:transcript {_URL} type="text/srt"/>',
    good=_GOOD,
)
def invalid_type(transcript: Element) -> Problems:
    written = _type_of(transcript)
    if not written or written in _TYPES:
        return
    meant = _MEANT.get(written, "")
    message = f"`type` of `podcast:transcript` is {quote(transcript.attribute('type'))}"
    fix = f'Write type="{meant}".' if meant else ""
    severity = INFO if written == "application/srt" else None
    yield Problem(transcript, message, attribute="type", fix=fix, severity=severity)


@rule(
    id="POD101",
    name="transcript-invalid-language",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The language of a transcript is no language tag.",
    why="Apps offer the transcript in the listener's language, if they can tell which one it is in.",
    fix="Write a language tag, as in en or pt-BR.",
    spec="NS transcript; RFC 5646",
    bad=f'<podcast:transcript {_URL} type="text/vtt" language="english"/>',
    good=_GOOD,
)
def invalid_language(transcript: Element) -> Problems:
    if "language" in transcript.attributes:
        fault = find_language_fault(transcript.attribute("language"))
        if fault is not None:
            yield attribute_problem(transcript, "language", fault)


@rule(
    id="POD102",
    name="transcript-invalid-rel",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The `rel` of a transcript is not `captions`.",
    why="It is the only value that means something.",
    fix='Write rel="captions", or leave it out.',
    spec="NS transcript",
    bad=f'<podcast:transcript {_URL} type="text/vtt" rel="subtitles"/>',
    good=_GOOD,
)
def invalid_rel(transcript: Element) -> Problems:
    if "rel" in transcript.attributes:
        fault = check_transcript_rel(transcript.attribute("rel").strip())
        if fault is not None:
            yield attribute_problem(transcript, "rel", fault)


@rule(
    id="POD103",
    name="transcript-no-timed-format",
    each="item",
    profiles={APPLE: INFO, PODCASTING2: INFO},
    what="An episode has transcripts, but none with times.",
    why="Without times apps cannot show what is being said. Apple takes WebVTT and SubRip, and nothing else.",
    fix="Add a transcript in WebVTT (text/vtt).",
    spec="NSTR; APPLE-G",
    bad='<podcast:transcript url="https://tides.example/1.html" type="text/html"/>',
    good=_GOOD,
)
def no_timed_format(item: Element) -> Problems:
    transcripts = item.all(_NAME)
    types = {_type_of(one) for one in transcripts if one.attribute("rel").strip() != "captions"}
    if not transcripts or len(types) == 0 or not types <= {*_UNTIMED, "application/json"}:
        return
    if any(one.attribute("rel").strip() == "captions" for one in transcripts):
        return
    names = ", ".join(quote(one) for one in sorted(types))
    if "application/json" in types:
        message = f"the only `podcast:transcript` of the episode are {names}, which Apple does not take"
        yield Problem(transcripts[0], message, profiles={APPLE: INFO})
    else:
        yield Problem(transcripts[0], f"the only `podcast:transcript` are {names}, which have no times")


@rule(
    id="POD104",
    name="missing-transcript",
    each="item",
    profiles={PSP1: INFO, PODCASTING2: INFO},
    what="An episode has no transcript.",
    why="Those who cannot hear read it, and all others can search it. The Podcast RSS Standard recommends "
    "one for each episode.",
    fix="Add `podcast:transcript`.",
    spec="PSP1 recommended item elements",
    bad=_ENCLOSURE,
    good=f"{_ENCLOSURE}{_GOOD}",
)
def missing_transcript(item: Element) -> Problems:
    if item.name == "item" and item.has("enclosure") and not item.has(_NAME):
        yield Problem(item, "the `item` has no `podcast:transcript`")


@rule(
    id="POD105",
    name="transcript-duplicate",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="An episode has the same transcript twice.",
    why="It is chance which of the two an app takes.",
    fix="Remove one of the two, or give each its own language or type.",
    spec="practice",
    bad=f"{_GOOD}{_GOOD}",
    good=_GOOD + _GOOD.replace('"en"', '"de"').replace("1.vtt", "1.de.vtt"),
)
def duplicate_transcript(item: Element) -> Problems:
    first: dict[tuple[str, ...], Element] = {}
    for one in item.all(_NAME):
        alike = (_type_of(one), one.attribute("language").lower(), one.attribute("rel"))
        url = one.attribute("url").strip()
        before = first.get((url,)) if url else None
        if before is not None:
            message = "`url` of `podcast:transcript` is that of the one on line {line} as well"
            yield Problem(one, message, attribute="url", also=before)
        elif alike in first:
            message = "`podcast:transcript` has the type and language of the one on line {line}"
            yield Problem(one, message, also=first[alike])
        first.setdefault((url,), one)
        first.setdefault(alike, one)
