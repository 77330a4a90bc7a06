"""Whether plain text holds markup."""

import re

#: a tag of HTML: a name that HTML has, and what can follow it; `<3` and `<guest>` are none
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|big|blockquote|body|br|center|cite|code|div|em|font|h[1-6]|hr|i|iframe|img|input|ins|del|"
    r"li|link|meta|ol|object|embed|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|"
    r"ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
#: a character reference that HTML would resolve
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)


def find_tag(text: str) -> re.Match[str] | None:
    """The first tag of HTML in a text, as it is after XML was read."""
    return _TAG.search(text) if "<" in text else None


def find_reference(text: str) -> re.Match[str] | None:
    """The first character reference in a text, as it is after XML was read."""
    return _REFERENCE.search(text) if "&" in text else None


def find_markup(text: str) -> re.Match[str] | None:
    """The first tag or character reference."""
    return find_tag(text) or find_reference(text)
