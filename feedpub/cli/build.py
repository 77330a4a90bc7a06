"""`feedpub build`."""

import os
import sys
from typing import Any

import click

from feedpub.cli.workspace import Session, start_session, with_session


@click.command("build")
@with_session
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Processes at work  [default: one for each core]")
@click.option(
    "--new-ledger", is_flag=True, help="The ledger is gone, and nobody has subscribed yet: make a new one."
)
def command(jobs: int | None, new_ledger: bool, **given: Any) -> int:
    """Builds shows: sources and audio -> the feed, and the files beside it.

    Without names all shows of the workspace are built, into build/SHOW/. What has not changed since
    the last time is not done again. Faults in one show keep its old feed as it is, and do not keep
    the others from being built.
    """
    from feedpub.cli.progress import Progress
    from feedpub.pipeline.gather import Options
    from feedpub.pipeline.workspace import build_shows

    session = start_session(**given)
    with Progress(sys.stderr, quiet=session.quiet) as progress:
        options = Options(
            session.now,
            session.started_ns,
            os.environ,
            jobs or len(os.sched_getaffinity(0)),
            new_ledger,
            progress.update,
            session.note,
        )
        outcomes = build_shows(session.cache_file, session.root, session.shows, options)
    return max((_report(session, outcome) for outcome in outcomes), default=0)


def _report(session: Session, outcome: Any) -> int:
    from feedpub.cli.boundary import show_error
    from feedpub.errors import FeedpubError, FindingsError
    from feedpub.report.build import render_built
    from feedpub.report.text import render_findings, wants_colour

    if isinstance(outcome, FeedpubError):
        show_error(outcome)
        return outcome.exit_code
    lines = render_findings(outcome.findings, colour=wants_colour(sys.stderr), everything=session.verbose > 0)
    if lines and not (session.quiet and not outcome.failed):
        click.echo("\n".join(lines), err=True)
    if outcome.failed or not session.quiet:
        click.echo(render_built(outcome), err=outcome.failed)
    return FindingsError.exit_code if outcome.failed else 0
