"""What `feedpub build` does, once its words are understood."""

import os
import sys

from feedpub.cli.complain import show_error, show_findings
from feedpub.cli.progress import Progress
from feedpub.cli.session import Session, count_cores
from feedpub.errors import FeedpubError, FindingsError
from feedpub.pipeline.build import Built, build_show
from feedpub.pipeline.run import Options
from feedpub.pipeline.workspace import for_each_show
from feedpub.report.build import render_built


def build(session: Session, *, jobs: int | None = None, new_ledger: bool = False) -> int:
    """Builds the session's shows and says what came of them; returns the exit code."""
    with Progress(sys.stderr, quiet=session.quiet) as progress:
        options = Options(
            session.now,
            session.started_ns,
            os.environ,
            jobs or count_cores(),
            new_ledger,
            session.verbose > 0,
            progress.update,
            session.note,
        )
        outcomes = for_each_show(build_show, session.cache_file, session.root, session.shows, options)
    return max(_report(session, outcome) for outcome in outcomes)


def _report(session: Session, outcome: Built | FeedpubError) -> int:
    if isinstance(outcome, FeedpubError):
        show_error(outcome, session.root)
        return outcome.exit_code
    if outcome.failed or not session.quiet:
        show_findings(outcome.findings, session.root, everything=session.verbose > 0)
    if outcome.failed or not session.quiet:
        print(render_built(outcome), file=sys.stderr if outcome.failed else sys.stdout)
    return FindingsError.exit_code if outcome.failed else 0
