"""The sources of settings, one over the other: built in < config.toml < show.toml < environment."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from feedpub.config.toml_places import TomlPath, TomlPlaces, find_toml_places
from feedpub.model import Place
from feedpub.model.setting import Origin


class Layer(Protocol):
    """One source of settings."""

    @property
    def table(self) -> Mapping[str, Any]:
        """What it sets, as ``tomllib`` would read it."""

    def key_place(self, path: TomlPath) -> Place:
        """Where the key stands; where it does not, its table, else the source as a whole."""

    def value_place(self, path: TomlPath) -> Place:
        """Where the value stands."""

    def origin(self, path: TomlPath) -> Origin:
        """Where the value of a key that is set here comes from."""


class FileLayer:
    """A TOML file. Places are looked up only when one is asked for."""

    def __init__(self, path: str, text: str, table: dict[str, Any]) -> None:
        self.path = path
        self.text = text
        self.table = table

    @cached_property
    def _places(self) -> TomlPlaces:
        return find_toml_places(self.text)

    def key_place(self, path: TomlPath) -> Place:
        path = self._written(path)
        while path and path not in self._places.keys:
            path = path[:-1]
        return Place(self.path, *self._places.keys.get(path, (0, 0)))

    def value_place(self, path: TomlPath) -> Place:
        found = self._places.values.get(self._written(path))
        return Place(self.path, *found) if found else self.key_place(path)

    def _written(self, path: TomlPath) -> TomlPath:
        """As much of a path as the file has; in it, a list of one may be its value, and a table a text."""
        keys, values = self._places
        found: TomlPath = ()
        for part in path:
            if (*found, part) in keys or (*found, part) in values:
                found = (*found, part)
            elif part != 0:
                break
        return found

    def origin(self, path: TomlPath) -> Origin:
        return Origin("file", self.key_place(path))


class EnvironmentLayer(NamedTuple):
    """What ``FEEDPUB_*`` variables set."""

    table: dict[str, Any]
    #: which variable sets a key
    variables: dict[TomlPath, str]

    def key_place(self, path: TomlPath) -> Place:
        return Place(f"${self._variable(path)}")

    def value_place(self, path: TomlPath) -> Place:
        return self.key_place(path)

    def origin(self, path: TomlPath) -> Origin:
        return Origin("environment", None, self._variable(path))

    def _variable(self, path: TomlPath) -> str:
        for known, name in self.variables.items():
            if path[: len(known)] == known or known[: len(path)] == path:
                return name
        return "FEEDPUB_"


def merge(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    """``upper`` over ``lower``: tables key by key, everything else as a whole."""
    merged = dict(lower)
    for key, value in upper.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
