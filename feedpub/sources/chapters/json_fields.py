"""What may stand in one chapter of a JSON file, and what each key means."""

from collections.abc import Callable
from typing import Any

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.locations import check_geo, check_osm
from feedpub.kinds.one_line import one_line
from feedpub.model import Location
from feedpub.model.duration import parse_clock, parse_instant, render_seconds, seconds_ms
from feedpub.sources.chapters.rows import bad_link, bad_start


class Collected:
    """The arguments of a `Chapter`, as far as they have been read."""

    def __init__(self, *, podlove: bool) -> None:
        self.podlove = podlove
        self.values: dict[str, Any] = {}


def _start(value: object, into: Collected) -> Fault | None:
    return _time("startTime", "start_ms", value, into)


def _end(value: object, into: Collected) -> Fault | None:
    return _time("endTime", "end_ms", value, into)


def _time(key: str, field: str, value: object, into: Collected) -> Fault | None:
    name = "chapter-invalid-start" if field == "start_ms" else "chapter-invalid-end"
    if isinstance(value, bool) or not isinstance(value, int | float):
        ms = parse_clock(value) if isinstance(value, str) else None
        fix = "write seconds as a number without quotes, as in 94 or 94.5"
        if ms is not None:
            fix = f"write seconds as a number without quotes: {render_seconds(ms)}"
        return Fault(name, f"`{key}` is {quote(value)}, and must be a number", fix)
    ms = seconds_ms(value)
    if ms is None:
        return Fault(name, f"`{key}` is {value}", "it must be the seconds since the beginning, 0 or more")
    into.values[field] = ms
    return None


def _podlove_start(value: object, into: Collected) -> Fault | None:
    ms = parse_instant(value)
    if ms is None:
        return bad_start(value)
    into.values["start_ms"] = ms
    return None


def _title(value: object, into: Collected) -> Fault | None:
    if not isinstance(value, str):
        return Fault("chapters-wrong-type", f"`title` is {quote(value)}", "it must be a text")
    into.values["title"] = one_line(value)
    return None


def _address(key: str, field: str) -> Callable[[object, Collected], Fault | None]:
    def read(value: object, into: Collected) -> Fault | None:
        if not isinstance(value, str):
            message = f"`{key}` is {quote(value)}"
            return Fault("chapter-invalid-url", message, "it must be a text that begins with https://")
        if value and (fault := bad_link(key, value)):
            return fault
        into.values[field] = value
        return None

    return read


def _toc(value: object, into: Collected) -> Fault | None:
    if not isinstance(value, bool):
        fix = "write false to keep it out of the table of contents, without quotes, or leave it out"
        return Fault("chapter-invalid-toc", f"`toc` is {quote(value)}, and must be true or false", fix)
    into.values["toc"] = value
    return None


def _location(value: object, into: Collected) -> Fault | None:
    if not isinstance(value, dict):
        fix = 'write {"name": "...", "geo": "geo:48.8581,2.2947"}'
        return Fault("chapter-invalid-location", f"`location` is {quote(value)}, and must be an object", fix)
    name, geo, osm = value.get("name"), value.get("geo"), value.get("osm") or ""
    if not isinstance(name, str) or not name.strip():
        return Fault("chapter-invalid-location", "`location` has no `name`", "add what people call the place")
    if geo is None:
        fix = "write latitude and longitude as in geo:48.8581,2.2947"
        return Fault("chapter-invalid-location", "`location` has no `geo`", fix)
    if fault := check_geo(str(geo)) or (check_osm(str(osm)) if osm else None):
        return Fault("chapter-invalid-location", f"`location`: {fault.message}", fault.fix)
    into.values["location"] = Location(one_line(name), geo=geo, osm=osm)
    return None


#: key -> what takes its value into a chapter, or says what is wrong with it; the last three are Podlove's
READERS: dict[str, Callable[[Any, Collected], Fault | None]] = {
    "startTime": _start,
    "title": _title,
    "img": _address("img", "image"),
    "url": _address("url", "url"),
    "toc": _toc,
    "endTime": _end,
    "location": _location,
    "start": _podlove_start,
    "href": _address("href", "url"),
    "image": _address("image", "image"),
}
