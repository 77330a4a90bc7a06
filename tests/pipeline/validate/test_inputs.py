"""What words mean, and what reading each comes to."""

import gzip
import io
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from feedpub.errors import FeedpubError, HostError, UsageError
from feedpub.links.fault import FetchError
from feedpub.pipeline.validate.inputs import Input, find_input, find_inputs
from feedpub.pipeline.validate.loading import Loaded, Loading
from tests.links.server import answer, serving

HERE = Loading(private_hosts=("127.0.0.1",), seconds=5)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files to choose from, in the folder that the words are said in."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.xml", "a.xml", "note.txt", ".hidden.xml", "old/c.xml", "old/deep/d.xml", "old/.x/e.xml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def names(*words: str, shows: tuple[str, ...] = ()) -> list[str]:
    return [one.name for one in find_inputs(words, shows, HERE)]


def only(word: str, loading: Loading = HERE, shows: tuple[str, ...] = ()) -> Input:
    (one,) = find_inputs([word], shows, loading)
    return one


def loaded(word: str, loading: Loading = HERE) -> Loaded:
    load = only(word, loading).load
    assert load
    return load()


def failure(word: str, loading: Loading = HERE, shows: tuple[str, ...] = ()) -> FeedpubError:
    load = only(word, loading, shows).load
    assert load
    with pytest.raises(FeedpubError) as caught:
        load()
    return caught.value


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.xml", ["a.xml", "b.xml"]),
        ("./*.xml", ["./a.xml", "./b.xml"]),
        ("old/*.xml", ["old/c.xml"]),
        ("**/*.xml", ["a.xml", "b.xml", "old/c.xml", "old/deep/d.xml"]),
        ("old/**", ["old/c.xml", "old/deep/d.xml"]),
        ("old/**/**/d.xml", ["old/deep/d.xml"]),
        ("*/*/d.xml", ["old/deep/d.xml"]),
        ("[ab].xml", ["a.xml", "b.xml"]),
        ("?.xml", ["a.xml", "b.xml"]),
        (".*.xml", [".hidden.xml"]),
        ("*", ["a.xml", "b.xml", "note.txt"]),
    ],
)
def test_a_pattern_means_files_in_their_order(pattern: str, expected: list[str]) -> None:
    assert names(pattern) == expected


@pytest.mark.parametrize("pattern", ["*.rss", "none/*.xml", "a.xml/*", "[", "old/*/*/*/*", "ol?"])
def test_a_pattern_that_matches_nothing_is_a_slip(pattern: str) -> None:
    with pytest.raises(UsageError, match="no file matches"):
        names(pattern)


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "[1].xml").write_bytes(b"one")
    assert loaded("[1].xml").data == b"one"


def test_loops_of_links_do_not_trap_a_pattern(folder: Path) -> None:
    for name in ("one", "two", "three"):
        (folder / "old" / name).symlink_to(folder / "old")
    started = time.monotonic()
    assert names("**/*.xml") == ["a.xml", "b.xml", "old/c.xml", "old/deep/d.xml"]
    assert time.monotonic() - started < 2


def test_what_is_named_twice_is_judged_once(folder: Path) -> None:
    (folder / "link.xml").symlink_to("a.xml")
    words = [
        "b.xml",
        "./a.xml",
        "a.xml",
        "*.xml",
        "link.xml",
        str(folder / "a.xml"),
        "-",
        "-",
        "demo",
        "demo",
    ]
    urls = ["https://x.example/f", "HTTPS://X.example/f#part", "https://x.example", "https://x.example/"]
    assert names(*words, *urls, shows=("demo",)) == [
        "b.xml", "./a.xml", "<stdin>", "demo", "https://x.example/f", "https://x.example",
    ]  # fmt: skip


def test_a_show_is_told_apart_and_a_file_of_its_name_is_preferred(folder: Path) -> None:
    assert only("demo", shows=("demo",)).is_show
    (folder / "demo").write_bytes(b"x")
    assert not only("demo", shows=("demo",)).is_show


def test_only_regular_files_have_files_beside_them(folder: Path) -> None:
    assert only("a.xml").is_file
    assert not only("-").is_file
    assert not only("http://x.example/").is_file


def test_a_file_is_read_when_it_is_its_turn(folder: Path) -> None:
    one = only("late.xml")
    (folder / "late.xml").write_bytes(b"late")
    assert one.load
    assert one.load() == Loaded(b"late")


def test_an_empty_file_is_no_failure(folder: Path) -> None:
    (folder / "empty.xml").touch()
    assert loaded("empty.xml").data == b""


def test_gzip_is_known_by_its_first_bytes(folder: Path) -> None:
    (folder / "feed").write_bytes(gzip.compress(b"<rss/>"))
    assert loaded("feed").data == b"<rss/>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (gzip.compress(gzip.compress(b"x")), "is packed with gzip twice"),
        (gzip.compress(bytes(range(99)))[:50], "is packed with gzip, and breaks off in the middle of what is packed"),
        (gzip.compress(bytes(2000)), "is packed with gzip, and is larger than 1,000 bytes when unpacked"),
        (bytes(1001), "is larger than 1,000 bytes"),
        (b"\x1f\x8b" + b"x" * 20, "is packed with gzip, and cannot be unpacked: unknown compression method"),
    ],
    ids=["twice", "cut", "bomb", "large", "none"],
)  # fmt: skip
def test_a_file_that_cannot_be_taken(folder: Path, content: bytes, message: str) -> None:
    (folder / "bad.xml").write_bytes(content)
    error = failure("bad.xml", Loading(max_size=1000))
    assert (error.exit_code, error.message) == (4, message)


def test_a_missing_file() -> None:
    error = failure("none.xml")
    assert (error.exit_code, error.message) == (4, "there is no such file")


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("example.com/feed.xml", "for an address write https://example.com/feed.xml"),
        ("www.example.com", "for an address write https://www.example.com"),
        ("dmeo", "did you mean the show demo?"),
        ("other", "there are the shows demo"),
    ],
)
def test_a_missing_file_may_have_been_something_else(word: str, fix: str) -> None:
    assert failure(word, shows=("demo",)).fix == fix


def test_a_folder() -> None:
    error = failure("old/")
    assert (error.exit_code, error.message) == (2, "is a folder")
    assert error.fix == "give the files in it: 'old/*.xml'"


def test_the_folder_of_a_show(folder: Path) -> None:
    (folder / "feeds" / "demo").mkdir(parents=True)
    assert failure("feeds/demo/", shows=("demo",)).fix == "to validate the show, give its name: demo"


@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_no_regular_file_is_not_waited_for(folder: Path, kind: str) -> None:
    word = "odd"
    listener = socket.socket(socket.AF_UNIX)
    if kind == "pipe":
        os.mkfifo(word)
    elif kind == "socket":
        listener.bind(word)
    else:
        word = "/dev/zero"
    started = time.monotonic()
    error = failure(word)
    listener.close()
    assert (error.exit_code, error.message) == (4, "is no regular file")
    assert time.monotonic() - started < 1


def test_a_link_that_leads_nowhere_or_in_a_circle(folder: Path) -> None:
    (folder / "nowhere.xml").symlink_to("none")
    (folder / "circle.xml").symlink_to("circle.xml")
    assert failure("nowhere.xml").message == "is a link to what is not there"
    assert failure("circle.xml").exit_code == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "a.xml").chmod(0)
    assert failure("a.xml").message == "cannot be read: Permission denied"


def test_odd_names_are_no_bugs() -> None:
    for word in ("a\nb.xml", "\udcff.xml", "x" * 5000, "a.xml/b", "-x", "~/a.xml"):
        assert failure(word).exit_code == 4


@pytest.mark.parametrize(
    ("word", "message", "fix"),
    [
        ("", "an input has an empty name", "give a file"),
        ("feed://example.com/feed.xml", "feed://example.com/feed.xml cannot be fetched", "write https://example.com/feed.xml"),
        ("ftp://example.com/x", "ftp://example.com/x cannot be fetched", "only http:// and https:// can be"),
        ("file:///srv/feed.xml", "file:///srv/feed.xml is no name of a file here", "write /srv/feed.xml"),
    ],
)  # fmt: skip
def test_a_word_that_is_no_input(word: str, message: str, fix: str) -> None:
    with pytest.raises(UsageError) as caught:
        names(word)
    assert caught.value.message == message
    assert caught.value.fix.startswith(fix)


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_stdin_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"\xff\xfe\r\n")
    assert loaded("-").data == b"\xff\xfe\r\n"
    stdin(monkeypatch, gzip.compress(b"<rss/>"))
    assert loaded("-").data == b"<rss/>"


def test_stdin_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, bytes(1001))
    assert failure("-", Loading(max_size=1000)).message == "is larger than 1,000 bytes"


def test_closed_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert failure("-").message == "stdin is closed"


def test_an_address_is_fetched() -> None:
    def script(head: str) -> list[bytes | float]:
        if "/new" in head:
            return answer(gzip.compress(b"<rss/>"), content_type="text/xml; charset=utf-8")
        return answer(b"", "301 Moved", location="/new")

    with serving(script) as server:
        assert loaded(server.url) == Loaded(
            b"<rss/>", f"{server.url}/new", "text/xml", "utf-8", ((301, f"{server.url}/new"),)
        )


def test_an_address_has_no_password_in_its_name() -> None:
    assert names("https://ada:secret@x.example/feed?token=abc") == ["https://x.example/feed?token=***"]


def test_an_address_that_fails_leaves_the_others_alone(folder: Path) -> None:
    inputs = find_inputs(["http://127.0.0.1:1/", "a.xml"], (), HERE)
    assert inputs[0].load
    assert inputs[1].load
    with pytest.raises(FetchError):
        inputs[0].load()
    assert inputs[1].load().data == b"a.xml"


def test_private_hosts_are_not_asked_unless_allowed() -> None:
    with serving(answer()) as server:
        assert "--allow-private 127.0.0.1" in failure(server.url, Loading()).fix
        assert server.asked == []


def test_a_host_that_cannot_be_allowed_is_a_slip_whatever_is_read() -> None:
    with pytest.raises(UsageError, match="no host that could be allowed"):
        find_inputs(["a.xml"], (), Loading(private_hosts=("*",)))


def test_nothing_is_fetched_offline() -> None:
    with serving(answer()) as server:
        assert failure(server.url, HERE._replace(offline=True)).exit_code == 2
        assert server.asked == []


def test_an_option_means_one_file_or_address() -> None:
    assert find_input("a.xml", HERE).name == "a.xml"
    assert find_input("http://x.example/", HERE).name == "http://x.example/"
    missing = find_input("*.xml", HERE).load
    assert missing
    with pytest.raises(HostError, match="no such file"):
        missing()
