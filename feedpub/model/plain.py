"""Model values to JSON and back, for the cache."""

import json
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: object) -> str:
    """A model value as JSON text. Named tuples become arrays, times ISO 8601, durations seconds."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str | bytes) -> T:
    """What :func:`to_json` wrote. Raises ValueError, TypeError or KeyError on anything else."""
    return cast(T, _thaw(kind, json.loads(text)))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    raise TypeError(f"no JSON form for {type(value).__name__}")


@cache
def _fields(kind: type) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())


def _thaw(kind: Any, value: Any) -> Any:
    if kind in (str, int, float, bool) or value is None:
        return value
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_thaw(get_args(kind)[0], item) for item in value)
    if origin is dict:
        return {key: _thaw(get_args(kind)[1], item) for key, item in value.items()}
    if origin is Literal:
        return value
    if origin is UnionType:
        return _thaw(get_args(kind)[0], value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is timedelta:
        return timedelta(seconds=value)
    if issubclass(kind, Enum):
        return kind(value)
    return kind(*map(_thaw, _fields(kind), value))
