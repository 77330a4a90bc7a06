"""Who does what in a podcast: the groups and roles of the podcast namespace's taxonomy (taxonomy.json).

Names are compared without regard to case, and kept in lower case, as feeds mostly have them.
"""

from functools import cache

#: what is meant where nothing is said (docs/tags/person.md)
DEFAULT_GROUP = "cast"

#: group -> its roles
TAXONOMY: dict[str, tuple[str, ...]] = {
    "creative direction": (
        "director",
        "assistant director",
        "executive producer",
        "senior producer",
        "producer",
        "associate producer",
        "development producer",
        "creative director",
    ),
    "cast": (
        "host",
        "co-host",
        "guest host",
        "guest",
        "voice actor",
        "narrator",
        "announcer",
        "reporter",
    ),
    "writing": (
        "author",
        "editorial director",
        "co-writer",
        "writer",
        "songwriter",
        "guest writer",
        "story editor",
        "managing editor",
        "script editor",
        "script coordinator",
        "researcher",
        "editor",
        "fact checker",
        # The taxonomy misspells it; readers compare with its list, to the letter.
        "translater",
        "transcriber",
        "logger",
    ),
    "audio production": (
        "studio coordinator",
        "technical director",
        "technical manager",
        "audio engineer",
        "remote recording engineer",
        "post production engineer",
    ),
    "audio post-production": (
        "audio editor",
        "sound designer",
        "foley artist",
        "composer",
        "theme music",
        "music production",
        "music contributor",
    ),
    "administration": (
        "production coordinator",
        "booking coordinator",
        "production assistant",
        "content manager",
        "marketing manager",
        "sales representative",
        "sales manager",
    ),
    "visuals": ("graphic designer", "cover art designer"),
    "community": ("social media manager",),
    "misc.": ("consultant", "intern"),
    "video production": ("camera operator", "lighting designer", "camera grip", "assistant camera"),
    "video post-production": ("editor", "assistant editor"),
}


@cache
def list_roles() -> frozenset[str]:
    """All roles of all groups."""
    return frozenset(role for roles in TAXONOMY.values() for role in roles)


def groups_of(role: str) -> tuple[str, ...]:
    """The groups that have a role, in the order of the taxonomy; none for a role that it does not have."""
    return tuple(group for group, roles in TAXONOMY.items() if role.casefold() in roles)


def group_of(role: str) -> str:
    """The group in which somebody with this role stands unless they say otherwise."""
    return next(iter(groups_of(role)), DEFAULT_GROUP)
