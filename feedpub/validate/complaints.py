"""What the readers of chapters and transcripts complain of, as problems of rules."""

from feedpub.validate.facts import LocalText
from feedpub.validate.rule import Problem, Problems, Severity


def complaints_of(fact: LocalText, *names: str, severity: Severity | None = None) -> Problems:
    """The problems of a file that its reader gave one of these names.

    A complaint that is milder than an error stays so: the reader had its reason. `severity` is for names that
    are not the rule's own.
    """
    for one in fact.complaints:
        if one.name in names:
            milder = one.severity if one.severity is not Severity.ERROR else None
            yield Problem(
                fact,
                one.message,
                line=one.place.line,
                column=one.place.column,
                fix=one.fix,
                severity=severity or milder,
            )
