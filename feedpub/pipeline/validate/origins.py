"""From what is wrong in a built feed to the episode file, and the line of it, that it came from."""

from collections.abc import Mapping
from functools import cache

from feedpub.files import PathFault, read_regular
from feedpub.model import Finding, Place
from feedpub.pipeline.run import Run
from feedpub.sources.places import locate_field

_LARGEST = 1 << 20

#: element of an item -> the field of an episode's header that it is made from
_FIELDS = {
    "enclosure": "audio",
    "guid": "guid",
    "itunes:author": "author",
    "itunes:block": "block",
    "itunes:duration": "audio",
    "itunes:episode": "number",
    "itunes:episodeType": "type",
    "itunes:explicit": "explicit",
    "itunes:image": "artwork",
    "itunes:season": "season",
    "itunes:title": "title",
    "podcast:alternateEnclosure": "alternates",
    "podcast:chapters": "chapters",
    "podcast:contentLink": "content_links",
    "podcast:episode": "number",
    "podcast:funding": "funding",
    "podcast:image": "images",
    "podcast:license": "license",
    "podcast:location": "location",
    "podcast:person": "people",
    "podcast:season": "season",
    "podcast:socialInteract": "social",
    "podcast:soundbite": "soundbites",
    "podcast:transcript": "transcripts",
    "podcast:txt": "txt",
    "podcast:value": "value",
    "pubDate": "date",
    "title": "title",
}


class Origins:
    """Where the episodes of a show stand: by guid, the episode file relative to the workspace."""

    def __init__(self, run: Run, sources: Mapping[str, str]) -> None:
        self._run, self._sources = run, sources
        self._locate = cache(self._find)

    def trace(self, finding: Finding) -> Finding:
        """The finding with the place in the sources that it came from, where there is one."""
        source = self._sources.get(finding.guid) if finding.guid else None
        if not source:
            return finding
        return finding._replace(source=self._locate(source, _FIELDS.get(finding.element, "")))

    def _find(self, source: str, field: str) -> Place:
        if not field:
            return Place(source)
        try:
            text = read_regular(self._run.absolute(source), _LARGEST).decode()
        except (OSError, PathFault, UnicodeDecodeError):
            return Place(source)
        return locate_field(text, source, field)
