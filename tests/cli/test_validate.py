"""`feedpub validate`, as a user calls it."""

import gzip
import json
import os
import pty
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import jsonschema
import pytest
from click.shell_completion import ShellComplete

from feedpub.cli.commands import feedpub as group
from tests.cli.test_commands import run
from tests.house.checkout import ROOT
from tests.validate.examples import rss
from tests.workspace import NOW, SHOW, Workspace

GOOD = rss("<title>Tides</title>").encode()
#: two ampersands, an entity; and advice to all but Apple, a warning to Apple
BAD = b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Q & A &nbsp; B & C</title>\n</channel></rss>\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.xml").write_bytes(BAD)
    (tmp_path / "good.xml").write_bytes(GOOD)
    return tmp_path


def xml_only(done: "subprocess.CompletedProcess[str]") -> list[str]:
    """The findings on XML itself, which other rules do not change."""
    return [line for line in done.stdout.splitlines() if " [XML" in line]


def test_a_finding_has_its_place_its_severity_and_its_rule(folder: Path) -> None:
    done = run(folder, "validate", "bad.xml")
    assert done.returncode == 1
    assert "bad.xml:2:38: error: a bare `&` is not well-formed XML: " in done.stdout
    assert "[XML003 unescaped-ampersand]" in done.stdout
    assert done.stderr == ""


def test_it_needs_no_workspace_and_writes_nothing(folder: Path) -> None:
    before = sorted(folder.iterdir())
    run(folder, "validate", "bad.xml")
    assert sorted(folder.iterdir()) == before


def test_several_inputs_are_judged_and_summed_up(folder: Path) -> None:
    done = run(folder, "validate", "bad.xml", "good.xml")
    assert "\nbad.xml: " in done.stdout
    assert "\ngood.xml: " in done.stdout
    assert "\n2 feeds: " in done.stdout


@pytest.mark.parametrize(
    "words,code",
    [
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "NEVER"], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "frob"], 2),
        (["--profile", "frob"], 2),
        (["--profile", "apple,frob"], 2),
        (["--max-size", "much"], 2),
        (["--now", "yesterday"], 2),
        (["--format", "frob"], 2),
        (["gone.xml"], 4),
        (["--fail-on", "never", "gone.xml"], 4),
    ],
)
def test_exit_codes(folder: Path, words: list[str], code: int) -> None:
    done = run(folder, "validate", "bad.xml", *words)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_what_cannot_be_read_is_told_and_the_others_are_judged(folder: Path) -> None:
    done = run(folder, "validate", "gone.xml", "bad.xml")
    assert done.returncode == 4
    assert done.stderr.startswith("gone.xml: error: ")
    assert "[XML003 unescaped-ampersand]" in done.stdout


@pytest.mark.parametrize("words", [["--profile", "apple"], ["--profile", "APPLE, apple"]])
def test_a_profile_alone_decides_how_bad_it_is(folder: Path, words: list[str]) -> None:
    said = run(folder, "validate", "bad.xml", *words).stdout
    assert "warning: the XML declaration does not say the encoding" in said
    assert "for apple" not in said
    without = run(folder, "validate", "-v", "bad.xml", "--profile", "rss", "--profile", "psp1").stdout
    assert "info: the XML declaration does not say the encoding" in without


def test_a_misspelt_profile_is_told_with_what_was_meant(folder: Path) -> None:
    assert "did you mean `apple`?" in run(folder, "validate", "bad.xml", "--profile", "aple").stderr


def test_json_keeps_to_the_schema_and_tells_what_could_not_be_read(folder: Path) -> None:
    done = run(folder, "validate", "--format", "json", "bad.xml", "gone.xml", "good.xml")
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads((ROOT / "schemas" / "findings.schema.json").read_text("utf-8")))
    assert told["exit"] == done.returncode == 4
    assert [feed["file"] for feed in told["feeds"]] == ["bad.xml", "good.xml"]
    assert [one["file"] for one in told["errors"]] == ["gone.xml"]


def test_the_same_feed_gives_the_same_report(folder: Path) -> None:
    words = ("validate", "--format", "json", "bad.xml")
    assert run(folder, *words, PYTHONHASHSEED="1").stdout == run(folder, *words, PYTHONHASHSEED="2").stdout


def test_the_report_goes_into_a_file_and_the_sum_to_stderr(folder: Path) -> None:
    done = run(folder, "validate", "bad.xml", "--output", "report.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.match(r"bad.xml: \d+ errors, ", done.stderr)
    assert "[XML003 unescaped-ampersand]" in (folder / "report.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (folder / "report.txt").read_text(encoding="utf-8")


def test_no_report_takes_the_place_of_what_it_is_about(folder: Path) -> None:
    done = run(folder, "validate", "bad.xml", "-o", "./bad.xml")
    assert done.returncode == 3
    assert (folder / "bad.xml").read_bytes() == BAD


def test_quiet_says_nothing_when_nothing_fails(folder: Path) -> None:
    done = run(folder, "validate", "-q", "--fail-on", "never", "bad.xml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = run(folder, "validate", "-q", "bad.xml")
    assert done.returncode == 1
    assert "error" in done.stdout
    assert "rules" not in done.stdout


def test_a_reader_who_has_seen_enough_is_no_fault(folder: Path) -> None:
    command = f"'{sys.executable}' -m feedpub validate -v bad.xml bad.xml | head -1"
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environ, capture_output=True, text=True)
    assert done.stderr == ""


def on_terminal(folder: Path, *words: str, **environ: str) -> str:
    """What is to be seen on a terminal of 60 columns."""
    main, side = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "TERM": "xterm", **environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "feedpub", *words], cwd=folder, env=env, stdout=side, stderr=side
    )
    os.close(side)
    seen = b""
    try:
        while part := os.read(main, 1 << 16):
            seen += part
    except OSError:  # Linux says so that the other side has gone
        pass
    os.close(main)
    process.wait(60)
    return seen.decode().replace("\r\n", "\n")


def test_on_a_terminal_there_are_colours_and_the_line_with_a_caret(folder: Path) -> None:
    seen = on_terminal(folder, "validate", "bad.xml")
    assert "bad.xml:2:38: \x1b[31merror\x1b[0m: " in seen
    line, below = seen.partition("bad.xml:2:38: ")[2].splitlines()[1:3]
    assert line[below.index("^")] == "&"


def test_no_color_is_heard(folder: Path) -> None:
    seen = on_terminal(folder, "validate", "bad.xml", NO_COLOR="1")
    assert "\x1b[3" not in seen
    assert "^" in seen


# -- inputs --------------------------------------------------------------------------------------


def test_stdin_gzip_and_patterns_are_inputs(folder: Path) -> None:
    (folder / "packed.xml.gz").write_bytes(gzip.compress(BAD))
    with (folder / "bad.xml").open() as stdin:
        done = run(folder, "validate", "-", "*.gz", stdin=stdin)
    places = [line.partition(": error: ")[0] for line in done.stdout.splitlines() if "[XML003" in line]
    assert {"<stdin>:2:38", "packed.xml.gz:2:38"} <= set(places)


@pytest.mark.parametrize(
    "word,code,said",
    [
        ("*.rss", 2, "no file matches *.rss"),
        ("", 2, "empty name"),
        (".", 2, "is a folder"),
        ("ftp://example.com/feed.xml", 2, "only http:// and https:// can be"),
        ("example.com/feed.xml", 4, "for an address write https://example.com/feed.xml"),
    ],
)
def test_a_word_that_means_no_feed(folder: Path, word: str, code: int, said: str) -> None:
    done = run(folder, "validate", word)
    assert done.returncode == code
    assert said in done.stderr


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The folder on a server of this machine: its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    with serve(folder) as address:
        yield address


class QuietHandler(SimpleHTTPRequestHandler):
    """Sends files and says nothing."""

    def log_message(self, *words: object) -> None:
        pass


def test_an_address_is_fetched_where_it_may_be(folder: Path, server: str) -> None:
    done = run(folder, "validate", f"{server}/bad.xml", "--allow-private", "127.0.0.1")
    assert done.returncode == 1
    assert f"{server}/bad.xml:2:38: error: " in done.stdout


@pytest.mark.parametrize(
    "words,code,said",
    [
        ([], 4, "--allow-private 127.0.0.1"),
        (["--offline", "--allow-private", "127.0.0.1"], 2, "--offline was given"),
        (["--allow-private", "127.0.0.1", "--max-size", "50"], 4, "--max-size allows more"),
    ],
)
def test_an_address_that_is_not_fetched(
    folder: Path, server: str, words: list[str], code: int, said: str
) -> None:
    done = run(folder, "validate", f"{server}/bad.xml", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_files_beside_a_feed_are_judged_with_it(tmp_path: Path) -> None:
    """The feed says where it is, so it is known which file an address means."""
    chapters = '<podcast:chapters url="https://example.com/one.json" type="application/json+chapters"/>'
    link = '<atom:link href="https://example.com/feed.xml" rel="self" type="application/rss+xml"/>'
    (tmp_path / "feed.xml").write_text(rss(f"{link}<item><title>One</title>{chapters}</item>"))
    (tmp_path / "one.json").write_text('{\n  "version": "1.2.0"\n}\n')
    done = run(tmp_path, "validate", "feed.xml")
    assert (
        "\none.json:1:1: error: the object has no `chapters` [CHAP004 chapters-missing-list]" in done.stdout
    )
    assert "no local files of chapters are known" not in done.stdout
    assert "no local transcripts are known" in done.stdout


def write_versions(folder: Path) -> None:
    """One feed before and after an episode got another guid."""
    for name, guid in (("old.xml", "1"), ("new.xml", "one")):
        audio = '<enclosure url="https://example.com/1.mp3" length="1000" type="audio/mpeg"/>'
        (folder / name).write_text(rss(f"<item><title>One</title><guid>{guid}</guid>{audio}</item>"))


def test_what_changed_since_the_previous_feed_is_told(folder: Path) -> None:
    write_versions(folder)
    assert "[MIG007" not in run(folder, "validate", "new.xml").stdout
    said = run(folder, "validate", "new.xml", "--previous", "old.xml").stdout
    assert "new.xml:4:25: error: the `guid` of the episode was `1` and is now `one`" in said


@pytest.mark.parametrize(
    "words,code,said",
    [
        (["--previous", "gone.xml"], 4, "--previous: gone.xml: there is no such file"),
        (["--previous", "page.xml"], 2, "--previous: page.xml: is no feed"),
        (["--previous", "old.xml", "old.xml"], 2, "cannot be compared with several"),
        (["--previous", "*.xml"], 4, "--previous: *.xml: there is no such file"),
        (["--previous", ""], 2, "is empty"),
        (["--now", ""], 2, "is empty"),
        (["--feed-url", ""], 2, "is empty"),
    ],
)
def test_a_previous_feed_that_is_none(folder: Path, words: list[str], code: int, said: str) -> None:
    write_versions(folder)
    (folder / "page.xml").write_text("<html><body>Not found</body></html>")
    done = run(folder, "validate", "new.xml", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


# -- shows of a workspace ------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1, notes="Notes of the first episode.")
    made.build()
    return made


def test_without_words_all_shows_are_judged(workspace: Workspace) -> None:
    workspace.write("feeds/other/show.toml", SHOW)
    said = workspace.run("validate").stdout
    assert "build/demo/feed.xml: " in said
    assert "build/other/feed.xml: error: there is no feed: the show was not built [feed-not-built]" in said


def test_a_show_is_judged_by_its_name_and_named_from_where_one_is(workspace: Workspace) -> None:
    done = run(workspace.show, "validate", "demo", FEEDPUB_NOW=NOW)
    assert "../../build/demo/feed.xml: " in done.stdout


def test_without_words_and_workspace_it_is_exit_2(tmp_path: Path) -> None:
    done = run(tmp_path, "validate")
    assert done.returncode == 2
    assert "no workspace" in done.stderr


def test_wrong_settings_of_a_show_are_exit_2_and_the_other_is_judged(workspace: Workspace) -> None:
    workspace.write("feeds/other/show.toml", f"{SHOW}frobnicate = 1\n")
    done = workspace.run("validate", "--format", "json")
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert [one["file"] for one in told["errors"]] == ["feeds/other"]
    assert "build/demo/feed.xml" in [feed["file"] for feed in told["feeds"]]
    row = next(one for one in told["findings"] if one["file"] == "feeds/other/show.toml")
    assert (row["line"], row["rule"]) == (10, "")


def test_a_file_comes_before_a_show_of_its_name(workspace: Workspace) -> None:
    workspace.write("demo", BAD)
    assert "demo:2:38: error: " in workspace.run("validate", "demo").stdout


def test_what_the_sources_are_warned_of_is_told_at_their_place(tmp_path: Path) -> None:
    made = Workspace(tmp_path)
    made.add(1, extra="Length: 5\n")
    assert "[length-differs]" in made.build()
    assert "feeds/demo/episodes/001-talk.md:3:1: warning: " in made.run("validate").stdout


def test_shows_and_files_are_completed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.root)
    proposed = ShellComplete(group, {}, "feedpub", "_FEEDPUB_COMPLETE").get_completions(["validate"], "de")
    assert [(one.type, one.value) for one in proposed] == [("plain", "demo"), ("file", "de")]


def test_a_show_is_compared_with_what_is_live_when_that_may_be_fetched(tmp_path: Path) -> None:
    """What is live here: the same feed, in which the episode has another guid."""
    live = tmp_path / "live"
    live.mkdir()
    with serve(live) as address:
        made = Workspace(
            tmp_path / "show", SHOW.replace("https://demo.example/feed.xml", f"{address}/feed.xml")
        )
        made.add(1)
        made.build()
        guid = made.texts("guid")[0]
        (live / "feed.xml").write_text(made.feed.read_text().replace(guid, "another"))
        said = made.run("validate", "--online", "--allow-private", "127.0.0.1").stdout
        assert f"the `guid` of the episode was `another` and is now `{guid}`" in said
        assert "[MIG007" not in made.run("validate", "--allow-private", "127.0.0.1").stdout
    alone = made.run("validate", "--online")
    assert "feedpub: demo is not compared with what is live: " in alone.stderr


def test_where_nothing_can_be_written_shows_are_judged_all_the_same(workspace: Workspace) -> None:
    before = workspace.run("validate").stdout
    workspace.write("in-the-way", "")
    done = workspace.run("validate", FEEDPUB_CACHE_DIR=str(workspace.root / "in-the-way" / "cache"))
    assert (done.returncode, done.stdout) == (0, before)
    assert "of demo nothing is remembered for the next time: " in done.stderr


def test_a_show_that_another_run_works_on_is_told_and_json_is_whole(workspace: Workspace) -> None:
    with sqlite3.connect(workspace.root / ".feedpub" / "cache.sqlite") as other:
        other.execute("begin immediate")
        done = workspace.run("validate", "--format", "json")
        other.rollback()
    assert done.returncode == 7
    told = json.loads(done.stdout)
    assert (told["exit"], [one["file"] for one in told["errors"]]) == (7, ["feeds/demo"])
