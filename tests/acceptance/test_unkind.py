"""What users do, disks do and editors do: nothing of it may cost the feed that is there, or end in a traceback."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.workspace import SHOW, Workspace, episode

ENVIRON = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
FEEDPUB = [sys.executable, "-m", "feedpub"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1)
    made.add(2, date="2025-01-02")
    return made


@pytest.fixture
def built(workspace: Workspace) -> Workspace:
    workspace.build()
    return workspace


def keeps_its_feed(workspace: Workspace, code: int, *words: str) -> str:
    """What a build says that must end with this code and leave the feed alone."""
    before = workspace.feed.read_bytes()
    said = workspace.build(*words, code=code)
    assert workspace.feed.read_bytes() == before
    assert "Traceback" not in said
    return said


# -- settings ------------------------------------------------------------------------------------


def test_an_empty_show_toml_lists_all_that_is_missing(built: Workspace) -> None:
    built.write("feeds/demo/show.toml", "")
    said = keeps_its_feed(built, 2)
    for key in ("title", "description", "site", "feed_url", "language", "author", "categories"):
        assert f"feeds/demo/show.toml: error: `{key}` is missing" in said


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\0", b"title = \xe9", b"\0", b'title = "x"\n' * 2, b"= 1", b"[[show]]", b"a.b.c = 1"],
)
def test_settings_that_cannot_be_read_are_exit_2(built: Workspace, content: bytes) -> None:
    for path in ("config.toml", "feeds/demo/show.toml"):
        before = (built.root / path).read_bytes()
        built.write(path, content)
        assert f"{path}:1:" in keeps_its_feed(built, 2) or content == b'title = "x"\n' * 2
        built.write(path, before)


def test_settings_from_windows_are_read(built: Workspace) -> None:
    built.write("feeds/demo/show.toml", b"\xef\xbb\xbf" + SHOW.replace("\n", "\r\n").encode())
    assert "nothing has changed" in built.build()


def test_a_folder_called_show_toml_is_no_show(built: Workspace) -> None:
    (built.show / "show.toml").unlink()
    (built.show / "show.toml").mkdir()
    assert "no folder in feeds/ holds a show.toml" in keeps_its_feed(built, 2)


# -- episode files -------------------------------------------------------------------------------


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def replace_by_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("x")


def empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


@pytest.mark.parametrize("how", [remove, replace_by_a_file, empty])
def test_episodes_that_are_all_gone_do_not_empty_the_feed(
    built: Workspace, how: Callable[[Path], None]
) -> None:
    """A disk that is not mounted must not withdraw a whole show: a person has to decide."""
    how(built.show / "episodes")
    before = built.feed.read_bytes()
    done = built.run("build")
    assert done.returncode in (1, 3), done.stdout + done.stderr
    assert built.feed.read_bytes() == before


def test_a_huge_file_is_named_and_never_read_to_its_end(built: Workspace) -> None:
    with (built.show / "episodes" / "003.md").open("wb") as file:
        file.truncate(50_000_000)
    began = time.monotonic()
    assert "003.md: error: cannot be read: is larger than" in keeps_its_feed(built, 1)
    assert time.monotonic() - began < 5


HOSTILE = {
    "lists in one line": "- " * 2000 + "x",
    "lists of 300 levels": "\n".join(" " * 2 * depth + "- x" for depth in range(300)),
    "quotes": "> " * 20_000 + "x",
    "boxes": "<div>" * 20_000 + "x",
    "emphasis": "*a **b " * 20_000,
    "references": "[a]: x\n" + "[a]" * 50_000,
    "comments": "<!--" * 50_000,
    "entities": "&#60;script&#62;" * 20_000,
    "one word": "x" * 300_000,
    "right to left": "\u202eabc " * 20_000,
}


@pytest.mark.parametrize("flavour", ["commonmark", "pelican"])
def test_hostile_notes_neither_crash_nor_hang(workspace: Workspace, flavour: str) -> None:
    """Each is either built, or an error of its own file within the limits of a worker; never exit 70."""
    workspace.write("feeds/demo/show.toml", SHOW + f'[notes]\nflavour = "{flavour}"\nseconds = 1\n')
    for at, notes in enumerate(HOSTILE.values(), 10):
        workspace.add(at, notes=notes)
    done = workspace.run("build", "-j", "2")
    assert done.returncode in (0, 1), done.stderr
    assert "001-talk.md" not in done.stderr
    if done.returncode == 0:
        etree.parse(workspace.feed)


@pytest.mark.parametrize(
    "template", ['{{ "x" * 10**8 }}', '{{ "x"|center(100000000) }}', '{{ "%100000000d" % 1 }}']
)
def test_a_hostile_template_takes_no_more_memory_than_a_worker_may(
    workspace: Workspace, template: str
) -> None:
    """Constant expressions, too, are for a worker with limits, not for the process that reads the template."""
    workspace.write("feeds/demo/show.toml", SHOW + '[notes]\ntemplate = "t.html"\nseconds = 1\n')
    workspace.write("feeds/demo/t.html", template)
    code = (
        "import resource, subprocess, sys; done = subprocess.run([sys.executable, '-m', 'feedpub', 'build']);"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=workspace.root, env=ENVIRON | {"FEEDPUB_NOTES__MEGABYTES": "64"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    returned, kilobytes = done.stdout.split()[-2:]
    assert int(returned) in (0, 1), done.stderr
    assert int(kilobytes) < 200_000


def test_files_that_are_no_episodes_are_passed_over(built: Workspace) -> None:
    for name in (
        "a.txt",
        "b.md~",
        "#c.md#",
        ".d.md",
        "_e.md",
        "README.md",
        "f.MD.bak",
        "sub/_g/h.md",
        "i.html",
    ):
        built.write(f"feeds/demo/episodes/{name}", "no episode")
    for number in range(2000):
        built.write(f"feeds/demo/episodes/junk/{number}.txt", "x")
    assert "nothing has changed" in built.build()


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(workspace: Workspace) -> None:
    workspace.build()
    before = workspace.feed.read_bytes()
    path = workspace.show / "episodes" / "001-talk.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    workspace.build()
    assert workspace.feed.read_bytes() == before


def test_names_that_differ_in_case_alone_are_an_error(workspace: Workspace) -> None:
    workspace.write("feeds/demo/show.toml", SHOW + '[episodes]\nslug = "file"\n')
    for number, name in ((3, "Talk.md"), (4, "talk.md")):
        workspace.add(number, file=name)
    said = workspace.build(code=1)
    assert "feeds/demo/episodes/talk.md" in said
    assert "the slug `talk` is taken by feeds/demo/episodes/Talk.md already" in said


def test_a_hostile_title_reaches_neither_the_terminal_nor_a_tag(workspace: Workspace) -> None:
    workspace.write(
        "feeds/demo/episodes/003.md", "Title: \x1b]0;owned\x07 \u202eevil\u202c\nDate: never\n\nx\n"
    )
    workspace.add(4, title="Episode 4 - <script>&]]>\"' שלום 👩‍🚀")
    said = workspace.build("-vv", code=1)
    assert "\x1b" not in said
    assert "\u202e" not in said
    (workspace.show / "episodes" / "003.md").unlink()
    workspace.build()
    assert "<script>&]]>\"' שלום 👩‍🚀" in workspace.texts("title")


# -- what stands where files are to be written ---------------------------------------------------


def test_a_file_where_a_folder_should_be_is_exit_4(workspace: Workspace) -> None:
    for path in ("build", "build/demo", ".feedpub"):
        shutil.rmtree(workspace.root / ".feedpub", ignore_errors=True)
        workspace.write(path, "in the way")
        assert f"{workspace.root}/{path}" in workspace.build(code=4)
        (workspace.root / path).unlink()
        if path == "build/demo":
            (workspace.root / "build").rmdir()
    workspace.build()


def test_output_may_be_a_link(workspace: Workspace) -> None:
    (workspace.root / "elsewhere").mkdir()
    (workspace.root / "build").symlink_to("elsewhere")
    workspace.build()
    assert (workspace.root / "elsewhere" / "demo" / "feed.xml").is_file()
    assert "nothing has changed" in workspace.build()


def test_a_feed_that_is_a_link_is_replaced_and_not_followed(built: Workspace) -> None:
    precious = built.write("precious", "mine")
    built.feed.unlink()
    built.feed.symlink_to(precious)
    built.build()
    assert precious.read_text() == "mine"
    etree.parse(built.feed)


@pytest.mark.parametrize("content", [b"\xff", b"<<<<<<< HEAD\n", b"", b"[[episode]]\n", b"\0" * 100])
def test_a_ledger_that_makes_no_sense_is_refused(built: Workspace, content: bytes) -> None:
    """100: never made anew silently."""
    built.ledger.write_bytes(content)
    said = keeps_its_feed(built, 3)
    assert "feeds/demo/ledger.toml" in said
    assert built.ledger.read_bytes() == content


# -- permissions ---------------------------------------------------------------------------------

#: what is forbidden, the mode, the exit code, what is said
FORBIDDEN = [
    ("build/demo", 0o555, 4, "build/demo"),
    (".feedpub", 0o555, 4, ".feedpub/cache.sqlite"),
    (".feedpub/cache.sqlite", 0o000, 4, ".feedpub/cache.sqlite"),
    ("feeds/demo/show.toml", 0o000, 2, "feeds/demo/show.toml` cannot be read: Permission denied"),
    ("feeds/demo/episodes/002-talk.md", 0o000, 1, "002-talk.md: error: cannot be read: Permission denied"),
    ("feeds/demo/audio/002.mp3", 0o000, 1, "audio/002.mp3: error: reading the file is not permitted"),
    ("feeds/demo/ledger.toml", 0o000, 3, "feeds/demo/ledger.toml cannot be read"),
    ("feeds/demo/audio", 0o000, 1, "feeds/demo/audio"),
    ("feeds/demo/episodes", 0o000, 1, "feeds/demo/episodes"),
    ("feeds/demo", 0o555, 4, "feeds/demo"),
    ("build", 0o000, 4, "build"),
]


def powerless() -> list[str]:
    """What takes from root the right to pass over modes of files; nothing for other users."""
    if os.geteuid():
        return []
    words = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    if not shutil.which("setpriv") or subprocess.run([*words, "true"], capture_output=True).returncode:
        pytest.skip("root may do everything here, and setpriv cannot change that")
    return words


@pytest.mark.parametrize("path,mode,code,words", FORBIDDEN, ids=[f"{one[0]}-{one[1]:o}" for one in FORBIDDEN])
def test_what_is_forbidden_is_named(built: Workspace, path: str, mode: int, code: int, words: str) -> None:
    """38, 107"""
    before = built.feed.read_bytes()
    built.add(3, date="2025-01-03")
    target = built.root / path
    command = [*powerless(), *FEEDPUB, "build"]
    kept = target.stat().st_mode
    target.chmod(mode)
    try:
        done = subprocess.run(command, cwd=built.root, env=ENVIRON, capture_output=True, text=True)
    finally:
        target.chmod(kept)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert "this is a bug" not in done.stderr
    assert built.feed.read_bytes() == before
    built.build()


def test_modes_of_what_is_published_do_not_depend_on_the_umask(workspace: Workspace) -> None:
    """107"""
    command = ["sh", "-c", 'umask 077; exec "$@"', "sh", *FEEDPUB, "build"]
    subprocess.run(command, cwd=workspace.root, env=ENVIRON, capture_output=True, check=True)
    assert workspace.feed.stat().st_mode & 0o777 == 0o644


# -- two at once ---------------------------------------------------------------------------------


def test_while_another_build_is_at_work_it_is_exit_7(built: Workspace) -> None:
    """78"""
    other = sqlite3.connect(built.root / ".feedpub" / "cache.sqlite", isolation_level=None)
    try:
        other.execute("begin immediate")
        built.write("feeds/demo/episodes/002-talk.md", episode(2, date="2025-01-02", notes="Edited."))
        assert "feedpub: another feedpub is building in this workspace" in keeps_its_feed(built, 7)
    finally:
        other.close()
    built.build()


def test_builds_at_the_same_time_leave_one_feed(workspace: Workspace) -> None:
    pipe = subprocess.PIPE
    many = [
        subprocess.Popen(
            [*FEEDPUB, "build"], cwd=workspace.root, env=ENVIRON, stdout=pipe, stderr=pipe, text=True
        )
        for _ in range(4)
    ]
    ends = [(process.communicate(timeout=60), process.returncode) for process in many]
    assert {code for _, code in ends} <= {0, 7}, ends
    assert 0 in {code for _, code in ends}
    etree.parse(workspace.feed)
    assert len(workspace.items()) == 2


# -- clock and surroundings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "now,items",
    [
        ("1960-01-01T00:00:00+00:00", 0),
        ("2150-01-01T00:00:00Z", 2),
        ("0001-01-01T00:00:00+14:00", 0),
        ("9999-12-31T23:59:59-12:00", 2),
        ("2025-01-01T12:00:00.5+01:00", 1),
    ],
)
def test_any_clock_will_do(workspace: Workspace, now: str, items: int) -> None:
    workspace.build("--now", now)
    assert len(workspace.items()) == items
    assert workspace.run("next", "--now", now).returncode == 0


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "2"},
        {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
    ],
    ids=lambda environ: ",".join(environ),
)
def test_surroundings_change_no_byte(workspace: Workspace, environ: dict[str, str]) -> None:
    workspace.add(3, title="Episode 3 - Ünïcode 🎙", date="2025-01-03", notes="Dźwięk 🎧 ıİ")
    workspace.build()
    before = workspace.feed.read_bytes()
    shutil.rmtree(workspace.root / ".feedpub")
    shutil.rmtree(workspace.root / "build")
    said = workspace.build(**environ)
    assert "Warning" not in said
    assert workspace.feed.read_bytes() == before


def test_an_empty_environment_will_do(workspace: Workspace) -> None:
    done = subprocess.run(
        ["env", "-i", *FEEDPUB, "build"], cwd=workspace.root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_a_path_with_odd_characters_will_do(tmp_path: Path) -> None:
    root = tmp_path / "my show's #1 % ? & 100% ünïcode \n folder"
    root.mkdir()
    workspace = Workspace(root)
    workspace.add(1)
    workspace.build(now="")
    assert "nothing has changed" in workspace.build(now="")
