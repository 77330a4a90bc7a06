"""A date ahead is a schedule."""

from pathlib import Path

import pytest

from tests.workspace import SHOW, Workspace, episode


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1, date="2025-12-31 06:00")
    made.add(2, date="2026-03-29 06:00")
    made.add(3, date="2026-10-25 06:00")
    return made


@pytest.mark.parametrize(
    ("now", "titles"),
    [
        ("2025-12-31T04:59:59+00:00", []),
        ("2025-12-31T05:00:00+00:00", ["Talk 1"]),
        ("2026-03-29T03:59:59+00:00", ["Talk 1"]),
        (
            "2026-03-29T04:00:00+00:00",
            ["Talk 2", "Talk 1"],
        ),  # 06:00 is 04:00 UTC now: summer time began at 02:00
        ("2026-10-25T04:59:59+00:00", ["Talk 2", "Talk 1"]),
        ("2026-10-25T05:00:00+00:00", ["Talk 3", "Talk 2", "Talk 1"]),  # and ended at 03:00
        ("2099-01-01T00:00:00+00:00", ["Talk 3", "Talk 2", "Talk 1"]),
    ],
)
def test_an_episode_enters_the_feed_at_its_instant_in_the_shows_zone(
    workspace: Workspace, now: str, titles: list[str]
) -> None:
    workspace.build(now="2025-12-01T00:00:00+00:00")
    workspace.build(now=now)
    assert workspace.texts("title") == titles


def test_a_clock_that_goes_back_takes_an_episode_out_again(workspace: Workspace) -> None:
    workspace.build(now="2026-04-01T00:00:00+00:00")
    workspace.build(now="2026-01-01T00:00:00+00:00")
    assert workspace.texts("title") == ["Talk 1"]


def test_the_next_date_is_told(workspace: Workspace) -> None:
    assert "2 scheduled (next: Sun 29 Mar 2026, 06:00 +02:00)" in workspace.build()


def test_next_lists_what_is_coming_nearest_first(workspace: Workspace) -> None:
    lines = workspace.run("next").stdout.splitlines()
    assert lines == [
        "Sun 29 Mar 2026, 06:00 +02:00 (in 86 days)  demo: Talk 2",
        "Sun 25 Oct 2026, 06:00 +01:00 (in 296 days)  demo: Talk 3",
    ]
    assert workspace.run("next", now="2030-01-01T00:00:00+00:00").stdout == "nothing is scheduled\n"


def test_the_last_build_date_is_the_newest_change_that_the_feed_shows(workspace: Workspace) -> None:
    workspace.build(now="2026-04-01T00:00:00+00:00")
    assert workspace.channel().findtext("lastBuildDate") == "Sun, 29 Mar 2026 06:00:00 +0200"
    workspace.add(1, date="2025-12-31 06:00", extra="Modified: 2026-03-30\n")
    workspace.build(now="2026-04-01T00:00:00+00:00")
    assert workspace.channel().findtext("lastBuildDate") == "Mon, 30 Mar 2026 00:00:00 +0200"
    assert workspace.channel().findtext("pubDate") == "Sun, 29 Mar 2026 06:00:00 +0200"


@pytest.mark.parametrize("said", ["complete = true", "updates = { complete = true }"])
def test_a_show_that_is_complete_says_so_in_both_tags(tmp_path: Path, said: str) -> None:
    """Whichever of the two settings was used: a feed must not contradict itself."""
    made = Workspace(tmp_path, SHOW + said)
    made.build()
    assert b"<itunes:complete>Yes</itunes:complete>" in made.feed.read_bytes()
    complete = b'<podcast:updateFrequency complete="true">Complete</podcast:updateFrequency>'
    assert complete in made.feed.read_bytes()


def test_a_live_stream_is_told_beside_the_episodes(workspace: Workspace) -> None:
    stream = "Live: true\nAudio: https://live.example/stream.mp3\nAudio_type: audio/mpeg\nLength: 1\n"
    stream += "Content_links: https://live.example/"
    workspace.write("feeds/demo/episodes/live.md", episode(9, date="2026-01-01 12:30", extra=stream))
    said = workspace.build()
    assert "demo: 1 episode in build/demo/feed.xml" in said
    assert " bytes), 1 live, 2 scheduled (next: " in said
