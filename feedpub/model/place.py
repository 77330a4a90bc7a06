"""Where something stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A path (relative to the workspace, with ``/``), a line and a column.

    Lines and columns count from 1, columns in characters; 0 means that it is not known or that the
    whole file is meant.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)
