"""The XML namespaces that our feeds use, with the prefixes that everybody expects."""

#: prefix -> URI
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
}


def qualified(prefix: str, name: str) -> str:
    """``itunes``, ``image`` -> the name as lxml takes it, with the URI in braces."""
    return f"{{{NAMESPACES[prefix]}}}{name}"
