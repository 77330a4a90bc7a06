"""Addresses, where they lead: over http, to this machine, for a while, to an example."""

import ipaddress
import re

from feedpub.validate.addresses import AUTHORITY, Address, host_of, is_windows_path
from feedpub.validate.document.element import Element
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_PRIVATE_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$", re.IGNORECASE)
_EXPIRING = re.compile(
    r"[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-(?:Expires|Signature)|Expires|Signature|sig|se|token_expiry)=",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"//(?:[\w.-]+\.)?(?:example\.(?:com|org|net)|test)(?=[/:?#]|$)|\{\{|\}\}|%s\b|\$\{|\bTODO\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"&amp;|&#38;|%25[0-9A-Fa-f]{2}")
_GOOD = "<link>https://tides.io/one</link>"


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
        yield address.problem("begins with http:, not https:")


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
    if is_windows_path(text) or text[:5].lower() == "file:":
        yield address.problem(f"is a file on some machine, {quote(text)}, not a public URL")
        return
    host = address.host or host_of(text)
    if not host or not (host[0] in "[0123456789" or host[-1] in "lLnNtT." or host.lower().endswith("arpa")):
        return  # no number, and no name of a local network
    if _PRIVATE_NAMES.search(host) or _is_private(host.strip("[]")):
        yield address.problem(f"is the private URL {quote(text)}, which nobody else can reach")


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
        found = AUTHORITY.match(address.text)
        if found and "@" in found[1]:
            yield address.problem("is a URL with a user name or password in it")


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
        yield address.problem("is a signed URL that expires")


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
    if address.plain and not ("example" in text or "test" in text or "TODO" in text):
        return
    found = _PLACEHOLDER.search(text)
    if found:
        yield address.problem(f"is a placeholder: it has {quote(found[0].lstrip('/'))} in it")


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
        yield address.problem(f"was encoded twice: {quote(found[0])} is in the URL")
