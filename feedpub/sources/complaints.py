"""Everything that is wrong with one file, collected while it is read, without burying the reader."""

from collections import Counter
from collections.abc import Iterable

from feedpub.kinds.fault import Fault
from feedpub.model import Finding, Place, Severity
from feedpub.model.finding import has_errors

#: findings of one kind; a file that is wrong throughout would bury the rest
_AT_MOST = 10


class Complaints:
    """Collects findings about the file at ``path``: of each kind ten, and how many more there are."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._findings: list[Finding] = []
        self._counts: Counter[tuple[str, Severity]] = Counter()

    def add(self, fault: Fault, line: int = 0, column: int = 0) -> None:
        """Takes note of a fault; line and column count from 1, 0 where it is about the whole file."""
        self.take([fault.at(Place(self.path, line, column))])

    def take(self, findings: Iterable[Finding]) -> None:
        """Takes note of what another check has found."""
        for finding in findings:
            kind = finding.name, finding.severity
            self._counts[kind] += 1
            if self._counts[kind] <= _AT_MOST:
                self._findings.append(finding)

    def has_errors(self) -> bool:
        """Whether anything is worse than doubtful."""
        return has_errors(self._findings)

    def findings(self) -> list[Finding]:
        """In the order of the file."""
        told: Counter[tuple[str, Severity]] = Counter()
        findings = []
        for finding in self._findings:
            kind = finding.name, finding.severity
            told[kind] += 1
            rest = self._counts[kind] - _AT_MOST
            if rest > 0 and told[kind] == _AT_MOST:
                finding = finding._replace(message=f"{finding.message} (and {rest:,} more like it)")
            findings.append(finding)
        return sorted(findings, key=lambda finding: (finding.place.line, finding.place.column))
