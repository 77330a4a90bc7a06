"""Numbers and lengths of time as feeds write them: plain decimals, whatever their size."""

from datetime import timedelta

_SECOND = timedelta(seconds=1)
_MICROSECOND = timedelta(microseconds=1)


def format_decimal(number: float) -> str:
    """``100.5``, ``7`` for 7.0: no exponent, no needless zeros. Infinity is refused."""
    if number == int(number):
        return str(int(number))
    text = repr(number)
    if "e" not in text:
        return text
    from decimal import Decimal  # slow to load, and no show has a number below 0.0001

    return format(Decimal(text), "f")


def format_seconds(length: timedelta) -> str:
    """``73``, ``1234.5``: seconds, with as many decimals as are needed."""
    seconds, rest = divmod(length, _SECOND)
    return f"{seconds}.{rest // _MICROSECOND:06}".rstrip("0") if rest else str(seconds)


def format_count(number: int | None) -> str:
    """A whole number, or nothing where none is given."""
    return "" if number is None else str(number)
