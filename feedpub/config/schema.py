"""The JSON Schema (2020-12) of `config.toml` and `show.toml`, with which editors complete and check them."""

from datetime import timedelta
from typing import Any, Literal, get_args, get_origin

from feedpub.config.plainly_right import LONGEST
from feedpub.config.settings import Settings
from feedpub.kinds.fields import Field, fields_of, is_noun, item_type, short_field, table_class
from feedpub.model import podcast_lists
from feedpub.model.apple_categories import list_categories
from feedpub.model.countries import list_countries

Schema = dict[str, object]

#: what a text must look like, as far as a pattern can tell
_PATTERNS = {
    "url": r"^https?://[^\s/]",
    "https url": r"^https?://[^\s/]",
    "uri": r"^[A-Za-z][A-Za-z0-9+.-]*:\S",
    "namespace": r"^[A-Za-z][A-Za-z0-9+.-]*:\S",
    "email": r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
    "language": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    "path": r"^[^/~\\]",
    "path or url": r"^[^/~\\]",
    "suffix": r"^[a-z0-9]{1,10}$",
    "guid": r"^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$",
    "geo": r"^geo:-?[0-9.]+,-?[0-9.]+",
    "osm": r"^[NWR][0-9]+(#[0-9]+)?$",
    "decimal": r"^[0-9]+(\.[0-9]+)?$",
    "media type": r"^[^/\s]+/[^/\s]",
    "rrule": r"^[A-Za-z]+[=:]",
    "tag name": r"^[^:\s]+:[^:\s]+$",
    "host name": r"^[A-Za-z0-9.-]+$",
}

#: what a text must be one of
_CHOICES = {
    "category": list(list_categories()),
    "medium": list(podcast_lists.MEDIUMS),
    "country": sorted(list_countries()),
    "integrity type": list(podcast_lists.INTEGRITY_TYPES),
}

_TIME: Schema = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": r"^([0-9]+:)?([0-9]+:)?[0-9]+([.,][0-9]+)?$"},
    ]
}


def settings_schema() -> Schema:
    """One schema for both files. No key is required: each file may leave out what the other one says."""
    properties: Schema = {}
    nouns: dict[str, Any] = {}
    for name, settings in Settings.__annotations__.items():
        if name == "show":
            properties |= _properties(settings, nouns)
        else:
            properties[name] = _table(settings, nouns)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "feedpub: config.toml and show.toml",
        "description": "The settings of a show (show.toml), or of all shows of a workspace (config.toml).",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(nouns.items())),
    }


def _properties(settings: Any, nouns: dict[str, Any]) -> Schema:
    return {field.name: _field(field, nouns) for field in fields_of(settings)}


def _table(settings: Any, nouns: dict[str, Any]) -> Schema:
    return {
        "description": str(settings.__doc__).partition("\n")[0],
        "type": "object",
        "properties": _properties(settings, nouns),
        "additionalProperties": False,
    }


def _noun(kind: Any, nouns: dict[str, Any]) -> Schema:
    """A reference to the schema of a noun, or the text that may stand for it."""
    if kind.__name__ not in nouns:
        nouns[kind.__name__] = {}  # it may hold itself
        nouns[kind.__name__] |= _table(kind, nouns)
    table: Schema = {"$ref": f"#/$defs/{kind.__name__}"}
    short = short_field(kind)
    return {"anyOf": [_text(short, may_be_empty=False), table]} if short else table


def _field(field: Field, nouns: dict[str, Any]) -> Schema:
    schema: Schema = {"description": _describe(field), **_type(field, nouns)}
    if (default := _default(field)) is not None:
        schema["default"] = default
    if field.setting.example:
        import tomllib

        schema["examples"] = [tomllib.loads(f"example = {field.setting.example}")["example"]]
    return schema


def _default(field: Field) -> object:
    default = field.default
    if isinstance(default, tuple) and is_noun(field.kind):
        return default[0]  # the text that stands for it
    if default in ((), {}) and table_class(field.kind):
        return None
    return list(default) if isinstance(default, tuple) else default


def _describe(field: Field) -> str:
    setting = field.setting
    names = " or ".join(f"{{{name}}}" for name in setting.placeholders)
    return setting.doc + (f" Can name {names}." if names else "") + (" Required." if field.required else "")


def _type(field: Field, nouns: dict[str, Any]) -> Schema:
    item = item_type(field.kind)
    if item is None:
        return _value(field.kind, field, nouns, may_be_empty=field.default == "")
    one = _value(item, field, nouns, may_be_empty=False)
    if get_origin(field.kind) is dict:
        return {"type": "object", "additionalProperties": one}
    several: Schema = {
        "type": "array",
        "items": one,
        "minItems": int(field.required),
        "maxItems": LONGEST,
    }
    return {"anyOf": [several, one]} if is_noun(item) else several


def _value(kind: Any, field: Field, nouns: dict[str, Any], *, may_be_empty: bool) -> Schema:
    if is_noun(kind):
        return _noun(kind, nouns)
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": field.setting.minimum, "maximum": field.setting.largest}
    return _TIME if kind is timedelta else _text(field, may_be_empty=may_be_empty)


def _text(field: Field, *, may_be_empty: bool) -> Schema:
    schema: Schema = {"type": "string"}
    kind = field.setting.kind
    if choices := _CHOICES.get(kind):
        schema["enum"] = [*choices, ""] if may_be_empty else choices
    elif pattern := _PATTERNS.get(kind):
        schema["pattern"] = f"^$|{pattern}" if may_be_empty else pattern
    elif not may_be_empty:
        schema["minLength"] = 1
    return schema
