"""`podcast:chapters`: the file with the chapters of an episode (docs/tags/chapters.md)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule

_TYPE = "application/json+chapters"


@rule(
    id="POD130",
    name="chapters-type",
    each="podcast:chapters",
    profiles={PODCASTING2: WARNING},
    what="The type of `podcast:chapters` is not `application/json+chapters`.",
    why="Apps that go by the type do not fetch the file.",
    fix='Write type="application/json+chapters".',
    spec="NS chapters",
    bad='<podcast:chapters url="https://tides.example/1.json" type="text/json"/>',
    good='<podcast:chapters url="https://tides.example/1.json" type="application/json+chapters"/>',
)
def chapters_type(chapters: Element) -> Problems:
    written = chapters.attribute("type").partition(";")[0].strip().lower()
    if written and written != _TYPE:
        message = f"`type` of `podcast:chapters` is {quote(chapters.attribute('type'))}, not `{_TYPE}`"
        severity = INFO if written == "application/json" else None
        yield Problem(chapters, message, attribute="type", severity=severity)
