"""The shows of a workspace, one after the other; what is wrong with one does not keep the others."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeVar

from feedpub.cache.opening import discard_cache, open_cache
from feedpub.cache.store import Cache
from feedpub.errors import FeedpubError, HostError
from feedpub.pipeline.run import Options, Run

Result = TypeVar("Result")


def for_each_show(
    work: Callable[[Run], Result], cache_file: str, root: str, shows: Sequence[str], options: Options
) -> list[Result | FeedpubError]:
    """What `work` gives for each show, or what stopped it, in the order given.

    Raises LockedError when another run is at work, HostError when the cache cannot be written.
    """

    def all_shows(cache: Cache) -> list[Result | FeedpubError]:
        return [_work_on(Run(cache, root, show, options), work) for show in shows]

    return _with_cache(cache_file, options, all_shows)


def _work_on(run: Run, work: Callable[[Run], Result]) -> Result | FeedpubError:
    run.cache.begin()
    result: Result | FeedpubError
    try:
        result = work(run)
    except FeedpubError as error:
        # What was read and measured until then is still true; only the result is not there.
        run.cache.keep_freshness(run.show, None)
        result = error
    run.cache.commit()
    return result


def _with_cache(path: str, options: Options, work: Callable[[Cache], Result]) -> Result:
    """`work` with an open cache; once more with a new one when the old one turns out to be damaged."""
    for last in (False, True):
        cache, note = open_cache(path)
        if note:
            options.note(note)
        try:
            return work(cache)
        except sqlite3.DatabaseError as error:
            # A missing table or column is an OperationalError, too, and means a file that is not ours.
            if isinstance(error, sqlite3.OperationalError) and "no such" not in str(error):
                message = f"{path}: {error}"
                raise HostError(message, "make room, or delete it: nothing is lost but time") from None
            if last:
                raise
            options.note("the cache was damaged and is made anew")
        finally:
            cache.close()
        discard_cache(path)
    raise AssertionError("unreachable")
