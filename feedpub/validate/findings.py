"""From what rules say to findings with a line and a column."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from feedpub.model.finding import Finding, Severity
from feedpub.model.place import Place
from feedpub.validate.document.element import Element
from feedpub.validate.document.positions import locate
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import Profile, Rule
from feedpub.validate.specs import sources


class Noted(NamedTuple):
    """A problem whose place is not reckoned yet."""

    rule: str
    #: of a local file; empty: it is in the feed
    path: str
    #: in the feed that was parsed
    offset: int
    line: int
    column: int
    message: str
    fix: str
    severity: Severity | None
    #: whose demand it is, where these are other than the rule's
    profiles: Mapping[Profile, Severity] | None
    #: another place in the feed that the message speaks of
    also: int | None
    episode: str
    guid: str
    #: the name of the element, where it is about one
    element: str

    def moved(self, item: Element) -> "Noted":
        """The same for an item that now stands elsewhere."""
        also = self.also + item.offset if self.also is not None else None
        return self._replace(offset=self.offset + item.offset, also=also)

    def relative(self, item: Element) -> "Noted":
        """The same, reckoned from where the item begins."""
        also = self.also - item.offset if self.also is not None else None
        return self._replace(offset=self.offset - item.offset, also=also)


def to_findings(
    document: Document,
    path: str,
    noted: Iterable[Noted],
    profiles: Collection[Profile],
    rules: Mapping[str, Rule],
) -> list[Finding]:
    """The findings that matter to `profiles`, by their places; `rules` by their ids."""
    demands: dict[str, _Demand] = {}
    wanted = []
    for one in noted:
        if one.profiles is not None:
            demand = _demand_of(rules[one.rule], one.profiles, profiles)
        elif (known := demands.get(one.rule)) is not None:
            demand = known
        else:
            rule = rules[one.rule]
            demand = demands[one.rule] = _demand_of(rule, rule.profiles, profiles)
        if demand.names:
            wanted.append((one, demand))
    offsets = {one.offset for one, _ in wanted if not one.path}
    offsets.update(one.also for one, _ in wanted if one.also is not None)
    original = {offset: document.shifts.original(offset) for offset in offsets}
    places = locate(document.original, original.values())
    findings = []
    for one, demand in wanted:
        if one.path:
            place = Place(one.path, one.line, one.column)
        else:
            place = Place(path, *places[original[one.offset]])
        message = one.message
        if one.also is not None:
            message = message.replace("{line}", f"{places[original[one.also]][0]:,}")
        findings.append(_finding(one, demand, place, message))
    return sorted(
        dict.fromkeys(findings), key=lambda one: (one.place.path != path, one.place, one.rule, one.message)
    )


class _Demand(NamedTuple):
    """Who of the profiles in force demands what a rule says, and how badly."""

    name: str
    severity: Severity
    names: tuple[str, ...]
    url: str


def _demand_of(rule: Rule, demanded: Mapping[Profile, Severity], profiles: Collection[Profile]) -> _Demand:
    active = {profile: demanded[profile] for profile in profiles if profile in demanded}
    severity = max(active.values(), default=Severity.INFO)
    return _Demand(rule.name, severity, tuple(map(str, active)), read_up(rule.spec))


def _finding(one: Noted, demand: _Demand, place: Place, message: str) -> Finding:
    return Finding(
        one.severity if one.severity is not None else demand.severity,
        demand.name,
        place,
        message,
        one.fix,
        one.rule,
        demand.names,
        one.episode,
        one.guid,
        demand.url,
        None,
        one.element,
    )


@cache
def read_up(spec: str) -> str:
    """Where it can be read up: the first of the texts that has an address."""
    return next((source.url for source in sources(spec) if source.url), "")
