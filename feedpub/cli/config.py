"""`feedpub config`."""

import os
from typing import Any

import click

from feedpub.cli.options import with_session


@click.command("config")
@with_session
@click.option(
    "--schema", is_flag=True, help="Print the JSON Schema of config.toml and show.toml, for editors."
)
def command(schema: bool, **given: Any) -> int:
    """Every setting, and where its value came from.

    From the weakest to the strongest: the built-in default, config.toml, the show's show.toml, the
    environment ($FEEDPUB_FEED_URL; a table's keys as $FEEDPUB_AUDIO__URL).
    """
    if schema:
        import json

        from feedpub.config.schema import settings_schema

        click.echo(json.dumps(settings_schema(), ensure_ascii=False, indent=2))
        return 0
    from feedpub.cli.complain import show_error
    from feedpub.cli.session import start_session
    from feedpub.config.load import load_settings
    from feedpub.errors import UsageError
    from feedpub.report.settings import render_settings

    session = start_session(**given)
    code = 0
    for show in session.shows:
        try:
            click.echo(render_settings(load_settings(session.root, show, os.environ), show))
        except UsageError as error:
            show_error(error, session.root)
            code = error.exit_code
    return code
