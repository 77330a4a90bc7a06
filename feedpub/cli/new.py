"""`feedpub new`."""

import os
import uuid
from typing import Any

import click

from feedpub.cli.options import workspace_option
from feedpub.cli.session import Session, start_session
from feedpub.config.settings import Settings


@click.command("new")
@click.argument("title")
@click.option("--show", help="Which show  [default: the only one]")
@click.option("--date", help="When it is due, such as 2026-01-31 06:00, in the show's zone  [default: now]")
@click.option("--season", type=click.IntRange(1), help="Its season  [default: that of the newest episode]")
@click.option("--number", type=click.IntRange(1), help="Its number  [default: the next one]")
@workspace_option
def command(title: str, show: str | None, workspace: str, **given: Any) -> int:
    """The next episode file: number, date and a guid of its own, marked as a draft.

    Write the show notes, put the audio into the audio folder under the number that is printed, and
    remove `draft` when it is ready.
    """
    from feedpub.errors import UsageError
    from feedpub.files import write_if_changed
    from feedpub.sources.new_episode import plan_episode

    if not title.strip():
        raise UsageError("the title is empty", 'write it in quotes: feedpub new "A Guest on a Topic"')
    session = start_session(workspace, (show,) if show else (), None, False, 0)
    if len(session.shows) > 1:
        raise UsageError("there are several shows", f"choose one with --show: {', '.join(session.shows)}")
    settings, number, season, slugs = _place_in_show(session)
    _check_date(given["date"], settings)
    plan = plan_episode(
        title,
        number=given["number"] or number,
        season=given["season"] or season,
        date=given["date"] or _local_now(session, settings),
        guid=str(uuid.uuid4()),
        pelican=settings.notes.flavour == "pelican",
        taken=slugs,
    )
    path = f"feeds/{session.shows[0]}/{settings.episodes.folder}/{plan.name}"
    target = os.path.join(session.root, path)
    if os.path.lexists(target):
        raise UsageError(f"{path} is there already", "choose another title or --number")
    write_if_changed(target, (plan.text.encode(),))
    print(f"{os.path.relpath(target)}\nIts audio: {settings.audio.folder}/{plan.audio}")
    return 0


def _check_date(date: str | None, settings: Settings) -> None:
    """Raises UsageError for what could not be read when the show is built."""
    from zoneinfo import ZoneInfo

    from feedpub.errors import UsageError
    from feedpub.sources.header.dates import DateFault, parse_date

    try:
        parse_date(date or "2000-01-01", ZoneInfo(settings.show.timezone or "UTC"))
    except DateFault as fault:
        raise UsageError(fault.message, fault.fix) from None


def _place_in_show(session: Session) -> tuple[Settings, int, int | None, set[str]]:
    """Settings of the show, the number that comes next, the newest episode's season, all slugs."""
    from feedpub.errors import FeedpubError
    from feedpub.pipeline.gather import gather_show
    from feedpub.pipeline.run import Options
    from feedpub.pipeline.workspace import for_each_show

    options = Options(session.now, session.started_ns, os.environ, note=session.note)
    gathered = for_each_show(gather_show, session.cache_file, session.root, session.shows, options)[0]
    if isinstance(gathered, FeedpubError):
        raise gathered
    slugs = {brief.slug for brief in gathered.briefs}
    numbered = [brief for brief in gathered.briefs if brief.number is not None]
    newest = max(numbered, key=lambda brief: (brief.season or 0, brief.number or 0), default=None)
    if newest is None:
        return gathered.settings, 1, None, slugs
    return gathered.settings, int(newest.number or 0) + 1, newest.season, slugs


def _local_now(session: Session, settings: Settings) -> str:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(settings.show.timezone or "UTC")
    return f"{session.now.astimezone(zone):%Y-%m-%d %H:%M}"
