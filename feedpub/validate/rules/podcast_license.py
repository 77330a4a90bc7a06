"""`podcast:license`: what others may do with the podcast (docs/tags/license.md)."""

from feedpub.kinds.identifiers import is_known_licence, unknown_licence
from feedpub.model.licences import PODCAST
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, Problem, Problems, quote, rule
from feedpub.validate.value_faults import text_problem

_PODCAST = {name.casefold() for name in PODCAST}


@rule(
    id="POD200",
    name="license-unknown-without-url",
    each="podcast:license",
    profiles={PODCASTING2: ERROR},
    what="A licence that is not on the list of the namespace has no `url`.",
    why="Nobody can know what a name of your own allows. Case does not count here: the page of the tag asks "
    "for "
    "small letters, while its example and its list have capitals. Identifiers of SPDX, which an earlier page "
    "named, are understood, and only mentioned.",
    fix="Use a name of the list, or give the address of the licence as `url`.",
    spec="NS license; NSLIC",
    bad="<podcast:license>my-licence</podcast:license>",
    good='<podcast:license url="https://tides.example/licence">my-licence</podcast:license>',
)
def unknown_license(element: Element) -> Problems:
    name = element.value
    if not name or name.casefold() in _PODCAST or element.attribute("url").strip():
        return
    if is_known_licence(name):
        message = (
            f"`podcast:license` is {quote(name)}, which SPDX knows, but the list of the namespace does not"
        )
        yield Problem(element, message, fix="Give its address as `url`.", severity=INFO)
    else:
        yield text_problem(element, unknown_licence(name))
