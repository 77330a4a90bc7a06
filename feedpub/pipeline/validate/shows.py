"""Shows of the workspace, one after the other; their findings named as they are seen from here."""

import os
from collections.abc import Iterator, Sequence

from feedpub.cache.freshness import cache_path
from feedpub.cache.opening import FORGETFUL, can_keep_cache
from feedpub.errors import FeedpubError
from feedpub.model import Finding, Place
from feedpub.pipeline.run import Options
from feedpub.pipeline.validate.options import Unread, Validated, Wanted
from feedpub.pipeline.validate.show import validate_show
from feedpub.pipeline.workspace import for_each_show


def validate_shows(
    root: str, shows: Sequence[str], wanted: Wanted, options: Options
) -> Iterator[Validated | Unread]:
    """What is wrong with each show; what keeps one from being judged does not keep the others."""
    cache_file = cache_path(root, options.environ.get("FEEDPUB_CACHE_DIR", ""))
    if not can_keep_cache(cache_file):
        names = ", ".join(shows)
        options.note(f"of {names} nothing is remembered for the next time: {cache_file} cannot be written")
        cache_file = FORGETFUL
    for show in shows:
        outcome: Validated | FeedpubError
        try:
            (outcome,) = for_each_show(
                lambda run: validate_show(run, wanted), cache_file, root, [show], options
            )
        except FeedpubError as error:  # another run is at work
            outcome = error
        if isinstance(outcome, FeedpubError):
            yield from _stopped(outcome, show, root)
        else:
            yield _from_here(outcome, root)


def _stopped(error: FeedpubError, show: str, root: str) -> Iterator[Validated | Unread]:
    """What stopped it, and the findings that go with it."""
    path = f"feeds/{show}"
    if error.findings:
        yield _from_here(Validated(path, error.findings, (), {}, 0, 0, lambda named: None), root)
    yield Unread(_seen_from_here(path, root), error.message, error.fix, error.exit_code)


def _from_here(judged: Validated, root: str) -> Validated:
    """The same, with paths as they are seen from where the command was called."""
    if os.path.relpath(root) == ".":
        return judged
    inside = {_seen_from_here(one.place.path, root): one.place.path for one in judged.findings}

    def contents(path: str) -> bytes | None:
        return judged.contents(inside.get(path, path))

    return judged._replace(
        path=_seen_from_here(judged.path, root),
        findings=tuple(_seen(one, root) for one in judged.findings),
        contents=contents,
    )


def _seen(finding: Finding, root: str) -> Finding:
    source = _place(finding.source, root) if finding.source else None
    return finding._replace(place=_place(finding.place, root), source=source)


def _place(place: Place, root: str) -> Place:
    return place._replace(path=_seen_from_here(place.path, root))


def _seen_from_here(path: str, root: str) -> str:
    # A variable of the environment, such as $FEEDPUB_FEED_URL, is nowhere.
    return path if path.startswith("$") else os.path.normpath(os.path.join(os.path.relpath(root), path))
