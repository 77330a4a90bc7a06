"""Whether the regular hosts are people that the settings know."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from feedpub.config.layers import Layer
from feedpub.kinds.fault import quote
from feedpub.kinds.nearest import nearest
from feedpub.model import Finding, Place, Severity


def check_hosts(table: Mapping[str, Any], layers: Sequence[Layer]) -> Iterator[Finding]:
    """Hosts that look like an id, a lower-case word, but are none. Everything else is a plain name."""
    hosts, people = table.get("hosts", []), table.get("people", {})
    if not isinstance(hosts, list) or not isinstance(people, dict):
        return
    names = {str(person.get("name")) for person in people.values() if isinstance(person, dict)}
    known = {name.casefold() for name in (*people, *names)}
    for index, host in enumerate(hosts):
        if isinstance(host, str) and _looks_like_id(host) and host not in known:
            yield _unknown(host, people, _place(index, layers))


def _looks_like_id(host: str) -> bool:
    return host.isascii() and host.islower() and " " not in host


def _unknown(host: str, people: Mapping[str, Any], place: Place) -> Finding:
    close = nearest(host, people)
    fix = (
        f"did you mean `{close}`?"
        if close
        else f"add a table [people.{host}] with their name, or write the name in full"
    )
    return Finding(
        Severity.ERROR, "unknown-person", place, f"`hosts`: {quote(host)} is nobody in [people]", fix
    )


def _place(index: int, layers: Sequence[Layer]) -> Place:
    layer = next(layer for layer in reversed(layers) if "hosts" in layer.table)
    return layer.value_place(("hosts", index))
