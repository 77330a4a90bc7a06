"""The reference page and the JSON Schema of the settings, from the classes that declare them."""

import json
from itertools import groupby
from typing import Any, Literal, get_args, get_origin

from feedpub.config.environment import RESERVED
from feedpub.config.keys import Key, dotted, list_keys
from feedpub.config.schema import settings_schema

_INTRODUCTION = """\
# Settings

<!-- Written by `make docs` from the code. Do not edit. -->

A show is set up in `feeds/<show>/show.toml`. What several shows have in common stands in `config.toml`, at
the top of the workspace. Both are [TOML](https://toml.io) and know the same keys.

What counts, the strongest first:

1. environment variables: `FEEDPUB_` and the key in capitals, with two underscores where the key has a dot,
   such as `FEEDPUB_AUDIO__URL`. An empty variable sets nothing.
2. `feeds/<show>/show.toml`
3. `config.toml`
4. the defaults below

Tables are merged key by key, `[people]` person by person. A list or a value replaces the one below it.
`feedpub config` shows every value and where it came from.

Editors that know JSON Schema check and complete both files with `schemas/settings.schema.json`: with Taplo or
Even Better TOML, let the first line be `#:schema` and the path of that file.

These variables are no settings: {reserved}.
"""

_KINDS = {
    "": "text",
    "url": "web address",
    "email": "e-mail address",
    "zone": "IANA time zone",
    "language": "BCP 47 language tag",
    "category": "category of Apple's directory",
    "path": "path below the show's folder",
    "path or url": "path below the show's folder, or web address",
    "suffix": "suffix of a file",
    "template": "text with names in braces",
    "title pattern": "text with names in braces",
}


def render_settings_schema() -> str:
    """`schemas/settings.schema.json`."""
    return json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"


def render_settings_reference() -> str:
    """`docs/reference/settings.md`."""
    reserved = ", ".join(f"`{name}`" for name in RESERVED)
    sections = [_INTRODUCTION.replace("{reserved}", reserved)]
    for table, keys in groupby(list_keys(), key=lambda key: key.table):
        sections.append(_render_table(table, tuple(keys)))
    return "\n".join(sections)


def _render_table(table: tuple[str, ...], keys: tuple[Key, ...]) -> str:
    heading = f"## `[{dotted(table)}]`" if table else "## At the top of the file"
    return "\n".join([f"{heading}\n", *map(_render_key, keys)])


def _render_key(key: Key) -> str:
    field = key.field
    lines = [f"### `{key.dotted}`\n", f"{field.setting.doc}\n", f"- Type: {_type_words(field)}"]
    if field.setting.placeholders:
        names = ", ".join(f"`{{{name}}}`" for name in field.setting.placeholders)
        lines.append(f"- Can name: {names}")
    lines.append("- Required" if field.required else f"- Default: {_default_words(field.default)}")
    if field.setting.example:
        lines.append(f"- Example: `{key.path[-1]} = {field.setting.example}`")
    return "\n".join([*lines, f"- Environment: `{key.variable}`", ""])


def _type_words(field: Field) -> str:
    kind: Any = field.type
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f'`"{choice}"`' for choice in get_args(kind))
    if get_origin(kind) is tuple:
        return f"list; each is a {_KINDS[field.setting.kind]}"
    if bool in (kind, *get_args(kind)):
        return "`true` or `false`"
    if kind is int:
        return f"whole number, at least {field.setting.minimum}"
    return _KINDS[field.setting.kind]


def _default_words(default: object) -> str:
    if default is None or default in ("", ()):
        return "not set" if default != () else "`[]`"
    value = list(default) if isinstance(default, tuple) else default
    return f"`{json.dumps(value, ensure_ascii=False)}`"
