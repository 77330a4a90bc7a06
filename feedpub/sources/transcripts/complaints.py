"""What is wrong with one file, collected while it is read."""

from feedpub.model import Finding, Place, Severity

#: findings; a file that is wrong throughout would bury those of others
_AT_MOST = 50


class Complaints:
    """The findings of one file. Of very many the rest is only counted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._kept: list[Finding] = []
        self._rest = 0
        self._worst: tuple[Severity, str] = (Severity.INFO, "")

    def error(self, name: str, line: int, message: str, fix: str, column: int = 0) -> None:
        """Something that apps will stumble over; `line` counts from 1, 0 means the whole file."""
        self._add(Finding(Severity.ERROR, name, Place(self.path, line, column), message, fix))

    def warn(self, name: str, line: int, message: str, fix: str, column: int = 0) -> None:
        """Something that is hardly meant."""
        self._add(Finding(Severity.WARNING, name, Place(self.path, line, column), message, fix))

    def note(self, name: str, line: int, message: str, fix: str, column: int = 0) -> None:
        """Something that could be better."""
        self._add(Finding(Severity.INFO, name, Place(self.path, line, column), message, fix))

    def add(self, findings: list[Finding]) -> None:
        """Those that another check made."""
        for finding in findings:
            self._add(finding)

    def close(self) -> list[Finding]:
        """All that was found, in the order in which it was; at last how many there are beside these."""
        if not self._rest:
            return self._kept
        severity, name = self._worst
        message = f"{self._rest:,} more findings in this file"
        return [*self._kept, Finding(severity, name, Place(self.path), message, "mend these first")]

    def _add(self, finding: Finding) -> None:
        if len(self._kept) < _AT_MOST:
            self._kept.append(finding)
            return
        self._rest += 1
        self._worst = max(self._worst, (finding.severity, finding.name))
