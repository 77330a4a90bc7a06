"""The chapters of an episode as text for people."""

from collections.abc import Mapping, Sequence

from feedpub.model import Chapter
from feedpub.model.duration import render_short_clock
from feedpub.report.text import count_of, escape

#: how the sources of chapters are called
_CALLED = {
    "header": "in its head",
    "file": "in a file beside it",
    "audio": "in its audio",
    "notes": "in its notes",
}


def render_chapters(source: str, found: Mapping[str, Sequence[Chapter]], chosen: str, path: str = "") -> str:
    """All lists of chapters of the episode in the file ``source``; the one that counts is marked.

    ``path`` is the file beside the episode that has chapters.
    """
    if not found:
        return f"{escape(source)}: no chapters"
    lines = [escape(source)]
    for name, chapters in found.items():
        where = f"in {path}" if name == "file" and path else _CALLED.get(name, name)
        counts = ", which count" if name == chosen else ""
        lines.append(f"\n  {count_of(len(chapters), 'chapter')} {escape(where)}{counts}:")
        lines += [f"    {_describe(chapter)}" for chapter in chapters]
    return "\n".join(lines)


def _describe(chapter: Chapter) -> str:
    parts = [render_short_clock(chapter.start_ms), escape(chapter.title)]
    if chapter.url:
        parts.append(f"<{escape(chapter.url)}>")
    if not chapter.toc:
        parts.append("(hidden)")
    return " ".join(filter(None, parts))
