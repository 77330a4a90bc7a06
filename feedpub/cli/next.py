"""`feedpub next`."""

import os
import sys
from typing import Any

import click

from feedpub.cli.workspace import start_session, with_session


@click.command("next")
@with_session
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def command(form: str, **given: Any) -> int:
    """What is due when: the episodes whose date lies ahead, the nearest first.

    An episode enters the feed at its date, in the zone of its show: the first build from that
    instant on has it.
    """
    from feedpub.cli.boundary import show_error
    from feedpub.errors import FeedpubError
    from feedpub.pipeline.gather import Options
    from feedpub.pipeline.workspace import read_agendas
    from feedpub.report.agenda import render_agendas, render_agendas_json
    from feedpub.report.text import render_findings, wants_colour

    session = start_session(**given)
    options = Options(session.now, session.started_ns, os.environ, note=session.note)
    outcomes = read_agendas(session.cache_file, session.root, session.shows, options)
    failures = [outcome for outcome in outcomes if isinstance(outcome, FeedpubError)]
    agendas = [outcome for outcome in outcomes if not isinstance(outcome, FeedpubError)]
    for failure in failures:
        show_error(failure)
    faults = [one for agenda in agendas for one in agenda.findings if one.severity.name == "ERROR"]
    if faults:
        click.echo("\n".join(render_findings(faults, colour=wants_colour(sys.stderr))), err=True)
    render = render_agendas_json if form == "json" else render_agendas
    click.echo(render([due for agenda in agendas for due in agenda.coming], session.now), nl=False)
    return max([failure.exit_code for failure in failures] + [1 if faults else 0])
