"""Which files hold the chapters of an episode: told by their names, from a listing of the show's files."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

#: the best first: what holds more comes before what holds less
SUFFIXES = (".chapters.json", ".json", ".psc", ".xml", ".chapters.txt", ".txt")
#: outside the folder for chapters, files of these names are often something else (transcripts, notes)
_VAGUE = (".json", ".xml", ".txt")
_FOLDER = "chapters"


class ChapterFile(NamedTuple):
    """A file, and whether its name leaves no doubt that it holds chapters."""

    path: str
    sure: bool


class ChapterIndex:
    """The files of one show that can be files of chapters, by the names that episodes are looked up by.

    ``inputs`` are paths relative to the workspace, ``base`` is the show's folder among them, such as
    `feeds/demo`, ``audio_folder`` its folder for audio, relative to ``base``. Built once for all episodes.
    """

    def __init__(self, inputs: Iterable[str], base: str, audio_folder: str = "audio") -> None:
        self._chapters = f"{base}/{_FOLDER}"
        self._audio = posixpath.normpath(f"{base}/{audio_folder}")
        self._files: dict[tuple[str, str], list[tuple[int, str]]] = {}
        for path in inputs:
            folder, _, name = path.rpartition("/")
            lower = name.lower()
            rank = next((n for n, suffix in enumerate(SUFFIXES) if lower.endswith(suffix)), None)
            if rank is not None and folder.startswith(base):
                stem = lower[: -len(SUFFIXES[rank])]
                self._files.setdefault((folder, stem), []).append((rank, path))

    def find(self, slug: str, source: str, audio: str = "") -> tuple[ChapterFile, ...]:
        """The files of one episode, the best first.

        They are called like its slug, like its own file (``source``) or like its audio file (``audio``, a
        path, or empty), and lie in the folder for chapters, beside the episode, or beside the audio.
        """
        if not self._files:
            return ()
        beside = [
            source.rpartition("/")[0],
            audio.rpartition("/")[0] if "://" not in audio else "",
            self._audio,
        ]
        stems = dict.fromkeys(map(str.lower, (slug, _stem(source), _stem(audio))))
        found: dict[str, ChapterFile] = {}
        for folder in dict.fromkeys((self._chapters, *filter(None, beside))):
            ranked = [file for stem in stems if stem for file in self._files.get((folder, stem), ())]
            for rank, path in sorted(ranked):
                sure = folder == self._chapters or SUFFIXES[rank] not in _VAGUE
                found.setdefault(path, ChapterFile(path, sure))
        return tuple(found.values())


def _stem(path: str) -> str:
    if "://" in path:
        path = path.partition("?")[0]
    return posixpath.splitext(path.rpartition("/")[2])[0]
