"""Tables that were checked -> settings, and settings -> their values one by one."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, cast, get_origin

from feedpub.config.settings import Settings
from feedpub.kinds.fields import fields_of, is_noun, item_type


def assemble(table: Mapping[str, Any]) -> Settings:
    """Checked tables in full as Settings; defaults for all that they leave out."""
    sections = {
        name: _build(kind, table if name == "show" else table.get(name, {}))
        for name, kind in Settings.__annotations__.items()
    }
    return Settings(**sections)


def walk_values(settings: Settings) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value with the path of its key, in the order of declaration."""
    for name, section in zip(settings._fields, settings, strict=True):
        yield from _walk(() if name == "show" else (name,), section)


def walk_nouns(settings: Settings) -> Iterator[tuple[tuple[str | int, ...], tuple[object, ...]]]:
    """Every noun, and every tuple of nouns, with its path: the outer ones first."""
    for name, section in zip(settings._fields, settings, strict=True):
        yield from _walk_nouns(() if name == "show" else (name,), section)


def _walk(path: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _walk((*path, name), inner)
    elif hasattr(value, "_fields"):
        for name, inner in zip(value._fields, cast("tuple[object, ...]", value), strict=True):
            yield from _walk((*path, name), inner)
    else:
        yield path, value


def _walk_nouns(
    path: tuple[str | int, ...], value: object
) -> Iterator[tuple[tuple[str | int, ...], tuple[object, ...]]]:
    if isinstance(value, dict):
        pairs: Any = value.items()
    elif isinstance(value, tuple):
        yield path, value
        pairs = zip(value._fields, value, strict=True) if hasattr(value, "_fields") else enumerate(value)
    else:
        return
    for name, inner in pairs:
        yield from _walk_nouns((*path, name), inner)


def _build(settings: Any, table: Mapping[str, Any]) -> Any:
    """A settings class from a checked table."""
    values = {}
    for field in fields_of(settings):
        if field.name in table:
            values[field.name] = _freeze(field.kind, table[field.name])
    return settings(**values)


def _freeze(kind: Any, value: Any) -> Any:
    if is_noun(kind):
        return _build(kind, value)
    if kind is timedelta:
        from feedpub.kinds.times import parse_time

        return parse_time(value)
    if get_origin(kind) is dict:
        return {name: _freeze(item_type(kind), one) for name, one in value.items()}
    if get_origin(kind) is tuple:
        return tuple(_freeze(item_type(kind), one) for one in value)
    return value
