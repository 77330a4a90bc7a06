"""When listeners may expect episodes."""

import pytest

from feedpub.model import UpdateFrequency
from tests.feed.samples import BARE_SHOW, attributes_of, parse_channel, texts_of, whole_feed

WEEKLY = UpdateFrequency("Weekly", "FREQ=WEEKLY")


@pytest.mark.parametrize(
    ("updates", "complete", "text", "attributes"),
    [
        (WEEKLY, False, "Weekly", {"rrule": "FREQ=WEEKLY"}),
        (WEEKLY, True, "Weekly", {"complete": "true", "rrule": "FREQ=WEEKLY"}),
        (None, True, "Complete", {"complete": "true"}),
        (UpdateFrequency("That was it", complete=True), False, "That was it", {"complete": "true"}),
        (UpdateFrequency("", start="2026-01-05"), False, "", {"dtstart": "2026-01-05"}),
    ],
)
def test_schedule_says_when_and_whether(
    updates: UpdateFrequency | None, complete: bool, text: str, attributes: dict[str, str]
) -> None:
    """A show that is complete says so beside Apple's tag, in the words of the schedule where it has some."""
    channel = parse_channel(whole_feed(BARE_SHOW._replace(updates=updates, complete=complete)))
    assert texts_of(channel, "podcast:updateFrequency") == [text]
    assert attributes_of(channel, "podcast:updateFrequency") == [attributes]


@pytest.mark.parametrize("updates", [None, UpdateFrequency("")])
def test_no_schedule_no_tag(updates: UpdateFrequency | None) -> None:
    """What is not known is not said."""
    channel = parse_channel(whole_feed(BARE_SHOW._replace(updates=updates)))
    assert texts_of(channel, "podcast:updateFrequency") == []
