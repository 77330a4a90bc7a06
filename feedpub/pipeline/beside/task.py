"""An episode that is to be judged with the files beside it, and what came of it."""

from typing import NamedTuple

from feedpub.config.settings import Settings
from feedpub.files import Stat
from feedpub.model import AudioFile, Finding
from feedpub.model.plain import to_json
from feedpub.pipeline.beside.beside import Beside
from feedpub.pipeline.beside.claims import write_claims
from feedpub.pipeline.beside.naming import Named
from feedpub.pipeline.reading import findings_to_json


class Task(NamedTuple):
    """An episode to be judged."""

    #: the episode's row in the cache; 0 for the show itself
    id: int
    #: changes with all that it is judged by
    key: bytes
    #: the episode's file, relative to the workspace
    source: str
    named: Named = Named()
    #: what was measured in its audio; None where that is elsewhere
    audio: AudioFile | None = None
    #: relative to the workspace
    audio_path: str = ""


class Context(NamedTuple):
    """What all episodes of a show are judged with."""

    #: the workspace, absolute
    root: str
    #: the show's folder, relative to the workspace, and absolute
    base: str
    folder: str
    inputs: dict[str, Stat]
    settings: Settings

    @property
    def feed_url(self) -> str:
        """The address below which all files are."""
        return self.settings.show.feed_url


#: JSON of the Beside, of its errors, of its other findings; and its outputs as claims
Answer = tuple[str, str, str, str]


def as_answer(beside: Beside, findings: list[Finding]) -> Answer:
    """Plain values, as they go through a worker's pipe and into the cache."""
    return to_json(beside), *findings_to_json(findings), write_claims(beside.outputs)
