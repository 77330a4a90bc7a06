"""Which rules judge what.

The selectors of a rule (`each`) say what its function is called with:

``document``, ``channel``, ``item``
    the whole, every channel with what is kept of its items, every item and live item
``guid``, ``channel/title``, ``item/title``
    every element of that name, or only with that parent (a live item is an item)
``itunes:*``, ``*``
    every element of a namespace, every element
``notes``, ``address``, ``odd address``
    every text that holds HTML, every address of an element, every one that is not plainly right
a class of :mod:`feedpub.validate.facts`
    every such fact that was gathered before
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from feedpub.validate.addresses import has_addresses
from feedpub.validate.notes import has_notes
from feedpub.validate.rule import Judge, Profile, Rule

#: selectors that do not name elements
_WHOLES = {"document", "channel", "item", "notes", "address", "odd address"}


Asked = tuple[tuple[Rule, Judge], ...]


class Rules(NamedTuple):
    """The rules that judge something."""

    #: those that know nothing but what they judge, with their functions
    plain: Asked
    #: those that want to know the circumstances of the run
    running: Asked
    #: whether such elements may hold addresses or HTML, for which there are rules as well
    has_more: bool = False

    @property
    def rules(self) -> list[Rule]:
        """All of them."""
        return [rule for rule, _ in (*self.plain, *self.running)]


class Dispatch:
    """The rules in force, by what they judge."""

    def __init__(self, rules: Iterable[Rule], profiles: Collection[Profile]) -> None:
        self.rules = [one for one in rules if any(profile in profiles for profile in one.profiles)]
        self._wholes: dict[str | type, list[Rule]] = {}
        self._named: dict[str, list[Rule]] = {}
        for one in self.rules:
            for selector in one.each:
                if isinstance(selector, type) or selector in _WHOLES:
                    self._wholes.setdefault(selector, []).append(one)
                else:
                    self._named.setdefault(selector, []).append(one)
        self._of_wholes: dict[str | type, Rules] = {}
        self._of_elements: dict[tuple[str, str], Rules] = {}

    def of(self, whole: str | type) -> Rules:
        """The rules that judge a whole, or facts of a class."""
        found = self._of_wholes.get(whole)
        if found is None:
            found = self._of_wholes[whole] = _split(self._wholes.get(whole, ()))
        return found

    def facts(self) -> set[type]:
        """The classes of facts that rules ask for."""
        return {selector for selector in self._wholes if isinstance(selector, type)}

    def for_element(self, parent: str, name: str) -> Rules:
        """The rules that judge elements called `name` inside one called `parent` (empty: the root)."""
        key = (parent, name)
        found = self._of_elements.get(key)
        if found is None:
            found = self._of_elements[key] = self._select(parent, name)
        return found

    def _select(self, parent: str, name: str) -> Rules:
        selectors = [name, f"{parent}/{name}", "*"]
        if parent == "podcast:liveItem":
            selectors.append(f"item/{name}")
        if ":" in name and not name.startswith("{"):
            selectors.append(f"{name.partition(':')[0]}:*")
        chosen = {one.id: one for selector in selectors for one in self._named.get(selector, ())}
        in_order = [chosen[rule_id] for rule_id in sorted(chosen)]
        return _split([one for one in in_order if one.where is None or one.where(parent, name)])._replace(
            has_more=(("address" in self._wholes or "odd address" in self._wholes) and has_addresses(name))
            or ("notes" in self._wholes and has_notes(name))
        )


def _split(rules: Iterable[Rule]) -> Rules:
    rules = list(rules)
    return Rules(
        tuple((one, one.judge) for one in rules if not one.wants_run),
        tuple((one, one.judge) for one in rules if one.wants_run),
    )
