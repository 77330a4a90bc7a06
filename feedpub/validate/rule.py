"""What a rule is: one record that says everything about it, and one function that judges.

The record drives the run, `feedpub explain`, the page of the rule in the documentation, and the tests,
in which its bad example must break it once and its good one never.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from feedpub.kinds.quoting import quote
from feedpub.model.finding import Severity

__all__ = [
    "APPLE",
    "ERROR",
    "INFO",
    "PODCASTING2",
    "PSP1",
    "RSS",
    "SPOTIFY",
    "WARNING",
    "Problem",
    "Problems",
    "Profile",
    "Rule",
    "Severity",
    "everywhere",
    "quote",
    "rule",
]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Profile(StrEnum):
    """Who demands something of a feed."""

    #: RSS 2.0, the RSS Board's profile of it, and sound use of any extension that is met
    RSS = "rss"
    APPLE = "apple"
    SPOTIFY = "spotify"
    #: PSP-1, The Podcast RSS Standard
    PSP1 = "psp1"
    #: the podcast namespace
    PODCASTING2 = "podcasting2"


RSS, APPLE, SPOTIFY, PSP1, PODCASTING2 = Profile

#: what stands in an example beside the elements that it is about
Example = str | Mapping[str, object] | tuple[str, str]


class Problem(NamedTuple):
    """Where a rule is broken, and how."""

    #: the element, or the fact, that breaks the rule
    at: Any
    #: what is there, in one line: elements and attributes by their names, in backquotes
    message: str
    #: the attribute that is meant, if it is one
    attribute: str = ""
    #: characters from the beginning of the element's text, when a place in the text is meant
    offset: int | None = None
    #: line and column in a local file
    line: int = 0
    column: int = 0
    #: how to mend this very one, where that is more exact than what the rule says
    fix: str = ""
    #: where it is other than what the profiles say
    severity: Severity | None = None
    #: another place that the message speaks of: its line is put in for `{line}`
    also: Any = None
    #: whose demand it is, where these are other than the rule's
    profiles: Mapping[Profile, Severity] | None = None


Problems = Iterator[Problem]
Judge = Callable[..., Problems]
_Judge = TypeVar("_Judge", bound=Judge)


class Rule(NamedTuple):
    """All there is to say of a rule."""

    #: family and three digits, never used again
    id: str
    #: kebab-case, unique
    name: str
    #: what the function is called with: selectors of elements (see :mod:`feedpub.validate.dispatch`), or
    #: classes of facts
    each: tuple[str | type, ...]
    profiles: Mapping[Profile, Severity]
    #: one sentence: what is wrong
    what: str
    #: what comes of it, and for whom
    why: str
    fix: str
    #: where it is written: keys of :data:`feedpub.validate.specs.SPECS`, each with its section
    spec: str
    bad: Example
    good: Example
    #: what the examples are the whole content of: ``item``, ``channel`` or ``document``
    within: str
    judge: Judge
    #: of which names (parent, element) it can say anything at all, where that is known beforehand
    where: Callable[[str, str], bool] | None
    #: whether anything in a document of these bytes (UTF-8) can break it, where one look at all of them tells
    needed: Callable[[bytes], bool] | None
    #: whether the function wants to know the circumstances of the run as well
    wants_run: bool

    @property
    def severity(self) -> Severity:
        """The highest that it has in any profile."""
        return max(self.profiles.values())


def everywhere(severity: Severity, **others: Severity) -> Mapping[Profile, Severity]:
    """The same severity in all profiles but those that are named: `everywhere(WARNING, apple=ERROR)`."""
    return {profile: others.get(profile.value, severity) for profile in Profile}


def rule(
    *,
    id: str,
    name: str,
    each: str | type | tuple[str | type, ...],
    profiles: Mapping[Profile, Severity],
    what: str,
    why: str,
    fix: str,
    spec: str,
    bad: Example,
    good: Example,
    within: str = "",
    where: Callable[[str, str], bool] | None = None,
    needed: Callable[[bytes], bool] | None = None,
) -> Callable[[_Judge], _Judge]:
    """Makes a rule of a function, which it leaves as it is; the rule is its attribute ``rule``."""
    selectors = each if isinstance(each, tuple) else (each,)

    def decorate(judge: _Judge) -> _Judge:
        judge.rule = Rule(  # type: ignore[attr-defined]
            id,
            name,
            selectors,
            profiles,
            what,
            why,
            fix,
            spec,
            bad,
            good,
            within or _home(selectors[0]),
            judge,
            where,
            needed,
            judge.__code__.co_argcount > 1,
        )
        return judge

    return decorate


def _home(selector: str | type) -> str:
    """Where the examples of a rule stand that does not say so."""
    if isinstance(selector, str) and selector in ("document", "rss"):
        return "document"
    if isinstance(selector, str) and (selector == "channel" or selector.startswith("channel/")):
        return "channel"
    return "item"
