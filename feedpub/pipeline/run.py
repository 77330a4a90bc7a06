"""What every step of a command is told: which show, where, when, and how."""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from feedpub.cache.store import Cache
from feedpub.config.settings import Settings
from feedpub.pipeline import freshness
from feedpub.sources.worker import Limits


class Options(NamedTuple):
    """How a command is to be carried out."""

    #: the instant at which the feed is made; read once, by the command line
    now: datetime
    #: the file system's time when the run began, in ns since 1970
    started_ns: int
    environ: Mapping[str, str]
    #: processes at work
    jobs: int = 1
    #: a lost ledger is no reason to stop
    new_ledger: bool = False
    #: warnings of what has not changed are told again
    everything: bool = False
    #: called with what is being done, how much is done, of how much
    progress: Callable[[str, int, int], None] = lambda what, done, total: None
    #: called with something that a person may want to know
    note: Callable[[str], None] = lambda text: None


class Run(NamedTuple):
    """A command at work on one show."""

    #: begun: what is learnt is kept when the caller commits
    cache: Cache
    #: the absolute path of the workspace
    root: str
    show: str
    options: Options

    @property
    def base(self) -> str:
        """The show's folder, relative to the workspace, as findings name it."""
        return f"feeds/{self.show}"

    @property
    def folder(self) -> str:
        """The absolute path of the show's folder."""
        return freshness.show_folder(self.root, self.show)

    @property
    def output(self) -> str:
        """The absolute path of the folder that the show is built into."""
        return freshness.output_folder(self.root, self.show)

    def absolute(self, path: str) -> str:
        """The absolute path of a file, given relative to the workspace."""
        return os.path.join(self.root, path)


def limits_of(settings: Settings) -> Limits:
    """What one task of a worker may use."""
    return Limits(settings.notes.seconds, settings.notes.megabytes)
