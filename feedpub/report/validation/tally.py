"""Counting what was found, in one feed and in all."""

from collections.abc import Callable, Iterable, Mapping

from feedpub.model import Finding, Severity
from feedpub.report.validation.outcome import Asked, Judged, Unread

#: what a rule says to each profile: rule id -> profile -> severity
Demands = Callable[[str], Mapping[str, Severity]]

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
#: the exit code
_FOUND = 1


class Tally:
    """How much was found; grows with each feed."""

    def __init__(self, asked: Asked, demands: Demands) -> None:
        self.asked = asked
        self.feeds = 0
        self.unread = 0
        self._unread_code = 0
        self.items = 0
        self.size_bytes = 0
        self.by_severity = dict.fromkeys(_WORST_FIRST, 0)
        self.by_profile = {profile: dict.fromkeys(_WORST_FIRST, 0) for profile in asked.profiles}
        self._demands = demands
        self._ran: set[str] = set()
        self._broken: set[str] = set()
        self._not_run: dict[str, str] = {}

    def add(self, judged: Judged) -> None:
        """Counts a feed and what was found in it."""
        self.feeds += 1
        self.items += judged.items
        self.size_bytes += judged.size_bytes
        self._ran.update(judged.ran)
        for rule, why in judged.not_run.items():
            self._not_run.setdefault(rule, why)
        for finding in judged.findings:
            self._count(finding)

    def add_unread(self, unread: Unread) -> None:
        """Counts an input that could not be read."""
        self.unread += 1
        self._unread_code = max(self._unread_code, unread.exit_code)

    @property
    def passed(self) -> int:
        """How many rules found nothing to say."""
        return len(self._ran - self._broken)

    @property
    def not_run(self) -> dict[str, str]:
        """The rules that no feed was judged by -> why."""
        return {rule: why for rule, why in sorted(self._not_run.items()) if rule not in self._ran}

    @property
    def valid(self) -> bool:
        """Whether everything could be read, and nothing in it is an error."""
        return not self.by_severity[Severity.ERROR] and not self.unread

    @property
    def exit_code(self) -> int:
        """0, 1 where something is as bad as `--fail-on`, or that of an input that could not be read."""
        return max(self._unread_code, _FOUND * fails(self.by_severity, self.asked.fail_on))

    def clean_profiles(self) -> tuple[str, ...]:
        """Those to which nothing is an error."""
        return tuple(name for name, counts in self.by_profile.items() if not counts[Severity.ERROR])

    def demands_of(self, finding: Finding) -> dict[str, Severity]:
        """How bad it is to each of the profiles that ask for it, in their order.

        A fault of the sources, which no profile knows of, is the same to all.
        """
        rule = self._demands(finding.rule)
        names = [name for name in self.by_profile if name in finding.profiles or not finding.profiles]
        return {name: min(rule.get(name, finding.severity), finding.severity) for name in names}

    def _count(self, finding: Finding) -> None:
        self.by_severity[finding.severity] += 1
        self._broken.add(finding.rule)
        for profile, severity in self.demands_of(finding).items():
            self.by_profile[profile][severity] += 1


def tally_of(judged: Judged, asked: Asked, demands: Demands) -> Tally:
    """The counts of one feed."""
    tally = Tally(asked, demands)
    tally.add(judged)
    return tally


def fails(counts: Mapping[Severity, int], fail_on: str) -> bool:
    """Whether any of so many findings is as bad as `fail_on`."""
    return any(count and counts_as_failure(severity, fail_on) for severity, count in counts.items())


def counts_as_failure(severity: Severity, fail_on: str) -> bool:
    """Whether `fail_on` is this severity, or one that is not as bad."""
    return fail_on != "never" and severity >= Severity[fail_on.upper()]


def in_words(counts: Mapping[Severity, int]) -> list[str]:
    """`2 errors`, `1 warning`, `12 notes`; what there is none of is left out."""
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return [
        f"{count:,} {nouns[severity]}{'' if count == 1 else 's'}"
        for severity in _WORST_FIRST
        if (count := counts.get(severity, 0))
    ]


def grouped_reasons(not_run: Mapping[str, str]) -> Iterable[tuple[str, list[str]]]:
    """Why rules were not run -> which; the reason of most of them first."""
    groups: dict[str, list[str]] = {}
    for rule, why in not_run.items():
        groups.setdefault(why, []).append(rule)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
