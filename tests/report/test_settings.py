"""`feedpub config`: every value, and where it came from."""

import tomllib
from pathlib import Path

from feedpub.config.load import load_settings
from feedpub.report.settings import render_settings
from tests.config.workspace import COMPLETE, make_workspace


def rendered(folder: Path, show: str = "", **environ: str) -> str:
    root = make_workspace(folder, COMPLETE + show, "timezone = 'Europe/Rome'")
    return render_settings(load_settings(root, "demo", environ), "demo")


def line_of(text: str, key: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if line.partition("=")[0].strip() == key]
    return line.split()


def test_a_line_has_key_value_and_origin(tmp_path: Path) -> None:
    text = rendered(tmp_path, FEEDPUB_AUDIO__URL="a/{file}")
    assert line_of(text, "title") == ["title", "=", '"Demo"', "#", "feeds/demo/show.toml:1"]
    assert line_of(text, "timezone") == ["timezone", "=", '"Europe/Rome"', "#", "config.toml:1"]
    assert line_of(text, "audio.url") == ["audio.url", "=", '"a/{file}"', "#", "$FEEDPUB_AUDIO__URL"]
    assert line_of(text, "feed.limit") == ["feed.limit", "=", "0", "#", "default"]


def test_the_text_is_toml_but_for_what_is_not_set(tmp_path: Path) -> None:
    text = rendered(tmp_path, 'copyright = "a \\"b\\" \\\\ \\t\\n\\u0085 c"\n[people.ada]\nname = "Ada"')
    kept = "\n".join(line for line in text.splitlines() if "(not set)" not in line)
    table = tomllib.loads(kept)
    assert table["copyright"] == 'a "b" \\ \t\n\u0085 c'
    assert table["people"]["ada"]["name"] == "Ada"
    assert table["audio"]["formats"][0] == "mp3"


def test_equals_signs_stand_below_one_another(tmp_path: Path) -> None:
    assert len({line.index("=") for line in rendered(tmp_path).splitlines()[1:]}) == 1


def test_a_password_in_an_address_is_hidden(tmp_path: Path) -> None:
    text = rendered(tmp_path, 'copyright = "see https://ada:geheim@demo.example/"')
    assert "geheim" not in text
    assert "https://***@demo.example/" in text


def test_nouns_are_inline_tables_of_what_is_said(tmp_path: Path) -> None:
    text = rendered(
        tmp_path,
        "location = ['Rome', { name = 'Bonn', country = 'DE' }]\n"
        "extra = { name = 'itunes:x', attributes = { \"itunes:b\" = 'c' } }\n"
        "[value]\nrecipients = { name = 'A', type = 'lnaddress', address = 'a@b.example', split = 1 }\n"
        "time_splits = { start = '1:02.5', duration = 60, remote_item = 'tide-table' }",
    )
    table = tomllib.loads("\n".join(line for line in text.splitlines() if "(not set)" not in line))
    assert table["location"] == [{"name": "Rome"}, {"name": "Bonn", "country": "DE"}]
    assert table["extra"] == [{"name": "itunes:x", "attributes": {"itunes:b": "c"}}]
    split = {"start": 62.5, "duration": 60, "remote_item": {"show": "tide-table"}}
    assert table["value"][0]["time_splits"] == [split]


def test_a_text_that_stands_for_a_table_is_where_its_values_come_from(tmp_path: Path) -> None:
    text = rendered(tmp_path, "license = 'MIT'")
    assert line_of(text, "license.name")[-1] == "feeds/demo/show.toml:9"
