"""What stands where the address of a link should: made absolute, mended where certain, or refused."""

import re
from typing import NamedTuple

from feedpub.model import Severity


class Fault(NamedTuple):
    """Something in the notes that is wrong, before it is known in which line it stands."""

    #: the finding's name
    name: str
    message: str
    fix: str
    #: the text to look for in the Markdown
    needle: str
    #: whether that is the address of a link
    is_address: bool = False
    severity: Severity = Severity.WARNING


class Target(NamedTuple):
    """What a link leads to."""

    #: absolute, http(s) or mailto; empty where the link cannot be kept
    url: str
    fault: Fault | None = None


#: what a feed reader may open
_GOOD = r"(?i)(?:https?://[^\s/\"<>?#:@\x00-\x1f]|mailto:)[^\s\"<>\x00-\x1f]*"
_MAIL = r"(?i)[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}"
_HANDLE = r"@[\w.-]+"
_LATEX = r"(?s)\\[a-z]+\{(.*)"
_SCHEME = r"(?i)([a-z][a-z0-9+.-]*):"
_TEMPLATE = r"\{\{|\{%|\{[a-z]+\}|\|[a-z]+\|"
#: Pelican's marks for a file that is published as it is (its documentation, "Linking to internal content")
_PELICAN_STATIC = r"(?:\{(?:static|attach)\}|\|(?:static|attach)\|)/?"
# Domain endings that are no usual file suffixes: "discourse.org" is a site, "notes.md" a file.
_ENDINGS = frozenset(
    """
    ai app at au be blog ca ch co com de dev dk edu es eu fi fm fr gg gl gov in info io it ly me net nl no
    online org se site social tech to tv uk us xyz
    """.split()
)
_HOST = r"(?i)(www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,})(?::\d+)?(?:[/?#]\S*)?"
_SCRIPT_SCHEMES = ("javascript", "vbscript", "data")


def resolve_target(written: str, page: str) -> Target:
    """The target of a link that stands in notes as ``written``, relative to the URL ``page``."""
    address = written.strip()
    if not address:
        return Target("", Fault("empty-link", "a link goes nowhere", "put an address in it", written, True))
    if re.fullmatch(_GOOD, address):
        return Target(address) if address == written else _mended(address, "blank-in-link", written)
    from urllib.parse import unquote

    if address[0] in "/#.":
        return _relative_target(written, address, page)
    return _odd_target(written, unquote(address)) or _relative_target(written, address, page)


def _odd_target(written: str, address: str) -> Target | None:
    """What authors write in place of an address; mended only where no other reading is possible."""
    if match := re.match(_LATEX, address):
        inner = match[1].strip(" }")
        return (
            _mended(inner, "latex-link", written)
            if re.fullmatch(_GOOD, inner)
            else _refused("latex-link", written)
        )
    if re.fullmatch(_GOOD, address.strip()):
        return _mended(address.strip(), "blank-in-link", written)
    if re.fullmatch(_MAIL, address):
        return _mended("mailto:" + address, "mail-without-mailto", written)
    if re.fullmatch(_HANDLE, address):
        fix = "write the full address of the profile, with https://"
        return Target("", _fault("handle-as-link", written, "is a name, not an address", fix))
    if (host := re.fullmatch(_HOST, address)) and (host[1] or host[2].lower() in _ENDINGS):
        fix = f"write https://{address} if that is where it leads"
        return Target("", _fault("link-without-scheme", written, "has no https:// in front", fix))
    return None


def _relative_target(written: str, address: str, page: str) -> Target:
    from urllib.parse import unquote, urljoin

    if static := re.match(_PELICAN_STATIC, unquote(address)):
        address = "/" + unquote(address)[static.end() :]
    if re.search(_TEMPLATE, unquote(address)):
        why = "is for a site generator to fill in"
        return Target("", _fault("template-in-link", written, why, "write the address itself"))
    # Browsers pass over white space and control characters in a scheme.
    scheme = re.match(_SCHEME, re.sub(r"[\x00-\x20]", "", address))
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        return Target("", _scheme_fault(written, scheme[1].lower()))
    try:
        url = "" if scheme else urljoin(page, address)
    except ValueError:
        url = ""
    url = "".join(url.splitlines()).replace(" ", "%20")
    return Target(url) if re.fullmatch(_GOOD, url) else _refused("broken-link", written)


def _scheme_fault(written: str, scheme: str) -> Fault:
    if scheme in _SCRIPT_SCHEMES:
        return _fault("script-link", written, "is a script, not an address", "remove it: no app runs it")
    fix = "use an https:, http: or mailto: address; the text was kept, the link was not"
    return _fault("other-scheme", written, f"begins with {scheme}:, which apps do not open", fix)


def _mended(url: str, name: str, written: str) -> Target:
    return Target(url, _fault(name, written, f"was read as {url}", f"write {url}"))


def _refused(name: str, written: str) -> Target:
    fix = "write the full address; the text was kept, the link was not"
    return Target("", _fault(name, written, "is no address that an app could open", fix))


def _fault(name: str, written: str, why: str, fix: str) -> Fault:
    from urllib.parse import unquote

    return Fault(name, f"the link `{shortened(unquote(written))}` {why}", fix, written, is_address=True)


def shortened(text: str, limit: int = 80) -> str:
    """``text`` in one line of at most ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
