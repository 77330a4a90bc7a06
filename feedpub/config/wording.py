"""What pydantic finds, in words for people who know neither pydantic nor TOML."""

from collections.abc import Sequence
from math import isfinite
from typing import Any, get_args, get_origin

from pydantic_core import ErrorDetails

from feedpub.config.keys import ANY, dotted, find_key, find_value, list_keys
from feedpub.config.toml_places import TomlPath
from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.fields import Field, item_type, short_field, table_class
from feedpub.kinds.nearest import nearest

#: kind of pydantic's error -> what was expected
_EXPECTED = {
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "list_type": "a list in [ ]",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0", "clean")


def missing_key(path: TomlPath) -> Fault:
    """A required key that stands nowhere."""
    name = dotted(path)
    key = find_key(path)
    if key is None:
        return Fault("missing-setting", f"`{name}` is missing", "")
    line = f"{path[-1]} = {key.field.setting.example}"
    return Fault("missing-setting", f"`{name}` is missing", f"add: {line}  # {key.field.setting.doc}")


def wrong_type(error: ErrorDetails) -> Fault:
    """A value of a type, size or choice that the setting does not take."""
    path, value, kind = error["loc"], error["input"], error["type"]
    name = dotted(path)
    key = find_key(path)
    if kind == "literal_error" and key:
        return _wrong_choice(name, value, get_args(item_type(key.field.kind) or key.field.kind))
    if kind in ("greater_than_equal", "less_than_equal"):
        return _out_of_range(name, value, error)
    if kind == "too_short":
        return Fault("empty-value", f"`{name}` is empty", _mended(path, value, key.field if key else None))
    if kind == "too_long":
        limit = error.get("ctx", {}).get("max_length")
        return Fault("out-of-range", f"`{name}` has more than {limit} values", "remove some of them")
    expected = _expected(kind, path)
    message = f"`{name}` is {_shown(value)}, but must be {expected}"
    return Fault("wrong-type", message, _mended(path, value, key.field if key else None))


def _expected(kind: str, path: TomlPath) -> str:
    found = find_value(path)
    below = table_class(found.field.kind) if found else None
    if below is None or kind == "dict_type":
        return _EXPECTED.get(kind, "something else")
    noun = "a table or text in quotes" if short_field(below) else "a table"
    return f"{noun}, or a list of these" if kind == "list_type" else noun


def _shown(value: object) -> str:
    kinds = {str: "the text ", bool: "", int: "the number ", float: "the number "}
    if isinstance(value, dict | list):
        return quote(value)
    return kinds.get(type(value), "the date ") + quote(value if isinstance(value, bool) else _plain(value))


def _wrong_choice(name: str, value: object, choices: Sequence[Any]) -> Fault:
    known = [choice for choice in choices if choice]
    close = nearest(str(value), known)
    fix = f'did you mean "{close}"?' if close else "write " + " or ".join(f'"{choice}"' for choice in known)
    return Fault("unknown-value", f"`{name}` is {quote(value)}, which it cannot be", fix)


def _out_of_range(name: str, value: object, error: ErrorDetails) -> Fault:
    limits = error.get("ctx", {})
    if "ge" in limits:
        return Fault("out-of-range", f"`{name}` is {quote(value)}", f"it must be at least {limits['ge']}")
    return Fault("out-of-range", f"`{name}` is {quote(value)}", f"it must be at most {limits.get('le')}")


def _mended(path: TomlPath, value: object, field: Field | None) -> str:
    """The line as it should be, made from what stands there where that is possible."""
    if field is None:
        return _table_example(path)
    mended = _converted(value, field, inside_list=isinstance(path[-1], int)) or field.setting.example
    if isinstance(path[-1], int):
        return f"write {mended}" if mended and not mended.startswith("[") else ""
    return f"write {path[-1]} = {mended}" if mended else ""


def _converted(value: object, field: Field, inside_list: bool) -> str:
    if get_origin(field.kind) is tuple and not inside_list:
        return f"[{_quoted(value)}]" if isinstance(value, str) and item_type(field.kind) is str else ""
    if field.kind is bool:
        word = str(value).strip().casefold()
        return "true" if word in _YES else "false" if word in _NO else ""
    if int in (field.kind, item_type(field.kind)):
        return value.strip() if isinstance(value, str) and value.strip().isdecimal() else ""
    if get_origin(field.kind) is dict:
        return ""
    return _quoted(value) if isinstance(value, str | int | float) else ""


def _quoted(value: object) -> str:
    text = _plain(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(value: object) -> str:
    """A value as people write it: `0.00005` and not `5e-05`."""
    if isinstance(value, float) and isfinite(value):
        from decimal import Decimal

        return f"{Decimal(repr(value)):f}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table_example(path: TomlPath) -> str:
    """How the table is written that stands at ``path``."""
    names = [part for part in path if isinstance(part, str)]
    for key in list_keys():
        inside = key.table[: len(names)]
        if len(inside) == len(names) and all(a in (ANY, b) for a, b in zip(inside, names, strict=True)):
            header = dotted([*names, *key.table[len(names) :]])
            line = f"{key.path[-1]} = {key.field.setting.example}"
            brackets = f"[[{header}]]" if key.home.repeated else f"[{header}]"
            return f"begin a table with the line {brackets}, and below it {line}"
    return ""
