"""Names of the podcast namespace's lists: right, misspelt, and unknown."""

import pytest

from feedpub.kinds.lists import check_role_in_group
from feedpub.kinds.text import check_text
from feedpub.model import Severity
from feedpub.model.podcast_lists import MEDIUMS
from feedpub.model.podcast_taxonomy import TAXONOMY, group_of, groups_of, list_roles
from feedpub.model.setting import Setting

LISTS = [
    # kind, a right name, a slip of it, what it is called, whether the list grows
    ("medium", "audiobook", "audiobok", "unknown-medium", False),
    ("role", "Audio Engineer", "audio enginer", "unknown-role", True),
    ("group", "Creative Direction", "creative direktion", "unknown-group", True),
    ("service", "podcastindex", "podcast-index", "unknown-service", True),
    ("social protocol", "activitypub", "activity pub", "unknown-protocol", True),
    ("chat protocol", "matrix", "matricks", "unknown-protocol", True),
    ("value type", "lightning", "lightening", "unknown-payment-network", True),
    ("value method", "keysend", "key send", "unknown-payment-method", True),
    ("recipient type", "lnaddress", "lnadress", "unknown-recipient-type", True),
    ("integrity type", "pgp-signature", "pgp signature", "unknown-integrity-type", False),
    ("transcript rel", "captions", "caption", "unknown-transcript-rel", True),
    ("country", "GB", "Great Britain", "unknown-country", False),
]


def check(kind: str, text: str):  # type: ignore[no-untyped-def]
    return check_text(text, Setting("", kind=kind), may_be_empty=False)


@pytest.mark.parametrize(("kind", "right"), [row[:2] for row in LISTS])
def test_a_name_of_the_list_is_right(kind: str, right: str) -> None:
    assert check(kind, right) is None


@pytest.mark.parametrize(("kind", "right", "slip", "name", "grows"), LISTS)
def test_a_slip_gets_the_nearest_name(kind: str, right: str, slip: str, name: str, grows: bool) -> None:
    fault = check(kind, slip)
    assert fault.name == name
    assert right.casefold() in fault.fix.casefold()
    assert fault.severity is (Severity.WARNING if grows else Severity.ERROR)


@pytest.mark.parametrize(("kind", "name"), [(row[0], row[3]) for row in LISTS])
def test_an_unknown_name_is_named_without_a_guess(kind: str, name: str) -> None:
    fault = check(kind, "qqqqqqqq")
    assert (fault.name, "did you mean" in fault.fix) == (name, False)


@pytest.mark.parametrize(
    ("kind", "text", "fix"),
    [
        ("medium", "Podcast", "did you mean `podcast`?"),
        ("medium", "musicl", "did you mean `musicL`?"),
        ("social protocol", "bluesky", "did you mean `atproto`?"),
        ("social protocol", "none", "did you mean `disabled`?"),
        ("social protocol", "mastodon", "did you mean `activitypub`?"),
        ("service", "Spotify", "did you mean `spotify`?"),
        ("country", "uk", "did you mean GB?"),
        ("country", "gb", "did you mean GB?"),
        ("country", "Germany", "did you mean DE?"),
        ("country", "Deutschland", "did you mean DE?"),
        ("country", "Swizerland", "did you mean CH?"),
    ],
)
def test_what_people_write_instead_is_known(kind: str, text: str, fix: str) -> None:
    assert check(kind, text).fix == fix


def test_every_medium_but_mixed_has_a_list_of_its_kind() -> None:
    plain = {medium for medium in MEDIUMS if medium[-1] != "L"} - {"mixed"}
    assert {f"{medium}L" for medium in plain} == set(MEDIUMS) - plain - {"mixed"}


def test_the_taxonomy_has_its_63_entries() -> None:
    assert (len(TAXONOMY), sum(map(len, TAXONOMY.values())), len(list_roles())) == (11, 63, 62)


def test_a_role_of_two_groups_belongs_to_both() -> None:
    assert groups_of("Editor") == ("writing", "video post-production")
    assert check_role_in_group("editor", "Video Post-Production") is None


def test_a_role_of_another_group_is_a_warning_that_names_its_own() -> None:
    fault = check_role_in_group("composer", "Cast")
    assert fault is not None
    assert (fault.name, fault.severity) == ("role-outside-group", Severity.WARNING)
    assert "`audio post-production`" in fault.fix


def test_the_group_follows_from_the_role() -> None:
    assert [group_of(role) for role in ("host", "Composer", "lamp keeper")] == [
        "cast",
        "audio post-production",
        "cast",
    ]
