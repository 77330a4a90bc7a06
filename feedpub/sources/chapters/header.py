"""Chapters in the head of an episode file: whatever list YAML, TOML or JSON can hold."""

from typing import Any

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.misspelling import nearest_word
from feedpub.kinds.one_line import one_line
from feedpub.kinds.paths import check_path
from feedpub.model import Chapter
from feedpub.model.duration import parse_clock, parse_instant
from feedpub.sources.chapters.check import MOST, check_chapters
from feedpub.sources.chapters.json_fields import READERS, Collected
from feedpub.sources.chapters.rows import bad_link, bad_start, too_many
from feedpub.sources.chapters.text_chapters import read_one_line

#: key -> what it means
_KEYS = {
    **dict.fromkeys(("start", "startTime", "start_time", "time", "timestamp"), "start"),
    **dict.fromkeys(("end", "endTime", "end_time"), "end"),
    **dict.fromkeys(("title", "name"), "title"),
    **dict.fromkeys(("url", "href", "link"), "url"),
    **dict.fromkeys(("image", "img", "picture"), "image"),
    "toc": "toc",
    "hidden": "hidden",
    "location": "location",
}
_EXAMPLE = 'write {start: "00:12:34", title: "..."}, or "00:12:34 ..."'


def parse_header_chapters(value: object) -> tuple[tuple[Chapter, ...], list[Fault]]:
    """The chapters that a value of a front matter lists, and everything that is wrong with it.

    A list of mappings or of texts (`00:12:34 Questions`), a text with one chapter a line, or a mapping that
    has such a list as `chapters`. Times are clock texts or numbers of seconds.
    """
    if isinstance(value, dict) and "chapters" in value:
        value = value["chapters"]
    if isinstance(value, str):
        value = [line for line in value.splitlines() if line.strip()]
    if not isinstance(value, list | tuple):
        return (), [
            Fault("chapters-wrong-type", f"`chapters` is {quote(value)}, and must be a list", _EXAMPLE)
        ]
    if len(value) > MOST:
        return (), [too_many(len(value))]
    faults: list[Fault] = []
    chapters: list[Chapter] = []
    for number, item in enumerate(value, 1):
        wrong: list[Fault] = []
        if (chapter := _read_item(item, wrong)) is not None:
            chapters.append(chapter)
        faults += [fault._replace(message=f"number {number}: {fault.message}") for fault in wrong]
    faults += [found.fault for found in check_chapters(chapters)]
    return tuple(chapters), faults


def _read_item(item: object, faults: list[Fault]) -> Chapter | None:
    if isinstance(item, str):
        chapter, found = read_one_line(item)
        faults += found
        return chapter
    if not isinstance(item, dict):
        message = f"{quote(item)} stands where a chapter must be"
        faults.append(Fault("chapters-wrong-type", message, _EXAMPLE))
        return None
    if len(item) == 1 and (one := _read_pair(*next(iter(item.items())))):
        return one
    values: dict[str, Any] = {}
    for key, value in item.items():
        meaning = _KEYS.get(str(key))
        if meaning is None:
            close = nearest_word(str(key), _KEYS)
            fix = (
                f"did you mean `{close}`?"
                if close
                else f"a chapter has {', '.join(sorted(set(_KEYS.values())))}"
            )
            faults.append(Fault("chapters-unknown-key", f"chapters have no {quote(str(key))}", fix))
        elif value is not None and (fault := _READ[meaning](value, values)):
            faults.append(fault)
    if "start_ms" not in values:
        if not any(_KEYS.get(str(key)) == "start" and value is not None for key, value in item.items()):
            title = values.get("title", "")
            message = f"the chapter {quote(title)} has no `start`" if title else "a chapter has no `start`"
            faults.append(Fault("chapter-missing-start", message, _EXAMPLE))
        return None
    return Chapter(**values)


def _read_pair(key: object, value: object) -> Chapter | None:
    """`- 00:12:34: Questions` is a mapping for YAML."""
    ms = parse_clock(str(key)) if ":" in str(key) else None
    return Chapter(ms, one_line(value)) if ms is not None and isinstance(value, str) else None


def _start(value: object, into: dict[str, Any]) -> Fault | None:
    ms = parse_instant(value)
    if ms is None:
        return bad_start(value)
    into["start_ms"] = ms
    return None


def _end(value: object, into: dict[str, Any]) -> Fault | None:
    ms = parse_instant(value)
    if ms is None:
        return bad_start(value)._replace(name="chapter-invalid-end")
    into["end_ms"] = ms
    return None


def _title(value: object, into: dict[str, Any]) -> Fault | None:
    if isinstance(value, bool | list | dict):
        return Fault("chapters-wrong-type", f"`title` is {quote(value)}", "put the title into quotes")
    into["title"] = one_line(str(value))
    return None


def _url(value: object, into: dict[str, Any]) -> Fault | None:
    return _address("url", value, into)


def _image(value: object, into: dict[str, Any]) -> Fault | None:
    """An address, or a file below the show's folder, which is published with the chapters."""
    if isinstance(value, str) and value.strip() and ":" not in value:
        if fault := check_path(value.strip()):
            return Fault("chapter-invalid-url", f"`image`: {fault.message}", fault.fix)
        into["image"] = value.strip()
        return None
    return _address("image", value, into)


def _address(key: str, value: object, into: dict[str, Any]) -> Fault | None:
    if not isinstance(value, str):
        return Fault("chapter-invalid-url", f"`{key}` is {quote(value)}", "write an address: https://...")
    if value.strip() and (fault := bad_link(key, value.strip())):
        return fault
    into[key] = value.strip()
    return None


def _toc(value: object, into: dict[str, Any]) -> Fault | None:
    return _flag("toc", value, into)


def _hidden(value: object, into: dict[str, Any]) -> Fault | None:
    return _flag("hidden", value, into)


def _flag(key: str, value: object, into: dict[str, Any]) -> Fault | None:
    known = {"true": True, "yes": True, "false": False, "no": False}
    flag = known.get(str(value).lower())
    if flag is None:
        return Fault("chapter-invalid-toc", f"`{key}` is {quote(value)}", "write true or false")
    into["toc"] = flag if key == "toc" else not flag
    return None


def _location(value: object, into: dict[str, Any]) -> Fault | None:
    collected = Collected(podlove=False)
    fault = READERS["location"](value, collected)
    into.update(collected.values)
    return fault


_READ = {
    "start": _start, "end": _end, "title": _title, "url": _url, "image": _image, "toc": _toc,
    "hidden": _hidden, "location": _location,
}  # fmt: skip
