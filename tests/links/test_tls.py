"""Certificates are looked at, and what is wrong with one is told."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from feedpub.links.fault import FetchError
from feedpub.links.fetch import Limits, fetch
from feedpub.links.guard import guard_allowing
from tests.links.server import answer, serving

HERE = guard_allowing(["127.0.0.1"])
AUTHORITY = trustme.CA()
PAST = datetime(2020, 1, 1, tzinfo=UTC)


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def certified(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def good() -> ssl.SSLContext:
    return certified(AUTHORITY.issue_cert("127.0.0.1"))


def failure(url: str, context: ssl.SSLContext | None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, HERE, Limits(seconds=5), context=context)
    return caught.value


def test_a_good_certificate_is_good() -> None:
    with serving(answer(), good()) as server:
        assert fetch(server.url, HERE, context=trusting()).data == b"<rss/>"


def test_the_authority_of_the_environment_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer(), good()) as server, AUTHORITY.cert_pem.tempfile() as path:
        monkeypatch.setenv("SSL_CERT_FILE", path)
        assert fetch(server.url, HERE).status == 200


@pytest.mark.parametrize(
    ("certificate", "message"),
    [
        (AUTHORITY.issue_cert("127.0.0.1", not_before=PAST, not_after=PAST + timedelta(9)), "its certificate has expired"),
        (AUTHORITY.issue_cert("other.example"), "its certificate is for another address"),
        (trustme.CA().issue_cert("127.0.0.1"), "its certificate comes from an authority that is not trusted"),
    ],
)  # fmt: skip
def test_a_bad_certificate(certificate: trustme.LeafCert, message: str) -> None:
    with serving(answer(), certified(certificate)) as server:
        error = failure(server.url, trusting())
        assert server.asked == []
    assert error.kind == "tls"
    assert error.message.startswith(f"no safe connection: {message}")


def test_a_certificate_of_another_name() -> None:
    guard = guard_allowing(["127.0.0.1"], lambda host, port: ["127.0.0.1"])
    with serving(answer(), good()) as server, pytest.raises(FetchError, match="is for another name"):
        fetch(f"https://name.example:{server.port}/", guard, context=trusting())


def test_tls_with_a_server_that_has_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(9999)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        error = failure(f"https://127.0.0.1:{listener.getsockname()[1]}/", None)
    assert (error.kind, error.message) == ("tls", "no safe connection: it does not speak TLS there")
    assert "http://" in error.fix


def test_no_tls_with_a_server_that_wants_it() -> None:
    with serving(answer(), good()) as server:
        assert failure(server.url.replace("https", "http"), None).kind == "broken"


def test_nobody_is_led_from_https_to_http() -> None:
    with serving(answer()) as plain, serving(answer(b"", "301 Moved", location=plain.url), good()) as server:
        error = failure(server.url, trusting())
        assert plain.asked == []
    assert error.message == f"the server leads from https to {plain.url}, which is not safe"
