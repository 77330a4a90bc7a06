"""What was found, for programs. The form is described by schemas/findings.schema.json."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from feedpub import log
from feedpub.model import Finding, Place, Severity
from feedpub.report.validation.outcome import Judged, Unread
from feedpub.report.validation.tally import Tally


class JsonReport:
    """One object, written piece by piece: findings are gone once they are written.

    What is only known at the end, `valid` among it, stands at the end.
    """

    def __init__(self, total: Tally) -> None:
        self._total = total
        self._feeds: list[dict[str, Any]] = []
        self._unread: list[dict[str, Any]] = []
        self._any = False

    def begin(self) -> str:
        """The beginning of the object."""
        asked = self._total.asked
        head = {"version": asked.version, "profile": list(asked.profiles), "fail_on": asked.fail_on}
        return _text(head)[:-1] + ',\n"findings": ['

    def feed(self, judged: Judged, tally: Tally) -> Iterator[str]:
        """The findings of a feed, by file and place."""
        self._feeds.append(
            {
                "file": judged.path,
                "size": judged.size_bytes,
                "items": judged.items,
                "valid": tally.valid,
                "counts": _counts(tally.by_severity),
            }
        )
        for finding in _in_order(judged):
            yield (",\n" if self._any else "\n") + _text(finding_object(finding))
            self._any = True

    def unread(self, unread: Unread) -> None:
        """Notes an input that could not be read."""
        self._unread.append(
            {"file": unread.path, "message": log.redact(unread.message), "fix": log.redact(unread.fix)}
        )

    def end(self) -> str:
        """All that is known at the end."""
        total = self._total
        counts: dict[str, Any] = _counts(total.by_severity)
        counts["by_profile"] = {name: _counts(found) for name, found in total.by_profile.items()}
        tail = {
            "feeds": self._feeds,
            "errors": self._unread,
            "counts": counts,
            "passed": total.passed,
            "not_run": [{"rule": rule, "why": why} for rule, why in total.not_run.items()],
            "valid": total.valid,
            "exit": total.exit_code,
        }
        rows = (f'"{key}": {_text(value)}' for key, value in tail.items())
        return ("\n" if self._any else "") + "],\n" + ",\n".join(rows) + "\n}\n"


def finding_object(one: Finding) -> dict[str, Any]:
    """A finding as it stands in the report."""
    row: dict[str, Any] = {
        "rule": one.rule,
        "name": one.name,
        "severity": one.severity.name.lower(),
        "profiles": list(one.profiles),
        **_place(one.place),
        "episode": one.episode,
        "guid": one.guid,
        "message": log.redact(one.message),
        "fix": log.redact(one.fix),
        "url": one.url,
    }
    if one.source:
        row["source"] = _place(one.source)
    return row


def _in_order(judged: Judged) -> Iterable[Finding]:
    return sorted(
        judged.findings,
        key=lambda one: (one.place.path != judged.path, one.place, one.rule, one.name, one.message),
    )


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.path, "line": place.line, "column": place.column}


def _counts(found: dict[Severity, int]) -> dict[str, Any]:
    return {severity.name.lower(): count for severity, count in found.items()}


def _text(value: object) -> str:
    # What no UTF-8 can hold (lone surrogates of odd file names) is replaced.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
