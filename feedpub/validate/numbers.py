"""Numbers as attributes and texts of feeds have them (XML Schema, decimal and integer)."""

import re

#: what has no sign, and may be of any length
UNSIGNED = re.compile(r"\d+", re.ASCII)
POSITIVE = re.compile(r"0*[1-9]\d*", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})")
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")


def parse_decimal(text: str) -> float | None:
    """A number with or without a point; None where it is none. White space around it does not matter."""
    text = text.strip()
    return float(text) if _DECIMAL.fullmatch(text) else None


def parse_whole(text: str) -> int | None:
    """A number without a point; None where it is none."""
    text = text.strip()
    return int(text) if _WHOLE.fullmatch(text) else None
