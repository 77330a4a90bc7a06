"""Model values to JSON and back, for the cache."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

#: makes a value of what JSON gave; None where that is the value already
_Thaw = Callable[[Any], Any] | None


def to_json(value: object) -> str:
    """A model value as JSON text. Named tuples become arrays, times ISO 8601, durations seconds."""
    return _encoder().encode(value)


def from_json(kind: type[T], text: str | bytes) -> T:
    """What :func:`to_json` wrote. Raises ValueError, TypeError or KeyError on anything else."""
    value, thaw = json.loads(text), _thaw_of(cast(Any, kind))
    return cast(T, thaw(value) if thaw else value)


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    raise TypeError(f"no JSON form for {type(value).__name__}")


@cache
def _thaw_of(kind: Any) -> _Thaw:
    if kind in (str, int, float, bool) or get_origin(kind) is Literal:
        return None
    if get_origin(kind) is tuple:
        return _thaw_tuple(_thaw_of(get_args(kind)[0]))
    if get_origin(kind) is dict:
        return _thaw_dict(_thaw_of(get_args(kind)[1]))
    if get_origin(kind) is UnionType:
        return _thaw_optional(_thaw_of(get_args(kind)[0]))
    if kind is datetime:
        return datetime.fromisoformat
    if kind is timedelta:
        return lambda seconds: timedelta(seconds=seconds)
    if issubclass(kind, Enum):
        return cast(_Thaw, kind)
    return _thaw_named(kind)


def _thaw_tuple(item: _Thaw) -> _Thaw:
    return (lambda values: tuple(map(item, values))) if item else tuple


def _thaw_dict(item: _Thaw) -> _Thaw:
    return (lambda table: {key: item(value) for key, value in table.items()}) if item else None


def _thaw_optional(inner: _Thaw) -> _Thaw:
    return (lambda value: None if value is None else inner(value)) if inner else None


def _thaw_named(kind: Any) -> _Thaw:
    @cache
    def special() -> list[tuple[int, Callable[[Any], Any]]]:
        # When the first value comes: a kind may hold itself.
        thaws = map(_thaw_of, get_type_hints(kind).values())
        return [(at, thaw) for at, thaw in enumerate(thaws) if thaw]

    def named(values: list[Any]) -> Any:
        for at, thaw in special():
            values[at] = thaw(values[at])
        return kind(*values)

    return named
