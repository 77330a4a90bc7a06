"""The one way in which our feeds are written down, so that the same feed is always the same bytes.

UTF-8, LF, two spaces for each level, one element a line, namespaces declared on the root and nowhere
else. Text is never touched by the indentation.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from lxml import etree

from feedpub.kinds.xml_characters import NOT_XML

_INDENT = "  "
_CHANNEL_END = b"  </channel>\n</rss>\n"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def render_item(item: etree._Element, namespaces: Mapping[str, str]) -> bytes:
    """The bytes of an item, with the indentation that it has inside of a channel.

    The feed's root must declare the same namespaces.
    """
    root = etree.Element("rss", nsmap=namespaces)
    root.append(item)
    etree.indent(item, _INDENT, level=2)
    item.tail = None
    xml = etree.tostring(root, encoding="UTF-8")
    # In the addresses of namespaces lxml writes a reference for the sign.
    return b"    " + xml[xml.index(b">") + 1 : -len(b"</rss>")] + b"\n"


def render_channel(feed: etree._Element, stylesheet: str) -> tuple[bytes, bytes]:
    """What stands ahead of the first item, and what stands after the last. The feed must hold no item."""
    etree.indent(feed, _INDENT)
    xml = etree.tostring(feed, encoding="UTF-8") + b"\n"
    if not xml.endswith(_CHANNEL_END):
        raise ValueError("the channel is empty")
    return _DECLARATION + _instruction(stylesheet) + xml[: -len(_CHANNEL_END)], _CHANNEL_END


def _instruction(stylesheet: str) -> bytes:
    """The processing instruction by which a browser finds a stylesheet (W3C, Associating Style Sheets)."""
    if not stylesheet:
        return b""
    return f'<?xml-stylesheet type="text/css" href="{escape(stylesheet)}"?>\n'.encode()


def without_controls(value: Any) -> Any:
    """The same model value, its texts without the characters that XML cannot hold, however deep they are."""
    if type(value) is str:
        return re.sub(NOT_XML, "", value)
    if isinstance(value, tuple):
        parts = map(without_controls, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, dict):
        return {without_controls(key): without_controls(part) for key, part in value.items()}
    return value
