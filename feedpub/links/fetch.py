"""One GET: guarded, bounded in time and size, and without any memory of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from feedpub import __version__, log
from feedpub.kinds.packed import PackedFault, unpack
from feedpub.links.fault import FetchError
from feedpub.links.guard import Guard
from feedpub.links.shown import shown

if TYPE_CHECKING:
    import ssl

    import httpx

    from feedpub.links.connection import Deadline

#: what we call ourselves
AGENT = f"feedpub/{__version__}"

#: bytes
_BLOCK = 1 << 20

_REDIRECTS = (301, 302, 303, 307, 308)
_FEEDS = "application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"


class Limits(NamedTuple):
    """What one GET may take, all its redirects included."""

    #: bytes, as sent and once unpacked
    size: int = 25 << 20
    seconds: float = 30.0
    redirects: int = 5


class Redirect(NamedTuple):
    """The server said that something is elsewhere."""

    status: int
    #: where it leads
    url: str


class Fetched(NamedTuple):
    """What a server answered. Addresses are without names and passwords."""

    url: str
    final_url: str
    status: int
    #: in small letters, without parameters; empty when not told
    content_type: str
    #: as the header tells it; empty when it does not
    charset: str
    data: bytes
    redirects: tuple[Redirect, ...]


def fetch(
    url: str,
    guard: Guard = Guard(),  # noqa: B008  # never changes
    limits: Limits = Limits(),  # noqa: B008
    *,
    accept: str = _FEEDS,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """Gets what is at `url`. Raises FetchError, whatever goes wrong.

    `context` is for servers whose certificates are of an authority of one's own; else those count that
    `SSL_CERT_FILE` names, or Mozilla's list. No proxy and no `.netrc` is used, cookies are not kept.
    """
    import httpcore
    import httpx

    from feedpub.links.connection import Deadline, GuardedTransport
    from feedpub.links.explain import explain

    deadline = Deadline(limits.seconds)
    asked = here = _parse(url)
    redirects: list[Redirect] = []
    # No Client of httpx: it looks at every redirect even when told not to follow any, and keeps cookies.
    transport = GuardedTransport(guard, deadline, context or httpx.create_ssl_context())
    with transport:
        while True:
            try:
                answer = transport.handle_request(httpx.Request("GET", here, headers=_headers(here, accept)))
                try:
                    if answer.status_code not in _REDIRECTS:
                        return _finish(answer, asked, here, redirects, limits, deadline)
                finally:
                    answer.close()
            except (httpcore.ProtocolError, httpcore.NetworkError, httpcore.TimeoutException) as error:
                raise _after(redirects, explain(error, shown(str(here)), limits.seconds)) from None
            except FetchError as error:
                error.url = error.url or shown(str(here))
                raise _after(redirects, error) from None
            log.detail("links.redirect", status=answer.status_code, url=shown(str(here)))
            here = _follow(answer, here, redirects, limits)


def _parse(url: str) -> httpx.URL:
    import httpx

    try:
        parsed = httpx.URL(url.strip())
        host, port = parsed.host, parsed.port
    except (httpx.InvalidURL, ValueError):  # what these say may quote a password
        raise FetchError("address", "it is no address that could be asked for", url=shown(url)) from None
    if parsed.scheme not in ("http", "https"):
        raise FetchError("address", "only http:// and https:// can be fetched", url=shown(url))
    if not host or "%" in host:
        raise FetchError("address", "it is no address: there is no name of a host in it", url=shown(url))
    if port is not None and not 0 < port < 1 << 16:
        raise FetchError("address", f"it is no address: there is no port {port}", url=shown(url))
    if parsed.password:
        log.keep_secret(parsed.password)
    return parsed


def _headers(url: httpx.URL, accept: str) -> dict[str, str]:
    headers = {
        "User-Agent": AGENT,
        "Accept": accept,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if url.userinfo:
        from base64 import b64encode

        headers["Authorization"] = f"Basic {b64encode(f'{url.username}:{url.password}'.encode()).decode()}"
    return headers


def _after(redirects: list[Redirect], error: FetchError) -> FetchError:
    """The error, with the address that it happened at where that is not the one that was asked for."""
    if redirects:
        error.message = f"redirected to {error.url or redirects[-1].url}: {error.message}"
        error.args = (error.message,)
    return error


def _follow(answer: httpx.Response, here: httpx.URL, redirects: list[Redirect], limits: Limits) -> httpx.URL:
    """The address that an answer redirects to. Raises FetchError when nobody should go there."""
    import httpx

    status, where = answer.status_code, shown(str(here))

    def refuse(why: str) -> FetchError:
        return _after(redirects, FetchError("redirect", why, url=where, status=status))

    location = answer.headers.get("location", "").strip()
    if not location:
        raise refuse(f"the server answers {status} without saying where to go")
    scheme, colon, _ = location.partition(":")
    if colon and scheme.isalpha() and scheme.lower() not in ("http", "https"):
        raise refuse(
            f"the server answers {status} and leads to {shown(location)[:200]}, which cannot be fetched"
        )
    try:
        # An address without a host would be completed from the one before.
        there = _parse(location if colon and scheme.isalpha() else str(here.join(location)))
    except (httpx.InvalidURL, ValueError, FetchError):
        raise refuse(f"the server answers {status} and leads to what is no address") from None
    if here.scheme == "https" and there.scheme == "http":
        raise refuse(f"the server leads from https to {shown(str(there))}, which is not safe")
    if len(redirects) >= limits.redirects:
        raise refuse(f"more than {limits.redirects} redirects, the last one to {shown(str(there))}")
    # What the server itself puts there is not for us to send; ours is only for whom it was given.
    name, password = (here.username, here.password) if _same_server(here, there) else ("", "")
    there = there.copy_with(username=name or None, password=password or None, fragment=None)
    redirects.append(Redirect(status, shown(str(there))))
    return there


def _same_server(here: httpx.URL, there: httpx.URL) -> bool:
    """Whether they have host and port in common, or the second is the first one made safe."""
    if here.host != there.host:
        return False
    safe = (here.scheme, here.port, there.scheme, there.port) == ("http", None, "https", None)
    return safe or (here.scheme, here.port) == (there.scheme, there.port)


def _finish(
    answer: httpx.Response,
    asked: httpx.URL,
    here: httpx.URL,
    redirects: list[Redirect],
    limits: Limits,
    deadline: Deadline,
) -> Fetched:
    from feedpub.links.explain import explain_status

    if answer.status_code not in (200, 203):
        raise explain_status(answer.status_code, shown(str(here)))
    data = _decode(answer, _read(answer, limits, deadline), limits)
    kind, _, rest = answer.headers.get("content-type", "").partition(";")
    log.event("links.fetched", url=shown(str(here)), bytes=len(data))
    return Fetched(
        _bare(asked),
        _bare(here),
        answer.status_code,
        kind.strip().lower(),
        _charset(rest),
        data,
        tuple(redirects),
    )


def _read(answer: httpx.Response, limits: Limits, deadline: Deadline) -> bytes:
    """The body as it was sent."""
    too_large = FetchError("too-large", f"it is larger than {limits.size:,} bytes", "--max-size allows more")
    length = answer.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:18]) > limits.size:
        raise too_large
    pieces, size = [], 0
    small = bytearray()  # a body may come a byte at a time, and a list of them would be large
    for piece in answer.iter_raw():
        deadline.left()  # much may have come before the time was up, and wait to be handed over
        size += len(piece)
        if size > limits.size:
            raise too_large
        small += piece
        if len(small) >= _BLOCK:
            pieces.append(bytes(small))
            small.clear()
    pieces.append(bytes(small))
    return b"".join(pieces)


def _decode(answer: httpx.Response, data: bytes, limits: Limits) -> bytes:
    """What was packed for the way. Only what we asked for, once, and never more than the limit."""
    codings = [one.strip().lower() for one in answer.headers.get("content-encoding", "").split(",")]
    codings = [one for one in codings if one not in ("", "identity")]
    if not codings or not data:
        return data
    if len(codings) > 1 or codings[0] not in ("gzip", "x-gzip", "deflate"):
        told = ", ".join(codings)[:80]
        raise FetchError("coding", f"it comes packed as {told}, which was not asked for")
    try:
        return unpack(data, limits.size)
    except PackedFault as fault:
        if fault.too_large:
            raise FetchError("too-large", f"it {fault}", "--max-size allows more") from None
        raise FetchError("coding", f"it {fault}") from None


def _bare(url: httpx.URL) -> str:
    return str(url.copy_with(username=None, password=None))


def _charset(parameters: str) -> str:
    from email.message import Message

    message = Message()
    message["content-type"] = f"text/plain;{parameters}"
    return str(message.get_content_charset() or "")
