"""Keys to fields: the table, and what is said of values that do not fit."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import yaml

from feedpub.model import EpisodeState, EpisodeType, Finding, Person, Place, Severity
from feedpub.sources.header.entry import Entry
from feedpub.sources.header.field_readers import Reading
from feedpub.sources.header.fields import FIELDS, PASSED_OVER, Fields, fold_key, read_fields
from feedpub.sources.people import People
from feedpub.sources.settings import ShowSettings

SHOW = ShowSettings(
    "Title", "Text", "https://example.com/", "https://example.com/f", "en", "Ada", (), "cover.png"
)


def read(*pairs: tuple[str, object]) -> tuple[Fields, list[Finding]]:
    entries = [Entry(key, value, line, 1) for line, (key, value) in enumerate(pairs, 2)]
    reading = Reading(ZoneInfo("Europe/Lisbon"), People(SHOW), "x.md", [])
    return read_fields(entries, reading), reading.findings


@pytest.mark.parametrize(
    ("key", "value", "field", "expected"),
    [
        ("Title", "  An episode 🎉 \n", "title", "An episode 🎉"),
        ("title", 1984, "title", "1984"),
        ("title", "👩‍👩‍👧 e\u0301 שלום", "title", "👩‍👩‍👧 e\u0301 שלום"),
        ("save_as", "a.html", "url", "a.html"),
        ("URL", "a.html", "url", "a.html"),
        ("Category", "Episodes", "category", "Episodes"),
        ("categories", ["", "A", "B"], "category", "A"),
        ("Tags", "Async, Servers,, async, ", "tags", ("Async", "Servers")),
        ("tags", "a, b; c", "tags", ("a, b", "c")),
        ("tags", ["a", "", "A", 5], "tags", ("a", "5")),
        ("tags", "one\ntwo", "tags", ("one two",)),
        ("description", "One\n  two ", "summary", "One two"),
        ("authors", ["A", "B"], "author", "A, B"),
        ("episode", "053", "number", 53),
        ("episode-number", 7, "number", 7),
        ("season", 0, "season", 0),
        ("episodeType", "Bonus", "type", EpisodeType.BONUS),
        ("type", "trailer", "type", EpisodeType.TRAILER),
        ("type", "podcast", "type", None),
        ("draft", "no", "draft", False),
        ("published", False, "published", False),
        ("published", "false", "published", False),
        ("status", "Hidden", "status", EpisodeState.HIDDEN),
        ("status", "live", "status", EpisodeState.READY),
        ("explicit", "yes", "explicit", True),
        ("explicit", "clean", "explicit", False),
        ("block", "no", "block", False),
        ("length", "34216300", "length", 34216300),
        ("length", 0, "length", None),
        ("duration", "1:03:29", "duration", timedelta(seconds=3809)),
        ("duration", 370, "duration", timedelta(seconds=370)),
        ("image", "a.jpg", "artwork", "a.jpg"),
        ("guest", "Ben", "guests", (Person("Ben", "guest"),)),
        ("hosts", [], "hosts", ()),
    ],
)
def test_what_a_key_gives(key: str, value: object, field: str, expected: object) -> None:
    fields, findings = read((key, value))
    assert getattr(fields, field) == expected
    assert findings == []


def test_published_with_a_date_is_the_date() -> None:
    fields, findings = read(("published", "2016-01-04"))
    assert fields.published is None
    assert fields.date is not None
    assert findings == []


def test_the_better_of_two_keys_is_taken_in_any_order() -> None:
    for pairs in [(("subtitle", "B"), ("summary", "A")), (("summary", "A"), ("subtitle", "B"))]:
        assert read(*pairs)[0].summary == "A"


def test_a_key_without_value_gives_way_to_the_next_best() -> None:
    assert read(("summary", None), ("description", ""), ("subtitle", "B"))[0].summary == "B"


def test_keys_that_differ_only_in_case_are_duplicates() -> None:
    fields, [finding] = read(("hosts", "A"), ("Hosts", "B"))
    assert fields.hosts == (Person("A", "host"),)
    assert (finding.name, finding.place) == ("duplicate-key", Place("x.md", 3, 1))
    assert "line 2" in finding.message


@pytest.mark.parametrize(
    ("key", "value", "name", "text"),
    [
        ("title", True, "wrong-type", "`true` stands where text must be"),
        ("title", ["a", "b"], "wrong-type", "a list"),
        ("summary", {"a": 1}, "wrong-type", "a mapping"),
        ("number", "08b", "wrong-type", "`08b` is no number"),
        ("number", "1e3", "wrong-type", "`1e3` is no number"),
        ("number", -1, "wrong-type", "`-1` is no number"),
        ("number", True, "wrong-type", "is no number"),
        ("season", 13.1, "wrong-type", "`13.1` is no whole number"),
        ("season", "9" * 30, "wrong-type", "no whole number"),
        ("length", "50.0 MB", "wrong-type", "`50.0 MB` is no number of bytes"),
        ("duration", "1:75", "wrong-type", "`1:75` is no length of time"),
        ("duration", True, "wrong-type", "no length of time"),
        ("explicit", "maybe", "wrong-type", "neither true nor false"),
        ("draft", "2016", "wrong-type", "neither true nor false"),
        ("status", "gone", "unknown-status", "draft, hidden or published"),
        ("episode_type", "podcast", "unknown-type", "full, trailer or bonus"),
        ("type", "trialer", "unknown-type", "full, trailer or bonus"),
        ("url", "javascript:alert(1)", "bad-address", "https://"),
        ("url", "a b.html", "bad-address", "`a b.html`"),
        ("date", "10/11/12", "bad-date", "year-month-day"),
        ("modified", "yesterday", "bad-date", "`yesterday`"),
        ("guests", 5.5, "wrong-type", "neither a name"),
    ],
)
def test_values_that_do_not_fit_are_errors_at_their_key(
    key: str, value: object, name: str, text: str
) -> None:
    _, [finding] = read((key, value))
    assert (finding.severity, finding.name) == (Severity.ERROR, name)
    assert finding.place == Place("x.md", 2, 1)
    assert finding.message.startswith(f"`{key}`: ")
    assert text in f"{finding.message} {finding.fix}"


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        ("title", "A <b>bold</b> title", "markup-in-text"),
        ("title", "Ben &amp; Jerry", "markup-in-text"),
        ("summary", "<p>Text", "markup-in-text"),
        ("date", "1970-01-01", "doubtful-date"),
        ("date", "2016-10-30 01:30", "doubtful-date"),
        ("guests", "A and B", "several-people"),
    ],
)
def test_values_that_are_doubtful_are_warned_of(key: str, value: object, name: str) -> None:
    _, [finding] = read((key, value))
    assert (finding.severity, finding.name) == (Severity.WARNING, name)


@pytest.mark.parametrize("title", ["a < b > c", "Vec<T> and AT&T", "R&D; more", "[/close] [red]"])
def test_titles_that_only_look_like_markup_are_left_alone(title: str) -> None:
    fields, findings = read(("title", title))
    assert fields.title == title
    assert findings == []


@pytest.mark.parametrize(
    ("key", "severity", "fix"),
    [
        ("geusts", Severity.ERROR, "did you mean `guests`?"),
        ("Titel", Severity.ERROR, "did you mean `title`?"),
        ("publish", Severity.ERROR, "did you mean `published`?"),
        ("epsiode-type", Severity.ERROR, "did you mean `episode_type`?"),
        ("updates", Severity.WARNING, "said of the whole show: write it into show.toml"),
        ("block-services", Severity.WARNING, "said of the whole show"),
        ("sponsors", Severity.WARNING, "passed over"),
        ("audio_size", Severity.WARNING, "passed over"),
    ],
)
def test_unknown_keys(key: str, severity: Severity, fix: str) -> None:
    _, [finding] = read((key, "x"))
    assert (finding.severity, finding.name) == (severity, "unknown-key")
    assert f"`{key}`" in finding.message
    assert fix in finding.fix


@pytest.mark.parametrize(
    "key", ["layout", "Template", "lang", "permalink", "redirect_from", "translationKey"]
)
def test_keys_of_site_generators_are_passed_over(key: str) -> None:
    assert read((key, "x")) == (Fields(), [])


def test_every_row_of_the_table_names_a_field_and_keys_of_its_own() -> None:
    assert {field.name for field in FIELDS} == set(Fields._fields)
    keys = [fold_key(key) for field in FIELDS for key in field.keys]
    # `published` is a state or a date, as its value tells.
    assert sorted(keys) == sorted([*set(keys), "published"])
    assert not PASSED_OVER & set(keys)


def test_the_examples_of_the_table_can_be_read() -> None:
    for field in FIELDS:
        value = yaml.safe_load(field.example) if field.example[0] in "[{" else field.example
        assert read((field.keys[0], value))[1] == [], field.name
