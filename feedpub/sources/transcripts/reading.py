"""From the bytes of a file to a transcript, whatever form it has."""

import re
from typing import NamedTuple

from feedpub.kinds.fault import Fault
from feedpub.model import Cue, Finding, Severity, Transcript
from feedpub.sources.complaints import Complaints
from feedpub.sources.transcripts.decoding import decode_transcript
from feedpub.sources.transcripts.forms import MOST_CUES, TITLES, Form, form_of_name

#: bytes; a transcript of ten hours has about one million
LARGEST = 16 << 20

_TIMES = re.compile(r"\s{0,9}\d[\d:.,]{3,15}\s{0,9}-->", re.ASCII)
_JSON = re.compile(r"\s*(?:\{|\[\s*[{\]])")
_MARKUP = re.compile(
    r"\s*<(?:!doctype|!--|html|head|body|cite|time|p|div|article|section|main|h[1-6]|dl|ul)\b", re.IGNORECASE
)
#: characters; more of a file is not looked at to tell its form
_SAMPLE = 4096


class Reading(NamedTuple):
    """What came of reading a file."""

    #: None where nothing could be read
    transcript: Transcript | None
    form: Form
    #: whether apps can read the file as it is: they know Podcast JSON, but not that of Whisper
    known_to_apps: bool
    findings: list[Finding]


def read_transcript(data: bytes, path: str) -> tuple[Transcript | None, Form, list[Finding]]:
    """The transcript in a file, its form as the content tells it, and all that is wrong with it.

    ``path`` is that of the findings; its suffix counts where the content does not tell. The transcript is
    None where nothing could be read; cues that are wrong are left out, or lack what is wrong with them.
    """
    reading = read_closely(data, path)
    return reading.transcript, reading.form, reading.findings


def read_closely(data: bytes, path: str) -> Reading:
    """:func:`read_transcript`, and whether apps can read the file as it is."""
    complaints = Complaints(path)
    if len(data) > LARGEST:
        fix = "export the transcript again, without sound or pictures in it"
        complaints.add(Fault("transcript-too-large", f"the file has {len(data):,} bytes", fix))
        return Reading(None, form_of_name(path) or "txt", True, complaints.findings())
    text = decode_transcript(data, complaints)
    form = tell_form(text, path)
    _check_name(form, path, complaints)
    cues, known = _read(text, form, complaints)
    if len(cues) > MOST_CUES:
        message = f"the file has more than {MOST_CUES:,} cues, of which the rest is left out"
        complaints.add(Fault("transcript-too-large", message, "split the file"))
        cues = cues[:MOST_CUES]
    if not cues and not complaints.has_errors():
        fix = "export it again, or remove it"
        complaints.add(Fault("transcript-empty", "the transcript has no text", fix, Severity.WARNING))
    return Reading(Transcript(tuple(cues)), form, known, complaints.findings())


def tell_form(text: str, path: str) -> Form:
    """The form of a text: what its beginning looks like, or what its name says where that tells nothing."""
    named = form_of_name(path)
    head = text[:_SAMPLE]
    if head.lstrip().startswith("WEBVTT"):
        return "vtt"
    first = [line for line in head.split("\n") if line.strip()][:2]
    if timed := [line for line in first if _TIMES.match(line)]:
        # A WebVTT file without its header is one all the same, if it is called so.
        return (
            named
            if named in ("vtt", "srt")
            else "srt"
            if first[0].strip().isdigit() or "," in timed[0]
            else "vtt"
        )
    if _JSON.match(head):
        return "json"
    if _MARKUP.match(head):
        return "html"
    return named or "txt"


def _check_name(form: Form, path: str, complaints: Complaints) -> None:
    named = form_of_name(path)
    if named and named != form:
        message = f"the file is called .{named}, but holds {TITLES[form]}"
        complaints.add(Fault("transcript-type-mismatch", message, f"call it .{form}", Severity.WARNING))


def _read(text: str, form: Form, complaints: Complaints) -> tuple[list[Cue], bool]:
    if form == "vtt":
        from feedpub.sources.transcripts.vtt import read_vtt

        return read_vtt(text, complaints), True
    if form == "srt":
        from feedpub.sources.transcripts.srt import read_srt

        return read_srt(text, complaints), True
    if form == "json":
        from feedpub.sources.transcripts.podcast_json import read_json

        return read_json(text, complaints)
    if form == "html":
        from feedpub.sources.transcripts.html_page import read_html

        return read_html(text, complaints), True
    from feedpub.sources.transcripts.plain_text import read_txt

    return read_txt(text, complaints), True
