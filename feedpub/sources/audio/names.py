"""Which file in the audio folder belongs to an episode that does not name one."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from feedpub.model import Episode

#: season (absent: None) and number
_Numbered = tuple[int | None, float]

_DATE = re.compile(r"\d{4}-?\d\d-?\d\d(?:-|$)")
_SEASON_FOLDER = re.compile(r"(?:s|season-?)0*(\d{1,4})")
#: s02e05, season-2-episode-5, 2x05
_SEASON_EPISODE = re.compile(
    r"(?:(?:s|season-?)(\d{1,4})-?(?:x|e|ep|episode)-?|(\d{1,3})[xe])(\d{1,5})(?:-|$)"
)
#: ep40, episode-040-guest, e40
_MARKED_START = re.compile(r"(?:e|ep|episode)-?(\d{1,5})(?:-|$)")
#: show-ep40, 2024-ep7-guest
_MARKED_INSIDE = re.compile(r"-(?:(?:s|season-?)(\d{1,4})-?)?(?:e|ep|episode)-?(\d{1,5})(?:-|$)")
#: 40, 40-guest
_BARE = re.compile(r"(\d{1,5})(?:-|$)")
#: 02-05: a season and a number, or a year and a month
_PAIR = re.compile(r"(\d{1,4})-(\d{1,5})$")


class _Take(NamedTuple):
    """Files that differ in nothing but the suffix: one recording."""

    folder: str
    #: spelled as :func:`_plain` does
    stem: str
    #: rank in the list of formats, and the name
    files: list[tuple[int, str]]


class AudioIndex:
    """The files of an audio folder, by the names that episodes are looked up by.

    ``names`` are relative to the folder, with ``/``; ``formats`` are suffixes without a dot, the
    preferred one first. Files with other suffixes are passed over; case does not matter.
    """

    def __init__(self, names: Iterable[str], formats: Sequence[str]) -> None:
        self._by_stem = _index_stems(
            names, {form.lower().lstrip("."): rank for rank, form in enumerate(formats)}
        )
        self._by_number: dict[_Numbered, list[_Take]] | None = None
        self._inside: dict[_Numbered, list[_Take]] = {}

    def match(self, episode: Episode) -> tuple[str, ...]:
        """The episode's file: the best format of the one recording that fits; ``()`` where none does.

        A file called like the episode's slug or like the episode's own file is taken first, then one
        that carries its number. Where several recordings fit equally well all are returned, in the
        order of their names: which one is meant is for the author to say.
        """
        return _best(self._named(episode) or self._numbered(episode))

    def _named(self, episode: Episode) -> list[_Take]:
        own = episode.source.rpartition("/")[2].rpartition(".")[0]
        takes: list[_Take] = []
        for name in {_plain(episode.slug): None, _plain(own): None}:
            takes += self._by_stem.get(name, ()) if name else ()
        return takes

    def _numbered(self, episode: Episode) -> list[_Take]:
        if episode.number is None:
            return []
        if self._by_number is None:
            self._by_number = self._index_numbers()
        # A name without a season fits every season, but one that names the season fits better.
        seasons = (1, None) if episode.season is None else (episode.season, None)
        for index in (self._by_number, self._inside):
            for season in seasons:
                if takes := index.get((season, episode.number)):
                    return takes
        return []

    def _index_numbers(self) -> dict[_Numbered, list[_Take]]:
        ahead: dict[_Numbered, list[_Take]] = {}
        for takes in self._by_stem.values():
            for take in takes:
                numbered, leads = _parse_number(take.stem)
                if numbered is not None:
                    season = _parse_season(take.folder) if numbered[0] is None else numbered[0]
                    index = ahead if leads else self._inside
                    index.setdefault((season, numbered[1]), []).append(take)
        return ahead


def _index_stems(names: Iterable[str], ranks: dict[str, int]) -> dict[str, list[_Take]]:
    takes: dict[tuple[str, str], _Take] = {}
    by_stem: dict[str, list[_Take]] = {}
    for name in names:
        folder, _, base = name.rpartition("/")
        stem, _, suffix = base.rpartition(".")
        rank = ranks.get(suffix.lower())
        # What begins with a dot is no recording: macOS leaves `._40.mp3` beside `40.mp3` on foreign disks.
        if rank is None or not stem or name[0] == "." or "/." in name:
            continue
        key = (folder, stem.lower())
        if key not in takes:
            takes[key] = _Take(folder, _plain(stem), [])
            by_stem.setdefault(takes[key].stem, []).append(takes[key])
        takes[key].files.append((rank, name))
    return by_stem


def _best(takes: list[_Take]) -> tuple[str, ...]:
    found: set[str] = set()
    for take in takes:
        first = min(take.files)[0]
        found.update(name for rank, name in take.files if rank == first)
    return tuple(sorted(found))


def _plain(name: str) -> str:
    """Lower case, without accents, one hyphen between words: how slugs are spelled."""
    if not name.isascii():
        import unicodedata

        split = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in split if not unicodedata.combining(char)).casefold()
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def _parse_number(stem: str) -> tuple[_Numbered | None, bool]:
    """What number a name carries, and whether the name begins with it. ``2024-ep7`` is episode 7."""
    if (dated := _DATE.match(stem)) is not None:
        stem = "-" + stem[dated.end() :]
    if (match := _SEASON_EPISODE.match(stem)) is not None:
        return (int(match[1] or match[2]), int(match[3])), True
    if (match := _MARKED_START.match(stem)) is not None:
        return (None, int(match[1])), True
    if (match := _MARKED_INSIDE.search(stem)) is not None:
        return (int(match[1]) if match[1] else None, int(match[2])), False
    if (match := _PAIR.match(stem)) is not None:
        return (int(match[1]), int(match[2])), True
    if (match := _BARE.match(stem)) is not None:
        return (None, int(match[1])), True
    return None, False


def _parse_season(folder: str) -> int | None:
    match = _SEASON_FOLDER.fullmatch(_plain(folder.rpartition("/")[2]))
    return int(match[1]) if match else None
