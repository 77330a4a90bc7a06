"""The list of the rules, with the severity that each has in each profile."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from feedpub.report.validation.explain import Described, Example, Written, examples_of

#: the rules of a family, behind what it is about: `("ENC", "Enclosures and media files", rules)`
Family = tuple[str, str, Sequence[Described]]


def render_rule_list(families: Sequence[Family], profiles: Sequence[str]) -> str:
    """A line for each rule, in columns, below the heading of its family."""
    rules = [one for _, _, members in families for one in members]
    wide = max((len(one.name) for one in rules), default=0)
    columns = [max(len(profile), len("warning")) for profile in profiles]
    head = "  ".join(f"{profile:{width}}" for profile, width in zip(profiles, columns, strict=True))
    lines = [f"{'':7}  {'':{wide}}  {head}".rstrip()]
    for key, about, members in families:
        lines += ["", f"{key}: {about}"]
        for one in members:
            cells = zip(severities_of(one, profiles), columns, strict=True)
            row = "  ".join(f"{severity:{width}}" for severity, width in cells)
            lines.append(f"{one.id:7}  {one.name:{wide}}  {row}".rstrip())
    return "\n".join(lines) + "\n"


def render_rule_list_json(
    families: Sequence[Family], profiles: Sequence[str], sources: Callable[[str], Sequence[Any]]
) -> str:
    """An array of objects that say everything about each rule."""
    import json

    rows = [_object(key, one, profiles, sources) for key, _, members in families for one in members]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def severities_of(rule: Described, profiles: Sequence[str]) -> list[str]:
    """What the rule is in each of the profiles; `-` where it is nothing."""
    found: Mapping[Any, Any] = rule.profiles
    return [found[profile].name.lower() if profile in found else "-" for profile in profiles]


def _object(
    family: str, one: Any, profiles: Sequence[str], sources: Callable[[str], Sequence[Any]]
) -> dict[str, Any]:
    cells = zip(profiles, severities_of(one, profiles), strict=True)
    written: Sequence[Written] = sources(one.spec)
    return {
        "id": one.id,
        "name": one.name,
        "family": family,
        "profiles": {profile: severity for profile, severity in cells if severity != "-"},
        "what": one.what,
        "why": one.why,
        "fix": one.fix,
        "bad": [_piece(piece) for piece in examples_of(one, one.bad)],
        "good": [_piece(piece) for piece in examples_of(one, one.good)],
        "sources": [{"title": str(source), "url": source.url} for source in written],
    }


def _piece(piece: Example) -> dict[str, str]:
    return {"where": piece.title.replace("`", ""), "code": piece.code}
