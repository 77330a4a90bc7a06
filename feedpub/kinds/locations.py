"""Places on the map: coordinates, objects of OpenStreetMap, countries."""

import re

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model.countries import OTHER_NAMES, list_countries

_NUMBER = r"-?[0-9]{1,9}(?:\.[0-9]{1,15})?"
#: RFC 5870, section 3.3: two or three numbers, then parameters
_GEO = re.compile(
    rf"geo:({_NUMBER}),({_NUMBER})(?:,{_NUMBER})?((?:;[A-Za-z0-9-]{{1,40}}(?:=[\w.:%~!$*'()/-]{{1,80}})?){{0,8}})",
    re.ASCII,
)
_UNCERTAINTY = re.compile(r"u=[0-9]{1,12}(?:\.[0-9]{1,15})?")
_BARE = re.compile(rf"\(?\s*({_NUMBER})\s*[,;\s]\s*({_NUMBER})\s*\)?")

_OSM = re.compile(r"[NWR][1-9][0-9]{0,18}(?:#[0-9]{1,9})?")
_OSM_PARTS = re.compile(
    r"(?i)(?:https://www\.openstreetmap\.org/)?(n|w|r)[a-z]{0,7}[ /:]?([1-9][0-9]{0,18})(?![0-9])"
)


def check_geo(text: str) -> Fault | None:
    """Latitude and longitude in degrees as a `geo:` URI (RFC 5870)."""
    match = _GEO.fullmatch(text)
    if match is None:
        return _bad_geo(text, "is no `geo:` address", _mended_geo(text))
    if not _on_earth(match[1], match[2]):
        return _bad_geo(text, "lies outside of the map", _mended_geo(text))
    for parameter in match[3].split(";")[1:]:
        if parameter.startswith("u=") and not _UNCERTAINTY.fullmatch(parameter):
            return _bad_geo(text, "has an uncertainty that is no number", "write it in metres, as ;u=350")
    return None


def check_osm(text: str) -> Fault | None:
    """An object of OpenStreetMap: its type as a capital letter, and its number."""
    if _OSM.fullmatch(text):
        return None
    match = _OSM_PARTS.match(text)
    fix = f"write {match[1].upper()}{match[2]}" if match else "write N, W or R and the number, as in R148838"
    return Fault("bad-osm", f"{quote(text)} is no object of OpenStreetMap", fix)


def check_country(text: str) -> Fault | None:
    """Two capital letters of ISO 3166-1."""
    countries = list_countries()
    if text in countries:
        return None
    code = text.strip().upper() if text.strip().upper() in countries else OTHER_NAMES.get(text.casefold(), "")
    if not code and len(text) > 2:
        names = {name: code for code, name in countries.items()}
        code = names.get(nearest(text, names), "")
    fix = f"did you mean {code}?" if code else "write two capital letters, as in GB, US or DE"
    return Fault("unknown-country", f"{quote(text)} is no country code", fix)


def _on_earth(latitude: str, longitude: str) -> bool:
    return abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180


def _mended_geo(text: str) -> str:
    match = _BARE.fullmatch(text[:100].removeprefix("geo:"))
    if match and _on_earth(match[1], match[2]):
        return f"write geo:{match[1]},{match[2]}"
    if match and _on_earth(match[2], match[1]):
        return f"latitude comes first: write geo:{match[2]},{match[1]}"
    return "write latitude and longitude in degrees, as in geo:58.6103,-4.9987"


def _bad_geo(text: str, what: str, fix: str) -> Fault:
    return Fault("bad-geo", f"{quote(text)} {what}", fix)
