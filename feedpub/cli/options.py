"""The options that several commands have, as click knows them."""

from collections.abc import Callable
from typing import Any

import click

from feedpub.config.workspace import find_workspace, list_shows
from feedpub.errors import UsageError


def not_empty(ctx: click.Context, param: click.Parameter, given: str | None) -> str:
    """The word given, or "" where none is. An empty one is refused: mostly its variable is not set."""
    if given is not None and not given.strip():
        raise click.BadParameter("is empty; leave the option out, or look where its value comes from")
    return given or ""


workspace_option = click.option(
    "-C", "--workspace", metavar="DIR", default=".", help="Where to look for config.toml."
)
now_option = click.option(
    "--now",
    metavar="WHEN",
    callback=not_empty,
    help="Act as if it were this instant (ISO 8601 with an offset).",
)
output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Where to write it  [default: stdout]",
)


def with_session(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that :func:`feedpub.cli.session.start_session` takes."""
    for option in (
        click.option("-v", "--verbose", count=True, help="Say more; twice for everything."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well."),
        now_option,
        workspace_option,
        click.argument("shows", nargs=-1, metavar="[SHOW]...", shell_complete=complete_show),
    ):
        function = option(function)
    return function


def complete_show(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The shows of the workspace here that begin so."""
    try:
        return [name for name in list_shows(find_workspace(".")) if name.startswith(incomplete)]
    except UsageError:
        return []
