"""The feed as it was before, to be compared with what it is now."""

from feedpub.errors import FeedpubError, HostError, UsageError
from feedpub.pipeline.run import Run
from feedpub.pipeline.validate.inputs import find_input
from feedpub.pipeline.validate.loading import LARGEST, Loading, load_address
from feedpub.pipeline.validate.options import Wanted
from feedpub.validate import runner
from feedpub.validate.document.element import Element
from feedpub.validate.facts import Previous


def loading_of(wanted: Wanted) -> Loading:
    """How inputs may be read."""
    return Loading(wanted.max_size or LARGEST, wanted.offline is True, wanted.private_hosts)


def read_previous(wanted: Wanted) -> Element | None:
    """The channel of the feed that `--previous` names. Raises UsageError, or HostError."""
    if not wanted.previous:
        return None
    one = find_input(wanted.previous, loading_of(wanted))
    assert one.load is not None
    try:
        return _channel(one.load().data, one.name, wanted)
    except FeedpubError as error:
        kind = HostError if error.exit_code == HostError.exit_code else UsageError
        raise kind(f"--previous: {one.name}: {error.message}", error.fix) from None


def fetch_live(run: Run, feed_url: str, wanted: Wanted) -> Element | None:
    """The channel of the feed that is live, where it is asked for and can be had."""
    if wanted.offline is not False or not feed_url:
        return None
    try:
        return _channel(load_address(feed_url, loading_of(wanted)).data, feed_url, wanted)
    except FeedpubError as error:
        run.options.note(f"{run.show} is not compared with what is live: {error.message}")
        return None


def judge_changes(judging: runner.Judging, before: Element | None) -> None:
    """Brings what was before the rules that compare; they are not run where there is nothing."""
    if before is not None:
        judging.judge_facts(Previous, [Previous(before, now) for now in judging.channels[:1]])


def _channel(data: bytes, name: str, wanted: Wanted) -> Element:
    """Raises UsageError for what is no feed."""
    channels = runner.Judging(data, name, runner.Run(wanted.now), ()).channels
    if not channels:
        raise UsageError("is no feed: there is no channel in it")
    return channels[0]
