"""What the readers of sources find, by the rule that it breaks.

Sources are read by the same program that builds the feed: what it says of a transcript or a cover is what the
rule on it says, and names the rule by its name.
"""

from collections.abc import Collection

from feedpub.model.finding import Finding, Severity
from feedpub.validate.findings import read_up
from feedpub.validate.registry import find_rule
from feedpub.validate.rule import Profile

#: names of findings that are not the name of the rule that they belong to -> that rule
_BELONGS = {
    "chapter-invalid-start": "CHAP005",
    "chapters-equal-start": "CHAP006",
    "chapters-empty": "CHAP004",
    "chapters-not-understood": "CHAP002",
    "chapters-unknown-version": "CHAP003",
    "duration-differs": "ITU037",
    "garbled-text": "XML016",
    "length-differs": "ENC019",
    "missing-chapters": "CHAP001",
    "script-in-transcript": "TRAN009",
}


def adopt(finding: Finding, profiles: Collection[Profile]) -> Finding | None:
    """The finding with its rule, and as grave as that says; None where none of `profiles` asks for it.

    A finding that belongs to no rule is everybody's business.
    """
    rule = find_rule(_BELONGS.get(finding.name, finding.name))
    if rule is None:
        return finding
    active = {profile: severity for profile, severity in rule.profiles.items() if profile in profiles}
    if not active:
        return None
    severity = max(active.values())
    if finding.severity is not Severity.ERROR:
        severity = min(severity, finding.severity)
    return finding._replace(
        severity=severity,
        name=rule.name,
        rule=rule.id,
        profiles=tuple(profile.value for profile in active),
        url=read_up(rule.spec),
    )
