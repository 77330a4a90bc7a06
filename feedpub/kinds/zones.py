"""Time zones of the IANA database."""

import zoneinfo

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest


def check_zone(text: str) -> Fault | None:
    """Whether it is a zone such as `Europe/Lisbon`."""
    try:
        zoneinfo.ZoneInfo(text)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return Fault("unknown-zone", f"{quote(text)} is no time zone", _suggest(text))
    return None


def _suggest(text: str) -> str:
    zones = sorted(zoneinfo.available_timezones())
    places = {zone.rpartition("/")[2]: zone for zone in zones if "/" in zone and not zone.startswith("Etc/")}
    close = nearest(text, zones) or places.get(nearest(text.rpartition("/")[2], places), "")
    if close:
        return f"did you mean {close}?"
    return "zones are named by continent and city, as in Europe/Lisbon; an offset would not know summer time"
