"""Values of a front matter to values of the model.

Formats differ in what they have types for: `true` in TOML is the text `true` in a Pelican header. Each
function takes both, and raises FieldFault on what is no such value.
"""

import re
from collections.abc import Iterable
from datetime import timedelta

from feedpub.kinds.addresses import check_url
from feedpub.kinds.fault import RaisedFault, quote
from feedpub.kinds.one_line import one_line
from feedpub.model import EpisodeState, EpisodeType, LiveStatus

_TRUE = frozenset(("true", "yes", "on"))
_FALSE = frozenset(("false", "no", "off"))
_STATES = {
    **dict.fromkeys(("draft",), EpisodeState.DRAFT),
    **dict.fromkeys(("hidden", "unlisted"), EpisodeState.HIDDEN),
    **dict.fromkeys(("published", "live", "ready"), EpisodeState.READY),
}


class FieldFault(RaisedFault):
    """A value that is no such thing as its key asks for."""


def text_value(value: object) -> str:
    """Plain text in one line; of a list with one text, that text."""
    if isinstance(value, str):
        return " ".join(value.split("\n")).strip() if "\n" in value else value.strip()
    if isinstance(value, list) and len(value) == 1:
        return text_value(value[0])
    if isinstance(value, bool | list | dict):
        raise FieldFault("wrong-type", f"{shown(value)} stands where text must be", _quote_it(value))
    return str(value)


def file_value(value: object) -> str:
    """The path of a file, or a web address that programs can read."""
    text = text_value(value)
    if "://" in text and (fault := check_url(text)):
        raise FieldFault(fault.name, fault.message, fault.fix)
    return text


def paragraph_value(value: object) -> str:
    """Plain text whose runs of blanks and line breaks are one blank each."""
    return one_line(text_value(value))


def list_value(value: object) -> tuple[str, ...]:
    """Texts from a list, or from a text with commas (or with semicolons, then commas are part of them).

    Empty ones go, and so do those that differ from an earlier one only in case.
    """
    if isinstance(value, list):
        texts: Iterable[str] = map(paragraph_value, value)
    else:
        text = text_value(value)
        texts = (one_line(part) for part in text.split(";" if ";" in text else ","))
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())


def first_value(value: object) -> str:
    """The first of several texts, where there are any."""
    if isinstance(value, list):
        return next(filter(None, map(paragraph_value, value)), "")
    return paragraph_value(value)


def joined_value(value: object) -> str:
    """Text, or several texts joined by commas."""
    return ", ".join(list_value(value)) if isinstance(value, list) else paragraph_value(value)


def number_value(value: object, digits: int = 9) -> int:
    """A whole number from 0 on, of so many digits at most."""
    text = str(value).strip()
    if not isinstance(value, bool | float) and re.fullmatch("[0-9]+", text) and len(text) <= digits:
        return int(text)
    raise FieldFault("wrong-type", f"{shown(value)} is no whole number", "write digits only, such as 40")


def decimal_value(value: object) -> float:
    """A number from 0 on, perhaps with a fraction (`13.5`); a whole one is an int."""
    text = str(value).strip()
    if not isinstance(value, bool) and re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,6})?", text):
        number = float(text)
        return int(number) if number.is_integer() else number
    raise FieldFault("wrong-type", f"{shown(value)} is no number", "write digits, such as 40 or 13.5")


def live_value(value: object) -> LiveStatus | bool:
    """How far a live stream is: `pending`, `live` or `ended`; true where the clock tells."""
    word = str(value).strip().lower()
    if word in LiveStatus.__members__.values():
        return LiveStatus(word)
    if is_boolean(value):
        return boolean_value(value)
    fix = "write true to have it told by the clock, or pending, live or ended"
    raise FieldFault("unknown-status", f"{shown(value)} says not how far the live stream is", fix)


def length_value(value: object) -> int | None:
    """A number of bytes; 0 is what generators write that do not know it."""
    text = str(value).strip()
    if not isinstance(value, bool | float) and re.fullmatch("[0-9]{1,15}", text):
        return int(text) or None
    fix = "write digits only, or leave the key out: the file is measured"
    raise FieldFault("wrong-type", f"{shown(value)} is no number of bytes", fix)


def duration_value(value: object) -> timedelta:
    """A length of time: `1:02:03`, `62:03` or seconds."""
    from feedpub.model.duration import parse_duration

    try:
        return parse_duration("" if isinstance(value, bool) else str(value).strip())
    except ValueError:
        fix = "write it as 1:02:03, as 62:03 or in seconds, or leave the key out: the file is measured"
        raise FieldFault("wrong-type", f"{shown(value)} is no length of time", fix) from None


def boolean_value(value: object) -> bool:
    """True or false, by any of the words that YAML ever had for them."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise FieldFault("wrong-type", f"{shown(value)} is neither true nor false", "write true or false")


def explicit_value(value: object) -> bool:
    """Whether there is explicit language, also by the words that Apple once asked for."""
    if isinstance(value, str) and value.strip().lower() in ("explicit", "clean"):
        return value.strip().lower() == "explicit"
    return boolean_value(value)


def state_value(value: object) -> EpisodeState:
    """A state by its word."""
    word = text_value(value).lower()
    if word in _STATES:
        return _STATES[word]
    raise FieldFault("unknown-status", f"{shown(value)} is no status", "write draft, hidden or published")


def type_value(value: object) -> EpisodeType:
    """The kind of episode by its word."""
    word = text_value(value).lower()
    if word in EpisodeType.__members__.values():
        return EpisodeType(word)
    raise FieldFault("unknown-type", f"{shown(value)} is no type of episode", "write full, trailer or bonus")


def is_boolean(value: object) -> bool:
    """Whether :func:`boolean_value` would take a value."""
    return isinstance(value, bool) or (isinstance(value, str) and value.strip().lower() in _TRUE | _FALSE)


def shown(value: object) -> str:
    """A value as a message shows it, in the words of front matters."""
    return "a mapping" if isinstance(value, dict) else quote(value)


def _quote_it(value: object) -> str:
    return "put quotes round it if it is text" if isinstance(value, bool) else "write one line of text"
