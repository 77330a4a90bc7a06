"""Findings that were made after reading get the line that they are about."""

from collections.abc import Iterable

from feedpub.files import PathFault, read_regular
from feedpub.model import Finding, Place
from feedpub.pipeline.run import Run
from feedpub.sources.places import locate_field

_LARGEST = 1 << 20

#: kind of finding -> the field of the episode's header, or the setting of the show, that it is about
_ABOUT = {
    "alternate-is-audio": "alternates",
    "alternate-of-another": "alternates",
    "alternate-path": "alternates",
    "alternate-same-address": "alternates",
    "artwork-path": "artwork",
    "audio-path": "audio",
    "audio-used-twice": "audio",
    "ambiguous-audio": "audio",
    "duplicate-guid": "guid",
    "duplicate-number": "number",
    "duplicate-slug": "slug",
    "duration-differs": "duration",
    "example-address": "feed_url",
    "guid-changed": "guid",
    "length-differs": "length",
    "missing-alternate": "alternates",
    "missing-artwork": "artwork",
    "missing-audio": "audio",
    "missing-chapter-image": "chapters",
    "missing-chapters": "chapters",
    "missing-image": "images",
    "published-episode-withdrawn": "date",
    "remote-audio-unmeasured": "audio",
    "transcript-type-unknown": "transcripts",
    "transcript-unreachable": "transcripts",
    "unknown-show": "value",
}


def place_findings(run: Run, findings: Iterable[Finding]) -> list[Finding]:
    """The same findings, with line and column where a key of a header or a setting is meant."""
    return [
        one if one.place.line or one.name not in _ABOUT else one._replace(place=_locate(run, one))
        for one in findings
    ]


def _locate(run: Run, finding: Finding) -> Place:
    path, field = finding.place.path, _ABOUT[finding.name]
    if path.endswith("/show.toml"):
        return locate_setting(run, field)
    try:
        text = read_regular(run.absolute(path), _LARGEST).decode()
    except (OSError, PathFault, UnicodeDecodeError):
        return finding.place
    return locate_field(text, path, field)


def locate_setting(run: Run, key: str) -> Place:
    """Where a setting of the show has its value from; the show's file as a whole where nothing sets it."""
    from feedpub.config.load import load_settings

    origins = load_settings(run.root, run.show, run.options.environ).origins
    # Of a table by names each name is a key.
    named = (origin for path, origin in origins.items() if path.startswith(f"{key}."))
    origin = origins.get(key) or next(named, None)
    return (origin and origin.place) or Place(f"{run.base}/show.toml")
