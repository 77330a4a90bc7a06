"""Saying on stderr what is wrong."""

import sys

from feedpub.errors import FeedpubError
from feedpub.report.text import render_error, wants_colour


def show_error(error: FeedpubError) -> None:
    """What stopped a command, and how to mend it."""
    print("\n".join(render_error(error, colour=wants_colour(sys.stderr))), file=sys.stderr)
