"""Words on a command line -> one call -> an exit code.

Nothing is imported here that the shortest answers do not need: a help page, and the news that there
is nothing to do, come from :mod:`feedpub.cli.quick` before click is loaded.
"""

import sys


def main() -> int:
    """Carries out the command line of this process; returns the exit code."""
    try:
        from feedpub.cli.quick import quick_answer

        code = quick_answer(sys.argv[1:])
        if code is None:
            from feedpub.cli.boundary import run_command

            code = run_command(sys.argv[1:])
        return code
    except KeyboardInterrupt:  # before there was anything to be left whole
        return 130
