"""Findings about tables of settings: of one layer, and of all of them together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from feedpub.config.hosts import check_hosts
from feedpub.config.keys import dotted
from feedpub.config.layers import Layer
from feedpub.config.plainly_right import is_plainly_right
from feedpub.config.shorthand import in_full
from feedpub.config.toml_places import TomlPath
from feedpub.kinds.fault import Fault
from feedpub.model import Finding, Place, Severity

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

#: so many findings of one layer are worth reading at once
MOST = 100


def check_layer(layer: Layer) -> Iterator[Finding]:
    """What is wrong in one layer by itself. That it leaves out keys is no fault: another may have them."""
    table = in_full(layer.table)
    if is_plainly_right(table, complete=False):
        return
    errors = [error for error in _errors(table) if error["type"] != "missing"]
    for error in errors[:MOST]:
        yield _finding(error, layer)
    if len(errors) > MOST:
        message = f"there are {len(errors) - MOST:,} more errors"
        yield Finding(Severity.ERROR, "more-errors", layer.key_place(()), message, "mend these first")


def check_complete(table: Mapping[str, Any], layers: Sequence[Layer], path: str) -> Iterator[Finding]:
    """What is missing in the merged ``table``, to be written into the show's file ``path``."""
    full = in_full(table)
    errors = [] if is_plainly_right(full, complete=True) else _errors(full)
    meant = set(map(_meant, errors))
    for error in errors:
        if error["type"] == "missing" and error["loc"] not in meant:
            from feedpub.config.wording import missing_key

            fault = missing_key(error["loc"])
            yield fault.at(_place_of_table(error["loc"], layers, path))
    yield from check_hosts(table, layers)


def _errors(table: Mapping[str, Any]) -> "list[ErrorDetails]":
    """All faults, as pydantic finds them."""
    from pydantic import ValidationError

    from feedpub.config.validator import settings_model

    try:
        settings_model().model_validate(table)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _meant(error: "ErrorDetails") -> TomlPath:
    """The key that stands there misspelt, where it is plain which one was meant: it is not missing, too."""
    if error["type"] != "extra_forbidden":
        return ()
    from feedpub.config.unknown_key import unknown_key

    *table, _ = error["loc"]
    fix = unknown_key(error["loc"], error["input"]).fix
    meant = re.fullmatch(r"did you mean `(\w{1,60})`\?", fix)
    return (*table, meant[1]) if meant else ()


def _finding(error: "ErrorDetails", layer: Layer) -> Finding:
    location = error["loc"]
    if error["type"] == "extra_forbidden":
        from feedpub.config.unknown_key import unknown_key

        fault, place = unknown_key(location, error["input"]), layer.key_place(location)
    else:
        fault, place = _fault(error), layer.value_place(location)
    return fault.at(place)


def _fault(error: "ErrorDetails") -> Fault:
    from feedpub.config.validator import FaultError
    from feedpub.config.wording import wrong_type

    cause = error.get("ctx", {}).get("error")
    if not isinstance(cause, FaultError):
        return wrong_type(error)
    fault = cause.fault
    return fault._replace(message=f"`{dotted(error['loc'])}`: {fault.message}")


def _place_of_table(location: TomlPath, layers: Sequence[Layer], path: str) -> Place:
    """The strongest layer's header of the table that lacks a key; the show's file for the top level."""
    table = location[:-1]
    for layer in reversed(layers):
        if table and layer.origin(table).place and (place := layer.key_place(table)).line:
            return place
    return Place(path)
