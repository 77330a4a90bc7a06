"""`feedpub chapters`."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from feedpub.cli.options import output_option, workspace_option

if TYPE_CHECKING:
    from feedpub.cli.session import Session
    from feedpub.model import Chapter
    from feedpub.pipeline.chapters import EpisodeChapters

_FORMS = ("json", "psc", "mp4chaps", "text")


@click.group("chapters", no_args_is_help=True)
def command() -> None:
    """Chapters: looked at, written into copies of audio files, and converted.

    EPISODE is the file of an episode, its slug or its number.
    """


def _with_episode(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.argument("episode", metavar="EPISODE"),
        click.option("--show", help="Which show  [default: all of them are looked through]"),
        workspace_option,
    ):
        function = option(function)
    return function


@command.command("show", short_help="Where an episode's chapters come from.")
@_with_episode
def show_chapters(episode: str, show: str | None, workspace: str) -> int:
    """All that tells chapters of an episode, which list counts, and how the others differ.

    Chapters stand in the head of the episode, in a file beside it or in chapters/, in the audio file, or
    as times in the notes. The setting `chapters.order` says which of them count. The exit code is 1 where
    something is wrong with them.
    """
    from feedpub.cli.complain import show_findings
    from feedpub.errors import FindingsError
    from feedpub.report.chapters import render_chapters

    found, session = _find(episode, show, workspace)
    click.echo(
        render_chapters(found.source, found.gathered.found, found.gathered.chosen, found.gathered.path)
    )
    show_findings(found.findings, session.root, everything=True)
    return FindingsError.exit_code if found.failed else 0


@command.command("write", short_help="Chapters into a copy of the audio.")
@_with_episode
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False),
    help="Where to write the copy  [default: build/SHOW/audio/ and the name of the audio file]",
)  # fmt: skip
def write(episode: str, show: str | None, workspace: str, output: str | None) -> int:
    """A copy of an episode's audio with its chapters in it; the audio file itself is never changed.

    MP3 gets an ID3 tag with chapters and table of contents, M4A and MP4 the chapters of QuickTime and
    Nero, Ogg, Opus and FLAC comments. Pictures of chapters are left out, and in M4A links as well. The copy
    is read back before it is put in its place, and its sound is compared with the original's.
    """
    from feedpub.cli.complain import show_error
    from feedpub.cli.output import find_target
    from feedpub.errors import FindingsError
    from feedpub.pipeline.chapters import write_episode_copy
    from feedpub.report.text import count_of

    found, session = _find(episode, show, workspace)
    try:
        target, changed = write_episode_copy(found, session.root, find_target(output) if output else "")
    except FindingsError as error:
        show_error(error, session.root)
        return error.exit_code
    count = count_of(len(found.gathered.chapters), "chapter")
    click.echo(f"{os.path.relpath(target)}: {count}{'' if changed else ', as before'}")
    return 0


@command.command("convert", short_help="Chapters in another form.")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False))
@click.option("--to", "form", type=click.Choice(_FORMS), default="json", show_default=True, help="The form.")
@output_option
def convert(file: str, form: str, output: str | None) -> int:
    """Chapters in another form: JSON Chapters, Podlove Simple Chapters, mp4chaps lines, a list for people.

    FILE is a file of chapters in any of these forms, labels of Audacity, or an audio file. What a form cannot
    hold is left out: only JSON has ends, places and hidden chapters. Where the file has errors nothing is
    written (exit code 1).
    """
    from feedpub.cli.complain import show_findings
    from feedpub.cli.output import write_output
    from feedpub.errors import FindingsError
    from feedpub.model.finding import has_errors
    from feedpub.pipeline.chapters import read_chapter_file

    chapters, findings = read_chapter_file(file, file)
    show_findings(findings, "")
    if has_errors(findings):
        return FindingsError.exit_code
    content = _render(chapters, form)
    write_output(content, output, file)
    return 0


def _render(chapters: "Sequence[Chapter]", form: str) -> bytes:
    from feedpub.sources.chapters import render

    if form == "text":
        return render.render_plain_list(chapters).encode()
    if form == "psc":
        return render.render_psc(chapters)
    return render.render_mp4chaps(chapters) if form == "mp4chaps" else render.render_json(chapters)


def _find(episode: str, show: str | None, workspace: str) -> "tuple[EpisodeChapters, Session]":
    """The one episode that is meant. Raises UsageError."""
    from feedpub.cli.session import start_session
    from feedpub.pipeline.chapters import only_episode, read_episode_chapters
    from feedpub.pipeline.run import Options
    from feedpub.pipeline.workspace import for_each_show

    session = start_session(workspace, (show,) if show else (), None, False, 0)
    options = Options(session.now, session.started_ns, os.environ, note=session.note)
    outcomes = for_each_show(
        lambda run: read_episode_chapters(run, episode),
        session.cache_file, session.root, session.shows, options,
    )  # fmt: skip
    return only_episode(outcomes, episode), session
