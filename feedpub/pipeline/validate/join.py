"""From words on a command line to what is wrong with the feeds that they mean."""

import os
from collections.abc import Iterator, Sequence

from feedpub.config.workspace import find_workspace, list_shows
from feedpub.errors import UsageError
from feedpub.pipeline.run import Options
from feedpub.pipeline.validate.options import Unread, Validated, Wanted
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Judging, Run


def validate_inputs(words: Sequence[str], wanted: Wanted, options: Options) -> Iterator[Validated | Unread]:
    """Each input that the words mean, judged; one after the other, in their order.

    Without words, all shows of the workspace are meant. Raises UsageError where there is none then, and
    LockedError where another run is at work on it.
    """
    if not words:
        root = find_workspace(wanted.workspace)
        yield from _shows(root, list_shows(root), wanted, options)
    for word in words:
        root, shows = _known_shows(wanted.workspace)
        if word in shows and not os.path.isfile(word):
            yield from _shows(root, [word], wanted, options)
            continue
        try:
            with open(word, "rb") as file:
                data = file.read()
        except OSError as error:
            yield Unread(word, error.strerror or str(error))
            continue
        yield judge_feed(data, word, wanted)


def judge_feed(data: bytes, path: str, wanted: Wanted, base: str = "") -> Validated:
    """A feed alone, without the files that it is made from.

    `path` is what findings call it, `base` what relative addresses in it are relative to.
    """
    run = Run(wanted.now, wanted.profiles, wanted.feed_url, base)
    judging = Judging(data, path, run, all_rules())
    judgement = judging.finish()
    original = judging.document.original

    def contents(named: str) -> bytes | None:
        return original if named == path else None

    return Validated(
        path,
        judgement.findings,
        judgement.ran,
        judgement.not_run,
        judgement.size_bytes,
        judgement.items,
        contents,
    )


def _shows(root: str, shows: Sequence[str], wanted: Wanted, options: Options) -> Iterator[Validated | Unread]:
    # A feed alone does not need all that builds one.
    from feedpub.pipeline.validate.shows import validate_shows

    return validate_shows(root, shows, wanted, options)


def _known_shows(workspace: str) -> tuple[str, tuple[str, ...]]:
    """The workspace and its shows; nothing where there is none."""
    try:
        root = find_workspace(workspace)
        return root, list_shows(root)
    except UsageError:
        return "", ()
