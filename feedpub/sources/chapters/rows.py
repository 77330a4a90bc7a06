"""Chapters on their way out of a file: each still knows where it stood."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from feedpub.kinds.addresses import check_url
from feedpub.kinds.fault import Fault, quote
from feedpub.model import Chapter
from feedpub.sources.chapters.check import MOST, check_chapters
from feedpub.sources.complaints import Complaints


class Row(NamedTuple):
    """A chapter and the place where it begins."""

    chapter: Chapter
    line: int
    column: int = 0


def finish(
    rows: Sequence[Row], complaints: Complaints, duration: timedelta | None = None
) -> tuple[Chapter, ...]:
    """The chapters of a file, after what only shows when all of them are known has been said."""
    for fault in check_chapters([row.chapter for row in rows], duration):
        row = rows[fault.at]
        complaints.add(fault.fault, row.line, row.column)
    return tuple(row.chapter for row in rows)


def too_many(count: int) -> Fault:
    """The fault of a list that is longer than any recording needs."""
    return Fault("too-many-chapters", f"there are {count:,} chapters", f"no app takes more than {MOST:,}")


def bad_start(value: object) -> Fault:
    """The fault of a text that is no time."""
    fix = "write hours, minutes and seconds as in 00:12:34.500, or seconds"
    return Fault("chapter-invalid-start", f"{quote(value)} is no time at which a chapter can start", fix)


def bad_link(key: str, value: str) -> Fault | None:
    """What is wrong with the address of a page or picture; None where it is absolute and http(s)."""
    fault = check_url(value)
    return fault and Fault("chapter-invalid-url", f"`{key}`: {fault.message}", fault.fix)
