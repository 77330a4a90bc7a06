"""A page for each rule of `feedpub validate`, and the list of them."""

import re
from collections.abc import Callable, Iterator

from feedpub.report.text import escape
from feedpub.report.validation.explain import examples_of
from feedpub.report.validation.rule_list import severities_of
from feedpub.validate.registry import FAMILIES, all_rules, family_of
from feedpub.validate.rule import Profile, Rule, Severity
from feedpub.validate.specs import sources

#: the folder, all of whose files are generated
FOLDER = "docs/rules"

_MARK = "<!-- Written by `make docs` from the code. Do not edit. -->"
_INTRODUCTION = f"""\
# Rules

{_MARK}

What [`feedpub validate`](../how-to/validate.md) looks at, and how bad it is in whose eyes. An error breaks a
*must* of a specification or a platform; a warning breaks a *should*, or is known to cause trouble; an info is
advice. `feedpub explain` shows a rule on a terminal.

"""
_PROFILES = [profile.value for profile in Profile]


def list_rule_pages() -> Iterator[tuple[str, Callable[[], str]]]:
    """The path of each page with what renders it."""
    yield f"{FOLDER}/README.md", render_index
    for one in all_rules():
        yield f"{FOLDER}/{page_name(one)}", lambda one=one: render_page(one)  # type: ignore[misc]


def page_name(rule: Rule) -> str:
    """The name of the file with the page of a rule."""
    return f"{rule.id}-{rule.name}.md"


def render_index() -> str:
    """`docs/rules/README.md`."""
    return _INTRODUCTION + "\n".join(_sections())


def render_page(rule: Rule) -> str:
    """The page of one rule."""
    lines = [
        f"# {rule.id} {rule.name}",
        _MARK,
        as_markdown(rule.what),
        as_markdown(rule.why),
        f"**How to mend it.** {as_markdown(rule.fix)}",
        *_fenced(rule, "Wrong", rule.bad),
        *_fenced(rule, "Right", rule.good),
        "## Whose rule it is",
        "| Profile | Severity |\n|---|---|\n"
        + "\n".join(f"| {profile} | {severity.name.lower()} |" for profile, severity in _ordered(rule)),
        "It is taken from:",
        "\n".join(f"- [{one}]({one.url})" if one.url else f"- {one}" for one in sources(rule.spec)),
        "[All rules](README.md)",
    ]
    return "\n\n".join(filter(None, lines)) + "\n"


def as_markdown(text: str) -> str:
    """`text`, in which what stands outside of backquotes is no markup."""
    parts = re.split(r"(`[^`]*`)", escape(" ".join(text.split())))
    return "".join(part if part[:1] == "`" else re.sub(r"([<*\[\]|])", r"\\\1", part) for part in parts)


def _ordered(rule: Rule) -> list[tuple[str, Severity]]:
    """Profile and severity, in the order of the profiles."""
    return [(profile.value, rule.profiles[profile]) for profile in Profile if profile in rule.profiles]


def _sections() -> Iterator[str]:
    for family, about in FAMILIES.items():
        members = [one for one in all_rules() if family_of(one.id) == family]
        if not members:
            continue
        yield f"## {family}: {about}\n"
        yield f"| Rule | {' | '.join(_PROFILES)} | |"
        yield "|---|" + "---|" * len(_PROFILES) + "---|"
        for one in members:
            cells = " | ".join(cell.strip("-") for cell in severities_of(one, _PROFILES))
            what = as_markdown(one.what).replace("`|`", "`\\|`")
            yield f"| [{one.id} {one.name}]({page_name(one)}) | {cells} | {what} |"
        yield ""


def _fenced(rule: Rule, heading: str, example: object) -> Iterator[str]:
    yield f"## {heading}"
    for piece in examples_of(rule, example):
        if piece.title:
            yield f"{piece.title[0].upper()}{piece.title[1:]}:"
        longest = max(map(len, re.findall("`+", piece.code)), default=0)
        fence = "`" * max(3, longest + 1)
        yield f"{fence}{_language(piece.code)}\n{piece.code}\n{fence}"


def _language(code: str) -> str:
    if code.lstrip().startswith("<"):
        return "xml"
    return "json" if code.lstrip().startswith(("{", "[")) else "text"
