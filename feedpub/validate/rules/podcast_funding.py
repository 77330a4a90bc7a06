"""`podcast:funding`: how listeners can support the podcast (docs/tags/funding.md)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import PODCASTING2, WARNING, Problem, Problems, rule


@rule(
    id="POD120",
    name="funding-blank-label",
    each="podcast:funding",
    profiles={PODCASTING2: WARNING},
    what="`podcast:funding` has no text.",
    why="The text is what stands on the button that leads to the address.",
    fix="Write a few words, such as Support the show.",
    spec="NS funding",
    bad='<podcast:funding url="https://tides.example/give"/>',
    good='<podcast:funding url="https://tides.example/give">Support the show</podcast:funding>',
    within="channel",
)
def blank_label(funding: Element) -> Problems:
    if not funding.value:
        yield Problem(funding, "`podcast:funding` is blank: it has no label")
