"""What search engines read."""

import json

from feedpub.site.schema_org import render_linked_data
from tests.site.samples import ENCLOSURE, EPISODE, SHOW


def test_episode_as_schema_org_has_it() -> None:
    assert json.loads(render_linked_data(SHOW, EPISODE._replace(season_name="Fog"), ENCLOSURE)) == {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": "Fog signals",
        "url": "https://lighthouse.example/fog-signals.html",
        "description": "What the horn was for & who heard it last.",
        "datePublished": "2026-07-06T06:30:00+00:00",
        "inLanguage": "en-GB",
        "episodeNumber": 7,
        "partOfSeason": {"@type": "PodcastSeason", "seasonNumber": 2, "name": "Fog"},
        "partOfSeries": {
            "@type": "PodcastSeries",
            "name": "The Lighthouse Hour",
            "url": "https://lighthouse.example/",
            "webFeed": "https://lighthouse.example/feed.xml",
        },
        "image": "https://lighthouse.example/cover.jpg",
        "contributor": [
            {"@type": "Person", "name": "Ada Lovelace"},
            {"@type": "Person", "name": "Grace Hopper", "url": "https://grace.example/"},
        ],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "associatedMedia": {
            "@type": "MediaObject",
            "contentUrl": "https://cdn.example/7.mp3?a=1&b=2",
            "encodingFormat": "audio/mpeg",
            "contentSize": "57600",
            "duration": "PT3492S",
        },
    }


def test_nothing_in_it_ends_the_script() -> None:
    title = "</script><!-- & ]]>"
    text = render_linked_data(SHOW, EPISODE._replace(title=title), None)
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == title


def test_number_zero_is_told() -> None:
    assert json.loads(render_linked_data(SHOW, EPISODE._replace(number=0), None))["episodeNumber"] == 0
