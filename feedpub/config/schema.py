"""The JSON Schema (2020-12) of `config.toml` and `show.toml`, with which editors complete and check them."""

from typing import Any, Literal, get_args, get_origin

from feedpub.config.keys import Field, fields_of, table_class
from feedpub.config.plainly_right import LARGEST, LONGEST
from feedpub.config.settings import Settings
from feedpub.model.apple_categories import list_categories

Schema = dict[str, object]

#: what a text must look like, as far as a pattern can tell
_PATTERNS = {
    "url": r"^https?://[^\s/]",
    "email": r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
    "language": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    "path": r"^[^/~\\]",
    "path or url": r"^[^/~\\]",
    "suffix": r"^[a-z0-9]{1,10}$",
}


def settings_schema() -> Schema:
    """One schema for both files. No key is required: each file may leave out what the other one says."""
    properties: Schema = {}
    for name, settings in Settings.__annotations__.items():
        if name == "show":
            properties |= _properties(settings)
        else:
            properties[name] = _table(settings)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "feedpub: config.toml and show.toml",
        "description": "The settings of a show (show.toml), or of all shows of a workspace (config.toml).",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _properties(settings: Any) -> Schema:
    return {field.name: _field(field) for field in fields_of(settings)}


def _table(settings: Any) -> Schema:
    return {
        "description": str(settings.__doc__).partition("\n")[0],
        "type": "object",
        "properties": _properties(settings),
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    described: Schema = {"description": _describe(field)}
    below = table_class(field.type)
    if get_origin(field.type) is dict:
        return {**described, "type": "object", "additionalProperties": _table(below)}
    if below:
        return {**_table(below), **described}
    schema = {**described, **_type(field)}
    if not field.required and field.default is not None:
        schema["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    if field.setting.example:
        import tomllib

        schema["examples"] = [tomllib.loads(f"example = {field.setting.example}")["example"]]
    return schema


def _describe(field: Field) -> str:
    setting = field.setting
    names = " or ".join(f"{{{name}}}" for name in setting.placeholders)
    return setting.doc + (f" Can name {names}." if names else "") + (" Required." if field.required else "")


def _type(field: Field) -> Schema:
    if get_origin(field.type) is Literal:
        return {"enum": list(get_args(field.type))}
    if get_origin(field.type) is tuple:
        items = _text(field, may_be_empty=False)
        return {"type": "array", "items": items, "minItems": int(field.required), "maxItems": LONGEST}
    if bool in (field.type, *get_args(field.type)):
        return {"type": "boolean"}
    if field.type is int:
        return {"type": "integer", "minimum": field.setting.minimum, "maximum": LARGEST}
    return _text(field, may_be_empty=field.default == "")


def _text(field: Field, may_be_empty: bool) -> Schema:
    schema: Schema = {"type": "string"}
    if field.setting.kind == "category":
        schema["enum"] = list(list_categories())
    elif pattern := _PATTERNS.get(field.setting.kind):
        schema["pattern"] = f"^$|{pattern}" if may_be_empty else pattern
    elif not may_be_empty:
        schema["minLength"] = 1
    return schema
