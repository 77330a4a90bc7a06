"""Spotify's own tags, and what of others it reads."""

import re

from feedpub.model.countries import list_countries
from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import ERROR, SPOTIFY, WARNING, Problem, Problems, quote, rule

_NAMESPACE = "http://www.spotify.com/ns/rss"
_DECLARED = f'<rss version="2.0" xmlns:spotify="{_NAMESPACE}"><channel/></rss>'


def _unknown_countries(text: str) -> list[str]:
    return [code for code in text.split() if code.upper() not in list_countries()]


@rule(
    id="SPOT001",
    name="spotify-limit-invalid",
    each="spotify:limit",
    profiles={SPOTIFY: ERROR},
    what="`spotify:limit` does not say how many episodes.",
    why="Spotify shows all of them then.",
    fix='Write `<spotify:limit recentCount="5"/>`.',
    spec="SPOT 5.13",
    bad="<spotify:limit>5</spotify:limit>",
    good='<spotify:limit recentCount="5"/>',
    within="channel",
)
def limit(element: Element) -> Problems:
    count = element.attributes.get("recentCount")
    if count is None:
        yield Problem(element, "`spotify:limit` has no `recentCount`")
    elif not re.fullmatch(r"0*[1-9]\d*", count.strip(), re.ASCII):
        message = f"`recentCount` of `spotify:limit` is {quote(count)}, not a positive whole number"
        yield Problem(element, message, attribute="recentCount")


@rule(
    id="SPOT002",
    name="spotify-country-invalid",
    each="spotify:countryOfOrigin",
    profiles={SPOTIFY: ERROR},
    what="`spotify:countryOfOrigin` names something that is no country.",
    why="Spotify cannot tell for which market the show is.",
    fix="Write two-letter codes of ISO 3166-1, the most important first, with blanks between.",
    spec="SPOT 5.14",
    bad="<spotify:countryOfOrigin>Norway</spotify:countryOfOrigin>",
    good="<spotify:countryOfOrigin>no se</spotify:countryOfOrigin>",
    within="channel",
)
def country(element: Element) -> Problems:
    unknown = _unknown_countries(element.text)
    if unknown or not element.value:
        there = f"{quote(unknown[0])}, no country of ISO 3166-1" if unknown else "blank"
        yield Problem(element, f"`spotify:countryOfOrigin` is {there}")


@rule(
    id="SPOT003",
    name="spotify-namespace",
    each="document",
    profiles={SPOTIFY: ERROR},
    what="The prefix `spotify` is bound to another namespace than Spotify's.",
    why="Spotify ignores the elements.",
    fix=f'Write xmlns:spotify="{_NAMESPACE}".',
    spec="SPOT",
    bad=_DECLARED.replace("www.", ""),
    good=_DECLARED,
)
def namespace(document: Document) -> Problems:
    for one in document.walked.namespaces:
        if one.prefix == "spotify" and one.uri != _NAMESPACE:
            message = f"the namespace of `spotify` is {quote(one.uri)}, not {_NAMESPACE}"
            yield Problem(one.element, message, attribute="xmlns:spotify")


@rule(
    id="SPOT004",
    name="spotify-summary-only",
    each="item",
    profiles={SPOTIFY: WARNING},
    what="The text of an episode stands in `itunes:summary` only.",
    why="Spotify reads `description` and `content:encoded`, and shows nothing here.",
    fix="Put the text into `description` as well.",
    spec="PLAT",
    bad="<itunes:summary>About tides.</itunes:summary>",
    good="<description>About tides.</description><itunes:summary>About tides.</itunes:summary>",
)
def summary_only(item: Element) -> Problems:
    summary = item.first("itunes:summary")
    others = (item.get(name) for name in ("description", "content:encoded", "media:description"))
    if summary is not None and summary.value and not any(others):
        yield Problem(summary, "the text stands in `itunes:summary` only, which Spotify does not read")


@rule(
    id="SPOT005",
    name="spotify-media-restriction",
    each="media:restriction",
    profiles={SPOTIFY: WARNING},
    what="`media:restriction` is not as Spotify reads it.",
    why="It restricts nothing then.",
    fix='Write `<media:restriction type="country" relationship="allow">de at</media:restriction>`.',
    spec="SPOT; MRSS",
    bad='<media:restriction type="country" relationship="only">de</media:restriction>',
    good='<media:restriction type="country" relationship="allow">de at</media:restriction>',
)
def restriction(element: Element) -> Problems:
    kind, relationship = element.attribute("type"), element.attribute("relationship")
    if kind != "country":
        yield Problem(element, f"`type` of `media:restriction` is {quote(kind)}, not country")
    elif relationship not in ("allow", "deny"):
        yield Problem(
            element, f"`relationship` of `media:restriction` is {quote(relationship)}, not allow or deny"
        )
    elif (unknown := _unknown_countries(element.text)) and element.value.lower() not in ("all", "none"):
        yield Problem(element, f"`media:restriction` names {quote(unknown[0])}, which is no country")
