"""Tables that were checked -> settings, and settings -> their values one by one."""

from collections.abc import Iterator, Mapping
from typing import Any, cast, get_origin

from feedpub.config.keys import fields_of, table_class
from feedpub.config.settings import Settings


def assemble(table: Mapping[str, Any]) -> Settings:
    """Checked tables as Settings; defaults for all that they leave out."""
    sections = {
        name: _build(kind, table if name == "show" else table.get(name, {}))
        for name, kind in Settings.__annotations__.items()
    }
    return Settings(**sections)


def walk_values(settings: Settings) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value with the path of its key, in the order of declaration."""
    for name, section in zip(settings._fields, settings, strict=True):
        yield from _walk(() if name == "show" else (name,), section)


def _walk(path: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _walk((*path, name), inner)
    elif hasattr(value, "_fields"):
        for name, inner in zip(value._fields, cast("tuple[object, ...]", value), strict=True):
            yield from _walk((*path, name), inner)
    else:
        yield path, value


def _build(settings: Any, table: Mapping[str, Any]) -> Any:
    """A settings class from a checked table."""
    values = {}
    for field in fields_of(settings):
        if field.name in table:
            values[field.name] = _freeze(field.type, table[field.name])
    return settings(**values)


def _freeze(kind: Any, value: Any) -> Any:
    inner = table_class(kind)
    if inner is None:
        return tuple(value) if isinstance(value, list) else value
    if get_origin(kind) is dict:
        return {name: _build(inner, table) for name, table in value.items()}
    return _build(inner, value)
