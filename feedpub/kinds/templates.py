"""Text with names in braces: templates of addresses, and patterns of titles."""

import re

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model.setting import Setting

_NAME = re.compile(r"\{([^{}]*)\}")
#: names of which each episode has another value; without one all episodes would share an address
_DISTINCT = ("file", "slug", "number")


def check_template(text: str, setting: Setting) -> Fault | None:
    """Whether an address is told by names that the setting knows, and is another for each episode."""
    if fault := _check_names(text, setting):
        return fault
    if not set(_NAME.findall(text)) & set(_DISTINCT):
        return _bad(f"{quote(text)} is the same for every episode", _known(setting))
    return None


def check_title_pattern(text: str, setting: Setting) -> Fault | None:
    """Whether a pattern has the number once, and the title at most once."""
    if fault := _check_names(text, setting):
        return fault
    names = _NAME.findall(text)
    if "number" not in names:
        return _bad(
            f"{quote(text)} has no {{number}}", "say where the number stands: Episode {number} - {title}"
        )
    for name in setting.placeholders:
        if names.count(name) > 1:
            return _bad(f"{quote(text)} has {{{name}}} twice", "remove one of the two")
    return None


def _check_names(text: str, setting: Setting) -> Fault | None:
    if re.search(r"[{}]", _NAME.sub("", text)):
        return _bad(
            f"{quote(text)} has a brace without its partner", "names stand in { }, one brace on each side"
        )
    for name in _NAME.findall(text):
        if name not in setting.placeholders:
            close = nearest(name, setting.placeholders)
            fix = f"did you mean {{{close}}}? " if close else ""
            return _bad(f"{quote(f'{{{name}}}')} means nothing here", f"{fix}{_known(setting)}")
    return None


def _known(setting: Setting) -> str:
    return "names that can be used: " + ", ".join(f"{{{name}}}" for name in setting.placeholders)


def _bad(message: str, fix: str) -> Fault:
    return Fault("bad-template", message, fix)
