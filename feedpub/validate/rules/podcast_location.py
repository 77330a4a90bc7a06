"""`podcast:location`: what place it is about, or where it was made (docs/tags/location.md)."""

from feedpub.kinds.locations import check_country, check_geo, check_osm
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:location"
_GOOD = (
    '<podcast:location rel="subject" geo="geo:48.858093,2.294694;u=350" osm="W5013364#188" country="FR">'
    "Eiffel Tower</podcast:location>"
)


@rule(
    id="POD160",
    name="location-invalid-rel",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `rel` of a location is neither `subject` nor `creator`.",
    why="It says whether the place is what the podcast is about, or where it is made.",
    fix='Write rel="subject" or rel="creator".',
    spec="NS location",
    bad='<podcast:location rel="about">Paris</podcast:location>',
    good=_GOOD,
)
def invalid_rel(location: Element) -> Problems:
    rel = location.attribute("rel")
    if rel and rel not in ("subject", "creator"):
        meant = rel.strip().lower()
        fix = f'Write rel="{meant}".' if meant in ("subject", "creator") else ""
        message = f"`rel` of `podcast:location` is {quote(rel)}, not subject or creator"
        yield Problem(location, message, attribute="rel", fix=fix)


@rule(
    id="POD161",
    name="location-invalid-geo",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `geo` of a location is no `geo:` address.",
    why="Apps cannot put the place on a map.",
    fix="Write latitude and longitude in degrees: `geo:48.858093,2.294694`.",
    spec="NS location; RFC 5870",
    bad='<podcast:location geo="48.858093,2.294694">Paris</podcast:location>',
    good=_GOOD,
)
def invalid_geo(location: Element) -> Problems:
    geo = location.attribute("geo").strip()
    fault = check_geo(geo) if geo else None
    if fault is not None:
        yield attribute_problem(location, "geo", fault)


@rule(
    id="POD162",
    name="location-invalid-country",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `country` of a location is no country code.",
    why="Apps show a flag by it, and find podcasts about a country. Small letters, as in `fr`, are only "
    "warned "
    "of: ISO 3166-1 writes capitals, and so does the guide to the tag, but the examples on its page do not.",
    fix="Write the two capital letters of ISO 3166-1, as in FR or GB.",
    spec="NS location; NSLOC",
    bad='<podcast:location country="UK">London</podcast:location>',
    good=_GOOD,
)
def invalid_country(location: Element) -> Problems:
    country = location.attribute("country").strip()
    fault = check_country(country) if country else None
    if fault is not None:
        is_small = check_country(country.upper()) is None
        yield attribute_problem(location, "country", fault, WARNING if is_small else None)


@rule(
    id="POD163",
    name="location-invalid-osm",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The `osm` of a location is no object of OpenStreetMap.",
    why="Apps look the place up by it.",
    fix="Write N, W or R and the number of the object, as in R113314.",
    spec="NS location; NSLOC",
    bad='<podcast:location osm="113314">Austin</podcast:location>',
    good=_GOOD,
)
def invalid_osm(location: Element) -> Problems:
    osm = location.attribute("osm").strip()
    fault = check_osm(osm) if osm else None
    if fault is not None:
        yield attribute_problem(location, "osm", fault)


@rule(
    id="POD164",
    name="location-incomplete",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="A location lacks attributes that are recommended.",
    why="A name alone is not found on a map. Objects of OpenStreetMap may vanish, while the point stays; a "
    "point "
    "does not tell a town from a house in it.",
    fix="Add what is missing. Places that are made up have neither `geo` nor `osm`.",
    spec="NS location",
    bad='<podcast:location rel="subject" osm="R113314" country="US">Austin</podcast:location>',
    good=_GOOD,
)
def incomplete(location: Element) -> Problems:
    missing = [name for name in ("rel", "geo", "osm", "country") if not location.attribute(name).strip()]
    if missing:
        names = ", ".join(f"`{name}`" for name in missing)
        yield Problem(location, f"`podcast:location` has no {names}")
