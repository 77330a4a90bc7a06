"""Settings in which there is nothing to complain of, told without the validator.

pydantic finds all faults at once, and takes longer to load than all else that a first build does.
It is only asked when there is a fault: both follow the same declarations, and a test holds them to
the same verdict.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, Literal, get_args, get_origin

from feedpub.config.settings import Settings
from feedpub.kinds.fields import Field, fields_of, is_noun, item_type
from feedpub.kinds.text import check_text
from feedpub.kinds.times import check_time

#: no list in the settings is meant to be longer
LONGEST = 1000


def is_plainly_right(table: Mapping[str, Any], *, complete: bool) -> bool:
    """Whether nothing in a table in full is at fault, and, if it is to be complete, nothing is missing."""
    others = {name: kind for name, kind in Settings.__annotations__.items() if name != "show"}
    top = {key: value for key, value in table.items() if key not in others}
    return _is_right_table(top, fields_of(Settings.__annotations__["show"]), complete) and all(
        _is_right_table(table[name], fields_of(kind), complete)
        for name, kind in others.items()
        if name in table
    )


def _is_right_table(table: object, fields: Iterable[Field], complete: bool) -> bool:
    if not isinstance(table, Mapping):
        return False
    known = {field.name: field for field in fields}
    if not table.keys() <= known.keys():
        return False
    if complete and any(field.required and field.name not in table for field in known.values()):
        return False
    return all(_is_right(value, known[name], complete) for name, value in table.items())


def _is_right(value: object, field: Field, complete: bool) -> bool:
    item = item_type(field.kind)
    if item is None:
        return _is_right_value(value, field.kind, field, complete, may_be_empty=field.default == "")
    if get_origin(field.kind) is dict:
        if not isinstance(value, dict) or len(value) > LONGEST:
            return False
        values: Iterable[object] = value.values()
    else:
        if not isinstance(value, list) or not field.required <= len(value) <= LONGEST:
            return False
        values = value
    return all(_is_right_value(one, item, field, complete, may_be_empty=False) for one in values)


def _is_right_value(value: object, kind: Any, field: Field, complete: bool, *, may_be_empty: bool) -> bool:
    if is_noun(kind):
        return _is_right_table(value, fields_of(kind), complete)
    if kind is str:
        return isinstance(value, str) and check_text(value, field.setting, may_be_empty) is None
    if kind is int:
        return type(value) is int and field.setting.minimum <= value <= field.setting.largest
    if kind is timedelta:
        return check_time(value) is None
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    return isinstance(value, bool)
