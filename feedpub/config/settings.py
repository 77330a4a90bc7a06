"""All settings of a show, put together from what each stage declares."""

from typing import NamedTuple

from feedpub.feed.settings import FeedSettings
from feedpub.sources.settings import (
    AudioSettings,
    ChaptersSettings,
    EpisodesSettings,
    NotesSettings,
    PicturesSettings,
    ShowSettings,
    TranscriptsSettings,
)


class Settings(NamedTuple):
    """What `config.toml`, `show.toml` and the environment say together."""

    #: the keys at the top of the file; each of the others is a table of its name
    show: ShowSettings
    episodes: EpisodesSettings = EpisodesSettings()
    audio: AudioSettings = AudioSettings()
    notes: NotesSettings = NotesSettings()
    feed: FeedSettings = FeedSettings()
    chapters: ChaptersSettings = ChaptersSettings()
    transcripts: TranscriptsSettings = TranscriptsSettings()
    pictures: PicturesSettings = PicturesSettings()
