"""Settings from their layers, and everything that is wrong with them at once."""

import os
from pathlib import Path

import pytest

from feedpub.config.load import load_settings
from feedpub.config.settings import Settings
from feedpub.errors import UsageError
from feedpub.model import Place
from feedpub.model.plain import from_json, to_json
from tests.config.workspace import COMPLETE, findings_of, load, make_workspace

SHOW = "feeds/demo/show.toml"

# -- layers


def test_a_show_with_nothing_but_what_is_required_has_defaults(tmp_path: Path) -> None:
    settings = load(make_workspace(tmp_path)).settings
    assert settings.show.title == "Demo"
    assert settings.show.categories == ("Technology",)
    assert settings.show.owner is None
    assert settings.audio.url == "audio/{file}"
    assert settings.feed.locked is None


def test_the_show_counts_more_than_the_workspace(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "copyright = 'show'", "copyright = 'config'\ntimezone = 'Europe/Rome'"
    )
    show = load(root).settings.show
    assert (show.copyright, show.timezone) == ("show", "Europe/Rome")


def test_the_environment_counts_most(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "[audio]\nurl = 'show/{file}'", "[audio]\nurl = 'config/{file}'"
    )
    assert load(root, {"FEEDPUB_AUDIO__URL": "variable/{file}"}).settings.audio.url == "variable/{file}"


def test_tables_are_merged_key_by_key(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "[notes]\nseconds = 5", "[notes]\nflavour = 'pelican'\nseconds = 7"
    )
    notes = load(root).settings.notes
    assert (notes.flavour, notes.seconds) == ("pelican", 5)


def test_people_are_merged_one_by_one(tmp_path: Path) -> None:
    config = "[people.ada]\nname = 'Ada'\nrole = 'host'\n[people.bo]\nname = 'Bo'"
    root = make_workspace(tmp_path, COMPLETE + "[people.ada]\nname = 'Ada Lovelace'", config)
    people = load(root).settings.show.people
    assert {name: (person.name, person.role) for name, person in people.items()} == {
        "ada": ("Ada Lovelace", "host"),
        "bo": ("Bo", ""),
    }


def test_a_list_replaces_the_one_below(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, COMPLETE + "[audio]\nformats = ['mp3']", "[audio]\nformats = ['ogg', 'm4a']"
    )
    assert load(root).settings.audio.formats == ("mp3",)


def test_a_table_may_be_completed_by_the_other_file(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, COMPLETE + "[owner]\nemail = 'a@demo.example'", "[owner]\nname = 'Ada'")
    assert load(root).settings.show.owner == ("Ada", "a@demo.example")


def test_a_byte_order_mark_and_windows_line_ends_are_nothing_to_complain_about(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, b"\xef\xbb\xbf" + COMPLETE.replace("\n", "\r\n").encode())
    assert load(root).settings.show.title == "Demo"


def test_settings_survive_the_cache(tmp_path: Path) -> None:
    show = (
        COMPLETE
        + "hosts = ['ada']\n[owner]\nname = 'Ada'\nemail = 'a@demo.example'\n[people.ada]\nname = 'Ada'"
    )
    settings = load(make_workspace(tmp_path, show)).settings
    assert from_json(Settings, to_json(settings)) == settings


# -- where a value came from


def test_every_value_has_an_origin(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, COMPLETE + "[audio]\nurl = 'a/{file}'", "timezone = 'Europe/Rome'")
    loaded = load(root, {"FEEDPUB_FEED__LIMIT": "5"})
    origins = loaded.origins
    assert origins["timezone"].place == Place("config.toml", 1, 1)
    assert origins["audio.url"].place == Place(SHOW, 10, 1)
    assert origins["feed.limit"].variable == "FEEDPUB_FEED__LIMIT"
    assert origins["audio.folder"].kind == "default"
    assert origins.keys() == loaded.values.keys()


def test_a_text_in_place_of_a_table_sets_one_of_its_keys(tmp_path: Path) -> None:
    origins = load(make_workspace(tmp_path, f"license = 'MIT'\n{COMPLETE}")).origins
    assert origins["license.name"].place == Place(SHOW, 1, 1)
    assert origins["license.url"].kind == "default"


# -- what is wrong


def test_all_errors_of_all_layers_are_told_at_once(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, "titel = 'Demo'\nsite = 5", "language = 'english'\n[audio]\nformats = 'mp3'"
    )
    found = {(str(finding.place), finding.name) for finding in findings_of(root, {"FEEDPUB_TITEL": "x"})}
    assert {
        ("$FEEDPUB_TITEL", "unknown-variable"),
        ("config.toml:1:12", "unknown-language"),
        ("config.toml:3:11", "wrong-type"),
        (f"{SHOW}:1:1", "unknown-key"),
        (f"{SHOW}:2:8", "wrong-type"),
        (SHOW, "missing-setting"),
    } <= found


def test_an_error_that_the_show_overrides_is_still_told(tmp_path: Path) -> None:
    findings = findings_of(make_workspace(tmp_path, config="language = 'english'"))
    assert [str(finding.place) for finding in findings] == ["config.toml:1:12"]


def test_everything_that_is_missing_is_told_with_an_example(tmp_path: Path) -> None:
    findings = findings_of(make_workspace(tmp_path, ""))
    missing = ["title", "description", "site", "feed_url", "language", "author", "categories"]
    assert [finding.message for finding in findings] == [f"`{name}` is missing" for name in missing]
    assert {finding.place for finding in findings} == {Place(SHOW)}
    assert findings[0].fix.startswith('add: title = "')


def test_what_a_table_lacks_is_told_at_the_table(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE + "[people.ada]\nrole = 'host'"))
    assert (str(finding.place), finding.message) == (f"{SHOW}:9:1", "`people.ada.name` is missing")


def test_bad_toml_in_both_files_is_told_and_nothing_is_called_missing(tmp_path: Path) -> None:
    findings = findings_of(make_workspace(tmp_path, "title = Demo", "[audio"))
    assert [(str(finding.place), finding.name) for finding in findings] == [
        ("config.toml:1:7", "bad-toml"),
        (f"{SHOW}:1:9", "bad-toml"),
    ]


def test_a_file_that_is_no_utf8_is_told_with_its_place(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, "# ok\nauthor = 'J\xe9'".encode("latin-1")))
    assert (str(finding.place), finding.name) == ("config.toml:2:12", "not-utf-8")
    assert finding.message == "the byte 0xe9 is no UTF-8"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (finding,) = findings_of(make_workspace(tmp_path, COMPLETE, b"#" * (2 << 20)))
    assert finding.name == "unreadable-file"
    assert "larger than" in finding.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    (tmp_path / "config.toml").chmod(0)
    (finding,) = findings_of(root)
    assert finding.message == "`config.toml` cannot be read: Permission denied"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    (tmp_path / "config.toml").unlink()
    os.mkfifo(tmp_path / "config.toml")
    (finding,) = findings_of(root)
    assert finding.message == "`config.toml` is no regular file"


@pytest.mark.parametrize("name", ["dmeo", "../demo", "", "demo/", "\x00"])
def test_a_show_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no show named"):
        load_settings(make_workspace(tmp_path), name, {})


def test_a_misspelt_show_gets_the_right_name_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(make_workspace(tmp_path), "dmeo", {})
    assert caught.value.fix == "did you mean demo?"


def test_a_thousand_errors_are_cut_short(tmp_path: Path) -> None:
    unknown = "".join(f"unknown{number} = 1\n" for number in range(1000))
    findings = findings_of(make_workspace(tmp_path, COMPLETE, unknown))
    assert len(findings) == 101
    assert findings[-1].message == "there are 900 more errors"


@pytest.mark.parametrize(
    "config",
    [
        "a = " + "[" * 5000,
        "a = " + "[" * 400 + "]" * 400,
        "hubs." * 2000 + "x = 1",
        "seconds = " + "9" * 10000,
        "[notes]\nseconds = 1e400",
        "title = {}\nowner = []\npeople = 5\naudio = 'x'\nhosts = {a = 1}",
        "title = nan\nauthor = 1979-05-27\nsite = 07:32:00",
        "[[audio]]\nurl = 'x'\n[[audio]]\nurl = 'y'",
        "[[people.ada]]\nname = 'x'",
        '"" = 1\n"a.b" = 2\n[people.""]\nname = ""',
        'title = "\\u0000"\nauthor = "\\uFFFE"',
        "categories = [[['x']]]\nhosts = [1, true, {}]",
        "\x00",
        "\ufeff\ufeff",
        "a = 2024-02-30",
    ],
)
def test_hostile_toml_gives_findings_and_nothing_else(tmp_path: Path, config: str) -> None:
    findings = findings_of(make_workspace(tmp_path, COMPLETE, config))
    assert findings
    for finding in findings:
        assert "\n" not in finding.message + finding.fix
        assert len(finding.message) < 300
