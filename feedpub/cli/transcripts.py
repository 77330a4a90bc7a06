"""`feedpub transcripts`."""

from collections.abc import Sequence

import click

from feedpub.cli.options import output_option
from feedpub.model import Cue
from feedpub.sources.transcripts.forms import FORMS, TITLES, Form


@click.group("transcripts", no_args_is_help=True)
def command() -> None:
    """Transcripts, checked and converted. Files of a show need neither: `feedpub build` does it for them."""


@command.command("convert", short_help="A transcript in another form.")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False))
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="The form to convert it into.")
@output_option
@click.option(
    "--speaker",
    "speakers",
    metavar="OLD=NEW",
    multiple=True,
    help="Call a speaker otherwise. May be repeated.",
)
@click.option("--hide", metavar="NAME", multiple=True, help="Leave out a speaker's name. May be repeated.")
@click.option(
    "--language", metavar="TAG", default="", help="What it is in, such as en-GB; HTML is marked with it."
)
@click.option("--anyway", is_flag=True, help="Convert what can be read where there are errors.")
def convert(
    file: str,
    form: Form,
    output: str | None,
    speakers: tuple[str, ...],
    hide: tuple[str, ...],
    language: str,
    anyway: bool,
) -> int:
    """A transcript in another form: WebVTT, SRT, Podcast JSON, HTML or plain text.

    Speakers and times are kept as far as the form can hold them. The JSON of Whisper and Podlove is read too.
    Where the file has errors nothing is written (exit code 1).
    """
    from feedpub.cli.complain import show_findings
    from feedpub.cli.output import write_output
    from feedpub.errors import FindingsError, UsageError
    from feedpub.kinds.fault import Fault
    from feedpub.model.finding import has_errors
    from feedpub.sources.transcripts.reading import read_transcript
    from feedpub.sources.transcripts.speakers import rename_speakers
    from feedpub.sources.transcripts.writing import prepare_conversion, render_transcript

    names = _parse_names(speakers)
    _check_language(language)
    transcript, source, findings = read_transcript(_read(file), file)
    show_findings(findings, "")
    if transcript is None or (has_errors(findings) and not anyway):
        return FindingsError.exit_code
    renamed = rename_speakers(prepare_conversion(transcript, source, form), names, hide)
    if renamed.unused:
        raise UsageError(f"nobody is called `{min(renamed.unused)}`", _who(renamed.transcript.cues))
    content = render_transcript(renamed.transcript, form, language)
    if isinstance(content, Fault):
        raise UsageError(content.message, content.fix)
    write_output(content, output, file)
    return 0


@command.command("check", short_help="What is wrong with transcripts, by line.")
@click.argument("files", metavar="FILE...", type=click.Path(dir_okay=False), nargs=-1, required=True)
@click.option("-v", "--verbose", is_flag=True, help="Show all findings of a kind.")
def check(files: tuple[str, ...], verbose: bool) -> int:
    """What is wrong with transcripts, by line: what apps would leave out, show wrongly or refuse.

    The exit code is 1 where one has errors, 2 where one cannot be read.
    """
    from feedpub.cli.complain import show_error, show_findings
    from feedpub.errors import FindingsError, UsageError
    from feedpub.model.finding import has_errors
    from feedpub.sources.transcripts.reading import read_transcript

    code = 0
    for file in files:
        try:
            transcript, form, findings = read_transcript(_read(file), file)
        except UsageError as error:
            show_error(error)
            code = error.exit_code
            continue
        show_findings(findings, "", everything=verbose)
        if has_errors(findings):
            code = max(code, FindingsError.exit_code)
        if transcript is not None:
            click.echo(f"{file}: {TITLES[form]}, {_describe(transcript.cues)}")
    return code


def _parse_names(speakers: tuple[str, ...]) -> dict[str, str]:
    """Raises UsageError for what has no `=`."""
    from feedpub.errors import UsageError

    names = {}
    for one in speakers:
        old, equals, new = one.partition("=")
        if not equals or not old.strip():
            raise UsageError(f"--speaker: `{one}` names no two names", 'write --speaker "SPEAKER_00=Ada"')
        names[old.strip()] = new.strip()
    return names


def _check_language(tag: str) -> None:
    from feedpub.errors import UsageError
    from feedpub.kinds.languages import check_language

    if tag and (fault := check_language(tag)):
        raise UsageError(f"--language: {fault.message}", fault.fix)


def _read(file: str) -> bytes:
    """Raises UsageError for a file that cannot be read."""
    from feedpub.errors import UsageError
    from feedpub.files import PathFault, read_regular
    from feedpub.sources.transcripts.reading import LARGEST

    try:
        return read_regular(file, LARGEST)
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None
    except PathFault as fault:
        raise UsageError(f"{file} {fault}") from None


def _who(cues: Sequence[Cue]) -> str:
    speakers = sorted({cue.speaker for cue in cues if cue.speaker})
    return f"there are: {', '.join(speakers)}" if speakers else "the transcript names no speakers"


def _describe(cues: Sequence[Cue]) -> str:
    """`812 cues, 2 speakers, up to 41:12`."""
    from feedpub.model.duration import render_short_clock
    from feedpub.report.text import count_of

    speakers = {cue.speaker for cue in cues if cue.speaker}
    last = max((cue.end_ms or cue.start_ms or 0 for cue in cues), default=0)
    parts = [count_of(len(cues), "cue")]
    parts += [count_of(len(speakers), "speaker")] if speakers else []
    parts += [f"up to {render_short_clock(last)}"] if last else ["without times"]
    return ", ".join(parts)
