"""E-mail addresses of those behind a feed: `managingEditor`, `webMaster`, an item's `author`."""

import re
from urllib.parse import unquote

from feedpub.kinds.addresses import check_email
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_PEOPLE = ("channel/managingEditor", "channel/webMaster", "item/author")
_GOOD = re.compile(r"(\S+)\s*\(.*\)", re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+")


def _text_of(element: Element) -> str:
    """The address and the name as they are meant: ``mailto:`` is tolerated."""
    text = element.value
    return unquote(text[7:]).strip() if text.lower().startswith("mailto:") else text


@rule(
    id="RSS027",
    name="invalid-email",
    each=_PEOPLE,
    profiles=everywhere(ERROR),
    what="There should be an e-mail address, and is none.",
    why="These elements hold the address of a person, who is to be reached by it; programs that read it so "
    "stumble over a bare name. A name has a place in `itunes:author` or `dc:creator`.",
    fix="Write `ada@example.com (Ada)`, or use `itunes:author` for the name.",
    spec="RSS2 author; RSSP e-mail; w3c:InvalidContact; w3c:InvalidAddrSpec",
    bad="<author>Ada</author>",
    good="<author>ada@example.com (Ada)</author>",
    within="item",
)
def invalid_email(element: Element) -> Problems:
    text = _text_of(element)
    if not text:
        yield Problem(element, f"`{element.name}` is empty: there is no e-mail address in it")
        return
    match = _GOOD.fullmatch(text)
    outside = match[1] if match else re.sub(r"\([^()]*\)", " ", text)
    addresses = _ADDRESS.findall(outside)
    if not addresses:
        where = " outside of the brackets" if "@" in text and "(" in text else ""
        yield Problem(element, f"`{element.name}` is {quote(text)}: there is no e-mail address in it{where}")
        return
    for address in addresses:
        if fault := check_email(address.strip(".'")):
            message = f"`{element.name}` has {quote(address)}, which is no valid e-mail address"
            yield Problem(element, message, fix=f"Perhaps {fault.fix}.")


@rule(
    id="RSS028",
    name="email-format",
    each=_PEOPLE,
    profiles={RSS: WARNING},
    what="A person is not given as address and name.",
    why="Readers look for the name in brackets behind the address, and show the address where there is none.",
    fix="Write `ada@example.com (Ada)`.",
    spec="RSSP e-mail; w3c:EmailFormat; w3c:MissingRealName",
    bad="<author>Ada, ada@example.com</author>",
    good="<author>ada@example.com (Ada)</author>",
    within="item",
)
def email_format(element: Element) -> Problems:
    text = _text_of(element)
    if "@" not in text or text.endswith(")"):
        return
    if _ADDRESS.fullmatch(text):
        message = f"`{element.name}` is an e-mail address without the real name of the person"
    else:
        message = f"`{element.name}` is {quote(text)}, not in the format of an e-mail address with a name "
        "in brackets"
    yield Problem(element, message)
