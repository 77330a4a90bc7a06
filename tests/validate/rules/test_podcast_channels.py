"""Tags of the podcast namespace that say something of a podcast."""

import pytest

from tests.validate.rules.podcast_findings import findings, severities, told

_GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def live_item(**attributes: str) -> str:
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<podcast:liveItem {written}/>"


def frequency(attributes: str) -> str:
    return f"<podcast:updateFrequency {attributes}>weekly</podcast:updateFrequency>"


@pytest.mark.parametrize(
    ("start", "is_told"),
    [
        ("2021-09-26T07:30:00.000-0600", False),
        ("2021-09-26T07:30:00-06:00", False),
        ("2021-09-26T07:30Z", False),
        ("2021-09-26T07:30:00", True),
        ("2021-09-26", True),
        ("2021-09-26T25:30:00Z", True),
        ("Sun, 26 Sep 2021 07:30:00 GMT", True),
    ],
)
def test_when_a_live_item_starts(start: str, is_told: bool) -> None:
    assert bool(findings(live_item(status="live", start=start), "POD301", "channel")) is is_told


def test_the_end_comes_after_the_start() -> None:
    example = live_item(status="live", start="2026-01-15T10:00:00+0100", end="2026-01-15T09:00:00Z")
    assert "not after" in told(example, "POD301", "channel")[0][1]


@pytest.mark.parametrize(
    ("status", "start", "end", "is_told"),
    [
        ("pending", "2026-01-15T09:00:00Z", "2026-01-15T11:00:00Z", True),
        ("pending", "2026-01-15T11:00:00Z", "2026-01-15T13:00:00Z", False),
        ("live", "2026-01-14T09:00:00Z", "2026-01-14T13:00:00Z", False),
        ("live", "2026-01-14T09:00:00Z", "2026-01-14T11:00:00Z", True),
        ("ended", "2026-01-16T09:00:00Z", "2026-01-16T11:00:00Z", True),
        ("ended", "2026-01-14T09:00:00Z", "2026-01-14T11:00:00Z", False),
    ],
)
def test_the_status_fits_the_time(status: str, start: str, end: str, is_told: bool) -> None:
    assert bool(findings(live_item(status=status, start=start, end=end), "POD305", "channel")) is is_told


def test_the_guid_of_a_new_feed_is_offered() -> None:
    [finding] = findings("<title>Tides</title>", "POD243", "channel")
    assert "<podcast:guid>" in finding.fix
    relative = f'<atom:link rel="self" href="/feed.xml"/><podcast:guid>{_GUID}</podcast:guid>'
    assert "example.com/feed.xml" in told(relative, "POD242", "channel")[0][1]


def test_a_guid_without_hyphens_is_mended() -> None:
    [finding] = findings(f"<podcast:guid>{_GUID.replace('-', '')}</podcast:guid>", "POD240", "channel")
    assert _GUID in finding.fix


def test_a_medium_in_another_case_is_not_unknown() -> None:
    example = "<podcast:medium>musicl</podcast:medium>"
    assert findings(example, "POD270", "channel") == []
    assert "`musicL`" in findings(example, "POD271", "channel")[0].fix


def test_a_list_without_anything_is_told() -> None:
    [told_once] = told("<podcast:medium>mixed</podcast:medium>", "POD272", "channel")
    assert "no `podcast:remoteItem`" in told_once[1]


@pytest.mark.parametrize(
    ("attributes", "rule", "severity"),
    [
        ('rrule="FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z;BYDAY=MO"', "POD370", ["info"]),
        ('rrule="FREQ=WEEKLY;UNTIL=20231231"', "POD370", []),
        ('rrule="FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11"', "POD370", []),
        ('rrule="FREQ=WEEKLY;COUNT=3;UNTIL=20231231" dtstart="2023-01-01"', "POD370", ["error"]),
        ('rrule="FREQ=WEEKLY;UNTIL=20231231" dtstart="2023-01-01T00:00:00Z"', "POD371", ["error"]),
        ('rrule="FREQ=WEEKLY;UNTIL=20231231" dtstart="2023-01-01"', "POD371", []),
        ('rrule="FREQ=WEEKLY" complete="true"', "POD373", ["warning"]),
        ('complete="true"', "POD374", []),
    ],
)
def test_schedules(attributes: str, rule: str, severity: list[str]) -> None:
    assert severities(frequency(attributes), rule, "channel") == severity


def test_two_tags_agree_on_whether_it_is_complete() -> None:
    example = f"<itunes:complete>Yes</itunes:complete>{frequency('complete=&quot;false&quot;')}".replace(
        "&quot;", '"'
    )
    assert severities(example, "POD373", "channel") == ["warning"]


def test_every_platform_but_two_is_blocked() -> None:
    blocks = '<podcast:block>yes</podcast:block><podcast:block id="google">no</podcast:block>'
    assert "`google`" in told(blocks, "POD333", "channel")[0][1]
    assert findings(blocks, "POD332", "channel") == []


def test_a_feed_may_not_recommend_itself_unless_it_is_a_list() -> None:
    remote = f'<podcast:guid>{_GUID}</podcast:guid><podcast:remoteItem feedGuid="{_GUID}"/>'
    assert severities(remote, "POD353", "channel") == ["warning"]
    assert findings(f"<podcast:medium>mixed</podcast:medium>{remote}", "POD353", "channel") == []


def test_a_publisher_has_one_feed() -> None:
    remote = f'<podcast:remoteItem feedGuid="{_GUID}" medium="publisher"/>'
    publisher = "<podcast:publisher>{}</podcast:publisher>"
    assert severities(publisher.format(""), "POD400", "channel") == ["error"]
    assert severities(publisher.format(remote * 2), "POD400", "channel") == ["error"]
    assert findings(publisher.format(remote), "POD352", "channel") == []


def test_the_feed_of_a_publisher_needs_a_guid_and_what_it_publishes() -> None:
    [(_, message)] = told("<podcast:medium>publisher</podcast:medium>", "POD402", "channel")
    assert "`podcast:guid`" in message
    assert "`podcast:remoteItem`" in message
