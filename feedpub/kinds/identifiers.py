"""Addresses that are no web pages, and names that machines tell things apart by."""

import re
from urllib.parse import urlsplit

from feedpub.kinds.addresses import check_url
from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model.finding import Severity
from feedpub.model.licences import folded_licences

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,40}:[^\s:]\S*")
_UUID = re.compile(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}")
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL}){{1,60}}")
_HOST_INSIDE = re.compile(rf"^[A-Za-z][A-Za-z0-9+.-]{{0,20}}://({_LABEL}(?:\.{_LABEL}){{1,60}})(?=[/:?#]|$)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]{0,60}")

#: what people write -> the licence's identifier, folded
_OTHER_LICENCES = {
    "all rights reserved": "arr",
    "copyright": "arr",
    "public domain": "cc0-1.0",
    "creative commons": "cc-by-4.0",
    "value for value": "pod-v4v-1.0",
}


def check_https_url(text: str) -> Fault | None:
    """A web address that begins with https. One with http works, and some apps refuse it."""
    return check_url(text) or _check_secure(text)


def check_uri(text: str) -> Fault | None:
    """Any absolute address with a scheme (RFC 3986, section 3): https, ipfs, magnet, ..."""
    if re.match(r"(?i)https?:", text):
        # In the onion network http is as safe as https.
        return check_url(text) or (None if _is_onion(text) else _check_secure(text))
    return check_namespace(text)


def check_namespace(text: str) -> Fault | None:
    """Any absolute URI: what names a namespace need not lead anywhere."""
    if _SCHEME.fullmatch(text):
        return None
    fault = check_url(text)
    return Fault("bad-uri", f"{quote(text)} is no complete address", fault.fix if fault else "")


def check_guid(text: str) -> Fault | None:
    """A UUID in its usual form, as `podcast:guid` is one."""
    if _UUID.fullmatch(text):
        return None
    digits = re.sub(r"(?i)urn:uuid:|[{}\s-]", "", text[:80])
    fix = "write the 36 characters of the other feed's podcast:guid"
    if re.fullmatch("[0-9A-Fa-f]{32}", digits):
        parts = digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]
        fix = f"write {'-'.join(parts).lower()}"
    return Fault("bad-guid", f"{quote(text)} is no UUID", fix)


def check_host_name(text: str) -> Fault | None:
    """The name of a server, without scheme and path."""
    if len(text) <= 253 and _HOST.fullmatch(text):
        return None
    inside = _HOST_INSIDE.match(text) or re.match(rf"({_LABEL}(?:\.{_LABEL}){{1,60}})[/:]", text)
    fix = f"write {inside[1]}" if inside else "write only the name of the server, as in irc.example.com"
    return Fault("bad-host", f"{quote(text)} is no host name", fix)


def check_tag_name(text: str) -> Fault | None:
    """The name of an XML element with a prefix (Namespaces in XML 1.0, section 4)."""
    prefix, colon, name = text.partition(":")
    if colon and _NAME.fullmatch(prefix) and _NAME.fullmatch(name):
        return None
    fix = "write the prefix of its namespace, a colon and its name, as in media:rating"
    return Fault("bad-tag-name", f"{quote(text)} is no name of a tag", fix)


def check_prefix(text: str) -> Fault | None:
    """The prefix of an XML namespace; those that begin with `xml` are XML's own."""
    if _NAME.fullmatch(text) and not text.lower().startswith("xml"):
        return None
    return Fault("bad-prefix", f"{quote(text)} is no prefix of a namespace", "use letters, as in media")


def is_known_licence(name: str) -> bool:
    """Whether a licence is known by its identifier, in any case."""
    return name.casefold() in folded_licences()


def unknown_licence(name: str) -> Fault:
    """That a licence is not known, and says not where its text is."""
    folded = _OTHER_LICENCES.get(" ".join(name[:100].casefold().strip(".").split()), "")
    close = folded or nearest(re.sub(r"[\s/]+", "-", name), folded_licences())
    known = folded_licences().get(close, "")
    fix = f"did you mean `{known}`? " if known else ""
    return Fault(
        "unknown-licence", f"{quote(name)} is no known licence", f"{fix}a licence of your own needs `url`"
    )


def _is_onion(text: str) -> bool:
    return (urlsplit(text).hostname or "").endswith(".onion")


def _check_secure(text: str) -> Fault | None:
    if text[:5].lower() != "http:":
        return None
    message = f"{quote(text)} begins with http:, and apps may refuse it"
    fix = f"write https{text[4:200]}, if the server can do that"
    return Fault("insecure-url", message, fix, Severity.WARNING)
