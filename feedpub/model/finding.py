"""What was found wrong: data, never an exception."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from feedpub.model.place import Place


class Severity(IntEnum):
    """How bad a finding is; a larger number is worse."""

    INFO = 10
    WARNING = 20
    ERROR = 30


class Finding(NamedTuple):
    """One thing that is wrong at one place, and how to mend it."""

    severity: Severity
    #: kebab-case and stable, such as ``unknown-key``: what kind of fault this is
    name: str
    place: Place
    #: what is there, in one line
    message: str
    #: how to mend it, in one line; empty where the message says it all
    fix: str = ""
    #: the id of the rule that it breaks, such as ``ENC004``; empty where the name is all there is
    rule: str = ""
    #: whose demand it is: ``rss``, ``apple``, ``spotify``, ``psp1``, ``podcasting2``
    profiles: tuple[str, ...] = ()
    #: the title of the episode that it is about
    episode: str = ""
    #: the guid of the episode that it is about
    guid: str = ""
    #: the address of the text that demands it
    url: str = ""
    #: of something in a built feed: where in the sources it came from
    source: Place | None = None
    #: the name of the element that it is about, such as ``itunes:image``
    element: str = ""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them is worse than doubtful."""
    return any(finding.severity is Severity.ERROR for finding in findings)
