"""A place that an episode or a show is about, or where it was made."""

from typing import Annotated, Literal, NamedTuple

from feedpub.model.setting import Setting


class Location(NamedTuple):
    """A place (podcast namespace, docs/tags/location.md)."""

    name: Annotated[str, Setting("What people call the place.", '"Skellan Light"', longest=128)]
    rel: Annotated[Literal["", "subject", "creator"], Setting("`subject` where it is about the place, which is what apps assume; `creator` where it was made there.", '"creator"')] = ""
    geo: Annotated[str, Setting("Latitude and longitude, as RFC 5870 has them.", '"geo:58.6103,-4.9987"', "geo")] = ""
    osm: Annotated[str, Setting("The place in OpenStreetMap: `N`, `W` or `R` and the number of the node, way or relation.", '"W43678282"', "osm")] = ""
    country: Annotated[str, Setting("The country, as two capital letters (ISO 3166-1).", '"GB"', "country")] = ""
