"""Somebody who takes part in a show or an episode."""

from typing import NamedTuple


class Person(NamedTuple):
    """A person with one role, as `podcast:person` has it (podcast namespace, docs/tags/person.md)."""

    name: str
    #: lower case, a role of the namespace's taxonomy: host, guest, ...
    role: str = "host"
    #: lower case, a group of the taxonomy: cast, writing, ...
    group: str = "cast"
    #: address of a page about the person; empty where there is none
    url: str = ""
    #: address of a picture; empty where there is none
    image: str = ""
