"""Settings in short -> in full: a text for a table, one for a list of one, TOML's dates for text.

`location = "Boston"` means `[[location]]` with `name = "Boston"`. What is checked and put together is the
full form; places, which are looked up in the file, know that it may be shorter.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any, get_origin

from feedpub.config.settings import Settings
from feedpub.kinds.fields import Field, fields_of, is_noun, item_type, short_field, table_class


def in_full(table: Mapping[str, Any]) -> dict[str, Any]:
    """A settings file's table in full. What is no setting, or of no right type, stays as it is."""
    sections = {name: kind for name, kind in Settings.__annotations__.items() if name != "show"}
    show = Settings.__annotations__["show"]
    full: dict[str, Any] = _full_table({key: table[key] for key in table if key not in sections}, show)
    for name, kind in sections.items():
        if name in table:
            full[name] = _full_table(table[name], kind)
    return full


def _full_table(table: Any, kind: Any) -> Any:
    if not isinstance(table, dict):
        return table
    fields = {field.name: field for field in fields_of(kind)}
    return {key: _full_value(value, fields[key]) if key in fields else value for key, value in table.items()}


def _full_value(value: Any, field: Field) -> Any:
    kind = field.kind
    if table_class(kind):
        return _full_nouns(value, kind)
    if isinstance(value, date) and field.setting.kind == "iso date":
        return value.isoformat()
    # To TOML `00:01:13` is a time of day.
    return value.isoformat() if isinstance(value, time) and kind is timedelta else value


def _full_nouns(value: Any, kind: Any) -> Any:
    if get_origin(kind) is dict:
        if not isinstance(value, dict):
            return value
        return {name: _full_noun(one, item_type(kind)) for name, one in value.items()}
    if is_noun(kind):
        return _full_noun(value, kind)
    values = [value] if isinstance(value, str | dict) else value
    return [_full_noun(one, item_type(kind)) for one in values] if isinstance(values, list) else value


def _full_noun(value: Any, kind: Any) -> Any:
    short = short_field(kind)
    if isinstance(value, str) and short:
        return {short.name: value}
    return _full_table(value, kind)
