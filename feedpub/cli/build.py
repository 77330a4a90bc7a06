"""`feedpub build`."""

from typing import Any

import click

from feedpub.cli.options import with_session


@click.command("build")
@with_session
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), help="Processes at work  [default: one for each core]"
)
@click.option(
    "--new-ledger", is_flag=True, help="The ledger is gone, and nobody has subscribed yet: make a new one."
)
def command(jobs: int | None, new_ledger: bool, **given: Any) -> int:
    """Builds shows: sources and audio -> the feed, and the files beside it.

    Without names all shows of the workspace are built, into build/SHOW/. What has not changed since
    the last time is not done again. Faults in one show keep its old feed as it is, and do not keep
    the others from being built.
    """
    from feedpub.cli.building import build
    from feedpub.cli.session import start_session

    return build(start_session(**given), jobs=jobs, new_ledger=new_ledger)
