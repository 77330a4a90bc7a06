"""What is in a transcript that is published, made of the file that was found."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from feedpub.kinds.fault import Fault
from feedpub.model import Finding, Place, Severity, Transcript
from feedpub.sources.transcripts.planning import PlannedTranscript
from feedpub.sources.transcripts.reading import Reading
from feedpub.sources.transcripts.speakers import rename_speakers
from feedpub.sources.transcripts.writing import prepare_conversion, render_transcript


class MadeTranscript(NamedTuple):
    """What is in a published file."""

    #: empty where nothing can be published
    content: bytes
    #: with the names that are published
    transcript: Transcript
    findings: list[Finding]
    #: settings of speakers that matched nobody in this file
    unused: frozenset[str]


def make_transcript(
    reading: Reading,
    data: bytes,
    plan: PlannedTranscript,
    *,
    names: Mapping[str, str],
    hide: Collection[str],
    language: str = "",
) -> MadeTranscript:
    """The published file made of its source, and all that is wrong with this.

    ``reading`` is what came of reading ``data``, the bytes of the source. They are published themselves
    where their form is wanted and nobody in it is renamed or hidden. ``language`` is what the file is in,
    where its plan does not say.
    """
    if reading.transcript is None:
        return MadeTranscript(b"", Transcript(()), reading.findings, frozenset())
    prepared = prepare_conversion(reading.transcript, reading.form, plan.target_form)
    renamed = rename_speakers(prepared, names, hide)
    same_names = renamed.transcript == prepared
    if reading.form == plan.target_form and reading.known_to_apps and same_names:
        return MadeTranscript(data, renamed.transcript, reading.findings, renamed.unused)
    content = render_transcript(renamed.transcript, plan.target_form, plan.language or language)
    if isinstance(content, Fault):
        refused = Finding(Severity.WARNING, content.name, Place(plan.source), content.message, content.fix)
        return MadeTranscript(b"", renamed.transcript, [*reading.findings, refused], renamed.unused)
    return MadeTranscript(content, renamed.transcript, reading.findings, renamed.unused)
