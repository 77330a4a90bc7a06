"""All audio of a show: found, measured, and compared with what its authors say of it."""

from typing import NamedTuple

from feedpub.cache.store import AudioRow
from feedpub.model import Finding
from feedpub.pipeline.alternates import Files, find_alternates
from feedpub.pipeline.audio import (
    AudioFinder,
    Sound,
    check_audio,
    check_claim,
    find_audio,
    join_audio,
    measure_audio,
)
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.run import Run, limits_of


class Heard(NamedTuple):
    """What is known of a show's audio."""

    #: brief's id -> its audio
    sounds: dict[int, Sound]
    #: brief's id -> the files that hold it in other forms
    alternates: dict[int, Files]
    #: path -> what was measured
    rows: dict[str, AudioRow]
    findings: list[Finding]


def listen(run: Run, gathered: Gathered) -> Heard:
    """Finds and measures the audio of every episode that is ready."""
    settings, inputs, briefs = gathered.settings, gathered.inputs, gathered.briefs
    finder = AudioFinder(run, inputs, settings.audio)
    found, findings = find_audio(finder, briefs)
    alternates, absent = find_alternates(finder, briefs, found, inputs, settings.audio)
    paths = [path for path in found.values() if path in inputs]
    paths += [path for files in alternates.values() for path in files]
    limits = limits_of(settings)
    rows, measured = measure_audio(run, paths, inputs, limits)
    sounds, twice = join_audio(briefs, found, rows)
    everything = run.options.everything
    findings += [*absent, *twice, *check_audio(rows.values(), measured, everything)]
    for brief in briefs:
        sound = sounds.get(brief.id)
        if sound and sound.path and (everything or brief.source in gathered.anew or sound.path in measured):
            findings += check_claim(brief, sound.audio)
    return Heard(sounds, alternates, rows, findings)
