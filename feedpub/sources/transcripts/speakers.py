"""Who speaks: names found, renamed and hidden."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import NamedTuple

from feedpub.model import Cue, Transcript
from feedpub.sources.transcripts.labels import pick_names, split_label


class Renamed(NamedTuple):
    """A transcript with other names."""

    transcript: Transcript
    #: the names that were to be changed or hidden, and that nobody has here
    unused: frozenset[str]


def rename_speakers(transcript: Transcript, names: Mapping[str, str], hide: Collection[str]) -> Renamed:
    """The transcript with speakers called as ``names`` says, and without the names to ``hide``.

    A name is matched as it is written, and without regard to case where that matches none. To hide a speaker,
    the old name and the new one will do. What they say stays; so does a name that is spoken.
    """
    changed: dict[str, str] = {}
    used: set[str] = set()
    for speaker in dict.fromkeys(cue.speaker for cue in transcript.cues if cue.speaker):
        key = _match(speaker, names)
        new = names[key].strip() if key is not None else speaker
        hidden = [one for one in (_match(speaker, hide), _match(new, hide)) if one is not None]
        used.update(hidden if key is None else [key, *hidden])
        if hidden or new != speaker:
            changed[speaker] = "" if hidden else new
    cues = tuple(
        cue._replace(speaker=changed[cue.speaker]) if cue.speaker in changed else cue
        for cue in transcript.cues
    )
    return Renamed(Transcript(cues), frozenset({*names, *hide} - used))


def _match(speaker: str, names: Collection[str]) -> str | None:
    if speaker in names:
        return speaker
    folded = speaker.casefold()
    return next((name for name in names if name.casefold() == folded), None)


def find_speakers(transcript: Transcript) -> Transcript:
    """The transcript with a speaker on every cue, as far as the file tells who it is.

    Some tools write `Ada: Hello.` where a form has a place of its own for names. Others name a speaker only
    when it changes, as the podcast namespace shows for WebVTT.
    """
    cues = transcript.cues
    if not any(cue.speaker for cue in cues):
        cues = _from_labels(cues)
    return Transcript(_carry_on(cues) if _names_changes_only(cues) else cues)


def _from_labels(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    names = pick_names(cue.text for cue in cues)
    if not names:
        return cues
    found = []
    speaker = ""
    for cue in cues:
        name, text = split_label(cue.text)
        if text and (name in names or name == ""):
            speaker = name
            cue = cue._replace(text=text)
        # As in SRT, a name before a colon speaks until another one does.
        found.append(cue._replace(speaker=speaker))
    return tuple(found)


def _names_changes_only(cues: tuple[Cue, ...]) -> bool:
    """Whether cues without a name stand between those with one, and no name comes twice in a row."""
    named = [cue.speaker for cue in cues if cue.speaker]
    if len(named) in (0, len(cues)) or not cues[0].speaker or len(set(named)) < 2:
        return False
    return all(one != other for one, other in pairwise(named))


def _carry_on(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    speaker = ""
    carried = []
    for cue in cues:
        speaker = cue.speaker or speaker
        carried.append(cue._replace(speaker=speaker))
    return tuple(carried)
