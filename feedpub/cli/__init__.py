"""Words on a command line -> one call -> an exit code.

Nothing is imported here that the shortest answers do not need: a help page, and the news that there
is nothing to do, come from :mod:`feedpub.cli.quick` before click is loaded.
"""

import gc
import os
import sys


def main() -> int:
    """Carries out the command line of this process; returns the exit code."""
    # Most runs end before there is anything to collect; the others decide for themselves (run_command).
    gc.disable()
    _open_what_is_closed()
    try:
        from feedpub.cli.quick import quick_answer

        code = quick_answer(sys.argv[1:])
        if code is None:
            from feedpub.cli.boundary import run_command

            code = run_command(sys.argv[1:])
        return code
    except KeyboardInterrupt:  # before there was anything to be left whole
        return 130


def _open_what_is_closed() -> None:
    """A daemon may have closed stdout or stderr; Python then has None there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open to the end
