"""Where listeners fetch an episode's audio."""

from urllib.parse import quote, urljoin


class EnclosureAddress:
    """Makes the addresses of a show's audio files.

    `template` is the setting `audio.url`, read relative to the feed. What is not ASCII is
    percent-encoded (RFC 3986, section 2.5).
    """

    def __init__(self, template: str, feed_url: str) -> None:
        # Placeholders stand for parts of names, which joining does not change: once is enough.
        self._template = urljoin(feed_url, template)
        self._only_file = self._template.count("{") == 1 and "{file}" in self._template

    def fill(self, file: str, slug: str, number: float | None, season: int | None) -> str:
        """The absolute address of a file; `file` is its name, relative to the audio folder."""
        address = self._template.replace("{file}", quote(file))
        if self._only_file:
            return address
        values = {
            "{slug}": slug,
            "{number}": "" if number is None else str(number),
            "{season}": "" if season is None else str(season),
            "{extension}": file.rpartition(".")[2].lower(),
        }
        for name, value in values.items():
            address = address.replace(name, value)
        return address
