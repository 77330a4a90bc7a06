"""The forms in which apps take transcripts (podcast namespace, docs/examples/transcripts)."""

from typing import Literal, get_args

Form = Literal["vtt", "srt", "json", "html", "txt"]

#: the one that apps like best first
FORMS: tuple[Form, ...] = get_args(Form)

#: cues; ten hours of single words have half as many
MOST_CUES = 200_000

#: what a feed calls them
TYPES: dict[Form, str] = {
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "json": "application/json",
    "html": "text/html",
    "txt": "text/plain",
}

#: what they are called in messages
TITLES: dict[Form, str] = {
    "vtt": "WebVTT",
    "srt": "SRT",
    "json": "JSON",
    "html": "HTML",
    "txt": "plain text",
}

#: every line of these has its time
TIMED: frozenset[Form] = frozenset(("vtt", "srt", "json"))

_SUFFIXES: dict[str, Form] = {form: form for form in FORMS} | {
    "webvtt": "vtt",
    "htm": "html",
    "text": "txt",
}


def form_of_name(path: str) -> Form | None:
    """The form that the suffix of a path or URL promises; None for other suffixes."""
    if "://" in path:  # in the name of a file, both are characters like others
        path = path.partition("?")[0].partition("#")[0]
    name = path.rpartition("/")[2]
    _, dot, suffix = name.rpartition(".")
    return _SUFFIXES.get(suffix.lower()) if dot else None
