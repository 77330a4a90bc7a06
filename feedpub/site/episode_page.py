"""The page of one episode."""

import re
from base64 import b64encode
from datetime import timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from feedpub.model import Chapter, Enclosure, Episode, Show
from feedpub.site.page_values import describe_audio, describe_episode, describe_show
from feedpub.site.schema_org import render_linked_data
from feedpub.templates import Template, TemplateFault, as_html

__all__ = ["EpisodePage", "TemplateFault"]

#: the longest page, in characters; notes may be 512,000 bytes of Markdown
MAX_PAGE = 8_000_000
_TEMPLATES = Path(__file__).with_name("templates")


class EpisodePage:
    """Renders pages by a template: that of feedpub, or a show's own."""

    def __init__(self, text: str = "", path: str = "") -> None:
        """``text`` is a template of the show's own, ``path`` says where it stands. Raises TemplateFault.

        It sees ``show``, ``episode`` and ``audio`` (:mod:`.page_values`), ``notes`` (HTML), and what a page
        needs to follow links to a time: ``policy``, ``style``, ``script`` and ``linked_data``;
        ``chapters_in_notes`` says that the notes link to all chapters already.
        """
        self._template = Template(text or _read("episode.html"), path or "episode.html", MAX_PAGE)

    def render(self, show: Show, episode: Episode, enclosure: Enclosure | None, notes_html: str) -> bytes:
        """The page as UTF-8. The same values give the same bytes.

        All addresses that are shown are absolute; others are left out, and so are chapters and
        transcripts that have none. ``notes_html`` is trusted: it must have been sanitised. Raises
        TemplateFault where the template fails for this episode.
        """
        if enclosure and enclosure.duration:
            notes_html = _without_late_times(notes_html, enclosure.duration)
        values = {
            "show": describe_show(show),
            "episode": describe_episode(show, episode, enclosure),
            "audio": describe_audio(enclosure),
            "notes": as_html(notes_html),
            "chapters_in_notes": _tells_chapters(notes_html, episode.chapters),
            "linked_data": as_html(render_linked_data(show, episode, enclosure)),
            "policy": _policy(),
            "style": as_html(_read("page.css")),
            "script": as_html(_read("page.js")),
        }
        known = ", ".join(sorted(values))
        return self._template.render(values, episode.source, known).encode("utf-8", "replace")


def _without_late_times(notes_html: str, duration: timedelta) -> str:
    """The notes without links to times after the end of the audio: these are times of day, or scores."""
    last = int(duration.total_seconds())

    def keep_or_drop(link: re.Match[str]) -> str:
        return link[0] if int(link[1]) <= last else link[2]

    return re.sub(r"<a href=\"#t=([0-9]{1,6})\">([^<]{1,40})</a>", keep_or_drop, notes_html)


def _tells_chapters(notes_html: str, chapters: tuple[Chapter, ...]) -> bool:
    # The beginning is often left out.
    starts = {chapter.start_ms // 1000 for chapter in chapters if chapter.toc and chapter.title} - {0}
    return bool(starts) and starts <= set(map(int, re.findall(r"<a href=\"#t=([0-9]{1,6})\"", notes_html)))


@cache
def _policy() -> str:
    """What a page may load and run: its own style and script, pictures, audio, and players of services."""
    return (
        f"default-src 'none'; script-src {_hash('page.js')}; style-src {_hash('page.css')};"
        " img-src https: http:; media-src https: http:; frame-src https:; base-uri 'none'; form-action 'none'"
    )


def _hash(name: str) -> str:
    digest = b64encode(sha256(_read(name).encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
