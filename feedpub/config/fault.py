"""What is wrong with one value."""

from typing import NamedTuple

from feedpub.log import redact


class Fault(NamedTuple):
    """A finding that does not know its place yet."""

    #: kebab-case, as in a Finding
    name: str
    #: what is there, in one line
    message: str
    #: how to mend it, in one line
    fix: str


def quote(value: object) -> str:
    """A value as a message shows it: as it stands in TOML, short, on one line, without passwords."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = redact(str(value))
    shown = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text[:80])
    return f"`{shown}…`" if len(text) > 80 else f"`{shown}`"
