"""Everything that is wrong with a file of chapters, without burying the reader."""

from collections import Counter

from feedpub.kinds.fault import Fault
from feedpub.model import Finding, Place

#: findings of one kind; a file that is wrong throughout would bury the rest
_AT_MOST = 10


class Complaints:
    """Collects findings about the file at ``path``; of each kind ten, and how many more there are."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._findings: list[Finding] = []
        self._count: Counter[str] = Counter()

    def add(self, fault: Fault, line: int = 0, column: int = 0) -> None:
        """Takes note of a fault at a place; 0 where it is about the whole file."""
        self._count[fault.name] += 1
        if self._count[fault.name] <= _AT_MOST:
            place = Place(self._path, line, column)
            self._findings.append(Finding(fault.severity, fault.name, place, fault.message, fault.fix))

    def findings(self) -> list[Finding]:
        """In the order of the file."""
        told: Counter[str] = Counter()
        findings = []
        for finding in self._findings:
            told[finding.name] += 1
            rest = self._count[finding.name] - _AT_MOST
            if rest > 0 and told[finding.name] == _AT_MOST:
                finding = finding._replace(message=f"{finding.message} (and {rest:,} more like it)")
            findings.append(finding)
        return sorted(findings, key=lambda finding: (finding.place.line, finding.place.column))
