"""`feedpub next`."""

import os
from typing import Any

import click

from feedpub.cli.options import with_session


@click.command("next")
@with_session
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(form: str, **given: Any) -> int:
    """What is due when: the episodes whose date lies ahead, the nearest first.

    An episode enters the feed at its date, in the zone of its show: the first build from that
    instant on has it.
    """
    from feedpub.cli.complain import show_error, show_findings
    from feedpub.cli.session import start_session
    from feedpub.errors import FeedpubError
    from feedpub.model import Finding, Severity
    from feedpub.pipeline.agenda import Due, read_agenda
    from feedpub.pipeline.run import Options
    from feedpub.pipeline.workspace import for_each_show
    from feedpub.report.agenda import render_agenda, render_agenda_json

    session = start_session(**given)
    options = Options(session.now, session.started_ns, os.environ, note=session.note)
    outcomes = for_each_show(read_agenda, session.cache_file, session.root, session.shows, options)
    codes, coming, faults = [0], list[Due](), list[Finding]()
    for outcome in outcomes:
        if isinstance(outcome, FeedpubError):
            show_error(outcome, session.root)
            codes.append(outcome.exit_code)
        else:
            coming += outcome.coming
            faults += [one for one in outcome.findings if one.severity is Severity.ERROR]
    show_findings(faults, session.root)
    codes += [1] * bool(faults)
    render = render_agenda_json if form == "json" else render_agenda
    print(render(coming, session.now), end="")
    return max(codes)
