"""Connections go where the guard has looked, and nowhere else."""

import socket
import time
from collections.abc import Callable, Sequence

import pytest

from feedpub.errors import UsageError
from feedpub.links.fault import FetchError
from feedpub.links.fetch import fetch
from feedpub.links.guard import Guard, guard_allowing
from tests.links.server import answer, serving


def leads_to(*addresses: str) -> Callable[[str, int], Sequence[str]]:
    return lambda host, port: addresses


def fails_with(error: Exception) -> Callable[[str, int], Sequence[str]]:
    def fail(host: str, port: int) -> Sequence[str]:
        raise error

    return fail


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "017700000001", "[::1]", "[::ffff:127.0.0.1]",
     "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]"],
)  # fmt: skip
def test_no_spelling_of_this_machine_reaches_it(host: str) -> None:
    with serving(answer()) as server, pytest.raises(FetchError) as caught:
        fetch(f"http://{host}:{server.port}/", Guard())
    assert caught.value.kind in ("private", "name")
    assert server.asked == []


def test_a_refusal_says_where_the_name_leads_and_how_to_allow_it() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("http://intranet.example/", Guard(resolver=leads_to("10.1.2.3")))
    assert caught.value.kind == "private"
    assert caught.value.exit_code == 4
    assert (
        caught.value.message == "the host intranet.example leads to 10.1.2.3, in a private network: not asked"
    )
    assert "--allow-private intranet.example" in caught.value.fix


def test_a_name_that_leads_to_a_public_and_a_private_address_is_refused() -> None:
    guard = Guard(resolver=leads_to("93.184.215.14", "127.0.0.1"))
    with serving(answer()) as server, pytest.raises(FetchError, match=r"127\.0\.0\.1"):
        fetch(f"http://both.example:{server.port}/", guard)
    assert server.asked == []


def test_a_name_is_looked_up_once_for_a_connection() -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    guard = guard_allowing(["127.0.0.1"], lambda host, port: answers.pop(0))
    with serving(answer(b"<rss/>")) as server:
        assert fetch(f"http://name.example:{server.port}/", guard).data == b"<rss/>"
    assert answers == [["127.0.0.2"]]


def test_a_name_that_leads_elsewhere_the_second_time_is_refused_then() -> None:
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    guard = guard_allowing(["127.0.0.1"], lambda host, port: answers.pop(0))
    with serving(answer(b"", "302 Found", location="/again")) as server:
        with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.2, this machine"):
            fetch(f"http://name.example:{server.port}/", guard)
        assert len(server.asked) == 1


def test_a_redirect_to_a_private_address_is_refused() -> None:
    with (
        serving(answer()) as hidden,
        serving(answer(b"", "302 Found", location=f"http://127.0.0.1:{hidden.port}/")) as server,
    ):
        guard = guard_allowing(["public.example"], leads_to_itself)
        with pytest.raises(FetchError, match="127") as caught:
            fetch(f"http://public.example:{server.port}/", guard)
        assert caught.value.message.startswith(f"redirected to http://127.0.0.1:{hidden.port}/: ")
        assert hidden.asked == []


def leads_to_itself(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    "allowed",
    ["name.example", "NAME.example.", "127.0.0.1", "127.0.0.0/8", "http://name.example/x", "name.example:80"],
)
def test_hosts_can_be_allowed(allowed: str) -> None:
    with serving(answer()) as server:
        fetch(f"http://name.example:{server.port}/", guard_allowing([allowed], leads_to_itself))
    assert len(server.asked) == 1


@pytest.mark.parametrize("allowed", ["", " ", "*", "10.0.0.0/99", "a b", "::x::", "http://"])
def test_what_is_no_host_cannot_be_allowed(allowed: str) -> None:
    with pytest.raises(UsageError, match="no host that could be allowed"):
        guard_allowing([allowed])


def test_allowing_one_host_allows_no_other() -> None:
    with pytest.raises(FetchError, match="private network"):
        fetch("http://b.example/", guard_allowing(["a.example"], leads_to("192.168.0.1")))


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "name", "there is no host name.example"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "no-network", "no name server tells where name.example is"),
        (UnicodeError("label too long"), "name", "no host can be called name.example"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(error: Exception, kind: str, message: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch("http://name.example/", Guard(resolver=fails_with(error)))
    assert (caught.value.kind, caught.value.message) == (kind, message)


def test_a_name_server_that_never_answers_is_not_waited_for() -> None:
    def sleep(host: str, port: int) -> Sequence[str]:
        time.sleep(20)
        return []

    started = time.monotonic()
    with pytest.raises(FetchError, match="no name server"):
        Guard(resolver=sleep).addresses_of("name.example", 80, 0.2)
    assert time.monotonic() - started < 2


def test_another_address_is_tried_when_the_first_refuses() -> None:
    with serving(answer()) as server:
        guard = guard_allowing(["127.0.0.0/8"], leads_to("127.0.0.9", "127.0.0.1"))
        assert fetch(f"http://name.example:{server.port}/", guard).status == 200
