"""What the rules on the podcast namespace find in a small feed."""

from feedpub.model.finding import Finding
from feedpub.validate.registry import all_rules
from feedpub.validate.rule import Profile
from feedpub.validate.runner import Run, validate
from tests.validate.examples import FEED_URL, NOW, document

_RULES = [rule for rule in all_rules() if rule.id.startswith("POD")]


def findings(example: str, rule: str, within: str = "item", *profiles: Profile) -> list[Finding]:
    """What one rule finds."""
    run = Run(NOW, profiles or tuple(Profile), feed_url=FEED_URL)
    found = validate(document(example, within), "feed.xml", run, _RULES).findings
    return [one for one in found if one.rule == rule]


def told(example: str, rule: str, within: str = "item") -> list[tuple[str, str]]:
    """How bad it is, and what is said."""
    return [(one.severity.name.lower(), one.message) for one in findings(example, rule, within)]


def severities(example: str, rule: str, within: str = "item") -> list[str]:
    """How bad each finding of one rule is."""
    return [severity for severity, _ in told(example, rule, within)]
