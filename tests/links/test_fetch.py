"""What a well-meant answer becomes, and what is sent for it."""

import gzip
import zlib

import httpx
import pytest

import feedpub
from feedpub import log
from feedpub.links.fault import FetchError
from feedpub.links.fetch import Fetched, Limits, Redirect, _same_server, fetch
from feedpub.links.guard import guard_allowing
from tests.links.server import answer, serving

HERE = guard_allowing(["127.0.0.1"])


def test_an_answer_is_handed_over_as_it_came() -> None:
    with serving(answer(b"<rss/>", content_type='Application/RSS+XML; charset="UTF-8"')) as server:
        url = f"{server.url}/feed.xml?a=b"
        assert fetch(url, HERE) == Fetched(url, url, 200, "application/rss+xml", "utf-8", b"<rss/>", ())


def test_an_answer_without_a_type_has_none() -> None:
    with serving(answer(b"")) as server:
        fetched = fetch(server.url, HERE)
    assert (fetched.content_type, fetched.charset, fetched.data) == ("", "", b"")


def test_it_says_honestly_who_asks() -> None:
    with serving(answer()) as server:
        fetch(server.url, HERE)
        assert f"User-Agent: feedpub/{feedpub.__version__}\r\n" in server.asked[0]
        assert "Accept-Encoding: gzip, deflate\r\n" in server.asked[0]


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"<rss/>")),
        ("GZip", gzip.compress(b"<r") + gzip.compress(b"ss/>")),
        ("x-gzip", gzip.compress(b"<rss/>") + b"\0\0"),
        ("deflate", zlib.compress(b"<rss/>")),
        ("deflate", zlib.compress(b"<rss/>", wbits=-15)),
        ("identity", b"<rss/>"),
    ],
    ids=["gzip", "two-parts", "zeros-behind", "zlib", "bare-deflate", "identity"],
)
def test_what_was_packed_for_the_way_is_unpacked(coding: str, body: bytes) -> None:
    with serving(answer(body, content_encoding=coding)) as server:
        assert fetch(server.url, HERE).data == b"<rss/>"


def test_chunks_are_put_together() -> None:
    chunks = [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<rss\r\n",
        0.05,
        b"2\r\n/>\r\n0\r\n\r\n",
    ]
    with serving(chunks) as server:
        assert fetch(server.url, HERE).data == b"<rss/>"


def test_redirects_are_followed_and_told() -> None:
    def script(head: str) -> list[bytes | float]:
        if head.startswith("GET /a "):
            return answer(b"", "301 Moved Permanently", location="/b b?é")
        if head.startswith("GET /b"):
            return answer(b"", "307 Temporary Redirect", location=f"//127.0.0.1:{server.port}/c#part")
        return answer(b"<rss/>")

    with serving(script) as server:
        fetched = fetch(f"{server.url}/a", HERE)
    assert fetched.final_url == f"{server.url}/c"
    assert fetched.redirects == (
        Redirect(301, f"{server.url}/b%20b?%C3%A9"),
        Redirect(307, f"{server.url}/c"),
    )


def test_cookies_are_not_kept() -> None:
    def script(head: str) -> list[bytes | float]:
        if "/end" in head:
            return answer()
        return answer(b"", "302 Found", location="/end", set_cookie="a=b; Path=/")

    with serving(script) as server:
        fetch(server.url, HERE)
    assert ["cookie:" in head.lower() for head in server.asked] == [False, False]


def test_name_and_password_go_to_the_host_that_they_were_given_for() -> None:
    with serving(answer()) as other:

        def script(head: str) -> list[bytes | float]:
            if "/away" in head:
                return answer(b"", "302 Found", location=f"http://x:y@127.0.0.1:{other.port}/")
            return answer(b"", "302 Found", location="/away")

        with serving(script) as server:
            fetched = fetch(f"http://ada:s%20ecret@127.0.0.1:{server.port}/", HERE)
            assert ["Authorization: Basic YWRhOnMgZWNyZXQ=" in head for head in server.asked] == [True, True]
            assert "authorization" not in other.asked[0].lower()
    assert "ecret" not in repr(fetched)
    assert log.redact("it was s ecret") == "it was ***"


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("http://a.example/", "http://a.example/b", True),
        ("http://a.example/", "https://a.example/", True),
        ("https://a.example/", "https://a.example:443/", True),
        ("http://a.example:8080/", "https://a.example/", False),
        ("http://a.example/", "http://a.example:8080/", False),
        ("https://a.example/", "https://b.a.example/", False),
    ],
)
def test_what_counts_as_the_same_server(here: str, there: str, same: bool) -> None:
    assert _same_server(httpx.URL(here), httpx.URL(there)) is same


def test_no_proxy_and_no_netrc_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with open(f"{tmp_path}/netrc", "w") as file:
        file.write("machine 127.0.0.1 login ada password secret\n")
    monkeypatch.setenv("NETRC", f"{tmp_path}/netrc")
    with serving(answer()) as server:
        fetch(server.url, HERE)
        assert "authorization" not in server.asked[0].lower()


def test_a_large_feed_is_possible() -> None:
    body = bytes(60 << 20)
    with serving(answer(body)) as server:
        with pytest.raises(FetchError, match="larger than 26,214,400 bytes"):
            fetch(server.url, HERE)
        assert len(fetch(server.url, HERE, Limits(100 << 20)).data) == len(body)


def test_no_message_has_a_password_or_a_key() -> None:
    with serving(answer(b"", "404 Not Found")) as server, pytest.raises(FetchError) as caught:
        fetch(f"http://ada:hidden1@127.0.0.1:{server.port}/?token=hidden2", HERE)
    assert "hidden" not in f"{caught.value.message} {caught.value.fix} {caught.value.url} {caught.value!r}"
