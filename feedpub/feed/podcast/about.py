"""What a show or an episode is about, what others may do with it, and what it looks like."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_count
from feedpub.feed.tag import Tag, Value, Values, given
from feedpub.model import Image, License, Location


def _places(places: Iterable[Location]) -> Iterator[Value]:
    for place in places:
        if place.name:
            yield Value(
                place.name,
                given({"rel": place.rel, "geo": place.geo, "osm": place.osm, "country": place.country}),
            )


def _terms(terms: License | None) -> Values:
    return (Value(terms.name, given({"url": terms.url})),) if terms and terms.name else ()


def _images(images: Iterable[Image]) -> Iterator[Value]:
    """``aspect-ratio`` is the one name of the namespace with a hyphen."""
    for image in images:
        if image.url:
            attributes = {
                "href": image.url,
                "alt": image.alt,
                "aspect-ratio": image.aspect_ratio,
                "width": format_count(image.width or None),
                "height": format_count(image.height or None),
                "type": image.type,
                "purpose": image.purpose,
            }
            yield Value(attributes=given(attributes))


TAGS = (
    Tag(
        podcast("location"),
        channel=lambda channel: _places(channel.show.location),
        item=lambda item: _places(item.episode.location),
        rare="location",
    ),
    Tag(
        podcast("license"),
        channel=lambda channel: _terms(channel.show.license),
        item=lambda item: _terms(item.episode.license),
        rare="license",
    ),
    Tag(
        podcast("image"),
        channel=lambda channel: _images(channel.show.images),
        item=lambda item: _images(item.episode.images),
        rare="images",
    ),
)
