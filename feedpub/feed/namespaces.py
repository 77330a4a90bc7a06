"""The XML namespaces that our feeds use, with the prefixes that everybody expects."""

from collections.abc import Mapping

from feedpub.model import Show

#: prefix -> URI, declared in every feed
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
#: prefix -> URI, declared where a show wants them
OPTIONAL = {
    "psc": "http://podlove.org/simple-chapters",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_KNOWN = NAMESPACES | OPTIONAL


def qualified(prefix: str, name: str) -> str:
    """``itunes``, ``image`` -> the name as lxml takes it, with the URI in braces."""
    return f"{{{_KNOWN[prefix]}}}{name}"


def podcast(name: str) -> str:
    """A name of the podcast namespace, as lxml takes it."""
    return qualified("podcast", name)


def namespaces_of(show: Show) -> Mapping[str, str]:
    """The namespaces that the root of the show's feed declares. Ours cannot be declared otherwise."""
    if not (show.namespaces or show.simple_chapters or show.creators):
        return NAMESPACES
    ours = dict(NAMESPACES)
    if show.simple_chapters:
        ours["psc"] = OPTIONAL["psc"]
    if show.creators:
        ours["dc"] = OPTIONAL["dc"]
    return {**ours, **show.namespaces, **ours}
