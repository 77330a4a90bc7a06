"""What the show as a whole needs to know of each episode."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from feedpub.cache.store import EpisodeRow
from feedpub.model import AudioClaim, Episode, EpisodeState, EpisodeType, Live, LiveStatus
from feedpub.pipeline.remote_items import list_paid_shows


class Brief(NamedTuple):
    """What the show as a whole needs to know of an episode; the rest stays in the cache."""

    #: the episode's row in the cache
    id: int
    digest: bytes
    #: the episode file, relative to the workspace
    source: str
    title: str
    slug: str
    guid: str
    state: str
    type: str
    published: datetime | None
    modified: datetime | None
    number: float | None
    season: int | None
    artwork: str
    audio: AudioClaim
    #: None for an episode that is no live stream
    live: Live | None = None
    #: files of the show that the episode names beside its audio and artwork, as it names them
    files: tuple[str, ...] = ()
    #: audio files that it names beside its own
    alternates: tuple[str, ...] = ()
    #: whether it says anything of chapters, transcripts or pictures
    accompanied: bool = False
    #: shows of the workspace that it pays
    shows: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether its author wants it out."""
        return self.state == EpisodeState.READY

    def as_episode(self) -> Episode:
        """As much of the episode as is known here."""
        return Episode(
            self.source,
            self.title,
            self.slug,
            type=EpisodeType(self.type),
            number=self.number,
            season=self.season,
        )


def brief_of(episode: Episode) -> str:
    """The JSON of the Brief that an episode has, for the cache."""
    return json.dumps(
        (
            episode.title,
            episode.slug,
            episode.guid,
            episode.state,
            episode.type,
            episode.published and episode.published.isoformat(),
            episode.modified and episode.modified.isoformat(),
            episode.number,
            episode.season,
            episode.artwork,
            episode.audio.file,
            episode.audio.length_bytes,
            episode.audio.duration and episode.audio.duration.total_seconds(),
            episode.audio.type,
            episode.live and (episode.live.status, episode.live.end and episode.live.end.isoformat()),
            _named_files(episode),
            [one.file for one in episode.alternates if one.file],
            _is_accompanied(episode),
            list_paid_shows(episode.value),
        ),
        ensure_ascii=False,
    )


def _named_files(episode: Episode) -> list[str]:
    named = [
        episode.chapters_url,
        *(one.url for one in episode.transcripts),
        *(one.url for one in episode.images),
        *(one.image for one in episode.chapters),
    ]
    return [name for name in named if name and "://" not in name]


def _is_accompanied(episode: Episode) -> bool:
    return bool(
        episode.chapters
        or episode.note_chapters
        or episode.chapters_url
        or episode.transcripts
        or episode.images
        or episode.artwork
    )


def read_briefs(rows: Iterable[EpisodeRow]) -> Iterator[Brief]:
    """The Briefs of the rows that have one. One long text is read much faster than many short ones."""
    date = datetime.fromisoformat
    rows = [row for row in rows if row.brief]
    for row, brief in zip(rows, json.loads(f"[{','.join(row.brief for row in rows)}]"), strict=True):
        title, slug, guid, state, kind, published, modified, number, season, artwork, *rest = brief
        file, length, seconds, media_type, live, files, alternates, accompanied, shows = rest
        yield Brief(
            row.id,
            row.digest,
            row.path,
            title,
            slug,
            guid,
            state,
            kind,
            date(published) if published else None,
            date(modified) if modified else None,
            number,
            season,
            artwork,
            AudioClaim(file, length, timedelta(seconds=seconds) if seconds else None, media_type),
            _live(*live) if live else None,
            tuple(files),
            tuple(alternates),
            accompanied,
            tuple(shows),
        )


def _live(status: str | None, end: str | None) -> Live:
    return Live(LiveStatus(status) if status else None, datetime.fromisoformat(end) if end else None)
