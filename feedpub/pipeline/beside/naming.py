"""Which files stand beside each episode: by their names, and by what the episode says."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from feedpub.config.settings import Settings
from feedpub.files import PathFault, Stat, inside
from feedpub.kinds.fault import RaisedFault, quote
from feedpub.pipeline.audio import Sound
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.run import Run

if TYPE_CHECKING:
    from feedpub.sources.chapters.chapter_files import ChapterFile, ChapterIndex
    from feedpub.sources.transcripts.names import FoundTranscript, TranscriptIndex

#: without a file of one of these there is neither a transcript nor a list of chapters to be found
_SUFFIXES = (".vtt", ".webvtt", ".srt", ".json", ".html", ".htm", ".txt", ".text", ".psc", ".xml")


class NameFault(RaisedFault):
    """A file that is named and cannot be used."""


class Named(NamedTuple):
    """The files beside an episode, relative to the workspace."""

    chapters: "tuple[ChapterFile, ...]" = ()
    transcripts: "tuple[FoundTranscript, ...]" = ()
    #: what the episode itself names, as far as it is there
    claimed: tuple[str, ...] = ()

    def paths(self) -> Iterator[str]:
        """All of them."""
        yield from (one.path for one in self.chapters)
        yield from (one.path for one in self.transcripts)
        yield from self.claimed


class Names:
    """The files of a show by the episodes that they belong to. Built once for all episodes."""

    def __init__(self, run: Run, gathered: Gathered) -> None:
        settings, self._inputs = gathered.settings, gathered.inputs
        self._base, self._folder = run.base, run.folder
        own = {
            path: stat
            for path, stat in self._inputs.items()
            if path.lower().endswith(_SUFFIXES) and path.startswith(f"{run.base}/")
        }
        self._indexes = _index(own, run.base, settings) if own else None

    def find(self, brief: Brief, sound: Sound | None) -> Named:
        """The files beside an episode."""
        audio = sound.path if sound else ""
        claimed = [locate(self._base, name) for name in brief.files]
        if brief.artwork and (picture := self._there(brief.artwork, brief.source)):
            claimed.append(picture)
        named = Named(claimed=tuple(path for path in claimed if path in self._inputs))
        if self._indexes is None:
            return named
        chapters, transcripts = self._indexes
        found = transcripts.find(brief.slug, brief.source, audio, number=brief.number, season=brief.season)
        return named._replace(
            chapters=chapters.find(brief.slug, brief.source, audio), transcripts=tuple(found)
        )

    def _there(self, name: str, source: str) -> str:
        try:
            return find_file(name, (source.rpartition("/")[0], self._base), self._inputs, self._folder)
        except NameFault:
            return ""


def _index(files: dict[str, Stat], base: str, settings: Settings) -> "tuple[ChapterIndex, TranscriptIndex]":
    from feedpub.sources.chapters.chapter_files import ChapterIndex
    from feedpub.sources.transcripts.names import TranscriptIndex

    transcripts = TranscriptIndex(files, base, settings.transcripts.folder)
    return ChapterIndex(files, base, settings.audio.folder), transcripts


def locate(base: str, name: str) -> str:
    """The path of a file that is named as seen from the show's folder `base`: `./a.png` is `a.png`."""
    return posixpath.normpath(f"{base}/{name}")


def check_link(path: str, base: str, inputs: Mapping[str, Stat], root: str) -> NameFault | None:
    """What is wrong with a file (relative to the workspace) that is a link out of the show's folder.

    `base` is that folder, `root` its absolute path. A link that leads nowhere is told by who reads it.
    """
    stat = inputs[path]
    if stat.link and stat.size >= 0:
        try:
            inside(root, posixpath.relpath(path, base))
        except PathFault as fault:
            fix = "put the file itself there: what is outside may be nobody's business"
            return NameFault("outside-show", f"the file is a link that {fault}", fix)
    return None


def find_file(name: str, folders: tuple[str, ...], inputs: dict[str, Stat], root: str) -> str:
    """The file that `name` means, relative to the workspace: the first that is there below one of `folders`.

    `root` is the absolute path of the show's folder, which it must not leave. Raises NameFault.
    """
    base = folders[-1]
    for folder in folders:
        rooted = name[0] in "/~\\" or ":" in name[:5]
        path = name if rooted else posixpath.normpath(f"{folder}/{name}")
        try:
            inside(root, path if rooted else posixpath.relpath(path, base))
        except PathFault as fault:
            fix = "name a file in the show's folder"
            raise NameFault("artwork-path", f"{quote(name)} {fault}", fix) from None
        if path in inputs:
            return path
    fix = "put the picture there, or correct the name"
    raise NameFault("missing-artwork", f"{quote(name)} is not there", fix)
