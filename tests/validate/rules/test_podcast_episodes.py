"""Tags of the podcast namespace that say something of an episode."""

import pytest

from feedpub.validate.rule import Profile
from tests.validate.rules.podcast_findings import findings, severities, told

_SPLIT = '<podcast:valueTimeSplit startTime="{}" duration="{}"/>'


def transcript(media_type: str, more: str = "") -> str:
    return f'<podcast:transcript url="https://a.example/{media_type}" type="{media_type}" {more}/>'


@pytest.mark.parametrize(
    ("media_type", "severity"),
    [
        ("application/x-subrip", []),
        ("text/vtt; charset=utf-8", []),
        ("application/srt", ["info"]),
        ("text/srt", ["warning"]),
        ("application/pdf", ["warning"]),
    ],
)
def test_types_of_transcripts(media_type: str, severity: list[str]) -> None:
    assert severities(transcript(media_type), "POD100") == severity


def test_json_has_times_but_not_for_apple() -> None:
    [finding] = findings(transcript("application/json"), "POD103")
    assert finding.profiles == ("apple",)
    assert findings(transcript("application/json"), "POD103", "item", Profile.PODCASTING2) == []
    assert findings(transcript("text/html", 'rel="captions"'), "POD103") == []
    assert findings(transcript("text/html") + transcript("text/vtt"), "POD103") == []


def test_captions_and_a_transcript_of_one_type_are_two_things() -> None:
    other = transcript("text/vtt", 'rel="captions"').replace("/text", "/captions/text")
    assert findings(transcript("text/vtt") + other, "POD105") == []


@pytest.mark.parametrize(
    ("text", "is_told"), [("0", False), (".5", False), ("-1", True), ("1e3", True), ("1,5", True)]
)
def test_when_a_soundbite_begins(text: str, is_told: bool) -> None:
    found = findings(f'<podcast:soundbite startTime="{text}" duration="20"/>', "POD140")
    assert bool(found) is is_told


def test_a_clock_is_turned_into_seconds() -> None:
    [finding] = findings('<podcast:soundbite startTime="1:02:03" duration="20"/>', "POD140")
    assert finding.fix == 'Write startTime="3723".'


def test_an_episode_may_have_a_guest_host_of_its_own() -> None:
    host = "<podcast:person>Ada</podcast:person>"
    assert findings(f"{host}<item><podcast:person>Bo</podcast:person></item>", "POD153", "channel") == []
    assert findings(f"{host}<item><title>One</title></item>", "POD153", "channel") == []


def test_a_country_in_small_letters_is_a_warning() -> None:
    place = '<podcast:location country="{}">Paris</podcast:location>'
    assert severities(place.format("fr"), "POD162") == ["warning"]
    assert severities(place.format("France"), "POD162") == ["error"]


def test_a_mini_episode_has_no_like_in_itunes() -> None:
    pair = "<podcast:episode>{}</podcast:episode><itunes:episode>100</itunes:episode>"
    assert findings(pair.format("100.5"), "POD181") == findings(pair.format("100.0"), "POD181") == []
    assert severities(pair.format("99"), "POD181") == ["warning"]


@pytest.mark.parametrize(
    ("name", "severity"),
    [("cc-by-4.0", []), ("CC-BY-SA-4.0", ["info"]), ("All rights reserved", ["error"]), ("ARR", [])],
)
def test_licences_by_name(name: str, severity: list[str]) -> None:
    assert severities(f"<podcast:license>{name}</podcast:license>", "POD200") == severity


def test_several_digests_are_one_string() -> None:
    digests = f"sha256-{'A' * 43}= sha512-{'A' * 86}==?ct=audio/mpeg"
    example = '<podcast:alternateEnclosure type="audio/mpeg"><podcast:integrity type="{}" value="{}"/></podcast:alternateEnclosure>'
    assert findings(example.format("sri", digests), "POD230") == []
    assert severities(example.format("pgp-signature", "-----BEGIN"), "POD230") == ["error"]


def test_only_one_form_is_the_default_and_a_bitrate_is_in_bits() -> None:
    example = '<podcast:alternateEnclosure type="audio/mpeg" default="true" bitrate="128"/>'
    assert severities(example * 2, "POD212") == ["error"]
    assert severities(example, "POD214") == ["warning"]


def test_nobody_gets_anything_when_all_splits_are_nothing() -> None:
    one = '<podcast:valueRecipient type="lnaddress" address="a@b.example" split="0"/>'
    value = '<podcast:value type="lightning" method="keysend">{}</podcast:value>'
    assert severities(value.format(one * 2), "POD260") == ["error"]
    assert findings(value.format(one), "POD260") == []


@pytest.mark.parametrize(
    ("splits", "count"), [([(0, 10), (10, 5)], 0), ([(20, 5), (0, 21), (22, 9)], 2), ([(50, 20)], 1)]
)
def test_time_splits_follow_each_other_within_the_episode(splits: list[tuple[int, int]], count: int) -> None:
    inner = "".join(_SPLIT.format(*one) for one in splits)
    example = f"<itunes:duration>1:00</itunes:duration><podcast:value>{inner}</podcast:value>"
    assert len(findings(example, "POD393")) == count


def test_comments_have_an_order() -> None:
    one = '<podcast:socialInteract protocol="activitypub" uri="https://a.example/1" {}/>'
    assert severities(one.format("") * 2, "POD322") == ["info", "info"]
    assert severities(one.format('priority="1"') * 2, "POD322") == ["warning"]
    assert findings(one.format(""), "POD322") == []


def test_srcset_with_anything_in_it() -> None:
    images = '<podcast:images srcset="{}"/>'
    assert findings(images.format(" , ,, "), "POD291") == []
    assert (
        findings(images.format("https://a.example/a,b.jpg 100w,\n https://a.example/b.jpg 50w,"), "POD291")
        == []
    )
    assert severities(images.format("https://a.example/a.jpg 2x"), "POD291") == ["error"]


def test_a_picture_has_the_shape_that_it_says() -> None:
    picture = '<podcast:image href="https://a.example/a.jpg" aspect-ratio="{}" width="1600" height="900"/>'
    assert findings(picture.format("16 / 9"), "POD282") == findings(picture.format("16 / 9"), "POD281") == []
    assert "1600 x 900" in told(picture.format("1/1"), "POD282")[0][1]
