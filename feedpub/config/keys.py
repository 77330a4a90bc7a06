"""Every key that the settings know, read off the classes that declare them.

What validates, suggests, explains or lists settings walks this table, so that a setting is written
down once: where it is declared.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from feedpub.config.settings import Settings
from feedpub.model.setting import Setting

#: stands for an id of the user's choice in a path: ``("people", "ID", "name")``
ANY = "ID"


class Field(NamedTuple):
    """One field of a settings class."""

    name: str
    #: the type without its ``Annotated``
    type: Any
    setting: Setting
    #: None where the field is required
    default: object
    required: bool


class Key(NamedTuple):
    """A key that holds a value, and where it stands."""

    path: tuple[str, ...]
    field: Field

    @property
    def dotted(self) -> str:
        """As in ``audio.url``."""
        return dotted(self.path)

    @property
    def table(self) -> tuple[str, ...]:
        """The table that holds it; empty for the top of the file."""
        return self.path[:-1]

    @property
    def variable(self) -> str:
        """The environment variable that overrides it, as ``FEEDPUB_AUDIO__URL``."""
        return "FEEDPUB_" + "__".join(part if part == ANY else part.upper() for part in self.path)


@cache
def fields_of(settings: Any) -> tuple[Field, ...]:
    """The fields of one settings class, in the order of declaration."""
    hints = get_type_hints(settings, include_extras=True)
    defaults = settings._field_defaults
    return tuple(
        Field(name, get_args(hint)[0], get_args(hint)[1], defaults.get(name), name not in defaults)
        for name, hint in hints.items()
    )


def table_class(kind: Any) -> Any:
    """The settings class that a field of type ``kind`` holds (itself, or one for each id), or None."""
    for candidate in (kind, *get_args(kind)):
        if hasattr(candidate, "_field_defaults"):
            return candidate
    return None


@cache
def list_keys() -> tuple[Key, ...]:
    """All keys: those at the top of the file first, then table after table."""
    keys: list[Key] = []
    for name, settings in get_type_hints(Settings).items():
        keys += _keys(() if name == "show" else (name,), settings)
    return tuple(keys)


def find_key(path: Sequence[str | int]) -> Key | None:
    """The key that stands at ``path`` in a file, or None. Places in a list are passed over."""
    names = [part for part in path if isinstance(part, str)]
    for key in list_keys():
        if len(key.path) == len(names) and all(map(_fits, key.path, names)):
            return key
    return None


def list_tables() -> tuple[tuple[str, ...], ...]:
    """The tables, as in ``("people", "ID")``; the top of the file, ``()``, comes first."""
    return tuple(dict.fromkeys(key.table for key in list_keys()))


def dotted(path: Sequence[str | int]) -> str:
    """A path in a file as people write it, without places in lists: ``people.ada.name``."""
    return ".".join(part for part in path if isinstance(part, str))


def _fits(known: str, name: str) -> bool:
    return known == name or (known == ANY and name != "")


def _keys(path: tuple[str, ...], settings: Any) -> list[Key]:
    plain, nested = [], []
    for field in fields_of(settings):
        below = table_class(field.type)
        inner = (*path, field.name, ANY) if get_origin(field.type) is dict else (*path, field.name)
        if below:
            nested += _keys(inner, below)
        else:
            plain.append(Key(inner, field))
    return plain + nested
