"""Prefixes of XML namespaces that tags use."""

from collections.abc import Collection

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model.foreign_tag import ForeignTag


def check_prefixes(tag: ForeignTag, known: Collection[str]) -> Fault | None:
    """Whether the prefixes of a tag, its attributes and all tags within it are declared."""
    for name in (tag.name, *tag.attributes):
        prefix, colon, _ = name.partition(":")
        # `xml` needs no declaration (Namespaces in XML 1.0, section 3).
        if colon and prefix != "xml" and prefix not in known:
            return _undeclared(name, prefix, known)
    faults = (check_prefixes(child, known) for child in tag.children)
    return next((fault for fault in faults if fault), None)


def _undeclared(name: str, prefix: str, known: Collection[str]) -> Fault:
    close = nearest(prefix, known)
    fix = f'declare it in show.toml: [feed.namespaces] {prefix} = "https://..."'
    message = f"{quote(name)} has a prefix that is not declared"
    return Fault("undeclared-prefix", message, f"did you mean {close}:? Or {fix}" if close else fix)
