"""The texts that rules are taken from, by the keys that the records of rules use.

A record says ``spec="RSS2 guid; APPLE-823; PSP1"``: keys, each with the section behind it.
"""

import re
from typing import NamedTuple

#: key -> title of the text, its address
SPECS = {
    "RSS2": ("RSS 2.0 Specification", "https://www.rssboard.org/rss-specification"),
    "RSSP": ("RSS Best Practices Profile", "https://www.rssboard.org/rss-profile"),
    "APPLE-823": (
        "Apple: Podcast RSS feed requirements",
        "https://podcasters.apple.com/support/823-podcast-requirements",
    ),
    "APPLE-G": (
        "Apple: A Podcaster's Guide to RSS",
        "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    ),
    "APPLE-17": ("Apple: tags as of 2017", "https://help.apple.com/itc/podcasts_connect/#/itcb54353390"),
    "APPLE-829": (
        "Apple: Validate your podcast",
        "https://podcasters.apple.com/support/829-validate-your-podcast",
    ),
    "APPLE-893": ("Apple: Audio requirements", "https://podcasters.apple.com/support/893-audio-requirements"),
    "APPLE-896": (
        "Apple: Artwork requirements",
        "https://podcasters.apple.com/support/896-artwork-requirements",
    ),
    "APPLE-C": (
        "Apple: Podcasts categories",
        "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    ),
    "CAT-OLD": (
        "Apple: categories before 2019",
        "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    ),
    "SPOT": (
        "Spotify Podcast Delivery Specification",
        "https://support.spotify.com/us/creators/article/podcast-specification-doc/",
    ),
    "PSP1": (
        "PSP-1: The Podcast RSS Standard",
        "https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification",
    ),
    "NS": (
        "Podcast namespace",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    ),
    "NSCH": (
        "Podcast namespace: JSON chapters",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md",
    ),
    "NSTR": (
        "Podcast namespace: transcripts",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md",
    ),
    "NSLOC": (
        "Podcast namespace: locations",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/location/location.md",
    ),
    "NSLIC": (
        "Podcast namespace: licenses",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/license/licenseslugs.txt",
    ),
    "NSVAL": (
        "Podcast namespace: value",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/value/value.md",
    ),
    "NSPUB": (
        "Podcast namespace: publishers",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/publishers/publishers.md",
    ),
    "NSREC": (
        "Podcast namespace: other recommendations",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/other-recommendations.md",
    ),
    "NSLIST": (
        "Podcast namespace: existing namespaces",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/existing-namespaces.txt",
    ),
    "XSD": (
        "Podcast namespace: XSD",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/schema/podcast.xsd",
    ),
    "TAX": (
        "Podcast namespace: taxonomy of people",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json",
    ),
    "SLUGS": (
        "Podcast namespace: service slugs",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/serviceslugs.txt",
    ),
    "SOCPROT": (
        "Podcast namespace: social protocols",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/socialprotocols.txt",
    ),
    "CHATPROT": (
        "Podcast namespace: chat protocols",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/chatprotocols.txt",
    ),
    "GOOGLE": ("YouTube: RSS feed guidelines", "https://support.google.com/youtube/answer/13525207"),
    "PRX": ("PRX: help for podcasters", "https://help.prx.org/"),
    "BLUBRRY": ("Blubrry: help for podcasters", "https://blubrry.com/support/"),
    "CAPTIVATE": ("Captivate: help for podcasters", "https://help.captivate.fm/"),
    "PLAT": ("limits that platforms are known to have", ""),
    "READERS": ("sizes that feed readers refuse", ""),
    "XML": ("XML 1.0", "https://www.w3.org/TR/xml/"),
    "XMLNS": ("Namespaces in XML 1.0", "https://www.w3.org/TR/xml-names/"),
    "W3CDTF": ("Date and Time Formats", "https://www.w3.org/TR/NOTE-datetime"),
    "WEBVTT": ("WebVTT", "https://www.w3.org/TR/webvtt1/"),
    "WebSub": ("WebSub", "https://www.w3.org/TR/websub/"),
    "SY": ("RSS syndication module", "https://web.resource.org/rss/1.0/modules/syndication/"),
    "MRSS": ("Media RSS", "https://www.rssboard.org/media-rss"),
    "PSC": ("Podlove Simple Chapters", "https://podlove.org/simple-chapters/"),
    "practice": ("experience; no text demands it", ""),
}

_RFC = re.compile(r"RFC (\d+)(.*)")
_W3C = re.compile(r"w3c:(\w+)(.*)")
_W3C_ISSUE = re.compile(r"W3C-ISS (.*)")


class Source(NamedTuple):
    """A text that a rule is taken from."""

    title: str
    #: where in it; may be empty
    section: str
    #: may be empty
    url: str

    def __str__(self) -> str:
        return f"{self.title}, {self.section}" if self.section else self.title


def sources(spec: str) -> list[Source]:
    """The texts that the `spec` of a rule names, in its order. Raises ValueError for an unknown key."""
    return [_source(part.strip()) for part in spec.split(";") if part.strip()]


def _source(part: str) -> Source:
    if found := _RFC.fullmatch(part):
        return Source(f"RFC {found[1]}", found[2].strip(), f"https://www.rfc-editor.org/rfc/rfc{found[1]}")
    if found := _W3C.fullmatch(part):
        url = f"https://validator.w3.org/feed/docs/error/{found[1]}.html"
        return Source("W3C Feed Validation Service", f"{found[1]}{found[2]}", url)
    if found := _W3C_ISSUE.fullmatch(part):
        return Source(
            "W3C feed validator", f"issue {found[1]}", "https://github.com/w3c/feedvalidator/issues"
        )
    key = part.split()[0].rstrip(",")
    if key not in SPECS:
        raise ValueError(f"{part!r} begins with no key of SPECS")
    title, url = SPECS[key]
    section = part[len(key) :].strip(" ,")
    if key == "NS" and re.fullmatch(r"[a-z]\w+", section, re.IGNORECASE):
        page = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", section).lower()
        url = f"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/{page}.md"
    return Source(title, section, url)
