"""What `feedpub validate` does, once its words are understood."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from typing import Any

import feedpub
from feedpub import log
from feedpub.cli.complain import tell
from feedpub.cli.output import find_target
from feedpub.cli.session import count_cores, loudness, read_instant
from feedpub.errors import RefusedError
from feedpub.files import write_if_changed
from feedpub.model import Severity
from feedpub.pipeline.run import Options
from feedpub.pipeline.validate.join import validate_inputs
from feedpub.pipeline.validate.options import Unread, Validated, Wanted
from feedpub.report.text import wants_colour
from feedpub.report.validation.excerpt import Excerpts
from feedpub.report.validation.json_report import JsonReport
from feedpub.report.validation.outcome import Asked
from feedpub.report.validation.tally import Tally, tally_of
from feedpub.report.validation.text import Style, render_end, render_feed, render_unread, summary_of
from feedpub.validate.registry import find_rule
from feedpub.validate.rule import Profile


def validate(
    *,
    inputs: tuple[str, ...],
    profiles: tuple[str, ...],
    fail_on: str,
    form: str,
    output: str | None,
    now: str | None,
    quiet: bool,
    verbose: int,
    workspace: str,
    **how: Any,
) -> int:
    """Validates the inputs and says what was found; returns the exit code."""
    log.start(loudness(verbose))
    started_ns = time.time_ns()
    instant = read_instant(now, started_ns)
    wanted = Wanted(instant, tuple(map(Profile, profiles)), workspace=workspace, **how)
    # Findings that were told before are findings all the same.
    options = Options(instant, started_ns, os.environ, count_cores(), everything=True, note=note)
    total = Tally(Asked(profiles, fail_on, feedpub.__version__), _demands)
    target = None if output in (None, "-") else _target(str(output), inputs)
    style = Style(target is None and wants_colour(sys.stdout), verbose > 0, quiet)
    judged = _counted(
        validate_inputs(inputs, wanted, options), total, style, summaries=bool(target) and not quiet
    )
    chunks = _render_json(judged, total) if form == "json" else _render_text(judged, total, style, target)
    if target is not None:
        write_if_changed(target, (chunk.encode("utf-8", "backslashreplace") for chunk in chunks))
    elif form == "json":
        sys.stdout.flush()
        for chunk in chunks:
            sys.stdout.buffer.write(chunk.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    else:
        for chunk in chunks:
            sys.stdout.write(chunk)
    return total.exit_code


def note(text: str) -> None:
    """Says on stderr what a person may want to know."""
    tell(f"feedpub: {text}")


def _demands(rule_id: str) -> dict[str, Severity]:
    rule = find_rule(rule_id)
    return {profile.value: severity for profile, severity in rule.profiles.items()} if rule else {}


def _counted(
    judged: Iterator[Validated | Unread], total: Tally, style: Style, *, summaries: bool
) -> Iterator[tuple[Validated | Unread, Tally]]:
    """Each input with its own counts; what could not be read is told at once, on stderr."""
    for one in judged:
        if isinstance(one, Unread):
            total.add_unread(one)
            sys.stdout.flush()
            tell("\n".join(render_unread(one, style._replace(colour=wants_colour(sys.stderr)))))
            yield one, total
        else:
            total.add(one)
            own = tally_of(one, total.asked, _demands)
            if summaries:
                tell(summary_of(one, own))
            yield one, own


def _render_text(
    judged: Iterator[tuple[Validated | Unread, Tally]], total: Tally, style: Style, target: str | None
) -> Iterator[str]:
    on_terminal = target is None and sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if on_terminal else 0
    for one, own in judged:
        if isinstance(one, Unread):
            continue
        excerpts = Excerpts(one.contents, columns) if on_terminal else None
        for line in render_feed(one, own, style, excerpts):
            yield line + "\n"
    for line in render_end(total, style):
        yield line + "\n"


def _render_json(judged: Iterator[tuple[Validated | Unread, Tally]], total: Tally) -> Iterator[str]:
    report = JsonReport(total)
    yield report.begin()
    for one, own in judged:
        if isinstance(one, Unread):
            report.unread(one)
        else:
            yield from report.feed(one, own)
    yield report.end()


def _target(output: str, inputs: tuple[str, ...]) -> str:
    """Raises RefusedError where the report would take the place of what it is about; UsageError."""
    target = find_target(output)
    if target in {os.path.realpath(one) for one in inputs}:
        raise RefusedError(f"{output} is what is to be validated", "choose another name for the report")
    return target
