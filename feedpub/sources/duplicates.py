"""Episodes that get in each other's way."""

from collections.abc import Iterable
from typing import NamedTuple

from feedpub.model import EpisodeType, Finding, Place, Severity


class Claimant(NamedTuple):
    """What an episode claims for itself alone."""

    source: str
    slug: str
    #: as its file says; empty where it does not
    guid: str
    type: str
    number: float | None
    season: int | None


def check_duplicates(episodes: Iterable[Claimant]) -> list[Finding]:
    """Two episodes with one guid or slug (errors), or with one number in one season (a warning).

    What an episode lacks it does not claim.
    """
    findings: list[Finding] = []
    seen: dict[tuple[object, ...], Claimant] = {}
    for one in episodes:
        claims: list[tuple[str, tuple[object, ...]]] = []
        if one.slug:
            claims.append(("slug", ("slug", one.slug.lower())))
        if one.guid:
            claims.append(("guid", ("guid", one.guid)))
        if one.number is not None and one.type == EpisodeType.FULL:
            claims.append(("number", ("number", one.season, one.number)))
        for name, claim in claims:
            first = seen.setdefault(claim, one)
            if first is not one:
                findings.append(_finding(name, one, first))
    return findings


def _finding(name: str, one: Claimant, first: Claimant) -> Finding:
    value, severity, fix = {
        "slug": (one.slug, Severity.ERROR, "give one of them another `slug`: both would have the same page"),
        "guid": (
            one.guid,
            Severity.ERROR,
            "remove the `guid` of the copy: apps would show only one of the two",
        ),
        "number": (
            f"{one.number} in season {one.season}" if one.season else str(one.number),
            Severity.WARNING,
            "correct one of the numbers",
        ),
    }[name]
    message = f"the {name} `{value}` is taken by {first.source} already"
    return Finding(severity, f"duplicate-{name}", Place(one.source), message, fix)
