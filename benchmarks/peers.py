"""Other feed writers on the same metadata, as a user of theirs would call them.

python -m benchmarks.peers feedgen|podgen METADATA OUT

Only the feed is written: no Markdown, no audio, no checks.
"""

import pickle
import sys
from pathlib import Path
from typing import Any

from benchmarks.make_show import SITE

TITLE, AUTHOR, EMAIL = "The Benchmark Hour", "Ada Lovelace", "ada@bench.example"
DESCRIPTION = "A show that exists to be measured."
COVER, FEED = f"{SITE}cover.png", f"{SITE}feed.xml"


def feedgen(episodes: list[dict[str, Any]], out: str) -> None:
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.title(TITLE)
    feed.link(href=FEED, rel="self")
    feed.link(href=SITE, rel="alternate")
    feed.description(DESCRIPTION)
    feed.language("en")
    feed.copyright(AUTHOR)
    feed.podcast.itunes_category("Technology")
    feed.podcast.itunes_author(AUTHOR)
    feed.podcast.itunes_owner(name=AUTHOR, email=EMAIL)
    feed.podcast.itunes_image(COVER)
    feed.podcast.itunes_explicit("no")
    for episode in episodes:
        _feedgen_entry(feed.add_entry(order="append"), episode)
    feed.rss_file(out)


def _feedgen_entry(entry: Any, episode: dict[str, Any]) -> None:
    entry.title(episode["title"])
    entry.link(href=episode["link"])
    entry.guid(episode["guid"], permalink=False)
    entry.description(episode["summary"])
    entry.content(episode["html"], type="CDATA")
    entry.pubDate(episode["published"])
    entry.category([{"term": tag} for tag in episode["tags"]])
    entry.enclosure(episode["url"], str(episode["audio_bytes"]), "audio/mpeg")
    entry.podcast.itunes_author(AUTHOR)
    entry.podcast.itunes_duration(episode["seconds"])
    entry.podcast.itunes_explicit("no")
    entry.podcast.itunes_season(episode["season"])
    entry.podcast.itunes_episode(episode["number"])
    entry.podcast.itunes_episode_type("full")


def podgen(episodes: list[dict[str, Any]], out: str) -> None:
    import warnings
    from datetime import timedelta

    from podgen import Category, Episode, Media, Person, Podcast

    warnings.simplefilter("ignore")
    ada = Person(AUTHOR, EMAIL)
    show = Podcast(
        name=TITLE,
        website=SITE,
        description=DESCRIPTION,
        explicit=False,
        language="en",
        copyright=AUTHOR,
        authors=[ada],
        owner=ada,
        image=COVER,
        feed_url=FEED,
        category=Category("Technology"),
    )
    for episode in episodes:
        duration = timedelta(seconds=episode["seconds"])
        show.episodes.append(
            Episode(
                title=episode["title"],
                link=episode["link"],
                id=episode["guid"],
                summary=episode["summary"],
                long_summary=episode["html"],
                publication_date=episode["published"],
                explicit=False,
                authors=[ada],
                position=episode["number"],
                media=Media(episode["url"], episode["audio_bytes"], "audio/mpeg", duration),
            )
        )
    show.rss_file(out)


def main() -> None:
    name, metadata, out = sys.argv[1:]
    episodes = pickle.loads(Path(metadata).read_bytes())
    {"feedgen": feedgen, "podgen": podgen}[name](episodes, out)


if __name__ == "__main__":
    main()
