"""What a page's template may ask of a show and an episode: texts, numbers, and lists of them."""

import re
from datetime import datetime, timedelta
from typing import Any

from feedpub.model import (
    Chapter,
    Enclosure,
    Episode,
    EpisodeState,
    EpisodeType,
    License,
    Person,
    Show,
    TranscriptFile,
)
from feedpub.model.duration import render_short_clock

Values = dict[str, Any]

_MILLISECOND = timedelta(milliseconds=1)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TRANSCRIPTS = {
    "text/vtt": "WebVTT",
    "application/x-subrip": "SubRip",
    "application/srt": "SubRip",
    "text/srt": "SubRip",
    "application/json": "JSON",
    "text/html": "",
    "text/plain": "plain text",
}
_ADDRESS = re.compile(r"(?i)https?://[^\s\x00-\x20\x7f]+")
#: what search engines and messengers show of a description, roughly
_DESCRIPTION_LENGTH = 300


def describe_show(show: Show) -> Values:
    """The values of ``show`` in a template."""
    return {
        "title": show.title,
        "description": show.description,
        "author": show.author,
        "language": show.language,
        "link": address(show.link),
        "feed_url": address(show.feed_url),
        "copyright": _copyright(show.copyright),
        "support": [{"text": each.label, "url": url} for each in show.funding if (url := address(each.url))],
    }


def describe_episode(show: Show, episode: Episode, enclosure: Enclosure | None) -> Values:
    """The values of ``episode`` in a template."""
    duration = enclosure.duration if enclosure else None
    return {
        "title": episode.title,
        "slug": episode.slug,
        "link": address(episode.link),
        "summary": episode.summary,
        "description": shortened(episode.summary or show.description),
        "label": _label(episode),
        "number": episode.number,
        "season": episode.season,
        "type": str(episode.type),
        "explicit": show.explicit if episode.explicit is None else episode.explicit,
        "listed": episode.state is EpisodeState.READY,
        "published": episode.published.isoformat() if episode.published else "",
        "modified": episode.modified.isoformat() if episode.modified else "",
        "date": _date(episode.published) if episode.published else "",
        "duration": render_short_clock(duration // _MILLISECOND) if duration else "",
        "duration_iso": iso_duration(duration) if duration else "",
        "artwork": address(episode.artwork) or address(show.artwork),
        "tags": list(episode.tags),
        "people": [_person(person) for person in episode.people or show.people],
        "chapters": [_chapter(chapter) for chapter in episode.chapters if chapter.toc and chapter.title],
        "transcripts": [_transcript(each, show) for each in episode.transcripts if address(each.url)],
        "elsewhere": [
            {"text": each.text, "url": url} for each in episode.content_links if (url := address(each.url))
        ],
        "licence": _licence(episode.license or show.license),
    }


def describe_audio(enclosure: Enclosure | None) -> Values | None:
    """The values of ``audio`` in a template; None where there is nothing to hear."""
    if enclosure is None or not address(enclosure.url):
        return None
    return {"url": enclosure.url, "type": enclosure.type, "length_bytes": enclosure.length_bytes}


def address(url: str) -> str:
    """``url`` if a browser may open it; else an empty text."""
    return url if _ADDRESS.fullmatch(url) else ""


def iso_duration(length: timedelta) -> str:
    """`PT3492S` (ISO 8601)."""
    return f"PT{int(length.total_seconds())}S"


def shortened(text: str) -> str:
    """``text`` in one line, cut between words where it is long."""
    line = " ".join(text.split())
    if len(line) <= _DESCRIPTION_LENGTH:
        return line
    return line[:_DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(",;:") + "…"


def _label(episode: Episode) -> str:
    """`Season 2 · Episode 14`, or whatever of this is known."""
    kind = "" if episode.type is EpisodeType.FULL else str(episode.type).capitalize()
    season = episode.season_name or (f"Season {episode.season}" if episode.season is not None else "")
    number = episode.number_display or (f"Episode {episode.number:g}" if episode.number is not None else "")
    return " · ".join(filter(None, (season, number, kind)))


def _date(when: datetime) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def _copyright(text: str) -> str:
    """With the sign, which a feed's `<copyright>` can do without."""
    return text if not text or re.match(r"(?i)©|\(c\)|copyright\b", text) else f"© {text}"


def _person(person: Person) -> Values:
    return {
        "name": person.name,
        "role": person.role.capitalize(),
        "group": person.group,
        "url": address(person.url),
        "image": address(person.image),
    }


def _chapter(chapter: Chapter) -> Values:
    return {
        "seconds": chapter.start_ms // 1000,
        "time": render_short_clock(chapter.start_ms),
        "title": chapter.title,
        "url": address(chapter.url),
        "image": address(chapter.image),
    }


def _transcript(transcript: TranscriptFile, show: Show) -> Values:
    kind = _TRANSCRIPTS.get(transcript.type, transcript.type)
    language = transcript.language or show.language
    other = f" ({language})" if language != show.language else ""
    return {
        "url": transcript.url,
        "type": transcript.type,
        "language": language,
        "text": f"Transcript, {kind}{other}" if kind else f"Transcript{other}",
        "is_track": transcript.type == "text/vtt",
    }


def _licence(licence: License | None) -> Values | None:
    return {"name": licence.name, "url": address(licence.url)} if licence else None
