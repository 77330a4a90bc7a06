"""The shows of a workspace, one after the other; what is wrong with one does not keep the others."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeVar

from feedpub.cache import Cache, discard_cache, open_cache
from feedpub.errors import FeedpubError, HostError
from feedpub.pipeline.agenda import Agenda, read_agenda
from feedpub.pipeline.build import Built, build_show
from feedpub.pipeline.gather import Gathered, Options, gather_show

Result = TypeVar("Result")


def build_shows(cache_file: str, root: str, shows: Sequence[str], options: Options) -> list[Built | FeedpubError]:
    """What came of each show, in the order given. Raises LockedError when another run is at work."""
    return _for_each(cache_file, shows, options, lambda cache, show: build_show(cache, root, show, options))


def gather_shows(cache_file: str, root: str, shows: Sequence[str], options: Options) -> list[Gathered | FeedpubError]:
    """What there is of each show. Raises LockedError when another run is at work."""
    return _for_each(cache_file, shows, options, lambda cache, show: gather_show(cache, root, show, options))


def read_agendas(cache_file: str, root: str, shows: Sequence[str], options: Options) -> list[Agenda | FeedpubError]:
    """What is coming in each show. Raises LockedError when another run is at work."""
    return _for_each(cache_file, shows, options, lambda cache, show: read_agenda(cache, root, show, options))


def _for_each(
    path: str, shows: Sequence[str], options: Options, work: Callable[[Cache, str], Result]
) -> list[Result | FeedpubError]:
    def one(cache: Cache, show: str) -> Result | FeedpubError:
        cache.begin()
        result: Result | FeedpubError
        try:
            result = work(cache, show)
        except FeedpubError as error:
            # What was read and measured until then is still true; only the result is not there.
            cache.keep_freshness(show, None)
            result = error
        cache.commit()
        return result

    return _with_cache(path, options, lambda cache: [one(cache, show) for show in shows])


def _with_cache(path: str, options: Options, work: Callable[[Cache], Result]) -> Result:
    """`work` with an open cache; once more with a new one when the old one turns out to be damaged."""
    for last in (False, True):
        cache, note = open_cache(path)
        if note:
            options.note(note)
        try:
            return work(cache)
        except sqlite3.OperationalError as error:
            raise HostError(f"{path}: {error}", "make room, or delete the file: nothing is lost but time") from None
        except sqlite3.DatabaseError:
            if last:
                raise
            options.note("the cache was damaged and is made anew")
        finally:
            cache.close()
        discard_cache(path)
    raise AssertionError("unreachable")
