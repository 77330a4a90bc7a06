"""`python -m feedpub`, and what the `feedpub` command calls."""

import os
import sys

from feedpub.cli import main


def run() -> None:
    """Carries out the command line and ends the process.

    Everything is closed and flushed by then; taking the interpreter apart as well would only cost time.
    """
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass  # nobody reads any more
    os._exit(code)


if __name__ == "__main__":
    run()
