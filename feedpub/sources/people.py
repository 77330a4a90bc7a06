"""Who takes part: from what an episode says to people with roles.

Somebody is referred to by the id or the name of an entry of `[people.ID]`, or just named, or described
in place by a mapping with `name`, `role`, `group`, `url` and `image`.
"""

import re
from collections.abc import Iterable, Mapping

from feedpub.kinds.fault import Fault
from feedpub.kinds.one_line import one_line
from feedpub.kinds.quoting import quote
from feedpub.model import Person, Severity
from feedpub.model.podcast_taxonomy import group_of
from feedpub.sources.settings import PersonSettings, ShowSettings

_KEYS = ("name", "role", "group", "url", "image")
#: what the podcast namespace calls them
_OTHER_KEYS = {"href": "url", "img": "image"}


class People:
    """The people that a show's settings know."""

    def __init__(self, show: ShowSettings) -> None:
        self._ids = {key.casefold(): person for key, person in show.people.items()}
        self._names = {person.name.casefold(): person for person in show.people.values()}
        self.hosts, _ = resolve_people(list(show.hosts), "host", self)

    def find(self, reference: str) -> PersonSettings | None:
        """Whom an id or a name means, in any case."""
        folded = reference.casefold()
        return self._ids.get(folded) or self._names.get(folded)

    def role_of(self, name: str) -> str:
        """The role of somebody of whom nothing is said."""
        return "host" if any(host.name.casefold() == name.casefold() for host in self.hosts) else "guest"

    def nearest(self, reference: str) -> str:
        """The id or name that a reference may be a slip of, or nothing."""
        from feedpub.kinds.misspelling import nearest_word

        known = {key: entry.name for key, entry in self._names.items()} | {key: key for key in self._ids}
        return known.get(nearest_word(reference.casefold(), known), "")


def resolve_people(value: object, role: str, known: People) -> tuple[tuple[Person, ...], list[Fault]]:
    """The people that a value of a front matter names, in its order, and what is odd about it.

    ``value`` is text with commas, a list of ids, names and mappings, or one mapping. ``role`` is
    what they are unless more is known of them; empty lets the show's hosts be hosts, and all others guests.
    """
    people: list[Person] = []
    faults: list[Fault] = []
    for item in _items(value, known):
        if isinstance(item, Mapping):
            person = _described(item, role, known, faults)
        elif isinstance(item, str | int) and not isinstance(item, bool):
            person = _referred(str(item), role, known, faults)
        else:
            faults.append(_no_person(item))
            continue
        if person.name and person not in people:
            people.append(person)
    return tuple(people), faults


def join_people(*groups: Iterable[Person]) -> tuple[Person, ...]:
    """All of the groups in turn, everybody once for each role."""
    joined: dict[tuple[str, str], Person] = {}
    for group in groups:
        for person in group:
            joined.setdefault((person.name.casefold(), person.role), person)
    return tuple(joined.values())


def _items(value: object, known: People) -> list[object]:
    if isinstance(value, str):
        return list(_split(value, known))
    return value if isinstance(value, list) else [value]


def _split(text: str, known: People) -> list[str]:
    """The names in a text: parted by commas, semicolons or lines, and `and` before the last of several."""
    if known.find(text.strip()):
        return [text.strip()]
    names = [name for part in re.split(r"[,;\n]", text) if (name := part.strip())]
    if len(names) > 1 and not known.find(names[-1]):
        names[-1:] = re.sub(r"^(?:and|&)\s+", "", names[-1]).replace(" & ", " and ").split(" and ")
    return names


def _referred(reference: str, role: str, known: People, faults: list[Fault]) -> Person:
    reference = one_line(reference)
    entry = known.find(reference)
    if entry:
        usual = _role(entry.role, role, entry.name, known)
        return Person(entry.name, usual, _group(entry.group, usual), entry.url, entry.image)
    if near := known.nearest(reference):
        message = f"{quote(reference)} is not among the show's people"
        faults.append(Fault("unknown-person", message, f"did you mean {quote(near)}?", Severity.WARNING))
    elif re.search(r"\s(?:and|&)\s", reference):
        message = f"{quote(reference)} is taken for one person"
        fix = "put a comma between two people, or write a list"
        faults.append(Fault("several-people", message, fix, Severity.WARNING))
    return Person(reference, _role("", role, reference, known))


def _described(item: Mapping[object, object], role: str, known: People, faults: list[Fault]) -> Person:
    """A person of whom the episode itself says more; what it does not say is looked up."""
    described = {_OTHER_KEYS.get(str(key), str(key)): value for key, value in item.items()}
    said = {key: _text(key, described.get(key), faults) for key in _KEYS}
    for key in described:
        if key not in _KEYS:
            message = f"{quote(key)} is nothing that can be said of a person"
            faults.append(Fault("unknown-key", message, f"use {', '.join(_KEYS)}", Severity.WARNING))
    if not said["name"]:
        faults.append(Fault("person-without-name", "a person has no `name`", "add it"))
    entry = known.find(said["name"]) or PersonSettings(said["name"])
    faults += _check_taxonomy(said["role"], said["group"])
    plays = said["role"].lower() or _role(entry.role, role, entry.name, known)
    return Person(
        entry.name,
        plays,
        _group(said["group"] or ("" if said["role"] else entry.group), plays),
        said["url"] or entry.url,
        said["image"] or entry.image,
    )


def _text(key: str, value: object, faults: list[Fault]) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        message = f"a person's `{key}` must be text, not {quote(str(value))}"
        faults.append(Fault("wrong-type", message, "quote the value"))
        return ""
    text = one_line(value)
    if key in ("url", "image") and text and not re.match(r"https?://[^\s/]", text):
        message = f"a person's `{key}` must be an address, not {quote(text)}"
        faults.append(Fault("bad-address", message, "begin it with https://"))
        return ""
    return text


def _role(usual: str, referred_as: str, name: str, known: People) -> str:
    return usual.lower() or referred_as or known.role_of(name)


def _group(given: str, role: str) -> str:
    """The group that is given, or that to which the role belongs."""
    return given.lower() or group_of(role)


def _check_taxonomy(role: str, group: str) -> list[Fault]:
    """Roles and groups that the podcast namespace does not know: apps may pass over them."""
    if not (role or group):
        return []
    from feedpub.kinds.lists import check_group, check_role, check_role_in_group

    found = [
        check_role(role) if role else None,
        check_group(group) if group else None,
        check_role_in_group(role, group),
    ]
    return [fault for fault in found if fault]


def _no_person(item: object) -> Fault:
    message = f"{quote(str(item))} is neither a name nor a description of a person"
    return Fault("wrong-type", message, "write names with commas between them, or a list")
