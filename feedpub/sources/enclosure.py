"""Where listeners fetch an episode's audio."""

from urllib.parse import quote, urljoin


def enclosure_url(
    template: str, feed_url: str, file: str, *, slug: str, number: int | None, season: int | None
) -> str:
    """The absolute address of an audio file; `file` is its name, relative to the audio folder.

    `template` is the setting `audio.url`, read relative to the feed. What is not ASCII is
    percent-encoded (RFC 3986, section 2.5).
    """
    values = {
        "file": quote(file),
        "slug": slug,
        "number": "" if number is None else str(number),
        "season": "" if season is None else str(season),
        "extension": file.rpartition(".")[2].lower(),
    }
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return urljoin(feed_url, template)
