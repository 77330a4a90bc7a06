"""What a text must be, by the kind of its setting."""

import re
from collections.abc import Callable

from feedpub.kinds.addresses import check_email, check_url
from feedpub.kinds.categories import check_category
from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.languages import check_language
from feedpub.kinds.paths import check_path, check_suffix
from feedpub.kinds.templates import check_template, check_title_pattern
from feedpub.kinds.zones import check_zone
from feedpub.model.setting import Setting

#: characters that XML 1.0 cannot hold, and the halves of what the environment could not decode
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CHECKS: dict[str, Callable[[str], Fault | None]] = {
    "url": check_url,
    "email": check_email,
    "zone": check_zone,
    "language": check_language,
    "category": check_category,
    "path": check_path,
    "suffix": check_suffix,
}


def check_text(text: str, setting: Setting, may_be_empty: bool) -> Fault | None:
    """What is wrong with a text, or None."""
    if found := _FORBIDDEN.search(text):
        message = f"{quote(text)} holds the character U+{ord(found[0]):04X}, which a feed cannot hold"
        return Fault("forbidden-character", message, "remove it")
    if not text.strip():
        return None if may_be_empty and not text else Fault("empty-value", "is empty", _example(setting))
    if setting.kind == "title pattern":
        return check_title_pattern(text, setting)
    if setting.kind == "template":
        return check_template(text, setting) or _check_absolute(text)
    if setting.kind == "path or url":
        return check_url(text) if "://" in text else check_path(text)
    check = _CHECKS.get(setting.kind)
    return check(text) if check else None


def _check_absolute(template: str) -> Fault | None:
    # Braces are nothing that an address may hold: they stand for letters.
    if "://" not in template:
        return None
    return check_url(template.replace("{", "").replace("}", ""))


def _example(setting: Setting) -> str:
    return f"write for example {setting.example}" if setting.example else "write a value or remove the line"
