"""Artwork, as far as its address tells."""

from urllib.parse import urlsplit

from feedpub.validate.document.element import Element
from feedpub.validate.rule import APPLE, INFO, PSP1, WARNING, Problem, Problems, everywhere, quote, rule

_SUFFIXES = (".jpg", ".jpeg", ".png")


@rule(
    id="IMG001",
    name="artwork-url-extension",
    each="itunes:image",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="The address of the artwork does not end in .jpg, .jpeg or .png.",
    why="Apple tells the format by it.",
    fix="Publish the picture under a name that ends in .jpg or .png; what follows a question mark does not "
    "count.",
    spec="APPLE-G; PSP1",
    bad='<itunes:image href="https://tides.io/cover.webp"/>',
    good='<itunes:image href="https://tides.io/cover.jpg?x=1"/>',
)
def url_extension(image: Element) -> Problems:
    url = image.attribute("href").strip()
    try:
        path = urlsplit(url).path.lower()
    except ValueError:
        return
    if url and not path.endswith(_SUFFIXES):
        message = f"`href` of `itunes:image` does not end in .jpg or .png: {quote(url)}"
        yield Problem(image, message, attribute="href")


@rule(
    id="IMG014",
    name="episode-image-equals-show-image",
    each="channel",
    profiles=everywhere(INFO),
    what="The artwork of an episode is that of the show.",
    why="Apps show the cover of the show anyway; this only makes them fetch it as another picture.",
    fix="Leave it out of the episode.",
    spec="practice",
    bad='<itunes:image href="https://tides.io/a.jpg"/>'
    '<item><itunes:image href="https://tides.io/a.jpg"/></item>',
    good='<itunes:image href="https://tides.io/a.jpg"/>'
    '<item><itunes:image href="https://tides.io/b.jpg"/></item>',
)
def same_as_show(channel: Element) -> Problems:
    image = channel.first("itunes:image")
    url = image.attribute("href").strip() if image is not None else ""
    if not url:
        return
    for item in channel.items:
        own = item.first("itunes:image")
        if own is not None and own.attribute("href").strip() == url:
            yield Problem(own, "`itunes:image` of the episode is that of the show")
