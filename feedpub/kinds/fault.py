"""What is wrong with one value."""

from typing import NamedTuple

from feedpub.kinds.quoting import quote as quote_text
from feedpub.log import redact
from feedpub.model.finding import Severity

#: characters; of a longer value nobody sees the rest, and searching it for passwords takes long
_ENOUGH = 500


class Fault(NamedTuple):
    """A finding that does not know its place yet."""

    #: kebab-case, as in a Finding
    name: str
    #: what is there, in one line
    message: str
    #: how to mend it, in one line
    fix: str
    #: a warning where a list may have grown since, or where only some readers mind
    severity: Severity = Severity.ERROR


def quote(value: object) -> str:
    """A value as a message shows it: short, on one line, without passwords."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return quote_text(redact(str(value)[:_ENOUGH]))
