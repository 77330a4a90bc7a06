"""Settings for people: each value, and where it came from."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol

from feedpub.log import redact
from feedpub.model.setting import Origin

#: values up to this many characters have their origins in one column
_WIDEST = 48


class LoadedSettings(Protocol):
    """What is shown: values and origins by the dotted names of their keys."""

    @property
    def values(self) -> Mapping[str, object]: ...

    @property
    def origins(self) -> Mapping[str, Origin]: ...


def render_settings(loaded: LoadedSettings, show: str) -> str:
    """Every setting of ``show`` on a line of its own, as TOML, with its origin as a comment.

    Passwords in addresses are shown as ``***``.
    """
    origins = loaded.origins
    rows = [
        (key, redact(_as_toml(value)), _origin_text(origins[key])) for key, value in loaded.values.items()
    ]
    key_width = max((len(key) for key, _, _ in rows), default=0)
    value_width = max((len(value) for _, value, _ in rows if len(value) <= _WIDEST), default=0)
    lines = [f"{key:{key_width}} = {value:{value_width}}  # {origin}" for key, value, origin in rows]
    return "\n".join([f"# {show}", *lines]) + "\n"


def _origin_text(origin: Origin) -> str:
    if origin.kind == "environment":
        return f"${origin.variable}"
    if origin.place is None:
        return origin.kind
    return str(origin.place._replace(column=0))


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, timedelta):
        return _number(value.total_seconds())
    if hasattr(value, "_fields"):
        return _inline_table({name: getattr(value, name) for name in value._fields if _is_said(value, name)})
    if isinstance(value, tuple):
        return f"[{', '.join(map(_as_toml, value))}]"
    if isinstance(value, dict):
        return _inline_table(value)
    return "(not set)" if value is None else _quoted(str(value))


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value)


def _is_said(noun: Any, name: str) -> bool:
    """Whether a noun has a value there that it would not have by itself."""
    return name not in noun._field_defaults or getattr(noun, name) != noun._field_defaults[name]


def _inline_table(values: Mapping[str, object]) -> str:
    pairs = ", ".join(f"{_key(name)} = {_as_toml(value)}" for name, value in values.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _key(name: str) -> str:
    return name if re.fullmatch("[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in escaped) + '"'
