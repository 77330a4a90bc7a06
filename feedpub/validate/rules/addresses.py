"""Addresses, wherever they stand in the feed (those of the podcast namespace have rules of their own)."""

import ipaddress
import re
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from feedpub.validate.addresses import Address
from feedpub.validate.document.element import Element
from feedpub.validate.iana_schemes import SCHEMES
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ILLEGAL = re.compile(r"[\s<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
_AUTHORITY = re.compile(r"[a-z][a-z0-9+.-]*://([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"\[[0-9A-Fa-f:.%]+\]|[^\s:\[\]@]+")
_PRIVATE_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$", re.IGNORECASE)
_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_EXPIRING = re.compile(
    r"[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-(?:Expires|Signature)|Expires|Signature|sig|se|token_expiry)=",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"//(?:[\w.-]+\.)?(?:example\.(?:com|org|net)|example|test|invalid)(?=[/:?#]|$)|\{\{|\}\}|%s\b|\$\{|\bTODO\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"&amp;|&#38;|%25[0-9A-Fa-f]{2}")
_GOOD = "<link>https://tides.io/one</link>"


def _problem(address: Address, what: str, fix: str = "") -> Problem:
    return Problem(address.element, f"{address.name} {what}", attribute=address.attribute, fix=fix)


def _host(text: str) -> str:
    """The host of an address, without port and name of a user; empty when there is none."""
    found = _AUTHORITY.match(text)
    if not found:
        return ""
    host = found[1].rpartition("@")[2]
    inner = _HOST.match(host)
    return inner[0] if inner else ""


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
    if address.judged_elsewhere:
        return
    scheme = _SCHEME.match(address.text)
    if not scheme:
        return  # it is relative
    web = scheme[1].lower() in ("http", "https", "ftp")
    reason = ""
    try:
        parts = urlsplit(address.text)
        _ = parts.port
        if web and not parts.hostname:
            reason = "it names no host"
    except ValueError:
        reason = "its host or port cannot be"
    if not reason and web and not _AUTHORITY.match(address.text):
        reason = "// is missing behind the scheme"
    if not reason and not address.text[scheme.end() :]:
        reason = "nothing follows the scheme"
    if reason:
        yield _problem(address, f"is not a valid URL, {quote(address.text)}: {reason}")


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
    yield _problem(address, f"is the relative URL {quote(address.text)}, not an absolute one", fix)


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
        yield _problem(
            address,
            f"is the IRI {quote(address.text)}, not a URL in ASCII",
            f"Write {encoded}" if encoded else "",
        )


def _encode(text: str) -> str:
    host = _host(text)
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
    if scheme and scheme[1].lower() not in SCHEMES and not _WINDOWS.match(address.text):
        yield _problem(address, f"begins with {quote(scheme[1])}, a URL scheme that is not registered")


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
        yield _problem(address, message)


@rule(
    id="URL006",
    name="insecure-url",
    each="address",
    profiles={APPLE: INFO, SPOTIFY: INFO, PSP1: INFO},
    what="An address begins with http:, not https:.",
    why="Some apps and web players refuse what is not encrypted. In the podcast namespace it is an error: "
    "podcast-insecure-url.",
    fix="Write https://, if the server answers there.",
    spec="NS 1.0 Podcast Tags; GOOGLE",
    bad="<link>http://tides.io/one</link>",
    good=_GOOD,
)
def insecure_url(address: Address) -> Problems:
    if address.text[:5].lower() == "http:" and address.kind in ("media", "image", "feed", "page"):
        yield _problem(address, "begins with http:, not https:")


@rule(
    id="URL007",
    name="mixed-http-https",
    each="channel",
    profiles=everywhere(INFO),
    what="Some of the media or pictures are on http, while others, or the feed itself, are on https.",
    why="Web players on https pages do not play what comes over http.",
    fix="Write https:// everywhere, if the server answers there.",
    spec="GOOGLE",
    bad='<item><enclosure url="https://tides.io/1.mp3" length="1" type="audio/mpeg"/></item>'
    '<item><enclosure url="http://tides.io/2.mp3" length="1" type="audio/mpeg"/></item>',
    good='<item><enclosure url="https://tides.io/1.mp3" length="1" type="audio/mpeg"/></item>',
)
def mixed(channel: Element) -> Problems:
    secure, insecure = 0, []
    for item in channel.items:
        for enclosure in item.all("enclosure"):
            url = enclosure.attribute("url").strip().lower()
            if url.startswith("http:"):
                insecure.append(enclosure)
            secure += url.startswith("https:")
    if insecure and secure:
        message = (
            f"{len(insecure):,} enclosures are on http: and {secure:,} on https:; this is the first on http:"
        )
        yield Problem(insecure[0], message, attribute="url")


@rule(
    id="URL008",
    name="private-or-local-url",
    each="address",
    profiles=everywhere(ERROR),
    what="An address leads to a machine that nobody else can reach, or to a file.",
    why="It works where the feed was made, and nowhere else.",
    fix="Write the public address.",
    spec="APPLE-823",
    bad="<link>http://localhost:8000/one</link>",
    good=_GOOD,
)
def private_url(address: Address) -> Problems:
    text = address.text
    if _WINDOWS.match(text) or text[:5].lower() == "file:":
        yield _problem(address, f"is a file on some machine, {quote(text)}, not a public URL")
        return
    host = address.host or _host(text)
    if not host or not (host[0] in "[0123456789" or host[-1] in "lLnNtT." or host.lower().endswith("arpa")):
        return  # no number, and no name of a local network
    if _PRIVATE_NAMES.search(host) or _is_private(host.strip("[]")):
        yield _problem(address, f"is the private URL {quote(text)}, which nobody else can reach")


def _is_private(host: str) -> bool:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not number.is_global


@rule(
    id="URL009",
    name="url-with-credentials",
    each="address",
    profiles=everywhere(ERROR),
    what="An address holds a name and a password.",
    why="Everybody who reads the feed can read them, and many apps do not send them.",
    fix="Take out what stands before the @, and change the password.",
    spec="APPLE-823",
    bad="<link>https://ada:lovelace@tides.io/one</link>",
    good=_GOOD,
)
def credentials(address: Address) -> Problems:
    if "@" in address.text:
        found = _AUTHORITY.match(address.text)
        if found and "@" in found[1]:
            yield _problem(address, "is a URL with a user name or password in it")


@rule(
    id="URL010",
    name="expiring-url",
    each="address",
    profiles=everywhere(WARNING),
    what="An address is signed, and ends after a time.",
    why="Feeds are read for years: when the signature is over, the audio is gone.",
    fix="Publish an address without signature.",
    spec="practice",
    bad='<enclosure url="https://tides.io/1.mp3?X-Amz-Expires=3600&amp;x=1" length="1" type="a/b"/>',
    good='<enclosure url="https://tides.io/1.mp3?x=1" length="1" type="a/b"/>',
)
def expiring(address: Address) -> Problems:
    if "?" in address.text and address.kind != "page" and _EXPIRING.search(address.text):
        yield _problem(address, "is a signed URL that expires")


@rule(
    id="URL011",
    name="placeholder-url",
    each="address",
    profiles=everywhere(WARNING),
    what="An address is an example, or holds a part of a template that was not filled in.",
    why="It was left in by mistake.",
    fix="Write the real address.",
    spec="practice",
    bad="<link>https://example.com/one</link>",
    good=_GOOD,
    within="channel",
)
def placeholder(address: Address) -> Problems:
    text = address.text
    if address.plain and not ("example" in text or "test" in text or "invalid" in text or "TODO" in text):
        return
    found = _PLACEHOLDER.search(text)
    if found:
        yield _problem(address, f"is a placeholder: it has {quote(found[0].lstrip('/'))} in it")


@rule(
    id="URL012",
    name="double-encoded-url",
    each="address",
    profiles=everywhere(WARNING),
    what="An address was escaped twice.",
    why="What arrives at the server is not what was meant: `&amp;` stands in the address itself, or `%2520`.",
    fix="Escape it once: `&amp;` in the XML is `&` in the address.",
    spec="practice",
    bad="<link>https://tides.io/?a=1&amp;amp;b=2</link>",
    good="<link>https://tides.io/?a=1&amp;b=2</link>",
)
def double_encoded(address: Address) -> Problems:
    found = _TWICE.search(address.text)
    if found:
        yield _problem(address, f"was encoded twice: {quote(found[0])} is in the URL")


@rule(
    id="URL013",
    name="non-canonical-url",
    each="address",
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
        yield _problem(address, f"is the URL {quote(address.text)}, which is not in canonical form")
