"""From words on a command line to what is wrong with the feeds that they mean."""

from collections.abc import Iterator, Sequence

from feedpub.config.workspace import find_workspace, list_shows
from feedpub.errors import FeedpubError, UsageError
from feedpub.files import PathFault, read_regular
from feedpub.pipeline.run import Options
from feedpub.pipeline.validate.inputs import Input, find_inputs
from feedpub.pipeline.validate.loading import Loaded
from feedpub.pipeline.validate.options import Unread, Validated, Wanted
from feedpub.pipeline.validate.previous import judge_changes, loading_of, read_previous
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Judging, Run

#: bytes; of a larger file beside a feed no line is shown
_LARGEST_BESIDE = 1 << 24


def validate_inputs(words: Sequence[str], wanted: Wanted, options: Options) -> Iterator[Validated | Unread]:
    """Each input that the words mean, judged; one after the other, in their order.

    Without words, all shows of the workspace are meant. Raises UsageError where there is none then, and for
    words that can mean nothing, and HostError where the previous feed cannot be read.
    """
    if words:
        root, shows = _known_shows(wanted.workspace)
        inputs = find_inputs(words, shows, loading_of(wanted))
    else:
        root = find_workspace(wanted.workspace)
        inputs = [Input(show, None, show) for show in list_shows(root)]
    if wanted.previous and len(inputs) > 1:
        raise UsageError("--previous is one feed, and cannot be compared with several", "name one input")
    return _each(inputs, root, wanted._replace(before=read_previous(wanted)), options)


def judge_feed(loaded: Loaded, one: Input, wanted: Wanted, options: Options) -> Validated:
    """A feed, with the files that lie beside it where it is a file itself."""
    feed_url = wanted.feed_url or loaded.url
    judging = Judging(
        loaded.data, one.name, Run(wanted.now, wanted.profiles, feed_url, loaded.url), all_rules()
    )
    judge_changes(judging, wanted.before)
    if one.is_file:
        from feedpub.pipeline.validate.local_facts import judge_files_beside

        judge_files_beside(judging, one.name, feed_url, options.jobs)
    judgement = judging.finish()
    original = judging.document.original

    def contents(path: str) -> bytes | None:
        if path == one.name:
            return original
        return _read_beside(path) if one.is_file else None

    return Validated(
        one.name,
        judgement.findings,
        judgement.ran,
        judgement.not_run,
        judgement.size_bytes,
        judgement.items,
        contents,
    )


def _each(
    inputs: Sequence[Input], root: str, wanted: Wanted, options: Options
) -> Iterator[Validated | Unread]:
    for one in inputs:
        if one.load is None:
            yield from _shows(root, [one.name], wanted, options)
            continue
        try:
            loaded = one.load()
        except FeedpubError as error:
            yield Unread(one.name, error.message, error.fix, error.exit_code)
            continue
        yield judge_feed(loaded, one, wanted, options)


def _read_beside(path: str) -> bytes | None:
    try:
        return read_regular(path, _LARGEST_BESIDE)
    except (OSError, PathFault):
        return None


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
