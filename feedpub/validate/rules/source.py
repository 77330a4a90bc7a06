"""`source`: the feed that an item came from (RSS 2.0)."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?://[^\s/]\S*|[^\s/]\S*)")


@rule(
    id="RSS048",
    name="source-missing-url",
    each="item/source",
    profiles=everywhere(ERROR),
    what="`source` has no `url`, or one that is not absolute.",
    why="It names the feed that the item was taken from, by the address of that feed.",
    fix='Write `<source url="https://…">`, or leave `source` out.',
    spec="RSS2 source; w3c:MissingAttribute; w3c:InvalidFullLink",
    bad="<source>Ebb</source>",
    good='<source url="https://example.com/ebb.xml">Ebb</source>',
)
def missing_url(source: Element) -> Problems:
    url = source.attributes.get("url")
    if url is None:
        yield Problem(source, "`source` has no `url`: it is required")
    elif not _ABSOLUTE.fullmatch(url.strip()):
        yield Problem(source, f"`url` of `source` is {quote(url)}, not an absolute URL", attribute="url")
