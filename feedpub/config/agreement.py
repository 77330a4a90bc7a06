"""Whether settings that are each right by themselves agree with each other."""

from collections.abc import Iterator, Sequence
from typing import Any

from feedpub.config.assembly import walk_nouns
from feedpub.config.keys import dotted
from feedpub.config.layers import Layer
from feedpub.config.settings import Settings
from feedpub.config.toml_places import TomlPath
from feedpub.feed.namespaces import NAMESPACES
from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.identifiers import check_prefix
from feedpub.kinds.lists import check_role_in_group
from feedpub.kinds.nouns import check_noun, check_several
from feedpub.kinds.prefixes import check_prefixes
from feedpub.model import Finding, Place

#: what belongs together, and what is wrong with it
_Faults = Iterator[tuple[TomlPath, Fault]]


def check_agreement(settings: Settings, layers: Sequence[Layer]) -> Iterator[Finding]:
    """What is wrong with settings that all have right values, the weakest of the ``layers`` first."""
    for check in _CHECKS:
        for path, fault in check(settings):
            named = fault._replace(message=f"`{dotted(path)}`: {fault.message}")
            yield named.at(_place(path, layers))


def _check_nouns(settings: Settings) -> _Faults:
    for path, value in walk_nouns(settings):
        fault = check_noun(value) if hasattr(value, "_fields") else check_several(value)
        if fault:
            yield path, fault
    known = {**NAMESPACES, **settings.feed.namespaces}
    for index, tag in enumerate(settings.show.extra):
        if fault := check_prefixes(tag, known):
            yield ("extra", index, "name"), fault


def _check_people(settings: Settings) -> _Faults:
    for id, person in settings.show.people.items():
        if fault := check_role_in_group(person.role, person.group):
            yield ("people", id, "role"), fault


def _check_seasons(settings: Settings) -> _Faults:
    for number in settings.show.seasons:
        if not (number.isascii() and number.isdecimal() and len(number) < 10):
            message = f"{quote(number)} is no number of a season"
            yield (
                ("seasons", number),
                Fault("bad-season", message, "write whole numbers, as in [seasons.2]"),
            )


def _check_namespaces(settings: Settings) -> _Faults:
    for prefix in settings.feed.namespaces:
        path = ("feed", "namespaces", prefix)
        if prefix in NAMESPACES:
            message = f"{quote(prefix)} is a prefix that feedpub itself uses"
            yield path, Fault("reserved-prefix", message, "use another one, or leave the line out")
        elif fault := check_prefix(prefix):
            yield path, fault


def _check_services(settings: Settings) -> _Faults:
    for index, service in enumerate(settings.show.allow_services):
        if service in settings.show.block_services:
            message = f"{quote(service)} is blocked as well"
            yield ("allow_services", index), Fault("contradiction", message, "remove it from one of the two")


def _check_schedule(settings: Settings) -> _Faults:
    """Apple stops looking for episodes of a show that is complete: that must not be a slip."""
    updates = settings.show.updates
    if not updates or not (settings.show.complete or updates.complete):
        return
    from feedpub.sources.updates import parse_frequency

    if rule := updates.rrule or parse_frequency(updates.text):
        message = f"no episode will ever follow (`complete`), and yet they come {quote(updates.text or rule)}"
        fix = 'take `complete` away; or, if the show is over, write complete = true and updates = "none"'
        yield ("updates",), Fault("contradiction", message, fix)


_CHECKS = (_check_nouns, _check_people, _check_seasons, _check_namespaces, _check_services, _check_schedule)


def _place(path: TomlPath, layers: Sequence[Layer]) -> Place:
    """Where the strongest layer that has any of it says so."""
    holding: Any = [layer for layer in layers if path[0] in layer.table]
    if path[0] in Settings._fields:
        holding = [layer for layer in holding if path[1] in layer.table[path[0]]]
    return (holding or layers)[-1].value_place(path)
