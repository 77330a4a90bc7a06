"""A show and an episode with all that a page shows."""

from datetime import UTC, datetime, timedelta

from feedpub.model import (
    Chapter,
    ContentLink,
    Enclosure,
    Episode,
    Funding,
    License,
    Person,
    Show,
    TranscriptFile,
)

SHOW = Show(
    name="demo",
    title="The Lighthouse Hour",
    description="Talks about the sea.",
    link="https://lighthouse.example/",
    feed_url="https://lighthouse.example/feed.xml",
    language="en-GB",
    author="Ada Lovelace",
    artwork="https://lighthouse.example/cover.jpg",
    copyright="Ada Lovelace",
    people=(Person("Ada Lovelace", url="https://ada.example/"),),
    funding=(Funding("https://lighthouse.example/kettle", "Buy us a kettle"),),
    license=License("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
)
EPISODE = Episode(
    source="feeds/demo/episodes/7.md",
    title="Fog signals",
    slug="fog-signals",
    published=datetime(2026, 7, 6, 6, 30, tzinfo=UTC),
    number=7,
    season=2,
    link="https://lighthouse.example/fog-signals.html",
    summary="What the horn was for & who heard it last.",
    people=(Person("Ada Lovelace"), Person("Grace Hopper", role="guest", url="https://grace.example/")),
    chapters=(
        Chapter(0, "Intro"),
        Chapter(2_000, "The horn", url="https://horn.example/"),
        Chapter(3_000, toc=False),
    ),
    transcripts=(
        TranscriptFile("https://lighthouse.example/7.vtt", "text/vtt"),
        TranscriptFile("https://lighthouse.example/7.de.html", "text/html", "de"),
    ),
    content_links=(ContentLink("https://video.example/7", "Watch the horn"),),
)
ENCLOSURE = Enclosure(
    "https://cdn.example/7.mp3?a=1&b=2", 57_600, "audio/mpeg", timedelta(minutes=58, seconds=12)
)
NOTES = '<p>About <a href="https://fog.example/" rel="noopener">fog</a>.</p>'
