"""Settings from environment variables: `FEEDPUB_FEED_URL`, `FEEDPUB_AUDIO__URL`."""

from collections.abc import Mapping
from typing import Any, Literal, get_origin

from feedpub.config.keys import dotted, find_key, find_value, list_keys
from feedpub.config.layers import EnvironmentLayer
from feedpub.config.toml_places import TomlPath
from feedpub.kinds.fields import fields_of, short_field, table_class
from feedpub.kinds.nearest import nearest
from feedpub.model import Finding, Place, Severity

PREFIX = "FEEDPUB_"
#: variables that are no settings: the time of the run, the cache's folder, what is logged
RESERVED = ("FEEDPUB_NOW", "FEEDPUB_CACHE_DIR", "FEEDPUB_LOG")


def parse_environment(environ: Mapping[str, str]) -> tuple[EnvironmentLayer, list[Finding]]:
    """The settings among the variables ``environ``.

    Two underscores stand for the dot of a key. Text is taken as it stands, everything else is read
    as TOML. An empty variable sets nothing: that is how CI passes on a variable that is not set.
    """
    table: dict[str, Any] = {}
    variables: dict[TomlPath, str] = {}
    findings: list[Finding] = []
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in RESERVED or not environ[name]:
            continue
        path = tuple(name.removeprefix(PREFIX).lower().split("__"))
        key = find_key(path)
        if key is None or not key.variable:
            findings.append(_unknown(name))
            continue
        variables[path] = name
        _put(table, path, _parse_value(environ[name], key.field.kind))
    return EnvironmentLayer(table, variables), findings


def _parse_value(text: str, kind: Any) -> object:
    if kind is str or get_origin(kind) is Literal:
        return text
    import tomllib

    try:
        table = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return table["value"] if len(table) == 1 else text


def _put(table: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    for part in path[:-1]:
        table = table.setdefault(part, {})
    table[path[-1]] = value


def _unknown(name: str) -> Finding:
    shown = name.encode("ascii", "backslashreplace").decode()
    place, message = Place(f"${shown}"), f"{shown} names no setting"
    return Finding(Severity.ERROR, "unknown-variable", place, message, _proposal(name))


def _proposal(name: str) -> str:
    """Which variable was meant, or that there is none for what was meant."""
    path = tuple(name.removeprefix(PREFIX).lower().split("__"))
    found = find_value(path)
    table = table_class(found.field.kind) if found else None
    if table:
        inside = [find_key((*path, field.name)) for field in fields_of(table)]
        if not any(key.variable for key in inside if key):
            return f"it has no variable: write `{dotted(path)}` into show.toml or config.toml"
        if short := short_field(table):
            return f"did you mean {name}__{short.name.upper()}?"
    close = nearest(name, [key.variable for key in list_keys() if key.variable])
    fix = f"did you mean {close}? " if close else ""
    return f"{fix}settings in a table have two underscores, as in FEEDPUB_AUDIO__URL"
