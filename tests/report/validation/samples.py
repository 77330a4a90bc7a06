"""Findings and feeds as the pipeline hands them to the reports."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from feedpub.model import Finding, Place, Severity
from feedpub.report.validation.outcome import Asked
from feedpub.report.validation.tally import Tally

PROFILES = ("rss", "apple", "spotify", "psp1", "podcasting2")
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Feed(NamedTuple):
    """A feed that was judged."""

    findings: Sequence[Finding] = ()
    path: str = "feed.xml"
    ran: Sequence[str] = ("ENC004", "ENC005", "GUID001")
    not_run: Mapping[str, str] = {}  # never written to
    size_bytes: int = 48_102
    items: int = 6


class Missing(NamedTuple):
    """An input that could not be read."""

    path: str = "gone.xml"
    message: str = "No such file or directory"
    fix: str = ""
    exit_code: int = 4


def finding(
    line: int = 1,
    severity: Severity = ERROR,
    rule: str = "ENC004",
    *,
    file: str = "feed.xml",
    message: str = "is odd",
    fix: str = "Mend it.",
    profiles: tuple[str, ...] = PROFILES,
    episode: str = "",
) -> Finding:
    """A finding in a feed."""
    name = {"ENC004": "enclosure-invalid-length", "GUID001": "missing-guid"}.get(rule, "some-rule")
    place = Place(file, line, 3)
    return Finding(severity, name, place, message, fix, rule, profiles, episode, "", "https://rules.example/")


def tally(*feeds: Feed, fail_on: str = "error", profiles: tuple[str, ...] = PROFILES) -> Tally:
    """The counts of some feeds; ENC004 is an error to Apple, and advice to everybody else."""
    demands = dict.fromkeys(PROFILES, INFO) | {"apple": ERROR}
    total = Tally(Asked(profiles, fail_on, "1.2.3"), lambda rule: demands if rule == "ENC004" else {})
    for feed in feeds:
        total.add(feed)
    return total
