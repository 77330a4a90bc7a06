"""`podcast:person`: who takes part (docs/tags/person.md, and the taxonomy of roles)."""

from feedpub.kinds.lists import check_group, check_role, check_role_in_group
from feedpub.model.podcast_taxonomy import DEFAULT_GROUP
from feedpub.validate.document.element import Element
from feedpub.validate.rule import INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem, sentence

_NAME = "podcast:person"
_GOOD = '<podcast:person role="Audio Editor" group="audio post-production">Ada</podcast:person>'


def _role_of(person: Element) -> str:
    """What somebody does; without a word it is the host (docs/tags/person.md)."""
    return person.attribute("role").strip().casefold() or "host"


def _name_of(person: Element) -> str:
    return " ".join(person.text.casefold().split())


@rule(
    id="POD150",
    name="person-unknown-role",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The role of a person is not in the taxonomy.",
    why="Apps translate the roles that they know, and take others for nothing, or for a host.",
    fix="Choose a role of the taxonomy; without one it is `host`.",
    spec="NS person; TAX",
    bad='<podcast:person role="boss">Ada</podcast:person>',
    good=_GOOD,
)
def unknown_role(person: Element) -> Problems:
    role = person.attribute("role").strip()
    fault = check_role(role) if role else None
    if fault is not None:
        yield attribute_problem(person, "role", fault)


@rule(
    id="POD151",
    name="person-unknown-group",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The group of a person is not in the taxonomy.",
    why="Apps list people by the groups that they know.",
    fix="Choose a group of the taxonomy; without one it is `cast`.",
    spec="NS person; TAX",
    bad='<podcast:person role="host" group="crew">Ada</podcast:person>',
    good=_GOOD,
)
def unknown_group(person: Element) -> Problems:
    group = person.attribute("group").strip()
    fault = check_group(group) if group else None
    if fault is not None:
        yield attribute_problem(person, "group", fault)


@rule(
    id="POD152",
    name="person-role-not-in-group",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="The role of a person belongs to another group than the one that is given.",
    why="Apps that go by group and role together do not find the pair in the taxonomy.",
    fix="Give the group that the role belongs to.",
    spec="TAX",
    bad='<podcast:person role="guest" group="writing">Ada</podcast:person>',
    good=_GOOD,
)
def role_outside_group(person: Element) -> Problems:
    group = person.attribute("group").strip()
    fault = check_role_in_group(_role_of(person), group) if group else None
    if fault is not None:
        fix = sentence(fault.fix.partition("; leave")[0])
        yield Problem(person, f"`podcast:person`: {fault.message}", attribute="group", fix=fix)


@rule(
    id="POD153",
    name="person-item-replaces-channel",
    each="channel",
    profiles={PODCASTING2: INFO},
    what="An episode names persons, but not the host of the podcast.",
    why="The persons of an episode replace those of the podcast wholly: apps show the episode without its "
    "host.",
    fix="Name the host in the episode as well, if there was one.",
    spec='NS person, "Parent"',
    bad='<podcast:person>Ada</podcast:person><item><podcast:person role="guest">Bo</podcast:person></item>',
    good='<podcast:person>Ada</podcast:person><item><podcast:person role="guest">Bo</podcast:person>'
    "<podcast:person>Ada</podcast:person></item>",
)
def replaces_host(channel: Element) -> Problems:
    hosts = {_name_of(one): one for one in channel.all(_NAME) if _role_of(one) == "host" and one.value}
    if not hosts:
        return
    for item in channel.items:
        persons = item.all(_NAME)
        if persons and not any(_role_of(one) == "host" or _name_of(one) in hosts for one in persons):
            names = ", ".join(quote(one.value) for one in hosts.values())
            message = (
                f"the `podcast:person` of the episode replace those of the channel, with its host {names}"
            )
            yield Problem(persons[0], message)


@rule(
    id="POD154",
    name="person-duplicate",
    each=("channel", "item"),
    profiles={PODCASTING2: WARNING},
    what="The same person is named twice with the same role.",
    why="Apps show them twice.",
    fix="Remove one of the two.",
    spec="practice",
    bad='<podcast:person>Ada</podcast:person><podcast:person role="Host">Ada</podcast:person>',
    good='<podcast:person>Ada</podcast:person><podcast:person role="Editor">Ada</podcast:person>',
    within="item",
)
def duplicate_person(parent: Element) -> Problems:
    first: dict[tuple[str, str, str], Element] = {}
    for person in parent.all(_NAME):
        group = person.attribute("group").strip().casefold() or DEFAULT_GROUP
        key = (_name_of(person), _role_of(person), group)
        if person.value and first.setdefault(key, person) is not person:
            message = f"`podcast:person` {quote(person.value)} is named on line {{line}} with the same role"
            yield Problem(person, message, also=first[key])
