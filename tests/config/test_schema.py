"""The JSON Schema of the settings says what the program says."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from feedpub.config.keys import list_keys
from feedpub.config.schema import settings_schema
from tests.config.workspace import COMPLETE, findings_of, make_workspace

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("config.toml"), *ROOT.glob("feeds/*/show.toml")])


def as_json(value: Any) -> Any:
    """A TOML value as editors give it to a validator: dates are text to them."""
    return json.loads(json.dumps(value, default=lambda moment: moment.isoformat()))


def errors_of(table: dict[str, Any]) -> Iterator[Any]:
    table = as_json(table)
    return jsonschema.Draft202012Validator(settings_schema()).iter_errors(table)


def test_it_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(settings_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_accepts_the_files_of_this_repository(path: Path) -> None:
    assert list(errors_of(tomllib.loads(path.read_text(encoding="utf-8")))) == []


def test_it_accepts_every_example_and_every_default() -> None:
    for key in list_keys():
        value: Any = tomllib.loads(f"example = {key.field.setting.example}")["example"]
        for part in reversed(key.path):
            value = {part: value}
        assert list(errors_of(value)) == [], key.dotted


@pytest.mark.parametrize(
    "config",
    [
        "license = 'CC-BY-SA-4.0'",
        "license = { name = 'Own', url = 'https://a.example/' }",
        "location = 'Boston'",
        "location = ['Boston', { name = 'Rome', country = 'IT' }]",
        "podroll = ['tide-table']",
        "updates = 'weekly'",
        "updates = { text = 'Mondays', rrule = 'FREQ=WEEKLY;BYDAY=MO', start = 2026-01-05 }",
        "seasons = { 2 = 'Fog', 3 = { name = 'Ice' } }",
        "extra = { name = 'media:x', children = [{ name = 'media:y', children = [{ name = 'media:z' }] }] }",
        "[value]\nrecipients = { name = 'x', address = 'a@b.example', split = 1, type = 'lnaddress' }",
    ],
)
def test_it_accepts_what_is_written_in_short(config: str) -> None:
    assert list(errors_of(tomllib.loads(config))) == []


@pytest.mark.parametrize(
    "config",
    [
        "titel = 'x'",
        "title = 5",
        "title = ''",
        "site = 'example.com'",
        "language = 'en_GB'",
        "categories = ['Technolgy']",
        "categories = []",
        "type = 'serail'",
        "explicit = 'yes'",
        "artwork = '/cover.jpg'",
        "[owner]\nemail = 'x'",
        "[people.ada]\nrolle = 'x'",
        "[audio]\nformats = ['.mp3']",
        "[feed]\nlimit = -1",
        "[notes]\nseconds = 0",
        "[audo]\nurl = 'x'",
        "medium = 'Podcast'",
        "funding = 'example.com'",
        "[[funding]]\nurl = 'https://a.example/'\nlable = 'x'",
        "chat = 'irc.example.com'",
        "location = { name = 'Rome', country = 'UK' }",
        "location = { name = 'Rome', geo = '1,2' }",
        "[[soundbites]]\nstart = 1",
        "value = { recipients = [{ name = 'x', address = 'a@b.example', split = -1 }] }",
        "extra = [{ name = 'media:x', children = [{ name = 5 }] }]",
        "[chapters]\norder = ['header', 'head']",
        "[pictures]\nsizes = [4]",
        "[feed.namespaces]\nmedia = 5",
    ],
)
def test_what_it_refuses_is_refused_by_the_program_too(tmp_path: Path, config: str) -> None:
    assert list(errors_of(tomllib.loads(config)))
    assert findings_of(make_workspace(tmp_path, COMPLETE, config))
