"""Which rules judge what.

The selectors of a rule (`each`) say what its function is called with:

``document``, ``channel``, ``item``
    the whole, every channel with what is kept of its items, every item and live item
``guid``, ``channel/title``, ``item/title``
    every element of that name, or only with that parent (a live item is an item)
``itunes:*``, ``*``
    every element of a namespace, every element
``notes``, ``address``
    every text that holds HTML, every address of an element
a class of :mod:`feedpub.validate.facts`
    every such fact that was gathered before
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from feedpub.validate.rule import Profile, Rule

#: selectors that do not name elements
_WHOLES = {"document", "channel", "item", "notes", "address"}


class ForElement(NamedTuple):
    """The rules for elements of one name with one parent."""

    #: those that know nothing but the element
    plain: tuple[Rule, ...]
    #: those that want to know the circumstances of the run
    running: tuple[Rule, ...]


class Dispatch:
    """The rules in force, by what they judge."""

    def __init__(self, rules: Iterable[Rule], profiles: Collection[Profile]) -> None:
        self.rules = [one for one in rules if any(profile in profiles for profile in one.profiles)]
        self._wholes: dict[str | type, list[Rule]] = {}
        self._named: dict[str, list[Rule]] = {}
        for one in self.rules:
            for selector in one.each:
                target = self._wholes if isinstance(selector, type) or selector in _WHOLES else self._named
                target.setdefault(selector, []).append(one)  # type: ignore[arg-type]
        self._known: dict[tuple[str, str], ForElement] = {}

    def of(self, whole: str | type) -> tuple[Rule, ...]:
        """The rules that judge a whole, or facts of a class."""
        return tuple(self._wholes.get(whole, ()))

    def facts(self) -> set[type]:
        """The classes of facts that rules ask for."""
        return {selector for selector in self._wholes if isinstance(selector, type)}

    def for_element(self, parent: str, name: str) -> ForElement:
        """The rules that judge elements called `name` inside one called `parent` (empty: the root)."""
        key = (parent, name)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._select(parent, name)
        return found

    def _select(self, parent: str, name: str) -> ForElement:
        selectors = [name, f"{parent}/{name}", "*"]
        if parent == "podcast:liveItem":
            selectors.append(f"item/{name}")
        if ":" in name and not name.startswith("{"):
            selectors.append(f"{name.partition(':')[0]}:*")
        chosen = {one.id: one for selector in selectors for one in self._named.get(selector, ())}
        in_order = [chosen[rule_id] for rule_id in sorted(chosen)]
        return ForElement(
            tuple(one for one in in_order if not one.wants_run),
            tuple(one for one in in_order if one.wants_run),
        )
