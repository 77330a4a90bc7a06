"""Which files are transcripts of an episode that does not name any."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from feedpub.files import Stat
from feedpub.kinds.languages import check_language
from feedpub.model import Episode
from feedpub.sources.audio.names import AudioIndex
from feedpub.sources.transcripts.forms import FORMS, Form, form_of_name

_PUNCTUATION = re.compile(r"[\W_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_WORD = re.compile(r"(?:^transcripts?(?:[-_. ]|$)|[-_. ]transcripts?$)", re.IGNORECASE)
#: forms that other files have, too: notes, pages
_COMMON = frozenset(("txt", "html"))
#: names that stand for their folder
_INDEX = frozenset(("index", "_index"))
#: the suffix under which stems are put into an index of audio files, which knows how numbers are written
_STEM = "stem"


class FoundTranscript(NamedTuple):
    """A file that belongs to an episode by its name."""

    #: relative to the workspace
    path: str
    form: Form
    #: a language tag; empty where the name has none
    language: str


class _Named(NamedTuple):
    """A file by one way to read its name: `dr.who.vtt` is `dr.who`, or `dr` in the language Wo."""

    folder: str
    stem: str
    file: FoundTranscript


class TranscriptIndex:
    """The transcripts of a show, by the names that episodes are looked up by.

    ``inputs`` are all files of the show by their paths relative to the workspace, ``base`` is the show's
    folder there, ``folder`` is relative to it. A transcript is in its folder or below, beside the file of its
    episode, or beside the audio.
    """

    def __init__(self, inputs: Mapping[str, Stat], base: str, folder: str) -> None:
        self._home = f"{base.rstrip('/')}/{folder.strip('/')}/"
        names = [one for path in inputs for one in self._read_name(path)]
        self._by_place: dict[tuple[str, str], list[_Named]] = defaultdict(list)
        for one in names:
            self._by_place[one.folder, one.stem.casefold()].append(one)
        central = [one for one in names if one.folder.startswith(self._home)]
        self._central: dict[str, list[_Named]] = defaultdict(list)
        for one in central:
            self._central[f"{one.folder}{one.stem}.{_STEM}"].append(one)
        stems = [key[len(self._home) :] for key in self._central]
        self._stems = AudioIndex(stems, (_STEM,))

    def find(
        self,
        slug: str,
        source: str,
        audio_path: str = "",
        *,
        number: float | None = None,
        season: int | None = None,
    ) -> list[FoundTranscript]:
        """The transcripts of an episode: best form first, then by language and path.

        ``source`` and ``audio_path`` are relative to the workspace. Names are compared as those of audio
        files are: with the slug, the name of the episode's file, its number, and last the name of its audio.
        Of several files of one form and language all are returned.
        """
        episode = Episode(source, "", slug, number=number, season=season)
        found = [*self._beside_source(source, slug), *self._beside_audio(audio_path)]
        found += self._in_folder(episode)
        if not found and audio_path:
            found += self._in_folder(Episode(audio_path, "", ""))
        own = {_fold(name) for name in (slug, _stem(source), _stem(audio_path))}
        return sorted(set(_best_readings(found, own)), key=_order)

    def _in_folder(self, episode: Episode) -> list[_Named]:
        return [one for key in self._stems.match(episode) for one in self._central[self._home + key]]

    def _beside_source(self, source: str, slug: str) -> list[_Named]:
        folder, _, name = source.rpartition("/")
        stem = name.rpartition(".")[0]
        # In a folder of its own an episode is called index.md, and its transcript just that.
        stems = {stem, slug} | ({""} if stem.lower() in _INDEX else set())
        return [
            one for key in sorted(stems) for one in self._by_place.get((f"{folder}/", key.casefold()), ())
        ]

    def _beside_audio(self, audio_path: str) -> list[_Named]:
        folder, _, name = audio_path.rpartition("/")
        if not name:
            return []
        stems = (name.rpartition(".")[0], name)
        return [one for key in stems for one in self._by_place.get((f"{folder}/", key.casefold()), ())]

    def _read_name(self, path: str) -> Iterable[_Named]:
        folder, _, name = path.rpartition("/")
        form = form_of_name(name)
        if form is None or name[0] == "." or not self._may_be_transcript(f"{folder}/", name, form):
            return
        stem = name.rpartition(".")[0]
        yield _Named(f"{folder}/", _WORD.sub("", stem), FoundTranscript(path, form, ""))
        rest, dot, tag = _WORD.sub("", stem).rpartition(".")
        language = tag if dot or _WORD.search(stem) else ""
        if language and _TAG.fullmatch(language) and _is_language(language):
            yield _Named(f"{folder}/", _WORD.sub("", rest), FoundTranscript(path, form, language))

    def _may_be_transcript(self, folder: str, name: str, form: Form) -> bool:
        if name.lower().endswith(".chapters.json"):
            return False
        return form not in _COMMON or folder.startswith(self._home) or "transcript" in name.lower()


def _best_readings(found: Iterable[_Named], own: Container[str]) -> Iterable[FoundTranscript]:
    """Each file once. A name that is one of the episode's ``own`` as it stands holds no language."""

    def rank(one: _Named) -> int:
        if one.file.language:
            return 1
        return 0 if _fold(one.stem) in own else 2

    by_path: dict[str, FoundTranscript] = {}
    for one in sorted(found, key=rank):
        by_path.setdefault(one.file.path, one.file)
    return by_path.values()


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _fold(name: str) -> str:
    """Names that differ in case and punctuation alone are the same."""
    return _PUNCTUATION.sub("-", name.casefold())


def _order(one: FoundTranscript) -> tuple[int, str, str]:
    return FORMS.index(one.form), one.language, one.path


@cache
def _is_language(tag: str) -> bool:
    return check_language(tag) is None
