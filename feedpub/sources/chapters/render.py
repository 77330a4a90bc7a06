"""Chapters as files: JSON for the feed, Podlove's XML, mp4chaps text, and a list for people.

The same chapters give the same bytes. What a format cannot hold is left out: mp4chaps text has no pictures,
ends or hidden chapters, Podlove's XML no ends, places or hidden chapters.
"""

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from feedpub.model import Chapter
from feedpub.model.duration import render_clock, render_seconds, render_short_clock

#: of JSON Chapters
VERSION = "1.2.0"
#: of Podlove's XML
NAMESPACE = "http://podlove.org/simple-chapters"


def render_json(
    chapters: Sequence[Chapter], *, title: str = "", podcast: str = "", author: str = "", file_name: str = ""
) -> bytes:
    """JSON Chapters 1.2; of the texts about the episode those that are not empty."""
    about = {"title": title, "author": author, "podcastName": podcast, "fileName": file_name}
    document = {
        "version": VERSION,
        **{key: value for key, value in about.items() if value},
        "chapters": [_as_object(chapter) for chapter in chapters],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _as_object(chapter: Chapter) -> dict[str, Any]:
    fields: dict[str, Any] = {"startTime": render_seconds(chapter.start_ms)}
    if chapter.end_ms is not None:
        fields["endTime"] = render_seconds(chapter.end_ms)
    for key, value in (("title", chapter.title), ("img", chapter.image), ("url", chapter.url)):
        if value:
            fields[key] = value
    if not chapter.toc:
        fields["toc"] = False
    # The format wants a name and coordinates of every place.
    if chapter.location is not None and chapter.location.geo:
        place = chapter.location
        fields["location"] = {"name": place.name, "geo": place.geo} | (
            {"osm": place.osm} if place.osm else {}
        )
    return fields


def render_psc(chapters: Sequence[Chapter]) -> bytes:
    """Podlove Simple Chapters 1.2, as a file of its own."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<psc:chapters version="1.2" xmlns:psc="{NAMESPACE}">',
    ]
    for chapter in _listed(chapters):
        fields = {
            "start": render_clock(chapter.start_ms),
            "title": chapter.title,
            "href": chapter.url,
            "image": chapter.image,
        }
        written = " ".join(
            f'{name}="{escape(value)}"' for name, value in fields.items() if value or name == "title"
        )
        lines.append(f"  <psc:chapter {written}/>")
    return ("\n".join([*lines, "</psc:chapters>"]) + "\n").encode()


def render_mp4chaps(chapters: Sequence[Chapter]) -> bytes:
    """`00:00:00.000 Intro <https://...>`, a line for each chapter."""
    lines = []
    for chapter in _listed(chapters):
        link = f" <{chapter.url}>" if chapter.url else ""
        lines.append(f"{render_clock(chapter.start_ms)} {chapter.title}{link}".rstrip() + "\n")
    return "".join(lines).encode()


def render_plain_list(chapters: Sequence[Chapter]) -> str:
    """The table of contents as plain text, a line for each chapter: `1:02:03 Questions`."""
    return "".join(
        f"{render_short_clock(chapter.start_ms)} {chapter.title}\n" for chapter in _listed(chapters)
    )


def _listed(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [chapter for chapter in chapters if chapter.toc]
