"""`python -m feedpub`, and what the `feedpub` command calls."""

import sys

from feedpub.cli import main

if __name__ == "__main__":
    sys.exit(main())
