"""Raw HTML to the HTML that may stand on a page: more than in a feed, and nothing that runs."""

import re
from collections.abc import Callable
from functools import cache

from feedpub.sources.notes.embeds import MARK
from feedpub.sources.notes.sanitise import HEADING_TAGS, REMOVED_TAGS

#: what browsers, readers' settings and screen readers make the best of without a class or a style
PAGE_TAGS = frozenset(
    f"""
    a abbr aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em
    figcaption figure hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
    {" ".join(HEADING_TAGS)} {MARK}
    """.split()
)
_ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "dfn": {"title"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "title"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"align", "style", "colspan", "rowspan"},
    "th": {"align", "style", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    MARK: {"n"},
}
#: attribute -> the values that are kept; any of those that are not here
_VALUES = {
    "id": re.compile(r"[A-Za-z][\w:.-]{0,99}"),
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "align": re.compile(r"left|right|center"),
    "start": re.compile(r"-?[0-9]{1,6}"),
    "value": re.compile(r"-?[0-9]{1,6}"),
    "n": re.compile(r"[0-9]+"),
    "datetime": re.compile(r"[0-9TZPHMS:.+-]{1,40}"),
    "open": re.compile(r""),
    "reversed": re.compile(r""),
    **dict.fromkeys(("width", "height"), re.compile(r"[1-9][0-9]{0,3}")),
    **dict.fromkeys(("colspan", "rowspan"), re.compile(r"[1-9][0-9]{0,2}")),
}


def clean_for_page(html: str) -> str:
    """Well-formed HTML of the tags and attributes at the top of this module; text is kept in any case."""
    return _cleaner()(html)


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3

    return nh3.Cleaner(
        tags=set(PAGE_TAGS),
        clean_content_tags=REMOVED_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        filter_style_properties={"text-align"},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    ).clean


def _filter(_: str, attribute: str, value: str) -> str | None:
    known = _VALUES.get(attribute)
    return value if known is None or known.fullmatch(value) else None
