"""Tags of namespaces that feedpub knows nothing of: they are written as their author gave them."""

from collections.abc import Iterable, Mapping

from lxml.etree import SubElement, _Element

from feedpub.model import ForeignTag

#: the one prefix that needs no declaration (Namespaces in XML 1.0, section 3)
_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}


def write_foreign(parent: _Element, tags: Iterable[ForeignTag], namespaces: Mapping[str, str]) -> None:
    """Append these tags. Raises ValueError for a prefix that is not declared, and for what is no name."""
    for tag in tags:
        attributes = {_expand(name, namespaces): value for name, value in tag.attributes.items()}
        element = SubElement(parent, _expand(tag.name, namespaces), attributes)
        if tag.text:
            element.text = tag.text
        write_foreign(element, tag.children, namespaces)


def _expand(name: str, namespaces: Mapping[str, str]) -> str:
    """``media:rating`` as lxml takes it, with the URI in braces; a name without prefix stays as it is."""
    prefix, colon, local = name.rpartition(":")
    if not colon:
        return name
    uri = namespaces.get(prefix) or _XML.get(prefix)
    if not uri:
        raise ValueError(f"the namespace of {name} is not declared")
    return f"{{{uri}}}{local}"
