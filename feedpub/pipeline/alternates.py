"""The episode's audio in other forms: other formats of it, and what its file names beside it."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from feedpub.cache.store import AudioRow
from feedpub.files import Stat
from feedpub.kinds.fault import quote
from feedpub.model import (
    AlternateEnclosure,
    AudioFile,
    Enclosure,
    Episode,
    Finding,
    Integrity,
    Place,
    Severity,
    Source,
)
from feedpub.model.plain import from_json
from feedpub.pipeline.audio import AudioFinder
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.identity import read_checksums
from feedpub.pipeline.run import Run
from feedpub.sources.settings import AudioSettings

#: gives the address of an audio file of an episode
Address = Callable[[Brief, str], str]
#: path relative to the workspace -> the name by which the episode calls it; empty where it does not
Files = Mapping[str, str]


def find_alternates(
    finder: AudioFinder,
    briefs: Sequence[Brief],
    found: Mapping[int, str],
    inputs: Mapping[str, Stat],
    settings: AudioSettings,
) -> tuple[dict[int, Files], list[Finding]]:
    """Brief's id -> the files beside its audio, for those that have any."""
    alternates: dict[int, Files] = {}
    findings: list[Finding] = []
    owners = {found[brief.id]: brief for brief in briefs if brief.id in found}
    for brief in briefs:
        if not brief.ready:
            continue
        files, faults = finder.find_alternates(brief)
        findings += faults
        findings += _take_from_others(brief, files, owners)
        if settings.alternates and (own := found.get(brief.id)) and own in inputs:
            for path in _other_formats(own, settings.formats):
                if path in inputs and path not in owners:
                    files.setdefault(path, "")
        if files:
            alternates[brief.id] = files
    return alternates, findings


def _take_from_others(brief: Brief, files: dict[str, str], owners: Mapping[str, Brief]) -> Iterator[Finding]:
    """Takes out of an episode's files what is the audio of an episode, its own or another's."""
    for path in [path for path in files if path in owners]:
        name, owner = files.pop(path), owners[path]
        place, fix = Place(brief.source), "name the episode's audio in another form, or remove the key"
        if owner is brief:
            message = f"{quote(name)} is the episode's audio itself"
            yield Finding(Severity.WARNING, "alternate-is-audio", place, message, fix)
        else:
            message = f"{path} is the audio of {owner.source}"
            yield Finding(Severity.ERROR, "alternate-of-another", place, message, fix)


def _other_formats(path: str, formats: Sequence[str]) -> list[str]:
    stem, suffix = posixpath.splitext(path)
    return [f"{stem}.{one}" for one in formats if f".{one}" != suffix.lower()]


def describe_alternates(
    run: Run,
    briefs: Iterable[Brief],
    alternates: Mapping[int, Files],
    rows: Mapping[str, AudioRow],
    enclosures: Mapping[int, tuple[str, Enclosure]],
    address: Address,
) -> dict[int, tuple[AlternateEnclosure, ...]]:
    """Brief's id -> what was measured in its alternates, each with its name in `file`.

    `enclosures` has the path and the enclosure of each local audio file. Where there is a choice, the
    enclosure stands among the alternates as their default, so that apps can prove it by its digest, too.
    """
    wanted = {path for files in alternates.values() for path in files}
    wanted |= {enclosures[id][0] for id in alternates if id in enclosures}
    digests = read_checksums(run, {path: rows[path] for path in wanted if path in rows})
    described = {}
    for brief in briefs:
        own, enclosure = enclosures.get(brief.id, ("", None))
        found = [
            _describe(name, rows[path], address(brief, path), digests[path])
            for path, name in alternates.get(brief.id, {}).items()
            if path in rows and rows[path].facts
        ]
        # Where the template of addresses knows no suffix, all forms would be one file.
        found = [one for one in found if enclosure is None or one.sources[0].uri != enclosure.url]
        if found and enclosure:
            default = _describe("", rows[own], enclosure.url, digests[own])._replace(default=True)
            found.insert(0, default)
        if found:
            described[brief.id] = tuple(found)
    return described


def merge_alternates(
    episode: Episode, measured: Iterable[AlternateEnclosure]
) -> tuple[AlternateEnclosure, ...]:
    """What the episode says of its alternates, with what was measured in those that are files."""
    claims = {claim.file: claim for claim in episode.alternates if claim.file}
    merged = [_merge(one, claims.get(one.file)) for one in measured]
    return (*merged, *(claim for claim in episode.alternates if not claim.file))


def _describe(name: str, row: AudioRow, url: str, sha256: str) -> AlternateEnclosure:
    import base64

    audio = from_json(AudioFile, row.facts)
    digest = base64.b64encode(bytes.fromhex(sha256)).decode()
    return AlternateEnclosure(
        name,
        sources=(Source(url),),
        type=audio.type,
        length_bytes=audio.length_bytes,
        bitrate=str(audio.bitrate),
        integrity=Integrity("sri", f"sha256-{digest}"),
    )


def _merge(measured: AlternateEnclosure, claim: AlternateEnclosure | None) -> AlternateEnclosure:
    """The measured facts count; all else is for the episode's author to say."""
    if claim is None:
        return measured._replace(file="")
    return claim._replace(
        file="",
        sources=(*measured.sources, *claim.sources),
        type=measured.type,
        length_bytes=measured.length_bytes,
        bitrate=measured.bitrate,
        integrity=measured.integrity,
    )
