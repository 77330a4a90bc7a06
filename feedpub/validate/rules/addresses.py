"""Addresses, wherever they stand in the feed (those of the podcast namespace have rules of their own)."""

import ipaddress
import re
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from feedpub.validate.addresses import AUTHORITY, Address, host_of, is_windows_path
from feedpub.validate.iana_schemes import SCHEMES
from feedpub.validate.rule import (
    ERROR,
    INFO,
    RSS,
    WARNING,
    Problems,
    everywhere,
    quote,
    rule,
)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ILLEGAL = re.compile(r"[\s<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
_BEGINS = re.compile(r"https?://[^\s/?#@:]", re.IGNORECASE)
#: one part of the name of a host; underscores are not allowed and all the same in use
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_NUMERIC = re.compile(r"[\d.]+", re.ASCII)
_GOOD = "<link>https://tides.io/one</link>"


@rule(
    id="URL001",
    name="invalid-url",
    each="odd address",
    profiles=everywhere(ERROR),
    what="An address cannot be read as one.",
    why="Nobody can open it.",
    fix="Write the whole address, such as https://example.com/show.",
    spec="RSS2 Elements of channel; RFC 3986; w3c:InvalidLink; w3c:InvalidFullLink; w3c:InvalidURLAttribute",
    bad="<link>http:///one</link>",
    good=_GOOD,
)
def invalid_url(address: Address) -> Problems:
    scheme = _SCHEME.match(address.text)
    if not scheme:
        return  # it is relative
    reason = _why_not(address.text, scheme[1].lower(), address.text[scheme.end() :])
    # Rules of their own tell of these that they do not even begin like an address.
    if reason and not (address.judged_elsewhere and not _BEGINS.match(address.text)):
        yield address.problem(f"is not a valid URL, {quote(address.text)}: {reason}")


def _why_not(text: str, scheme: str, rest: str) -> str:
    """Why an address with a scheme cannot be one; empty where it can."""
    if not rest:
        return "nothing follows the scheme"
    web = scheme in ("http", "https", "ftp")
    if web and not AUTHORITY.match(text):
        return "// is missing behind the scheme"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "its host or port cannot be"
    if web and not host:
        return "it names no host"
    if web and (port == 0 or not _is_host(host)):
        return f"there can be no host {quote(host)}"
    return ""


def _is_host(host: str) -> bool:
    """Whether a host can have that name, or be that number; names outside of ASCII are URL003's."""
    if ":" in host or _NUMERIC.fullmatch(host):
        try:
            ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        return True
    labels = host.removesuffix(".").split(".")
    return not host.isascii() or all(_LABEL.fullmatch(label) for label in labels)


@rule(
    id="URL002",
    name="relative-url",
    each="odd address",
    profiles=everywhere(ERROR),
    what="An address is not complete.",
    why="Readers have nothing that it could be relative to: a feed is copied about.",
    fix="Write the whole address, with https:// and the host.",
    spec="RSSP URLs; w3c:InvalidLink; w3c:ContainsRelRef",
    bad="<link>/one</link>",
    good=_GOOD,
)
def relative_url(address: Address) -> Problems:
    if address.judged_elsewhere or _SCHEME.match(address.text):
        return
    # The base that xml:base gives makes them whole, in Atom; hubs and pages there may be relative.
    fix = f"Write https://{address.text.lstrip('/')}." if address.text.startswith(("www.", "//")) else ""
    yield address.problem(f"is the relative URL {quote(address.text)}, not an absolute one", fix)


@rule(
    id="URL003",
    name="non-ascii-url",
    each="odd address",
    profiles=everywhere(WARNING, apple=ERROR),
    what="An address holds letters outside of ASCII.",
    why="Some apps cannot open it, and Apple takes ASCII only.",
    fix="Write it as browsers send it: percent-encoded, with the host in its ASCII form.",
    spec="APPLE-823; RSSP URLs; w3c:UriNotIri",
    bad="<link>https://tides.io/über</link>",
    good="<link>https://tides.io/%C3%BCber</link>",
)
def non_ascii_url(address: Address) -> Problems:
    if not address.text.isascii():
        encoded = _encode(address.text)
        yield address.problem(
            f"is the IRI {quote(address.text)}, not a URL in ASCII",
            f"Write {encoded}" if encoded else "",
        )


def _encode(text: str) -> str:
    host = host_of(text)
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except ValueError:
        return ""
    return percent_encode(text.replace(host, ascii_host, 1), safe=":/?#[]@!$&'()*+,;=%~")


@rule(
    id="URL004",
    name="unregistered-scheme",
    each="odd address",
    profiles={RSS: WARNING},
    what="An address begins with a scheme that is not registered.",
    why="Hardly any program knows what to do with it.",
    fix="Write an address that begins with https://.",
    spec="RSS2 Comments; w3c:SchemeNotIANARegistered",
    bad="<link>tides://one</link>",
    good=_GOOD,
)
def unregistered_scheme(address: Address) -> Problems:
    scheme = _SCHEME.match(address.text)
    if scheme and scheme[1].lower() not in SCHEMES and not is_windows_path(address.text):
        yield address.problem(f"begins with {quote(scheme[1])}, a URL scheme that is not registered")


@rule(
    id="URL005",
    name="illegal-url-character",
    each="odd address",
    profiles=everywhere(ERROR),
    what="An address holds a blank, or another character that none can have.",
    why="Programs cut it off there, or refuse it.",
    fix="Percent-encode the character: %20 for a blank, %25 for a percent sign.",
    spec="RFC 3986 §2; w3c:InvalidUriChar",
    bad="<link>https://tides.io/one two</link>",
    good="<link>https://tides.io/one%20two</link>",
)
def illegal_character(address: Address) -> Problems:
    found = _ILLEGAL.search(address.text)
    if found:
        message = f"has the character {quote(found[0])}, which no URL can have: {quote(address.text)}"
        yield address.problem(message)


@rule(
    id="URL013",
    name="non-canonical-url",
    each="odd address",
    profiles={RSS: INFO},
    what="An address is not written in its plainest form.",
    why="Programs that compare addresses letter by letter take it for another.",
    fix="Write scheme and host in small letters, without the usual port, and without /./ in the path.",
    spec="RFC 3986 §6; w3c:NonCanonicalURI",
    bad="<link>HTTPS://Tides.io:443/one</link>",
    good=_GOOD,
)
def non_canonical(address: Address) -> Problems:
    scheme, separator, rest = address.text.partition("://")
    if not separator:
        return
    host = rest.partition("/")[0]
    port = {"http": ":80", "https": ":443"}.get(scheme.lower(), "\0")
    if (
        scheme != scheme.lower()
        or host != host.lower()
        or host.endswith(port)
        or "/./" in rest
        or "/../" in rest
    ):
        yield address.problem(f"is the URL {quote(address.text)}, which is not in canonical form")
