"""An episode as search engines read it: JSON-LD in the vocabulary of schema.org (PodcastEpisode)."""

import json
from typing import Any

from feedpub.model import Enclosure, Episode, Show
from feedpub.site.page_values import address, iso_duration, shortened


def render_linked_data(show: Show, episode: Episode, enclosure: Enclosure | None) -> str:
    """The JSON of an episode, in which nothing can end the `<script>` round it."""
    licence = episode.license or show.license
    data = {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": episode.title,
        "url": address(episode.link),
        "description": shortened(episode.summary),
        "datePublished": episode.published.isoformat() if episode.published else "",
        "dateModified": episode.modified.isoformat() if episode.modified else "",
        "inLanguage": show.language,
        "episodeNumber": episode.number,
        "partOfSeason": _season(episode),
        "partOfSeries": _series(show),
        "image": address(episode.artwork) or address(show.artwork),
        "contributor": [_person(each.name, each.url) for each in episode.people or show.people],
        "license": address(licence.url) if licence else "",
        "associatedMedia": _media(enclosure),
    }
    text = json.dumps(_filled(data), ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _series(show: Show) -> dict[str, Any]:
    return _filled(
        {
            "@type": "PodcastSeries",
            "name": show.title,
            "url": address(show.link),
            "webFeed": address(show.feed_url),
        }
    )


def _season(episode: Episode) -> dict[str, Any] | None:
    if episode.season is None:
        return None
    return _filled({"@type": "PodcastSeason", "seasonNumber": episode.season, "name": episode.season_name})


def _person(name: str, url: str) -> dict[str, Any]:
    return _filled({"@type": "Person", "name": name, "url": address(url)})


def _media(enclosure: Enclosure | None) -> dict[str, Any] | None:
    if enclosure is None or not address(enclosure.url):
        return None
    return _filled(
        {
            "@type": "MediaObject",
            "contentUrl": enclosure.url,
            "encodingFormat": enclosure.type,
            "contentSize": str(enclosure.length_bytes),
            "duration": iso_duration(enclosure.duration) if enclosure.duration else "",
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}
