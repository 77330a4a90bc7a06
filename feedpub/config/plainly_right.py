"""Settings in which there is nothing to complain of, told without the validator.

pydantic finds all faults at once, and takes longer to load than all else that a first build does.
It is only asked when there is a fault: both follow the same declarations, and a test holds them to
the same verdict.
"""

from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_origin

from feedpub.config.keys import Field, fields_of, table_class
from feedpub.config.settings import Settings
from feedpub.kinds.text import check_text

#: no number in the settings is meant to be larger
LARGEST = 2**31 - 1
#: nor is a list longer
LONGEST = 1000


def is_plainly_right(table: Mapping[str, Any], *, complete: bool) -> bool:
    """Whether no value of a settings file is at fault, and, if it is to be complete, none is missing."""
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
    below = table_class(field.type)
    if get_origin(field.type) is dict:
        return isinstance(value, dict) and all(
            _is_right_table(one, fields_of(below), complete) for one in value.values()
        )
    if below:
        return _is_right_table(value, fields_of(below), complete)
    if field.type is str:
        return _is_right_text(value, field, may_be_empty=field.default == "")
    if get_origin(field.type) is tuple:
        return (
            isinstance(value, list)
            and field.required <= len(value) <= LONGEST
            and all(_is_right_text(one, field, may_be_empty=False) for one in value)
        )
    if field.type is int:
        return type(value) is int and (field.setting.minimum or 0) <= value <= LARGEST
    if bool in (field.type, *get_args(field.type)):
        return isinstance(value, bool)
    return value in get_args(field.type)


def _is_right_text(value: object, field: Field, *, may_be_empty: bool) -> bool:
    return isinstance(value, str) and check_text(value, field.setting, may_be_empty) is None
