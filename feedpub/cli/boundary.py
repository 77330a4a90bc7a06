"""The one place where errors become messages and exit codes."""

import gc
import os
import signal
import sys
from types import FrameType

from feedpub import log
from feedpub.cli.complain import show_error, tell
from feedpub.cli.plain import parse_plain_build
from feedpub.errors import FeedpubError, HostError
from feedpub.report.text import escape

_BUG = 70
_INTERRUPTED = 130
_TERMINATED = 143


class _Terminated(BaseException):
    """SIGTERM: unwinds like Ctrl-C, so that whatever is open is left whole."""


def run_command(words: list[str]) -> int:
    """Carries out a command line; returns the exit code and raises nothing."""
    signal.signal(signal.SIGTERM, _terminate)
    # A build makes a great many values and hardly a cycle: looking for cycles less often saves a twentieth.
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _call(words)
        sys.stdout.flush()
        return code
    except FeedpubError as error:
        show_error(error)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough; what was to be done has been done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        show_error(HostError(f"{error.filename or 'reading or writing failed'}: {error.strerror}"))
        return HostError.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except _Terminated:
        return _TERMINATED
    except Exception as error:
        return _report_bug(error)


def _call(words: list[str]) -> int:
    plain = parse_plain_build(words)
    if plain:
        from feedpub.cli.building import build
        from feedpub.cli.session import start_session

        return build(start_session(".", plain.shows, None, plain.quiet, 0))
    import click

    from feedpub.cli.commands import feedpub

    try:
        if "_FEEDPUB_COMPLETE" in os.environ:
            feedpub.main(args=words, prog_name="feedpub")
        # Not click's `main`: it would make of a reader who has gone (EPIPE) the exit code 1.
        with feedpub.make_context("feedpub", words) as context:
            code = feedpub.invoke(context)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return 2


def _terminate(number: int, frame: FrameType | None) -> None:
    raise _Terminated


def _report_bug(error: Exception) -> int:
    """One line on stderr; the whole story, without secrets, in a file to send along."""
    import tempfile
    import traceback

    import feedpub

    story = f"feedpub {feedpub.__version__}, Python {sys.version}\n{traceback.format_exc()}"
    summary = log.redact(f"{type(error).__name__}: {error}").splitlines()[0]
    tell(f"feedpub: this is a bug in feedpub: {escape(summary)}")
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="feedpub-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(log.redact(story))
        tell(f"    Please report it with the file {file.name}")
    except OSError:
        tell(log.redact(story))
    return _BUG
