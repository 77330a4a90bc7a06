"""Podlove Simple Chapters: `psc:chapters` in the feed (podlove.org/simple-chapters)."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule

#: normal play time (RFC 2326, section 3.6)
_NPT = re.compile(r"(?:(?:(\d+):)?([0-5]?\d):)?(\d+)(?:\.(\d{1,9}))?", re.ASCII)
_GOOD = (
    '<psc:chapters version="1.2"><psc:chapter start="0" title="Ebb"/>'
    '<psc:chapter start="00:01:00.500" title="Flood"/></psc:chapters>'
)


def _seconds(text: str) -> float | None:
    found = _NPT.fullmatch(text.strip())
    if not found or (found[2] is not None and int(found[3]) > 59):
        return None
    whole = int(found[1] or 0) * 3600 + int(found[2] or 0) * 60 + int(found[3])
    return whole + float(f"0.{found[4] or 0}")


@rule(
    id="CHAP016",
    name="psc-missing-attribute",
    each=("psc:chapters", "psc:chapter"),
    profiles=everywhere(ERROR),
    what="`psc:chapter` has no start or no title, or `psc:chapters` no version.",
    why="Players leave such a chapter out.",
    fix='Write `<psc:chapter start="00:01:00" title="…"/>`, and version="1.2" on `psc:chapters`.',
    spec="PSC",
    bad=_GOOD.replace(' title="Ebb"', ""),
    good=_GOOD,
)
def missing_attribute(element: Element) -> Problems:
    if element.name == "psc:chapters":
        version = element.attributes.get("version")
        if not version:
            yield Problem(element, "`psc:chapters` has no `version`")
        elif version.strip() not in ("1.0", "1.1", "1.2"):
            message = f"`version` of `psc:chapters` is {quote(version)}, none that is known"
            yield Problem(element, message, attribute="version")
        return
    missing = [name for name in ("start", "title") if not element.attribute(name).strip()]
    if missing:
        yield Problem(element, f"`psc:chapter` has no {' and no '.join(f'`{name}`' for name in missing)}")


@rule(
    id="CHAP017",
    name="psc-invalid-start",
    each="psc:chapters",
    profiles=everywhere(ERROR),
    what="The start of a chapter is no time, or lies before the one above it.",
    why="Players leave the chapter out, or jump back and forth.",
    fix="Write H:MM:SS.mmm, in ascending order.",
    spec="PSC; RFC 2326 §3.6",
    bad=_GOOD.replace("00:01:00.500", "1 min"),
    good=_GOOD,
)
def invalid_start(chapters: Element) -> Problems:
    latest = -1.0
    for chapter in chapters.all("psc:chapter"):
        start = chapter.attribute("start")
        if not start.strip():
            continue
        seconds = _seconds(start)
        if seconds is None:
            message = f"`start` of `psc:chapter` is {quote(start)}, not a time such as 00:01:00.500"
            yield Problem(chapter, message, attribute="start")
        elif seconds < latest:
            yield Problem(
                chapter, "`start` of `psc:chapter` is before that of the one above", attribute="start"
            )
        else:
            latest = seconds
