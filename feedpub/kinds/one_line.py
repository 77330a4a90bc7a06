"""Text that is shown in one line, whatever lines it was written in."""

import re

#: what the layout of a file is made of; other spaces, such as those that never break, are the author's choice
_LAYOUT = re.compile("[ \t\n\x0b\x0c\r]+")


def one_line(text: str) -> str:
    """The text with each run of blanks, tabs and line breaks made one blank, and none at its ends."""
    return _LAYOUT.sub(" ", text).strip()
