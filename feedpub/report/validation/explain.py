"""All there is to say of a rule."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from feedpub.model import Severity
from feedpub.report.text import escape

#: characters at each end of a line that is too long to be shown
_AT_AN_END = 160
#: more lines of an example are not shown
_LINES = 40
#: of the profiles
_ORDER = ("rss", "apple", "spotify", "psp1", "podcasting2")


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
    @property
    def each(self) -> Sequence[str | type]: ...


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
    lines = "\n\n".join(_wrapped(escape(" ".join(one.split())), width) for one in paragraphs if one)
    return "\n".join(
        [
            lines,
            "",
            *_shown(rule, "Wrong", rule.bad),
            *_shown(rule, "Right", rule.good),
            *_severities(rule),
            "",
            *(f"{source}: {source.url}" if source.url else str(source) for source in sources),
            "",
        ]
    )


def examples_of(rule: Described, example: object) -> Iterator[Example]:
    """The pieces of the bad or the good example of a rule."""
    if isinstance(example, tuple):
        yield Example("before, inside `<channel>`", _code(example[0]))
        yield Example("now", _code(example[1]))
    elif isinstance(example, Mapping):
        yield from _pieces(rule, example)
    elif all(isinstance(one, type) for one in rule.each):
        yield Example("the file", _code(example))
    elif rule.within in ("item", "channel"):
        yield Example(f"inside `<{rule.within}>`", _code(example))
    else:
        yield Example("", _code(example))


def _pieces(rule: Described, example: Mapping[str, object]) -> Iterator[Example]:
    """What is in a file, or how it is: only that in which the bad one and the good one differ."""
    path = f"the file `{escape(str(example['path']))}`" if "path" in example else "the file"
    given = _differing(rule, example)
    for key in ("text", "data"):
        if key in example:
            yield Example(path, _code(example[key]))
    if "item" in given:
        yield Example("inside `<item>`", _code(given["item"]))
    facts = {key: value for key, value in given.items() if key not in ("path", "text", "data", "item")}
    if facts:
        title = "what is known of it" if {"text", "data"} & set(example) else path
        rows = (f"{key.replace('_', ' ')}: {_plain(value)}" for key, value in facts.items())
        yield Example(title, "\n".join(map(escape, rows)))


def _differing(rule: Described, example: Mapping[str, object]) -> Mapping[str, object]:
    if not (isinstance(rule.bad, Mapping) and isinstance(rule.good, Mapping)):
        return example
    missing = object()
    other = rule.good if example is rule.bad else rule.bad
    differing = {key: value for key, value in example.items() if other.get(key, missing) != value}
    return differing or example


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _code(example: object) -> str:
    text = example.decode("utf-8", "backslashreplace") if isinstance(example, bytes) else str(example)
    lines = textwrap.dedent(text).strip("\n").split("\n")
    return "\n".join(_shortened(escape(line.replace("\t", "    ")).rstrip()) for line in _few(lines))


def _shortened(line: str) -> str:
    """A line of an example that is about length keeps its beginning and its end."""
    left_out = len(line) - 2 * _AT_AN_END
    if left_out < 2 * _AT_AN_END:
        return line
    return f"{line[:_AT_AN_END]} … {left_out:,} more characters … {line[-_AT_AN_END:]}"


def _few(lines: list[str]) -> list[str]:
    """The same for the lines of an example."""
    if len(lines) <= _LINES:
        return lines
    return [*lines[: _LINES // 2], f"… {len(lines) - _LINES:,} more lines …", *lines[-_LINES // 2 :]]


def _shown(rule: Described, heading: str, example: object) -> Iterator[str]:
    for piece in examples_of(rule, example):
        title = f" ({piece.title.replace('`', '')})" if piece.title else ""
        yield f"{heading}{title}:"
        yield ""
        yield textwrap.indent(piece.code, "    ")
        yield ""


def _severities(rule: Described) -> Iterator[str]:
    """`error for apple, psp1`, `warning for rss`."""
    for severity in sorted(set(rule.profiles.values()), reverse=True):
        who = [str(profile) for profile, one in rule.profiles.items() if one is severity]
        names = ", ".join(sorted(who, key=_ORDER.index))
        yield f"{severity.name.lower()} for {names}"


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
