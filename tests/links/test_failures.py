"""Every failure has a kind, a sentence and the exit code 4, and ends in time."""

import gzip
import os
import signal
import socket
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from itertools import repeat

import pytest

from feedpub.links.fault import FetchError
from feedpub.links.fetch import Limits, fetch
from feedpub.links.guard import guard_allowing
from tests.links.server import answer, serving

HERE = guard_allowing(["127.0.0.1", "localhost"])
SHORT = Limits(1 << 20, 0.6)


def failure(url: str, limits: Limits = SHORT) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, HERE, limits)
    assert caught.value.exit_code == 4
    assert "\n" not in caught.value.message
    return caught.value


def failure_of(*script: bytes | float) -> FetchError:
    with serving(list(script)) as server:
        return failure(server.url)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "only http:// and https:// can be fetched"),
        ("feed.xml", "only http:// and https:// can be fetched"),
        ("ftp://example.com/feed.xml", "only http:// and https:// can be fetched"),
        ("file:///etc/passwd", "only http:// and https:// can be fetched"),
        ("javascript:alert(1)", "only http:// and https:// can be fetched"),
        ("http://", "it is no address: there is no name of a host in it"),
        ("http:///x", "it is no address: there is no name of a host in it"),
        ("http://exa mple/", "it is no address: there is no name of a host in it"),
        ("http://xn--/", "it is no address that could be asked for"),
        ("http://[::1/", "it is no address that could be asked for"),
        ("http://a\x00b/", "it is no address that could be asked for"),
        ("http://example.com:99999/", "it is no address: there is no port 99999"),
        ("http://example.com:0/", "it is no address: there is no port 0"),
        ("http://user:hidden@example.com:x/", "it is no address that could be asked for"),
    ],
)
def test_what_is_no_address(url: str, message: str) -> None:
    error = failure(url)
    assert (error.kind, error.message) == ("address", message)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = failure(f"http://127.0.0.1:{port}/")
    assert (error.kind, error.message) == ("refused", "the connection is refused: no server listens there")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("404 Not Found", "the server answers 404 (not found)"),
        ("410 Gone", "the server answers 410 (gone)"),
        ("401 Unauthorized", "the server answers 401 (unauthorized)"),
        ("403 Forbidden", "the server answers 403 (forbidden)"),
        ("429 Slow", "the server answers 429 (too many requests)"),
        ("503 Later", "the server answers 503 (service unavailable)"),
        ("999 Denied", "the server answers 999"),
        ("204 Nothing", "the server answers 204 (no content)"),
        ("304 Same", "the server answers 304 (not modified)"),
    ],
)
def test_another_status(status: str, message: str) -> None:
    error = failure_of(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
    assert (error.kind, error.status, error.message) == ("status", int(status[:3]), message)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ([b"SSH-2.0-OpenSSH_9.2\r\n\r\n"], "what answers there does not speak HTTP as it should"),
        ([b""], "the server cut the connection without an answer"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<rss"], "the answer breaks off: the connection ended early"),
        ([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss"], "the answer breaks off: the connection ended early"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx"], "what answers there does not speak HTTP as it should"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nxx"], "what answers there does not speak HTTP as it should"),
        ([b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000 + b"\r\n"], "the head of the answer is larger than 100 kB"),
        ([b"HTTP/1.1 200 OK\r\nX: " + b"y" * 10_000_000 + b"\r\n\r\n"], "the head of the answer is larger than 100 kB"),
    ],
    ids=["ssh", "nothing", "short", "short-chunk", "two-lengths", "no-length", "many-headers", "large-header"],
)  # fmt: skip
def test_an_answer_that_is_none(script: list[bytes | float], message: str) -> None:
    error = failure_of(*script)
    assert (error.kind, error.message) == ("broken", message)


def test_a_reset_connection() -> None:
    def script(head: str) -> Iterator[bytes | float]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"
        raise OSError

    with serving(script) as server:
        assert failure(server.url).kind == "broken"


@pytest.mark.parametrize(
    "script",
    [
        lambda head: [5.0],
        lambda head: (piece for _ in range(200) for piece in (b"X: y\r\n", 0.05)),
        lambda head: (piece for n in range(200) for piece in (b"" if n else b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.05)),
        lambda head: (piece for n in range(200) for piece in (b"a" if n else b"HTTP/1.1 200 OK\r\n\r\n", 0.05)),
        lambda head: (piece for _ in range(200) for piece in (b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05)),
        lambda head: [0.2, *answer(b"", "302 Found", location="/again")],
    ],
)  # fmt: skip
def test_nothing_takes_longer_than_it_may(script: object) -> None:
    with serving(script) as server:  # type: ignore[arg-type]
        started = time.monotonic()
        error = failure(server.url)
        assert time.monotonic() - started < 2
    assert error.kind in ("timeout", "broken")


def test_a_dripping_body_is_told_as_one() -> None:
    with serving(lambda head: (b"HTTP/1.1 200 OK\r\n\r\n", *repeat(0.1, 30))) as server:
        error = failure(server.url)
    assert (error.kind, error.message) == ("timeout", "the answer was not complete after 0.6 seconds")


@pytest.mark.parametrize("told", [True, False])
def test_a_body_that_is_too_large_is_not_read_to_its_end(told: bool) -> None:
    head = b"HTTP/1.1 200 OK\r\n" + (b"Content-Length: 99999999999999999999\r\n" if told else b"") + b"\r\n"
    with serving(lambda request: (head, *repeat(bytes(1 << 16), 4000))) as server:
        error = failure(server.url, Limits(1 << 20, 20))
    assert (error.kind, error.message) == ("too-large", "it is larger than 1,048,576 bytes")


def test_a_body_a_byte_at_a_time_takes_no_more_room_than_another() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving([head, b"1\r\nx\r\n" * 50_000, b"0\r\n\r\n"]) as server:
        fetch(server.url, HERE)  # the libraries are there
        tracemalloc.start()
        assert len(fetch(server.url, HERE, Limits(1 << 20, 60)).data) == 50_000
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 4 << 20


def test_a_bomb_does_not_go_off() -> None:
    bomb = gzip.compress(bytes(100 << 20))
    with serving(answer(bomb, content_encoding="gzip")) as server:
        tracemalloc.start()
        error = failure(server.url, Limits(1 << 20, 20))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert (error.kind, error.message) == ("too-large", "it is larger than 1,048,576 bytes when unpacked")
    assert peak < 16 << 20


@pytest.mark.parametrize(
    ("coding", "body", "message"),
    [
        ("gzip", b"no gzip", "it cannot be unpacked"),
        ("gzip", gzip.compress(os.urandom(999))[:-20], "it breaks off in the middle of what is packed"),
        ("br", b"x", "it comes packed as br, which was not asked for"),
        ("gzip, gzip", b"x", "it comes packed as gzip, gzip, which was not asked for"),
    ],
    ids=["no-gzip", "cut", "other", "twice"],
)
def test_what_cannot_be_unpacked(coding: str, body: bytes, message: str) -> None:
    error = failure_of(*answer(body, content_encoding=coding))
    assert error.kind == "coding"
    assert error.message.startswith(message)


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("javascript:alert(1)", "the server answers 302 and leads to javascript:alert(1), which cannot be fetched"),
        ("file:///etc/passwd", "the server answers 302 and leads to file:///etc/passwd, which cannot be fetched"),
        ("http://", "the server answers 302 and leads to what is no address"),
        ("http://[x", "the server answers 302 and leads to what is no address"),
        ("", "the server answers 302 without saying where to go"),
    ],
)  # fmt: skip
def test_a_redirect_to_what_cannot_be_fetched(location: str, message: str) -> None:
    error = failure_of(*answer(b"", "302 Found", location=location))
    assert (error.kind, error.message) == ("redirect", message)


def test_redirects_that_never_end() -> None:
    with serving(answer(b"", "302 Found", location="/again")) as server:
        error = failure(server.url)
        assert len(server.asked) == 6
    assert error.kind == "redirect"
    assert (
        error.message
        == f"redirected to {server.url}/again: more than 5 redirects, the last one to {server.url}/again"
    )


def test_ctrl_c_ends_it_at_once() -> None:
    # What runs in the background of a shell ignores SIGINT, and so do its children: the tests may run so.
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from feedpub.links.fetch import fetch; from feedpub.links.guard import guard_allowing\n"
        "try: fetch(sys.argv[1], guard_allowing(['127.0.0.1']))\n"
        "except KeyboardInterrupt: sys.exit(130)"
    )
    with serving(lambda head: [20.0]) as server:
        child = subprocess.Popen([sys.executable, "-c", code, server.url])
        try:
            while not server.asked:
                time.sleep(0.02)
            child.send_signal(signal.SIGINT)
            assert child.wait(10) == 130, "the server would have taken 20 s"
        finally:
            child.kill()
            child.wait()
