"""Podcasting 2.0 in `show.toml`: in full, in short, and wrong."""

from datetime import timedelta
from pathlib import Path

import pytest

from feedpub.config.settings import Settings
from feedpub.model import (
    ForeignTag,
    Funding,
    License,
    Location,
    RemoteItem,
    Severity,
    SocialInteract,
    UpdateFrequency,
)
from feedpub.model.plain import from_json, to_json
from feedpub.sources.settings import ShowSettings
from tests.config.workspace import COMPLETE, findings_of, load, make_workspace

VALUE = """
[value]
suggested = "0.00000005000"
[[value.recipients]]
name = "Ada"
type = "lnaddress"
address = "ada@example.com"
split = 95
[[value.time_splits]]
start = "1:02:03.5"
duration = 00:01:13
remote_item = "tide-table"
remote_start = 2.5
"""


def show(folder: Path, text: str) -> ShowSettings:
    return load(make_workspace(folder, COMPLETE + text)).settings.show


# -- what is read


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("location = 'Boston'", "location", (Location("Boston"),)),
        ("location = ['Boston', { name = 'Rome', country = 'IT' }]", "location", (Location("Boston"), Location("Rome", country="IT"))),
        ("[location]\nname = 'Rome'\nrel = 'creator'", "location", (Location("Rome", "creator"),)),
        ("license = 'CC-BY-SA-4.0'", "license", License("CC-BY-SA-4.0")),
        ("[license]\nname = 'ours'\nurl = 'https://a.example/'", "license", License("ours", "https://a.example/")),
        ("social = 'disabled'", "social", (SocialInteract("disabled"),)),
        ("updates = 'weekly'", "updates", UpdateFrequency("weekly")),
        ("", "updates", UpdateFrequency("auto")),
        ("updates = { text = 'x', rrule = 'FREQ=DAILY;COUNT=3', start = 2026-01-05 }", "updates", UpdateFrequency("x", "FREQ=DAILY;COUNT=3", "2026-01-05")),
        ("podroll = ['tide-table']", "podroll", (RemoteItem("tide-table"),)),
        ("publisher = 'house'", "publisher", RemoteItem("house")),
        ("funding = 'https://a.example/'", "funding", (Funding("https://a.example/"),)),
        ("[[funding]]\nurl = 'https://a.example/'\nlabel = 'Give'", "funding", (Funding("https://a.example/", "Give"),)),
        ("block_services = ['spotify']", "block_services", ("spotify",)),
        ("podping = true", "podping", True),
        (
            "extra = { name = 'itunes:x', children = { name = 'itunes:y', attributes = { a = 'b' } } }",
            "extra",
            (ForeignTag("itunes:x", children=(ForeignTag("itunes:y", attributes={"a": "b"}),)),),
        ),
    ],
)  # fmt: skip
def test_what_is_written_becomes_a_noun(tmp_path: Path, text: str, field: str, value: object) -> None:
    assert getattr(show(tmp_path, text), field) == value


@pytest.mark.parametrize("said", ["'auto'", "'none'", "'That was it'", "{ complete = true }"])
def test_a_show_that_is_complete_may_say_so_in_its_own_words(tmp_path: Path, said: str) -> None:
    assert show(tmp_path, f"complete = true\nupdates = {said}").complete


def test_seasons_have_names_in_full_or_in_short(tmp_path: Path) -> None:
    seasons = show(tmp_path, "[seasons]\n1 = 'Neap'\n[seasons.2]\nname = 'Fog'").seasons
    assert {number: season.name for number, season in seasons.items()} == {"1": "Neap", "2": "Fog"}


def test_tables_stand_in_one_another(tmp_path: Path) -> None:
    (value,) = show(tmp_path, VALUE).value
    (split,) = value.time_splits
    assert (split.start, split.duration) == (timedelta(seconds=3723.5), timedelta(seconds=73))
    assert (split.remote_item, split.remote_start) == (RemoteItem("tide-table"), timedelta(seconds=2.5))
    assert [recipient.split for recipient in value.recipients] == [95]


def test_payment_schemes_stand_in_a_table_each(tmp_path: Path) -> None:
    """The first table's own lists belong to it, and not to the next one."""
    text = VALUE.replace("[value]", "[[value]]")
    second = "[[value]]\ntype = 'bitcoin'\nrecipients = { name = 'Ada', address = 'x', split = 1, type = 'wallet' }"
    first, other = show(tmp_path, f"{text}\n{second}").value
    assert (first.type, len(first.time_splits)) == ("lightning", 1)
    assert (other.type, other.time_splits) == ("bitcoin", ())
    assert [recipient.name for recipient in other.recipients] == ["Ada"]


def test_trailers_take_dates_of_toml(tmp_path: Path) -> None:
    text = "[[trailers]]\ntitle = 'x'\nurl = 'https://a.example/x.mp3'\npublished = 2026-01-20T09:00:00Z"
    assert show(tmp_path, text).trailers[0].published == "2026-01-20T09:00:00+00:00"


def test_lists_of_numbers_and_of_choices_are_read(tmp_path: Path) -> None:
    text = "[pictures]\nsizes = [300, 600]\n[chapters]\norder = ['notes', 'audio']\n[transcripts.speakers]\nS1 = 'Ada'"
    settings = load(make_workspace(tmp_path, COMPLETE + text)).settings
    assert settings.pictures.sizes == (300, 600)
    assert settings.chapters.order == ("notes", "audio")
    assert settings.transcripts.speakers == {"S1": "Ada"}


def test_a_table_is_completed_by_the_other_file(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, COMPLETE + "license.name = 'ours'", "license.url = 'https://a.example/'")
    assert load(root).settings.show.license == License("ours", "https://a.example/")


def test_a_text_replaces_the_whole_table_below(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "license = 'MIT'", "license = { name = 'ours', url = 'https://a.example/' }"
    )
    assert load(root).settings.show.license == License("MIT")


def test_a_list_of_tables_replaces_the_one_below(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "location = 'Rome'", "[[location]]\nname = 'Bonn'\n[[location]]\nname = 'Ulm'"
    )
    assert load(root).settings.show.location == (Location("Rome"),)


def test_the_environment_sets_what_stands_in_no_list(tmp_path: Path) -> None:
    environ = {"FEEDPUB_LICENSE__NAME": "MIT", "FEEDPUB_FEED__NAMESPACES": '{ media = "urn:x" }'}
    settings = load(make_workspace(tmp_path), environ).settings
    assert settings.show.license == License("MIT")
    assert settings.feed.namespaces == {"media": "urn:x"}
    (finding,) = findings_of(str(tmp_path), {"FEEDPUB_FUNDING__URL": "https://a.example/"})
    assert finding.name == "unknown-variable"


def test_all_of_it_survives_the_cache(tmp_path: Path) -> None:
    text = "extra = { name = 'itunes:x', children = { name = 'itunes:y' } }\nseasons = { 1 = 'x' }\n" + VALUE
    settings = load(make_workspace(tmp_path, COMPLETE + text)).settings
    assert from_json(Settings, to_json(settings)) == settings


# -- what is wrong


@pytest.mark.parametrize(
    ("text", "place", "name", "message"),
    [
        ("[[funding]]\nlabel = 'x'", "9:1", "missing-setting", "`funding.url` is missing"),
        ("medium = 'Podcast'", "9:10", "unknown-medium", "`medium`: `Podcast` is no medium of the podcast namespace"),
        ("location = ['Rome', { name = 'Bonn', country = 'UK' }]", "9:48", "unknown-country", "`location.country`: `UK` is no country code"),
        ("funding = 'a.example'", "9:11", "bad-url", "`funding.url`: `a.example` is no complete address"),
        ("[location]\nname = 'Rome'\ngeo = '41,12'", "11:7", "bad-geo", "`location.geo`: `41,12` is no `geo:` address"),
        ("license = 'harbour'", "9:11", "unknown-licence", "`license`: `harbour` is no known licence"),
        ("[[social]]\nprotocol = 'nostr'", "9:1", "missing-value", "`social`: the post has no `uri`"),
        ("social = ['disabled', { protocol = 'nostr', uri = 'nostr:note1' }]", "9:10", "contradiction", "`social`: comments are `disabled`, and collected elsewhere too"),
        ("podroll = [{ title = 'x' }]", "9:12", "missing-value", "`podroll`: it is not said which feed is meant"),
        ("extra = [{ name = 'media:x' }]", "9:19", "undeclared-prefix", "`extra.name`: `media:x` has a prefix that is not declared"),
        ("extra = [{ name = 'itunes:x', attributes = { 'm:a' = 'x' } }]", "9:19", "undeclared-prefix", "`extra.name`: `m:a` has a prefix that is not declared"),
        ("[feed.namespaces]\nitunes = 'urn:x'", "10:10", "reserved-prefix", "`feed.namespaces.itunes`: `itunes` is a prefix that feedpub itself uses"),
        ("[feed.namespaces]\n1a = 'urn:x'", "10:6", "bad-prefix", "`feed.namespaces.1a`: `1a` is no prefix of a namespace"),
        ("[feed.namespaces]\na = 'x'", "10:5", "bad-uri", "`feed.namespaces.a`: `x` is no complete address"),
        ("[seasons.two]\nname = 'x'", "9:1", "bad-season", "`seasons.two`: `two` is no number of a season"),
        ("block_services = ['slack']\nallow_services = ['slack']", "10:19", "contradiction", "`allow_services`: `slack` is blocked as well"),
        ("updates = { text = 'x', rrule = 'FREQ=DAILY;COUNT=2' }", "9:11", "missing-value", "`updates`: a rule with COUNT has no `start`"),
        ("updates = { start = 2026-01-05 }", "9:11", "missing-value", "`updates`: it is not said how often episodes come"),
        ("complete = true\nupdates = 'weekly'", "10:11", "contradiction", "`updates`: no episode will ever follow (`complete`), and yet they come `weekly`"),
        ("updates = { complete = true, rrule = 'FREQ=DAILY' }", "9:11", "contradiction", "`updates`: no episode will ever follow (`complete`), and yet they come `FREQ=DAILY`"),
    ],
)  # fmt: skip
def test_an_error_stands_where_it_is_written(
    tmp_path: Path, text: str, place: str, name: str, message: str
) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE + text))
    assert (finding.severity, finding.name, finding.message) == (Severity.ERROR, name, message)
    assert str(finding.place) == f"feeds/demo/show.toml:{place}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("block_services = ['spotifi']", "unknown-service"),
        ("[[social]]\nprotocol = 'gopher'\nuri = 'gopher://a.example/'", "unknown-protocol"),
        ("[chat]\nserver = 'a.example'\nprotocol = 'icq'", "unknown-protocol"),
        ("funding = 'http://a.example/'", "insecure-url"),
        ("[funding]\nurl = 'https://a.example/'\nlabel = '" + "x" * 129 + "'", "long-text"),
        ("[people.ada]\nname = 'Ada'\nrole = 'lamp keeper'", "unknown-role"),
        ("[people.ada]\nname = 'Ada'\nrole = 'composer'\ngroup = 'cast'", "role-outside-group"),
        ("[[images]]\nurl = 'a.png'\naspect_ratio = '1/1'\nwidth = 10\nheight = 20", "aspect-ratio-differs"),
    ],
)
def test_what_is_doubtful_is_a_warning_and_the_settings_are_there(
    tmp_path: Path, text: str, name: str
) -> None:
    loaded = load(make_workspace(tmp_path, COMPLETE + text))
    (warning,) = loaded.warnings
    assert (warning.severity, warning.name) == (Severity.WARNING, name)
    assert loaded.settings.show.title == "Demo"


def test_warnings_are_told_beside_errors_and_not_counted(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, COMPLETE + "medium = 'x'\nblock_services = ['spotifi']")
    assert [finding.name for finding in findings_of(root)] == ["unknown-medium", "unknown-service"]


def test_tables_without_end_in_one_another_are_an_error(tmp_path: Path) -> None:
    extra = "{ name = 'itunes:x', children = [" * 30 + "]}" * 30
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE + f"extra = {extra}"))
    assert (finding.name, finding.message) == ("bad-toml", "arrays or tables stand in one another too deeply")
