"""What is wrong with one value."""

from typing import NamedTuple

from feedpub.kinds.quoting import quote as quote_text
from feedpub.log import redact
from feedpub.model.finding import Finding, Severity
from feedpub.model.place import Place

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

    def at(self, place: Place) -> Finding:
        """The finding that it is where its place is known."""
        return Finding(self.severity, self.name, place, self.message, self.fix)


class RaisedFault(ValueError):
    """A fault that is raised: of what has it, nothing can be made."""

    def __init__(self, name: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.name, self.message, self.fix = name, message, fix

    def at(self, place: Place, severity: Severity = Severity.ERROR) -> Finding:
        """The finding that it is where its place is known."""
        return Finding(severity, self.name, place, self.message, self.fix)


def quote(value: object) -> str:
    """A value as a message shows it: short, on one line, without passwords."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return quote_text(redact(str(value)[:_ENOUGH]))
