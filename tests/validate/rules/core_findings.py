"""What the rules on RSS itself find in a small feed."""

from collections.abc import Collection
from datetime import UTC, datetime

from feedpub.model.finding import Finding
from feedpub.validate.registry import all_rules
from feedpub.validate.rule import Profile
from feedpub.validate.runner import Run, validate
from tests.validate.examples import document

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
_RULES = [rule for rule in all_rules() if rule.id.startswith(("RSS", "DATE"))]


def findings(
    example: str,
    within: str = "channel",
    *,
    now: datetime = NOW,
    profiles: Collection[Profile] = tuple(Profile),
) -> list[Finding]:
    """All findings."""
    return list(validate(document(example, within), "feed.xml", Run(now, profiles), _RULES).findings)


def severities(example: str, rule: str, within: str = "channel") -> dict[str, str]:
    """How bad it is that one rule is broken, profile by profile."""
    found = {}
    for profile in Profile:
        for one in findings(example, within, profiles=[profile]):
            if one.rule == rule:
                found[profile.value] = one.severity.name.lower()
    return found


def messages(example: str, rule: str, within: str = "channel") -> list[str]:
    """What one rule says."""
    return [one.message for one in findings(example, within) if one.rule == rule]
