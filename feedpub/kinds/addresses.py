"""Web and e-mail addresses, as feeds and directories take them."""

import re
from urllib.parse import SplitResult, urlsplit
from urllib.parse import quote as percent_encode

from feedpub.kinds.fault import Fault, quote

_EMAIL = re.compile(
    r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)+", re.ASCII
)
_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?")
#: what may stand in an address as it is (RFC 3986 §2)
_URL = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
_UNTOUCHED = ":/?#[]@!$&'()*+,;=%~"


def check_url(text: str) -> Fault | None:
    """Whether it is an absolute http(s) address, in ASCII and without a password (RFC 3986)."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return _bad(
            text, "is no address that a program can read", "write it as in https://example.com/feed.xml"
        )
    if parts.scheme not in ("http", "https"):
        return _no_scheme(text, parts)
    if parts.username is not None or parts.password is not None:
        return _bad(
            text,
            "carries a name or password that everybody could read",
            "leave out what stands before the @",
        )
    return _check_host(text, parts.hostname or "", port) or _check_characters(text)


def check_email(text: str) -> Fault | None:
    """Whether it is one plain address: `name@example.com`."""
    if len(text) <= 254 and _EMAIL.fullmatch(text):
        return None
    inner = _EMAIL.search(text[:254])
    fix = f"write only {inner[0]}" if inner else "write it as in ada@example.com"
    return Fault("bad-email", f"{quote(text)} is no plain e-mail address", fix)


def _no_scheme(text: str, parts: SplitResult) -> Fault:
    if parts.scheme and "://" in text:
        return _bad(
            text,
            f"begins with {parts.scheme}:",
            "listeners' apps only follow https:// and http:// addresses",
        )
    guess = text.lstrip("/")
    fix = (
        f"did you mean https://{guess} ?"
        if len(guess) < 200 and _HOST.match(guess) and "." in guess
        else "it begins with https://"
    )
    return _bad(text, "is no complete address", fix)


def _check_host(text: str, host: str, port: int | None) -> Fault | None:
    if not host:
        return _bad(text, "names no host", "write it as in https://example.com/feed.xml")
    if port == 0:
        return _bad(text, "has the port 0, which no server has", "leave out the port")
    if not host.isascii():
        return _bad(text, f"has the host {host}, which is not in ASCII", _ascii_host(text, host))
    if ":" not in host and not _HOST.fullmatch(host):
        return _bad(
            text, f"has a host that cannot exist ({host})", "write it as in https://example.com/feed.xml"
        )
    return None


def _ascii_host(text: str, host: str) -> str:
    try:
        return f"write {text.replace(host, host.encode('idna').decode(), 1)}"
    except ValueError:
        return "write the host in its ASCII form, which begins with xn--"


def _check_characters(text: str) -> Fault | None:
    if _URL.fullmatch(text):
        return None
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", percent_encode(text, safe=_UNTOUCHED))
    return _bad(text, "has characters that an address cannot have", f"write {encoded}")


def _bad(text: str, what: str, fix: str) -> Fault:
    return Fault("bad-url", f"{quote(text)} {what}", fix)
