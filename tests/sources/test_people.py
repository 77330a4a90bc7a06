"""People: found by id or name, described in place, suspected of slips."""

import pytest

from feedpub.model import Person, Severity
from feedpub.sources.people import People, join_people, resolve_people
from feedpub.sources.settings import PersonSettings, ShowSettings

SHOW = ShowSettings(
    *(
        "Title",
        "Description",
        "https://example.com/",
        "https://example.com/feed.xml",
        "en",
        "Ada",
        (),
        "cover.png",
    ),
    people={
        "ada": PersonSettings("Ada Lovelace", url="https://example.com/ada"),
        "grace": PersonSettings("Grace Hopper"),
        "ed": PersonSettings("Ed Itor", role="Editor"),
        "duo": PersonSettings("Penn and Teller"),
    },
    hosts=("ada", "Joan Clarke"),
)
KNOWN = People(SHOW)
ADA = Person("Ada Lovelace", "host", url="https://example.com/ada")


def names(value: object) -> list[str]:
    people, faults = resolve_people(value, "guest", KNOWN)
    assert faults == []
    return [person.name for person in people]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ben Darnell", ["Ben Darnell"]),
        ("Lazar, Zheng", ["Lazar", "Zheng"]),
        ("Lazar; Zheng", ["Lazar", "Zheng"]),
        ("Tracy, Naomi and Lynn", ["Tracy", "Naomi", "Lynn"]),
        ("Tracy, Naomi, and Lynn", ["Tracy", "Naomi", "Lynn"]),
        ("ada, GRACE HOPPER", ["Ada Lovelace", "Grace Hopper"]),
        ("Penn and Teller", ["Penn and Teller"]),
        (["ada", "Someone  Else"], ["Ada Lovelace", "Someone Else"]),
        ([{"name": "ada"}, {"name": "Simon and Garfunkel"}], ["Ada Lovelace", "Simon and Garfunkel"]),
        ({"name": "X"}, ["X"]),
        ("ada, Ada Lovelace", ["Ada Lovelace"]),
        (" , ", []),
        ([], []),
    ],
)
def test_ways_to_name_people(value: object, expected: list[str]) -> None:
    assert names(value) == expected


def test_what_the_settings_know_is_added() -> None:
    assert resolve_people("ada", "host", KNOWN) == ((ADA,), [])


def test_what_the_episode_says_counts_more_than_the_settings() -> None:
    said = {"name": "ada", "role": "Producer", "group": "Creative Direction", "url": "https://example.org/a"}
    expected = Person("Ada Lovelace", "producer", "creative direction", "https://example.org/a")
    assert resolve_people(said, "guest", KNOWN)[0] == (expected,)


def test_keys_may_be_spelt_as_in_the_podcast_namespace() -> None:
    said = {"name": "X", "href": "https://a.example/", "img": "https://a.example/x.jpg"}
    (person,), faults = resolve_people(said, "guest", KNOWN)
    assert (person.url, person.image, faults) == ("https://a.example/", "https://a.example/x.jpg", [])


def test_a_usual_role_counts_more_than_the_key() -> None:
    assert resolve_people("ed", "guest", KNOWN)[0][0].role == "editor"


def test_people_of_whom_no_role_is_known_are_hosts_if_the_show_says_so_and_else_guests() -> None:
    people, _ = resolve_people("Joan Clarke, grace", "", KNOWN)
    assert [person.role for person in people] == ["host", "guest"]


def test_hosts_of_the_show() -> None:
    assert KNOWN.hosts == (ADA, Person("Joan Clarke", "host"))


@pytest.mark.parametrize(
    ("value", "severity", "name", "text"),
    [
        ("grcae", Severity.WARNING, "unknown-person", "`grace`"),
        ("Grace Hoper", Severity.WARNING, "unknown-person", "`Grace Hopper`"),
        ("Alice & Bob", Severity.WARNING, "several-people", "comma"),
        (5.5, Severity.ERROR, "wrong-type", "`5.5`"),
        (True, Severity.ERROR, "wrong-type", "`True`"),
        ([["a"]], Severity.ERROR, "wrong-type", "neither a name"),
        ({"role": "host"}, Severity.ERROR, "person-without-name", "no `name`"),
        ({"name": "X", "twitter": "x"}, Severity.WARNING, "unknown-key", "`twitter`"),
        ({"name": "X", "url": "x.org"}, Severity.ERROR, "bad-address", "https://"),
        ({"name": "X", "role": ["host"]}, Severity.ERROR, "wrong-type", "`role`"),
    ],
)
def test_what_is_odd_is_reported(value: object, severity: Severity, name: str, text: str) -> None:
    _, [fault] = resolve_people(value, "guest", KNOWN)
    assert (fault.severity, fault.name) == (severity, name)
    assert text in fault.message + fault.fix


def test_joined_people_stand_once_for_each_role() -> None:
    guest = Person("Ada Lovelace", "guest")
    assert join_people((ADA,), (Person("ADA LOVELACE", "host"), guest)) == (ADA, guest)


def test_spaces_that_never_break_are_part_of_a_name() -> None:
    assert names(["Jean\u00a0 Luc\n Both"]) == ["Jean\u00a0 Luc Both"]
