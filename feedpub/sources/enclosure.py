"""Where listeners fetch an episode's audio."""

from functools import cache
from urllib.parse import quote, urljoin


def enclosure_url(
    template: str, feed_url: str, file: str, *, slug: str, number: int | None, season: int | None
) -> str:
    """The absolute address of an audio file; `file` is its name, relative to the audio folder.

    `template` is the setting `audio.url`, read relative to the feed. What is not ASCII is
    percent-encoded (RFC 3986, section 2.5).
    """
    values = {
        "{file}": quote(file),
        "{slug}": slug,
        "{number}": "" if number is None else str(number),
        "{season}": "" if season is None else str(season),
        "{extension}": file.rpartition(".")[2].lower(),
    }
    address = _joined(feed_url, template)
    for name, value in values.items():
        address = address.replace(name, value)
    return address


@cache
def _joined(feed_url: str, template: str) -> str:
    """Once for all episodes: placeholders stand for parts of names, which no joining would change."""
    return urljoin(feed_url, template)
