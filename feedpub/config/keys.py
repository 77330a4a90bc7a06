"""Every key that the settings know, read off the classes that declare them.

What suggests, explains or lists settings walks this table, so that a setting is written down once: where it
is declared.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, get_origin, get_type_hints

from feedpub.config.settings import Settings
from feedpub.kinds.fields import Field, fields_of, table_class

#: stands for an id of the user's choice in a path: ``("people", "ID", "name")``
ANY = "ID"


class Table(NamedTuple):
    """A table of settings, and where it stands."""

    path: tuple[str, ...]
    #: the class that declares its keys
    kind: Any
    #: whether there may be many of it, each below a header in two brackets, or whether it stands in one such
    many: bool = False
    #: whether the innermost table is one of many
    repeated: bool = False

    @property
    def header(self) -> str:
        """As in ``[audio]`` or ``[[funding]]``."""
        return f"[[{dotted(self.path)}]]" if self.repeated else f"[{dotted(self.path)}]"


class Key(NamedTuple):
    """A key that holds a value, and where it stands."""

    path: tuple[str, ...]
    field: Field
    home: Table

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
        """The environment variable that overrides it, as ``FEEDPUB_AUDIO__URL``; empty for one in a list."""
        if self.home.many or table_class(self.field.kind):
            return ""
        return "FEEDPUB_" + "__".join(part if part == ANY else part.upper() for part in self.path)


@cache
def list_keys() -> tuple[Key, ...]:
    """All keys: those at the top of the file first, then table after table."""
    return tuple(
        Key((*table.path, field.name), field, table) for table in list_tables() for field in _plain(table)
    )


@cache
def list_tables() -> tuple[Table, ...]:
    """All tables; the top of the file comes first."""
    hints = get_type_hints(Settings)
    tables: list[Table] = []
    for name, settings in hints.items():
        tables += _tables(Table(() if name == "show" else (name,), settings), ())
    return tuple(tables)


def find_key(path: Sequence[str | int]) -> Key | None:
    """The key that stands at ``path`` in a file, or None. Places in a list are passed over."""
    found = find_value(path)
    if found is None or (table_class(found.field.kind) and not _is_recursive(found.home, found.field)):
        return None
    return found


def find_value(path: Sequence[str | int]) -> Key | None:
    """As :func:`find_key`, but what stands there may be a table, too."""
    names = [part for part in path if isinstance(part, str)]
    for end in (len(names) - 1, len(names) - 2):
        table = find_table(names[:end]) if end >= 0 else None
        field = _field(table.kind, names[end]) if table else None
        # The names in a table of texts are the user's own.
        if table and field and (end == len(names) - 1 or get_origin(field.kind) is dict):
            return Key((*table.path, field.name), field, table)
    return None


def find_table(path: Sequence[str | int]) -> Table | None:
    """The table that stands at ``path`` in a file, with ids as they are in ``path``, or None."""
    names = [part for part in path if isinstance(part, str)]
    found = _section(names)
    while found and len(found.path) < len(names):
        found = _below(found, names)
    return found


def dotted(path: Sequence[str | int]) -> str:
    """A path in a file as people write it, without places in lists: ``people.ada.name``."""
    return ".".join(part for part in path if isinstance(part, str))


def _section(names: Sequence[str]) -> Table | None:
    hints = get_type_hints(Settings)
    if names and names[0] in hints and names[0] != "show":
        return Table((names[0],), hints[names[0]])
    return Table((), hints["show"])


def _below(table: Table, names: Sequence[str]) -> Table | None:
    """The table one step further down on the way to ``names``."""
    field = _field(table.kind, names[len(table.path)])
    if field is None or not table_class(field.kind):
        return None
    inner = _inner(table, field)
    if not inner.path or inner.path[-1] != ANY:
        return inner
    if len(names) < len(inner.path) or not names[len(inner.path) - 1]:
        return None
    return inner._replace(path=(*inner.path[:-1], ANY))


def _field(kind: Any, name: str) -> Field | None:
    return next((field for field in fields_of(kind) if field.name == name), None)


def _inner(table: Table, field: Field) -> Table:
    """The table that a field of another table holds."""
    origin = get_origin(field.kind)
    path = (*table.path, field.name, ANY) if origin is dict else (*table.path, field.name)
    repeated = origin is tuple
    return Table(path, table_class(field.kind), table.many or repeated, repeated)


def _plain(table: Table) -> Iterator[Field]:
    for field in fields_of(table.kind):
        if not table_class(field.kind) or _is_recursive(table, field):
            yield field


def _is_recursive(table: Table, field: Field) -> bool:
    """Whether a table holds others of its kind: they are described once."""
    return bool(table_class(field.kind) is table.kind)


def _tables(table: Table, outer: tuple[Any, ...]) -> Iterator[Table]:
    yield table
    for field in fields_of(table.kind):
        below = table_class(field.kind)
        if below and below is not table.kind and below not in outer:
            yield from _tables(_inner(table, field), (*outer, table.kind))
