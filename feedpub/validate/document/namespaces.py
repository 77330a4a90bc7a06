"""The namespaces that podcast feeds use, and the prefixes that readers expect for them."""

ATOM = "http://www.w3.org/2005/Atom"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"

#: namespace -> the prefix by which its elements are called here, which is also the usual one in feeds
PREFIXES = {
    ITUNES: "itunes",
    PODCAST: "podcast",
    ATOM: "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "http://podlove.org/simple-chapters": "psc",
    "http://www.spotify.com/ns/rss": "spotify",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.rawvoice.com/rawvoiceRssModule/": "rawvoice",
    "https://blubrry.com/developer/rawvoice-rss/": "rawvoice",
    "http://webns.net/mvcb/": "admin",
    "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
    "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html": "creativeCommons",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#": "cc",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://backend.userland.com/blogChannelModule": "blogChannel",
    "http://a9.com/-/spec/opensearch/1.1/": "opensearch",
    "http://a9.com/-/spec/opensearchrss/1.0/": "opensearch",
    "http://www.w3.org/2007/app": "app",
    "http://purl.org/media": "purlmedia",
    "http://www.livejournal.org/rss/lj/1.0/": "lj",
    "http://schemas.google.com/g/2005": "gd",
    "http://schemas.google.com/blogger/2008": "blogger",
    "http://www.bbc.co.uk/ppg": "ppg",
    "http://bbc.co.uk/2009/01/ppgRss": "ppg",
    "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
    "http://purl.org/rss/1.0/modules/event/": "ev",
    "http://purl.org/rss/1.0/modules/company": "cp",
    "http://purl.org/rss/1.0/modules/textinput/": "reqv",
    "http://www.microsoft.com/schemas/rss/core/2005": "cf",
    "http://conversationsnetwork.org/rssNamespace-1.0/": "conversationsNetwork",
    "http://www.bloglines.com/about/specs/fac-1.0": "access",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://freebase.com/ns/rss": "freebase",
    "http://rssnamespace.org/ulcc": "ulcc",
    "http://www.feedsync.org/2007/feedsync": "sx",
    "http://www.omnycontent.com/schemas/podcast/1.0": "omny",
    "https://www.omnycontent.com/schemas/omny/rss/1.0/": "omny",
    "https://www.fireside.fm/schemas/podcast/1.0": "fireside",
    "http://www.fireside.fm/schemas/podcast/1.0": "fireside",
    "https://schema.acast.com/1.0/": "acast",
    "https://anchor.fm/xmlns": "anchor",
    "https://pocketcasts.com/schemas/podcast/1.0": "pocketcasts",
    "https://www.spreaker.com/ns/rss": "spreaker",
    "https://art19.com/xmlns/podcast": "art19",
    "https://feed.podlove.org/ns/1.0": "podlove",
    "http://bitlove.org": "bitlove",
    "http://www.ivoox.com/schemas/podcast/1.0": "ivoox",
    "https://www.podtrac.com/ns/rss": "podtrac",
    "http://www.rssboard.org/media-rss": "media",
}

#: other addresses under which a namespace may lawfully be declared -> the one that is meant
ALIASES = {
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": PODCAST,
    # so hosts wrote it, after the schema that Google published
    "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd": "http://www.google.com/schemas/play-podcasts/1.0",
}

#: prefixes that stand for one namespace only, in every reader -> that namespace
RESERVED = {
    prefix: uri
    for uri, prefix in reversed(PREFIXES.items())
    if prefix
    in {"itunes", "podcast", "atom", "content", "dc", "sy", "slash", "media", "googleplay", "psc", "spotify"}
}


def prefix_of(uri: str) -> str:
    """The usual prefix of a namespace, also of one that is slightly misspelt; empty when it is not known."""
    known = PREFIXES.get(ALIASES.get(uri, uri))
    return known or PREFIXES.get(intended_namespace(uri), "")


def intended_namespace(uri: str) -> str:
    """The known namespace that a misspelt one most likely stands for; empty when none is like it."""
    return _PLAIN.get(_plain(uri), "") if uri not in PREFIXES and uri not in ALIASES else ""


def _plain(uri: str) -> str:
    """What remains of an address when all is left out that people get wrong in it."""
    text = uri.strip().lower().rstrip("/#")
    for scheme in ("https://", "http://"):
        text = text.removeprefix(scheme)
    return text.removeprefix("www.").removesuffix(".html")


_PLAIN = {_plain(uri): uri for uri in (*PREFIXES, *ALIASES) if not uri.startswith("https://github.com")} | {
    "itunes.com/dtds/podcast-1.0": ITUNES,
    "itunes.com/dtds/podcast": ITUNES,
    "itunes.apple.com/dtds/podcast-1.0.dtd": ITUNES,
    "podcastindex.org/namespace/1.0.md": PODCAST,
    "podcastindex.org/namespace": PODCAST,
    "w3.org/2005/atom": ATOM,
}
# Atom 0.3 and RSS's own old addresses are names in their own right, not slips.
