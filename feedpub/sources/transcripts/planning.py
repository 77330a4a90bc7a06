"""Which transcripts of an episode are published, and under which names."""

import posixpath
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from feedpub.kinds.fault import quote
from feedpub.model import Finding, Place, Severity, TranscriptFile
from feedpub.sources.transcripts.forms import FORMS, TIMED, TYPES, Form, form_of_name
from feedpub.sources.transcripts.names import FoundTranscript

#: the folder of the published files, relative to the feed
_FOLDER = "transcripts"
#: what to convert from: whatever knows most comes first
_RICHEST: tuple[Form, ...] = ("json", "vtt", "srt", "html", "txt")


class PlannedTranscript(NamedTuple):
    """A file that is published."""

    #: relative to the show's folder in build/
    target: str
    #: relative to the workspace
    source: str
    target_form: Form
    #: media type
    type: str
    #: a language tag; empty where it is the show's
    language: str
    rel: str


class TranscriptsPlan(NamedTuple):
    """What an episode's feed item names."""

    files: tuple[PlannedTranscript, ...]
    #: on other servers, with their types
    remote: tuple[TranscriptFile, ...]
    findings: list[Finding]


def plan_transcripts(
    claims: Sequence[TranscriptFile],
    found: Sequence[FoundTranscript],
    *,
    files: Container[str],
    base: str,
    episode: str,
    slug: str,
    language: str,
    formats: Sequence[str] = (),
) -> TranscriptsPlan:
    """What is published of the transcripts that an episode claims or, where it claims none, that were found.

    ``files`` are all of the show, relative to the workspace, as are ``base`` (the show's folder) and
    ``episode`` (its file, where findings are placed). ``language`` is the show's. ``formats`` are the forms
    to publish, made by conversion where they are missing; none means those that are there.

    `rel="captions"` is given to WebVTT, SRT and JSON, and to no other: by the namespace
    (docs/tags/transcript.md) it says that a file of whatever type holds the times of what is said, which each
    line of these three does.
    """
    findings: list[Finding] = []
    remote = tuple(_type_remote(claims, episode, findings))
    local = [claim for claim in claims if "://" not in claim.url]
    sources = (
        _claimed(local, files, base, episode, findings) if claims else [_Source.of(one) for one in found]
    )
    planned = [
        _plan_file(source, form, slug, language)
        for source, form in _choose(sources, formats, language, episode, findings)
    ]
    return TranscriptsPlan(tuple(planned), remote, findings)


def _plan_file(source: "_Source", form: Form, slug: str, language: str) -> PlannedTranscript:
    tag = "" if source.language.casefold() == language.casefold() else source.language
    return PlannedTranscript(
        f"{_FOLDER}/{slug}{f'.{tag}' if tag else ''}.{form}",
        source.path,
        form,
        TYPES[form],
        tag,
        source.rel or ("captions" if form in TIMED else ""),
    )


class _Source(NamedTuple):
    path: str
    form: Form
    language: str
    rel: str = ""

    @classmethod
    def of(cls, one: FoundTranscript) -> "_Source":
        return cls(one.path, one.form, one.language)


def _claimed(
    claims: Iterable[TranscriptFile],
    files: Container[str],
    base: str,
    episode: str,
    findings: list[Finding],
) -> list[_Source]:
    sources = []
    for claim in claims:
        path = posixpath.normpath(f"{base}/{claim.url}")
        form = _form_of_type(claim.type) or form_of_name(path)
        if path not in files:
            message = f"the transcript {quote(claim.url)} is not in the show's folder"
            fix = "correct the path, which begins at the show's folder, or remove the key"
            findings.append(Finding(Severity.ERROR, "transcript-unreachable", Place(episode), message, fix))
        elif form is None:
            findings.append(_unknown_type(claim.url, episode))
        else:
            sources.append(_Source(path, form, claim.language, claim.rel))
    return sources


def _type_remote(
    claims: Iterable[TranscriptFile], episode: str, findings: list[Finding]
) -> Iterator[TranscriptFile]:
    for claim in claims:
        if "://" not in claim.url:
            continue
        form = form_of_name(claim.url)
        if claim.type:
            yield claim
        elif form:
            rel = claim.rel or ("captions" if form in TIMED else "")
            yield claim._replace(type=TYPES[form], rel=rel)
        else:
            findings.append(_unknown_type(claim.url, episode))


def _unknown_type(url: str, episode: str) -> Finding:
    message = f"the name {quote(url)} does not tell what kind of transcript it is"
    fix = "give its type: text/vtt, application/x-subrip, application/json, text/html or text/plain"
    return Finding(Severity.ERROR, "transcript-type-unknown", Place(episode), message, fix)


def _form_of_type(kind: str) -> Form | None:
    kind = kind.partition(";")[0].strip().lower()
    spellings = {"application/srt": "srt", "text/srt": "srt"} | {name: form for form, name in TYPES.items()}
    return spellings.get(kind)  # type: ignore[return-value]


def _choose(
    sources: Sequence[_Source],
    formats: Sequence[str],
    language: str,
    episode: str,
    findings: list[Finding],
) -> Iterator[tuple[_Source, Form]]:
    """Each file that is made, with what it is made of: by language, then by form."""
    by_language: dict[str, dict[Form, _Source]] = {}
    for source in sources:
        tag = source.language or language
        forms = by_language.setdefault(tag.casefold(), {})
        if source.form in forms and forms[source.form].path != source.path:
            message = f"{quote(source.path)} is left out: there is another {source.form} in its language"
            fix = f"remove one of the two; {quote(forms[source.form].path)} is published"
            findings.append(Finding(Severity.WARNING, "transcript-duplicate", Place(episode), message, fix))
        forms.setdefault(source.form, source)
    for forms in by_language.values():
        richest = next(forms[form] for form in _RICHEST if form in forms)
        for form in FORMS:
            if form in forms and (not formats or form in formats):
                yield forms[form], form
            elif form in formats:
                yield richest._replace(rel=""), form
