"""The chapters of an episode as a list below its notes."""

import re
from collections.abc import Iterator

from feedpub.model import Chapter
from feedpub.sources.notes.timestamps import find_timestamps

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<(?:/?(?:p|li|ul|ol|h[1-6]|td|th|tr|div|dd|dt|blockquote)\b[^>]*|br)>")


def append_chapter_list(
    html: str, chapters: tuple[Chapter, ...], page: str | None = None, heading: str = "Chapters"
) -> str:
    """Notes with the list of the chapters below them, unless they tell all of these times already.

    Without a ``page`` the times are text, which apps make seekable themselves. Else they are links to
    the URL ``page``, or to the page on which the notes stand where it is empty.
    """
    listed = [chapter for chapter in chapters if chapter.toc and chapter.title]
    starts = {chapter.start_ms // 1000 for chapter in listed}
    # The beginning is often left out.
    if not listed or (starts - {0} and starts - {0} <= set(_told(html))):
        return html
    from html import escape

    items = "".join(
        f"<li>{_time(chapter, page, max(starts))} {escape(chapter.title, False)}</li>" for chapter in listed
    )
    return f"{html}\n<p><strong>{escape(heading, False)}</strong></p>\n<ul>{items}</ul>".lstrip()


def _told(html: str) -> Iterator[int]:
    from html import unescape

    text = unescape(_TAG.sub("", _BREAK.sub("\n", html)))
    return (stamp.seconds for stamp in find_timestamps(text))


def _time(chapter: Chapter, page: str | None, longest: int) -> str:
    """All times of a list look alike: with hours where one of them has hours."""
    seconds = chapter.start_ms // 1000
    minutes = f"{seconds // 60 % 60:02}:{seconds % 60:02}"
    text = f"{seconds // 3600:02}:{minutes}" if longest >= 3600 else minutes
    if page is None:
        return text
    from html import escape

    return f'<a href="{escape(page)}#t={seconds}">{text}</a>'
