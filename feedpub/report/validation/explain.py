"""All there is to say of a rule."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from feedpub.model import Severity
from feedpub.report.text import escape


class Described(Protocol):
    """A rule, as its record describes it."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def profiles(self) -> Mapping[Any, Severity]: ...
    @property
    def what(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def fix(self) -> str: ...
    @property
    def bad(self) -> object: ...
    @property
    def good(self) -> object: ...
    @property
    def within(self) -> str: ...


class Written(Protocol):
    """A text that demands it."""

    @property
    def url(self) -> str: ...


class Example(NamedTuple):
    """One piece of an example."""

    #: what stands above it; may be empty
    title: str
    code: str


def render_rule(rule: Described, sources: Sequence[Written], width: int) -> str:
    """The rule for a terminal of that many columns."""
    paragraphs = [f"{rule.id} {rule.name}", rule.what, rule.why, f"How to mend it: {rule.fix}"]
    lines = "\n\n".join(_wrapped(" ".join(escape(one).split()), width) for one in paragraphs if one)
    return "\n".join(
        [
            lines,
            "",
            *_shown("Wrong", rule.bad, rule.within),
            *_shown("Right", rule.good, rule.within),
            *_severities(rule),
            "",
            *(f"{source}: {source.url}" if source.url else str(source) for source in sources),
            "",
        ]
    )


def examples_of(example: object, within: str) -> Iterator[Example]:
    """The pieces of an example: one, or what was before and what is now."""
    if isinstance(example, tuple):
        yield Example("before, in the channel", _code(example[0]))
        yield Example("now", _code(example[1]))
    elif isinstance(example, Mapping):
        rows = (f"{key}: {value}" for key, value in example.items())
        yield Example("facts of the file", "\n".join(map(escape, rows)))
    elif within in ("item", "channel"):
        yield Example(f"inside `<{within}>`", _code(example))
    else:
        yield Example("", _code(example))


def _code(example: object) -> str:
    lines = textwrap.dedent(str(example)).strip("\n").split("\n")
    return "\n".join(escape(line.replace("\t", "    ")).rstrip() for line in lines)


def _shown(heading: str, example: object, within: str) -> Iterator[str]:
    for piece in examples_of(example, within):
        title = f" ({piece.title.replace('`', '')})" if piece.title else ""
        yield f"{heading}{title}:"
        yield ""
        yield textwrap.indent(piece.code, "    ")
        yield ""


def _severities(rule: Described) -> Iterator[str]:
    """`error for apple, psp1`, `warning for rss`."""
    for severity in sorted(set(rule.profiles.values()), reverse=True):
        names = ", ".join(str(profile) for profile, one in rule.profiles.items() if one is severity)
        yield f"{severity.name.lower()} for {names}"


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
