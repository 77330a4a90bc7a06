import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.release.identity import Candidate, identify, new_guid
from feedpub.release.ledger import Ledger

SHOW = "9b024349-ccf0-5f69-a609-6b82873eab3c"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PAST = NOW - timedelta(days=30)
AHEAD = NOW + timedelta(days=30)
EMPTY = Ledger(SHOW)


def episode(
    name: str = "a", published: datetime | None = PAST, guid: str = "", ready: bool = True
) -> Candidate:
    return Candidate(f"episodes/{name}.md", name, guid, published, f"https://x.example/{name}.mp3", ready)


def ledger_of(*candidates: Candidate) -> Ledger:
    return EMPTY._replace(entries=identify(candidates, EMPTY, NOW).entries)


def test_a_new_episode_gets_a_uuid_that_every_machine_agrees_on() -> None:
    guid = ledger_of(episode()).entries[0].guid
    assert guid == str(uuid.uuid5(uuid.UUID(SHOW), "episodes/a.md"))
    assert ledger_of(episode()).entries[0].guid == guid


def test_a_guid_of_the_authors_own_is_taken() -> None:
    assert ledger_of(episode(guid="tag:x,2020:1")).entries[0].guid == "tag:x,2020:1"


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "episodes/z.md"},
        {"slug": "z"},
        {"published": PAST + timedelta(days=1)},
        {"enclosure": "https://y.example/z.mp3"},
        {"source": "episodes/z.md", "slug": "z"},
        {"source": "episodes/z.md", "enclosure": "https://y.example/z.mp3"},
        {"source": "episodes/z.md", "slug": "z", "enclosure": "https://y.example/z.mp3"},
        {"source": "episodes/z.md", "slug": "z", "published": PAST + timedelta(days=1)},
    ],
)
def test_an_episode_stays_itself_whatever_changes(changed: dict[str, object]) -> None:
    ledger = ledger_of(episode("a"), episode("b", PAST - timedelta(days=7)))
    guid = next(one.guid for one in ledger.entries if one.slug == "a")
    after = episode("a")._replace(**changed)  # type: ignore[arg-type]
    result = identify([after, episode("b", PAST - timedelta(days=7))], ledger, NOW)
    assert result.entries[result.positions[0]].guid == guid
    assert result.entries[result.positions[0]].source == after.source
    assert len(result.entries) == 2
    assert not result.orphans


def test_files_that_swap_their_names_are_told_apart_by_their_own_guids() -> None:
    ledger = ledger_of(episode("a", guid="ga"), episode("b", guid="gb"))
    result = identify([episode("b", guid="ga"), episode("a", guid="gb")], ledger, NOW)
    assert [result.entries[result.positions[at]].guid for at in (0, 1)] == ["ga", "gb"]
    assert not result.conflicts


def test_another_guid_for_a_published_episode_is_a_conflict() -> None:
    ledger = ledger_of(episode(guid="old"))
    conflict = identify([episode(guid="new")], ledger, NOW).conflicts[0]
    assert (conflict.source, conflict.claimed, conflict.known) == ("episodes/a.md", "new", "old")


def test_a_scheduled_episode_may_still_change_everything() -> None:
    ledger = ledger_of(episode(published=AHEAD, guid="old"))
    result = identify([episode(published=AHEAD + timedelta(days=1), guid="new")], ledger, NOW)
    assert not result.conflicts
    assert (result.entries[0].guid, result.entries[0].published) == ("new", AHEAD + timedelta(days=1))


def test_what_was_published_is_not_rewritten_by_a_build() -> None:
    ledger = ledger_of(episode())
    after = episode()._replace(
        slug="z", enclosure="https://y.example/z.mp3", published=PAST - timedelta(days=2)
    )
    assert identify([after], ledger, NOW).entries == ledger.entries


def test_a_published_episode_without_a_file_is_an_orphan_and_stays_in_the_ledger() -> None:
    ledger = ledger_of(episode("a"), episode("b", PAST - timedelta(days=7)))
    result = identify([episode("a")], ledger, NOW)
    assert [one.slug for one in result.orphans] == ["b"]
    assert len(result.entries) == 2
    assert not result.dropped


def test_a_scheduled_episode_without_a_file_is_dropped() -> None:
    ledger = ledger_of(episode(published=AHEAD))
    result = identify([], ledger, NOW)
    assert result.dropped == {0}
    assert not result.orphans


def test_drafts_get_no_entry_but_keep_the_one_they_have() -> None:
    assert not ledger_of(episode(ready=False)).entries
    result = identify([episode(ready=False)], ledger_of(episode()), NOW)
    assert result.positions == {0: 0}
    assert not result.orphans


def test_a_new_file_under_the_name_of_a_renamed_one_gets_a_guid_of_its_own() -> None:
    ledger = ledger_of(episode("a"))
    renamed = episode("a")._replace(source="episodes/old.md")
    fresh = episode("a", PAST + timedelta(days=3))._replace(
        slug="other", enclosure="https://x.example/other.mp3"
    )
    first = identify([renamed], ledger, NOW)
    second = identify([renamed, fresh], Ledger(SHOW, first.entries), NOW)
    assert len({one.guid for one in second.entries}) == 2


def test_a_weak_sign_that_two_share_matches_nobody() -> None:
    ledger = ledger_of(episode("a"), episode("b"))
    strangers = [episode("y"), episode("z")]
    result = identify(strangers, ledger, NOW)
    assert len(result.orphans) == 2
    assert len(result.entries) == 4


candidates = st.lists(
    st.builds(
        Candidate,
        source=st.sampled_from([f"episodes/{n}.md" for n in range(6)]),
        slug=st.sampled_from("abc"),
        guid=st.sampled_from(["", "", "g1", "g2"]),
        published=st.sampled_from([None, PAST, PAST - timedelta(days=1), AHEAD]),
        enclosure=st.sampled_from(["", "u1", "u2"]),
        ready=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.source,
)


@given(candidates, candidates)
def test_guids_are_never_shared_and_never_change(before: list[Candidate], after: list[Candidate]) -> None:
    """Whatever changes between two builds: published entries keep their guid, nobody gets another's."""
    first = identify(before, EMPTY, NOW)
    ledger = Ledger(SHOW, first.entries)
    second = identify(after, ledger, NOW)
    assert len(set(second.positions.values())) == len(second.positions)
    for old, new in zip(ledger.entries, second.entries, strict=False):
        assert old.published > NOW or old.guid == new.guid
    minted = [one.guid for one in second.entries if one.guid not in ("g1", "g2")]
    assert len(set(minted)) == len(minted)


def test_a_minted_guid_is_a_uuid_of_version_5() -> None:
    minted = uuid.UUID(new_guid(SHOW, "episodes/x.md"))
    assert (minted.version, minted.variant) == (5, uuid.RFC_4122)
