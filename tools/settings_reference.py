"""The reference page and the JSON Schema of the settings, from the classes that declare them."""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Literal, get_args, get_origin

from feedpub.config.environment import RESERVED
from feedpub.config.keys import ANY, Key, Table, find_value, list_keys, list_tables
from feedpub.config.schema import settings_schema
from feedpub.kinds.fields import Field, is_noun, item_type, short_field
from feedpub.model import podcast_lists
from feedpub.model.setting import Setting

#: what a number that may be as large as it likes has for its limit
_NO_LIMIT = Setting("").largest

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

Where a table has one key that says enough, its value may stand for it: `license = "CC-BY-SA-4.0"` is
`[license]` with that `name`. Of a `[[table]]` in two brackets there may be many; one alone may be written
without a list: `location = "Boston"`.

`feedpub config` shows every value and where it came from.

Editors that know JSON Schema check and complete both files with `schemas/settings.schema.json`: with Taplo or
Even Better TOML, let the first line be `#:schema` and the path of that file.

These variables are no settings: {reserved}.
"""


def _one_of(choices: Iterable[str]) -> str:
    return "one of " + ", ".join(f'`"{choice}"`' for choice in choices)


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
    "https url": "web address, with https",
    "uri": "absolute address with any scheme",
    "namespace": "URI of an XML namespace",
    "guid": "UUID",
    "host name": "host name",
    "tag name": "name of a tag, with its prefix",
    "geo": "`geo:` URI (RFC 5870)",
    "osm": "object of OpenStreetMap",
    "country": "country code (ISO 3166-1 alpha-2)",
    "license": "SPDX identifier, or text",
    "medium": "medium of the podcast namespace",
    "role": "role of the podcast namespace's taxonomy",
    "group": "group of the podcast namespace's taxonomy",
    "service": "service slug of the podcast namespace",
    "social protocol": _one_of(podcast_lists.SOCIAL_PROTOCOLS),
    "chat protocol": _one_of(podcast_lists.CHAT_PROTOCOLS),
    "value type": _one_of(podcast_lists.VALUE_TYPES),
    "value method": _one_of(podcast_lists.VALUE_METHODS),
    "recipient type": _one_of(podcast_lists.RECIPIENT_TYPES),
    "integrity type": _one_of(podcast_lists.INTEGRITY_TYPES),
    "transcript rel": _one_of(podcast_lists.TRANSCRIPT_RELS),
    "decimal": "decimal number as text",
    "aspect ratio": "relation of width and height",
    "media type": "media type",
    "tokens": "words with blanks between them",
    "rrule": "recurrence rule (RFC 5545)",
    "schedule": "text",
    "iso date": "date, or date and time (ISO 8601)",
}


def render_settings_schema() -> str:
    """`schemas/settings.schema.json`."""
    return json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"


def render_settings_reference() -> str:
    """`docs/reference/settings.md`."""
    reserved = ", ".join(f"`{name}`" for name in RESERVED)
    sections = [_INTRODUCTION.replace("{reserved}", reserved)]
    described: dict[Any, Table] = {}
    # Where several tables have the same keys, these are described at the outermost one.
    for table in sorted(list_tables(), key=lambda table: len(table.path)):
        described.setdefault(table.kind, table)
    sections += [_render_table(table, described[table.kind]) for table in list_tables()]
    return "\n".join(sections)


def _render_table(table: Table, first: Table) -> str:
    """A section; of a table whose keys are those of another only its heading and that."""
    heading = f"## `{table.header}`" if table.path else "## At the top of the file"
    if first is not table:
        return f"{heading}\n\n{_doc_of(table)} It has the keys of `{first.header}`.\n"
    keys = [key for key in list_keys() if key.home == table]
    return "\n".join(
        [f"{heading}\n", *([f"{doc}\n"] if (doc := _doc_of(table)) else []), *map(_render_key, keys)]
    )


def _doc_of(table: Table) -> str:
    """What the setting that holds the table is for, and how it may be written in short."""
    field = _holder(table)
    if field is None:
        return ""
    short = short_field(table.kind)
    note = f" A text alone is its `{short.name}`." if short else ""
    return f"{field.setting.doc}{note}"


def _holder(table: Table) -> Field | None:
    """The field that holds a table; None for the sections of a file."""
    found = find_value(table.path[:-1] if table.path[-1:] == (ANY,) else table.path)
    return found.field if found else None


def _render_key(key: Key) -> str:
    field = key.field
    lines = [f"### `{key.dotted}`\n", f"{field.setting.doc}\n", f"- Type: {_type_words(field)}"]
    if field.setting.placeholders:
        names = ", ".join(f"`{{{name}}}`" for name in field.setting.placeholders)
        lines.append(f"- Can name: {names}")
    if field.setting.longest:
        lines.append(f"- At most {field.setting.longest:,} characters")
    lines.append("- Required" if field.required else f"- Default: {_default_words(field.default)}")
    if field.setting.example:
        lines.append(f"- Example: `{key.path[-1]} = {field.setting.example}`")
    if key.variable:
        lines.append(f"- Environment: `{key.variable}`")
    return "\n".join([*lines, ""])


def _type_words(field: Field) -> str:
    item = item_type(field.kind)
    if item is None:
        return _value_words(field.kind, field)
    words = _value_words(item, field)
    what = "tables with the same keys" if is_noun(item) else f"each is {_article(words)}{words}"
    return f"table of names; {what}" if get_origin(field.kind) is dict else f"list; {what}"


def _value_words(kind: Any, field: Field) -> str:
    if get_origin(kind) is Literal:
        return _one_of(get_args(kind))
    if kind is bool:
        return "`true` or `false`"
    if kind is int:
        return f"whole number, {_range_words(field)}"
    return (
        "length of time: seconds, or text such as `1:02:03.5`"
        if kind is timedelta
        else _KINDS[field.setting.kind]
    )


def _article(words: str) -> str:
    return "" if words.startswith("one of") else "an " if words[0] in "aeioAEI" else "a "


def _range_words(field: Field) -> str:
    low, high = field.setting.minimum, field.setting.largest
    return f"{low} to {high:,}" if high < _NO_LIMIT else f"at least {low}"


def _default_words(default: object) -> str:
    if default is None or default in ("", (), {}):
        return "not set" if default != () else "`[]`"
    value = list(default) if isinstance(default, tuple) else default
    return f"`{json.dumps(value, ensure_ascii=False)}`"
